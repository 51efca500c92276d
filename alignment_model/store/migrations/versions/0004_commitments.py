"""Commitments: what a team agreed to do after a conversation, who does it, until when, and what became of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add one table; nothing that is there changes."""
    op.create_table(
        "commitments",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("survey_id", sa.Integer, _belongs_to("surveys.id"), nullable=False, index=True),
        sa.Column("wave", sa.String(200), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("layer", sa.Text, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("made_by", sa.Text, nullable=False),
        sa.Column("changed_at", sa.Text, nullable=False),
        sa.Column("changed_by", sa.Text, nullable=False),
        sa.CheckConstraint("state IN ('open', 'kept', 'missed', 'dropped')", name="known_state"),
        sqlite_autoincrement=True,
    )


def _belongs_to(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")
