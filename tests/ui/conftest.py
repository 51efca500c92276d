"""Every test of the screen has a database of its own, so that none touches the one somebody works with."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def empty_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of the app's database, which is not there yet."""
    path = tmp_path / "alignment.db"
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def sample(empty_store: Path, sample_database: Path) -> None:
    """The sample organisation is loaded."""
    shutil.copy(sample_database, empty_store)


@pytest.fixture(scope="session")
def shown_database(tmp_path_factory: pytest.TempPathFactory, sample_database: Path) -> Path:
    """A copy of the sample for tests that write nothing: what one has worked out the app keeps for the next."""
    return shutil.copy(sample_database, tmp_path_factory.mktemp("shown") / "alignment.db")


@pytest.fixture
def shown_sample(empty_store: Path, shown_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample organisation is loaded, to be looked at only."""
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{shown_database}")
