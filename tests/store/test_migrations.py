"""Tables come from migrations alone, on both databases, and old files open."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text

from alignment_model import store as stores
from alignment_model.errors import StoreError
from alignment_model.settings import database_url
from alignment_model.store.opening import MIGRATIONS
from alignment_model.store.tables import SCHEMA_VERSION, VERSION_TABLE, metadata
from tests.store.making import responses

OLD_FILES = Path(__file__).parent / "schemas"


@pytest.mark.postgres
def test_migrations_make_exactly_the_tables_the_code_uses(address: str) -> None:
    with stores.open_store(address) as store, store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        assert compare_metadata(context, metadata) == []


def test_the_code_knows_the_latest_version() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == SCHEMA_VERSION


def test_there_is_an_old_file_of_every_schema_version() -> None:
    versions = {path.name[:4] for path in (MIGRATIONS / "versions").glob("0*.py")}
    assert {path.stem for path in OLD_FILES.glob("*.sqlite")} == versions


@pytest.mark.parametrize("old", sorted(OLD_FILES.glob("*.sqlite")), ids=lambda path: path.stem)
def test_a_file_of_every_schema_version_opens(old: Path, tmp_path: Path) -> None:
    copied = shutil.copy(old, tmp_path / "old.db")
    with stores.open_store(f"sqlite:///{copied}") as store:
        assert stores.read_versions(store, "AI survey", "Spring") == (responses(shift=1), responses())
        assert stores.read_counts(store, "AI survey", "Spring")[0].cell("q1", "CEO").levels == (0, 0, 0, 0, 1)
        (snapshot,) = stores.list_snapshots(store)
        assert stores.read_snapshot(store, snapshot.id)[1] == '{"frozen":true}'
        assert stores.known_mapping(store, "form") == "a = 1"


@pytest.mark.postgres
def test_a_newer_schema_is_left_alone(address: str) -> None:
    stores.open_store(address).close()
    run(address, f"UPDATE {VERSION_TABLE} SET version_num = '0999'")
    with pytest.raises(StoreError, match=r"newer version of this program.*schema 0999"):
        stores.open_store(address)


@pytest.mark.postgres
def test_somebody_elses_database_is_left_alone(address: str) -> None:
    if address.startswith("sqlite"):
        Path(address.removeprefix("sqlite:///")).parent.mkdir()
    run(address, "CREATE TABLE cats (name TEXT)")
    with pytest.raises(StoreError, match="belongs to something else: it already holds the table 'cats'"):
        stores.open_store(address)


def run(address: str, statement: str) -> None:
    engine = create_engine(database_url(address))
    with engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()
