"""Share links: who may see a frozen snapshot without an account, until when, and how often it was seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add one table; nothing that is there changes."""
    op.create_table(
        "share_links",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(32), nullable=False, unique=True),
        sa.Column("token_sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("snapshot", sa.Integer, _belongs_to("snapshots.number"), nullable=False, index=True),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("sections", sa.Text, nullable=False),
        sa.Column("downloads", sa.Text, nullable=False),
        sa.Column("passphrase", sa.Text, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.Column("created_by", sa.Text, nullable=False),
        sa.Column("expires_at", sa.Text, nullable=False),
        sa.Column("revoked_at", sa.Text, nullable=False, server_default=""),
        sa.Column("revoked_by", sa.Text, nullable=False, server_default=""),
        sa.Column("views", sa.Integer, nullable=False, server_default="0"),
        sa.Column("seen_at", sa.Text, nullable=False, server_default=""),
        sqlite_autoincrement=True,
    )


def _belongs_to(column: str) -> sa.ForeignKey:
    return sa.ForeignKey(column, ondelete="CASCADE")
