"""Makes `<version>.sqlite` for the schema of today, once: python -m tests.store.schemas.make."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

from alignment_model import store as stores
from alignment_model.commitments import Commitment
from alignment_model.store.tables import SCHEMA_VERSION
from tests.store.making import LATER, responses, source


def make(target: Path) -> None:
    """A small file that has a row in every table."""
    if target.exists():
        raise SystemExit(f"{target} is there already: the file of a released schema never changes.")
    with stores.open_store(f"sqlite:///{target}") as store:
        stores.add_import(store, responses(), source())
        stores.add_import(store, responses(shift=1), source("two", at=LATER), replace=True)
        frozen = stores.add_snapshot(store, '{"frozen":true}', survey="AI survey", wave="Spring", at=LATER)
        link = stores.NewLink(frozen.id, "f" * 64, expires_at=LATER)
        stores.add_link(store, link, at=LATER)
        stores.remember_mapping(store, "form", "a = 1", at=LATER)
        stores.save_setting(store, "a setting", "{}", at=LATER)
        stores.save_note(store, "AI survey", "a note", "{}", at=LATER)
        agreed = Commitment("Agree on one owner", "CFO", date(2026, 6, 1), "Spring", question="q1")
        stores.add_commitment(store, "AI survey", agreed, at=LATER)
        kept = stores.read_initiatives(store, "AI survey", "Spring")
        stores.replace_initiatives(store, "AI survey", "Spring", kept, at=LATER)
    connection = sqlite3.connect(target)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


if __name__ == "__main__":
    make(Path(__file__).parent / f"{SCHEMA_VERSION}.sqlite")
