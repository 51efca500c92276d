"""The tables as SQLAlchemy sees them; `migrations/` makes them, a test holds the two to each other.

Uniqueness and ownership are written into the tables, not left to the code: a wave holds one current import,
and whatever belongs to a survey goes when the survey goes.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

SCHEMA_VERSION = "0004"
VERSION_TABLE = "alignment_schema"
NAME_LENGTH = 200
CURRENT, REPLACED, UNDONE = "current", "replaced", "undone"

metadata = MetaData()


def _belongs_to(column: str) -> ForeignKey:
    return ForeignKey(column, ondelete="CASCADE")


surveys = Table(
    "surveys",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(NAME_LENGTH), nullable=False, unique=True),
    Column("created_at", Text, nullable=False),
    sqlite_autoincrement=True,
)

waves = Table(
    "waves",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("survey_id", Integer, _belongs_to("surveys.id"), nullable=False),
    Column("name", String(NAME_LENGTH), nullable=False),
    Column("created_at", Text, nullable=False),
    UniqueConstraint("survey_id", "name"),
    sqlite_autoincrement=True,
)

questionnaires = Table(
    "questionnaires",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("custom", Boolean, nullable=False),
    Column("body", Text, nullable=False),
    Column("created_at", Text, nullable=False),
)

imports = Table(
    "imports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("survey_id", Integer, _belongs_to("surveys.id"), nullable=False, index=True),
    Column("wave_id", Integer, _belongs_to("waves.id"), nullable=False),
    Column("status", String(10), nullable=False),
    Column("replaces", Integer, _belongs_to("imports.id")),
    Column("file_name", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("imported_at", Text, nullable=False),
    Column("imported_by", Text, nullable=False),
    Column("undone_at", Text, nullable=False, server_default=""),
    Column("undone_by", Text, nullable=False, server_default=""),
    Column("questionnaire", String(64), ForeignKey("questionnaires.digest"), nullable=False),
    Column("mapping", Text, nullable=False),
    Column("problems", Text, nullable=False),
    Column("respondents", Integer, nullable=False),
    Column("attributed_roles", Text, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    Column("confirmed_by", Text, nullable=False),
    Column("confirmed_at", Text, nullable=False),
    Column("wave_date", Date),
    Column("currency", Text, nullable=False),
    Column("minimum_group", Integer, nullable=False),
    Column("visibility", Text, nullable=False),
    CheckConstraint("status IN ('current', 'replaced', 'undone')", name="known_status"),
    sqlite_autoincrement=True,
)
Index(
    "one_current_import",
    imports.c.wave_id,
    unique=True,
    sqlite_where=text("status = 'current'"),
    postgresql_where=text("status = 'current'"),
)

respondents = Table(
    "respondents",
    metadata,
    Column("import_id", Integer, _belongs_to("imports.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("answers", Text, nullable=False),
    Column("dont_know", Text, nullable=False),
)

counts = Table(
    "counts",
    metadata,
    Column("import_id", Integer, _belongs_to("imports.id"), primary_key=True),
    Column("question", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("n", Integer, nullable=False),
)

initiatives = Table(
    "initiatives",
    metadata,
    Column("import_id", Integer, _belongs_to("imports.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("survey_id", Integer, _belongs_to("surveys.id"), nullable=False, index=True),
    Column("wave", String(NAME_LENGTH), nullable=False),
    Column("note", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("versions", Text, nullable=False),
    Column("body", Text, nullable=False),
    sqlite_autoincrement=True,
)

mappings = Table(
    "mappings",
    metadata,
    Column("fingerprint", String(128), primary_key=True),
    Column("mapping", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
)

settings = Table(
    "settings",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
)

survey_notes = Table(
    "survey_notes",
    metadata,
    Column("survey_id", Integer, _belongs_to("surveys.id"), primary_key=True),
    Column("name", String(64), primary_key=True),
    Column("body", Text, nullable=False),
    Column("saved_at", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
)

register_edits = Table(
    "register_edits",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("import_id", Integer, _belongs_to("imports.id"), nullable=False, index=True),
    Column("saved_at", Text, nullable=False),
    Column("saved_by", Text, nullable=False),
    Column("before", Text, nullable=False),
    sqlite_autoincrement=True,
)

share_links = Table(
    "share_links",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("token_sha256", String(64), nullable=False, unique=True),
    Column("snapshot", Integer, _belongs_to("snapshots.number"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("downloads", Text, nullable=False),
    Column("passphrase", Text, nullable=False),
    Column("created_at", Text, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("revoked_at", Text, nullable=False, server_default=""),
    Column("revoked_by", Text, nullable=False, server_default=""),
    Column("views", Integer, nullable=False, server_default="0"),
    Column("seen_at", Text, nullable=False, server_default=""),
    sqlite_autoincrement=True,
)

commitments = Table(
    "commitments",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("survey_id", Integer, _belongs_to("surveys.id"), nullable=False, index=True),
    Column("wave", String(NAME_LENGTH), nullable=False),
    Column("text", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("due", Date, nullable=False),
    Column("question", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("state", String(10), nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    CheckConstraint("state IN ('open', 'kept', 'missed', 'dropped')", name="known_state"),
    sqlite_autoincrement=True,
)
