"""Addresses, failures in sentences, and two programs writing at once."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text

from alignment_model import store as stores
from alignment_model.errors import AlignmentError, ConflictError, StoreError, UsageError
from alignment_model.store.engine import parse_address, without_password

PROJECT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
from dataclasses import replace
from alignment_model import store as stores
from alignment_model.errors import ConflictError
from tests.store.making import responses, source
address, name, waves, survey = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
with stores.open_store(address) as store:
    for number in range(waves):
        stores.add_import(store, responses(survey, f"{name} {number}"), source(f"{name}{number}"))
"""


def test_sqlite_is_opened_as_measured(sqlite_address: str) -> None:
    with stores.open_store(sqlite_address) as store, store.reading() as connection:
        pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "secure_delete")
        found = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in pragmas]
    assert found == ["wal", 1, 1, 5000, 1]


def test_only_its_owner_may_read_a_new_database_file(sqlite_address: str) -> None:
    stores.open_store(sqlite_address).close()
    path = Path(sqlite_address.removeprefix("sqlite:///"))
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0


@pytest.mark.parametrize("folder", ["with space", "100%done", "ümläut"])
def test_any_folder_name_will_do(tmp_path: Path, folder: str) -> None:
    stores.open_store(f"sqlite:///{tmp_path / folder / 'a.db'}").close()
    assert (tmp_path / folder / "a.db").exists()


@pytest.mark.parametrize(
    "address", ["alignment.db", "", "mysql://u:secret@h/d", "postgresql://u:secret@h:x/d"]
)
def test_an_address_that_cannot_be_meant_says_what_to_write(address: str) -> None:
    with pytest.raises(UsageError, match=r"Write sqlite:///folder/file.db or postgresql") as caught:
        parse_address(address)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("postgresql://ann:secret@host/db", "postgresql://ann:***@host/db"),
        ("postgresql://ann:se@cret@host/db", "postgresql://ann:***@host/db"),
        ("sqlite:///a@b:c.db", "sqlite:///a@b:c.db"),
    ],
)
def test_no_message_shows_a_password(address: str, shown: str) -> None:
    assert without_password(address) == shown


def test_an_unreachable_server_is_a_sentence_without_the_password() -> None:
    with pytest.raises(StoreError, match="cannot be used: connection failed") as caught:
        stores.open_store("postgresql://ann:secret@127.0.0.1:1/db")
    assert "secret" not in str(caught.value)


def test_a_file_that_is_no_database_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("Dear Sir or Madam" * 100)
    with pytest.raises(StoreError, match="is not a database of this program"):
        stores.open_store(f"sqlite:///{tmp_path / 'letter.db'}")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="is not a folder"):
        stores.open_store(f"sqlite:///{tmp_path / 'file' / 'a.db'}")


def test_a_folder_in_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open database file"):
        stores.open_store(f"sqlite:///{tmp_path}")


def test_explained_errors_pass_through_a_transaction_unchanged(sqlite_address: str) -> None:
    with stores.open_store(sqlite_address) as store:
        with pytest.raises(ConflictError, match=r"^as it was$"), store.writing():
            raise ConflictError("as it was")
        with (
            pytest.raises(AlignmentError, match="cannot be used: no such table"),
            store.writing() as connection,
        ):
            connection.execute(text("SELECT * FROM nowhere"))


def start(address: str, name: str, waves: int, survey: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, address, name, str(waves), survey]
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    return subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE, text=True)


@pytest.mark.postgres
def test_two_programs_that_open_and_write_at_once_lose_nothing(address: str) -> None:
    programs = [start(address, name, 12, "AI survey") for name in ("left", "right", "middle")]
    for program in programs:
        _, complaint = program.communicate(timeout=60)
        assert program.returncode == 0, complaint
    with stores.open_store(address) as store:
        (survey,) = stores.list_surveys(store)
        assert len(survey.waves) == 36
        assert sum(wave.respondents for wave in survey.waves) == 36 * 7


@pytest.mark.postgres
def test_of_two_programs_importing_the_same_wave_one_is_told(address: str) -> None:
    stores.open_store(address).close()
    programs = [start(address, "same", 1, "AI survey") for _ in range(3)]
    complaints = [program.communicate(timeout=60)[1] for program in programs]
    assert sorted(program.returncode for program in programs) == [0, 1, 1]
    assert sum("ConflictError" in complaint for complaint in complaints) == 2
