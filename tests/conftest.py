"""What tests of several rooms share: a PostgreSQL server, and databases that are thrown away."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from alignment_model import workflows
from alignment_model.settings import Settings, database_url
from tests.postgres import running_server

# A law does not fail because the machine is busy: no time limit per example. Files that bound time say so themselves.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with the sample organisation's three waves, made once; tests copy it."""
    path = tmp_path_factory.mktemp("sample") / "alignment.db"
    store = workflows.open_store(Settings(f"sqlite:///{path}"))
    workflows.load_sample(store)
    store.close()
    return path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server's maintenance database."""
    with running_server() as address:
        yield address


@pytest.fixture
def postgres_address(postgres_server: str) -> Iterator[str]:
    """The address of an empty PostgreSQL database, dropped afterwards."""
    server = make_url(database_url(postgres_server))
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    name = f"alignment_test_{uuid.uuid4().hex}"
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
        yield server.set(database=name).render_as_string(hide_password=False)
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture
def sqlite_address(tmp_path: Path) -> str:
    """The address of an SQLite file that is not there yet, in a folder that is not there either."""
    return f"sqlite:///{tmp_path / 'new folder' / 'alignment.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str:
    """An empty database of each kind in turn."""
    name = "sqlite_address" if request.param == "sqlite" else "postgres_address"
    return request.getfixturevalue(name)
