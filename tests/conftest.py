"""What tests of several rooms share: a PostgreSQL server, and databases that are thrown away."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, make_url, text

from alignment_model import workflows
from alignment_model.settings import Settings, database_url
from tests.postgres import running_server

# A law does not fail because the machine is busy: no time limit per example. Files that bound time say so themselves.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")

# Rooms whose tests share one worker, because they share a browser, a server, built reports or opened pages. The longest
# comes first: begun last, it would leave the other core with nothing to do.
TOGETHER = {
    "browser": ("tests/e2e/", "tests/report/test_page_in_browser.py"),
    "report": ("tests/report/",),
    "ui": ("tests/ui/",),
    "workflows": ("tests/workflows/",),
    "cli": ("tests/cli/",),
    "charts": ("tests/charts/",),
    "store": ("tests/store/",),
}


def together(nodeid: str) -> str | None:
    """The group a test belongs to; None when any worker may have it."""
    return next((name for name, places in TOGETHER.items() if nodeid.startswith(places)), None)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest groups come first, everything else stays in its order."""
    order = [*TOGETHER, None]
    items.sort(key=lambda item: order.index(together(item.nodeid)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give the tests of a group to one worker, in the order in which they are collected.

    xdist's own marks for this write into the tests' ids, which pytest no longer reads from there: every test was
    given to either worker, and each built everything for itself.
    """
    if config.getoption("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadScopeScheduling

    class ByRoom(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return together(nodeid) or nodeid

    config.option.loadscopereorder = False
    return ByRoom(config, log)


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
