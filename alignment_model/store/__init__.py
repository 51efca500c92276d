"""Where surveys are kept: SQLite in a file, or PostgreSQL. Gives back frozen domain types, never rows.

`imports` writes waves whole or not at all, `reading` reads them, `snapshots` keeps what was frozen, `links` who
may see it, `commitments` what was agreed, `deleting` takes surveys and waves out for good;
`opening` reaches the database and runs transactions, `migrations/` holds every version of the tables.
"""

from alignment_model.store.commitments import (
    add_commitment,
    change_commitment,
    list_commitments,
    remove_commitment,
)
from alignment_model.store.deleting import delete_survey, delete_wave, holdings
from alignment_model.store.imports import add_import, rebuild_counts, undo_import
from alignment_model.store.initiatives import read_initiatives, register_version, replace_initiatives
from alignment_model.store.links import NewLink, add_link, count_view, find_link, list_links, revoke_link
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
    Holdings,
    ImportRecord,
    ImportSource,
    LinkRecord,
    SnapshotRecord,
    SurveySummary,
    WaveSummary,
)
from alignment_model.store.settings import (
    Setting,
    forget_setting,
    read_note,
    read_setting,
    save_note,
    save_setting,
)
from alignment_model.store.snapshots import (
    add_snapshot,
    known_mapping,
    list_snapshots,
    read_snapshot,
    remember_mapping,
)

__all__ = [
    "Holdings",
    "ImportRecord",
    "ImportSource",
    "LinkRecord",
    "NewLink",
    "Setting",
    "SnapshotRecord",
    "Store",
    "SurveySummary",
    "WaveSummary",
    "add_commitment",
    "add_import",
    "add_link",
    "add_snapshot",
    "change_commitment",
    "count_view",
    "delete_survey",
    "delete_wave",
    "find_file",
    "find_link",
    "forget_setting",
    "holdings",
    "known_mapping",
    "list_commitments",
    "list_imports",
    "list_links",
    "list_snapshots",
    "list_surveys",
    "open_store",
    "read_counts",
    "read_initiatives",
    "read_note",
    "read_setting",
    "read_snapshot",
    "read_versions",
    "rebuild_counts",
    "register_version",
    "remember_mapping",
    "replace_initiatives",
    "remove_commitment",
    "revoke_link",
    "save_note",
    "save_setting",
    "undo_import",
    "wave_summary",
]
