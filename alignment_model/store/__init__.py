"""Where surveys are kept: SQLite in a file, or PostgreSQL. Gives back frozen domain types, never rows.

`imports` writes waves whole or not at all, `reading` reads them, `snapshots` keeps what was frozen;
`opening` reaches the database and runs transactions, `migrations/` holds every version of the tables.
"""

from alignment_model.store.imports import add_import, delete_survey, rebuild_counts, undo_import
from alignment_model.store.opening import Store, open_store
from alignment_model.store.reading import (
    find_file,
    list_imports,
    list_surveys,
    read_counts,
    read_versions,
    wave_summary,
)
from alignment_model.store.records import (
    ImportRecord,
    ImportSource,
    SnapshotRecord,
    SurveySummary,
    WaveSummary,
)
from alignment_model.store.snapshots import (
    add_snapshot,
    known_mapping,
    list_snapshots,
    read_snapshot,
    remember_mapping,
)

__all__ = [
    "ImportRecord",
    "ImportSource",
    "SnapshotRecord",
    "Store",
    "SurveySummary",
    "WaveSummary",
    "add_import",
    "add_snapshot",
    "delete_survey",
    "find_file",
    "known_mapping",
    "list_imports",
    "list_snapshots",
    "list_surveys",
    "open_store",
    "read_counts",
    "read_snapshot",
    "read_versions",
    "rebuild_counts",
    "remember_mapping",
    "undo_import",
    "wave_summary",
]
