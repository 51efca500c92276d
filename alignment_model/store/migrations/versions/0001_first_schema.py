"""Surveys, waves, imports with their respondents, counts and initiatives; snapshots; remembered mappings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the first tables."""
    _surveys_and_waves()
    _imports()
    _answers()
    _snapshots_and_mappings()


def _surveys_and_waves() -> None:
    op.create_table(
        "surveys",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("created_at", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "waves",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("survey_id", sa.Integer, _belongs_to("surveys.id"), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.UniqueConstraint("survey_id", "name"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "questionnaires",
        sa.Column("digest", sa.String(64), primary_key=True),
        sa.Column("custom", sa.Boolean, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
    )


def _imports() -> None:
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("survey_id", sa.Integer, _belongs_to("surveys.id"), nullable=False, index=True),
        sa.Column("wave_id", sa.Integer, _belongs_to("waves.id"), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("replaces", sa.Integer, _belongs_to("imports.id")),
        sa.Column("file_name", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, index=True),
        sa.Column("imported_at", sa.Text, nullable=False),
        sa.Column("imported_by", sa.Text, nullable=False),
        sa.Column("undone_at", sa.Text, nullable=False, server_default=""),
        sa.Column("undone_by", sa.Text, nullable=False, server_default=""),
        sa.Column("questionnaire", sa.String(64), sa.ForeignKey("questionnaires.digest"), nullable=False),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("problems", sa.Text, nullable=False),
        sa.Column("respondents", sa.Integer, nullable=False),
        sa.Column("attributed_roles", sa.Text, nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.Column("confirmed_by", sa.Text, nullable=False),
        sa.Column("confirmed_at", sa.Text, nullable=False),
        sa.Column("wave_date", sa.Date),
        sa.Column("currency", sa.Text, nullable=False),
        sa.Column("minimum_group", sa.Integer, nullable=False),
        sa.Column("visibility", sa.Text, nullable=False),
        sa.CheckConstraint("status IN ('current', 'replaced', 'undone')", name="known_status"),
        sqlite_autoincrement=True,
    )
    current = sa.text("status = 'current'")
    op.create_index(
        "one_current_import",
        "imports",
        ["wave_id"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )


def _answers() -> None:
    op.create_table(
        "respondents",
        sa.Column("import_id", sa.Integer, _belongs_to("imports.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("answers", sa.Text, nullable=False),
        sa.Column("dont_know", sa.Text, nullable=False),
    )
    op.create_table(
        "counts",
        sa.Column("import_id", sa.Integer, _belongs_to("imports.id"), primary_key=True),
        sa.Column("question", sa.Text, primary_key=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("n", sa.Integer, nullable=False),
    )
    op.create_table(
        "initiatives",
        sa.Column("import_id", sa.Integer, _belongs_to("imports.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
    )


def _snapshots_and_mappings() -> None:
    op.create_table(
        "snapshots",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("survey_id", sa.Integer, _belongs_to("surveys.id"), nullable=False, index=True),
        sa.Column("wave", sa.String(200), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("versions", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "mappings",
        sa.Column("fingerprint", sa.String(128), primary_key=True),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
    )


def _belongs_to(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")
