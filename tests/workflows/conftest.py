"""A store with the sample organisation in it, made once and copied."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alignment_model import workflows
from alignment_model.report.model import Report
from alignment_model.settings import Settings
from alignment_model.store import Store

NOW = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def settings(sqlite_address: str) -> Settings:
    return Settings(sqlite_address)


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    """An empty store."""
    with workflows.open_store(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that holds the sample organisation."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    with workflows.open_store(Settings(f"sqlite:///{path}")) as opened:
        workflows.load_sample(opened, now=NOW)
    return path


@pytest.fixture
def sampled(sample_database: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of one's own with the sample organisation in it."""
    copied = shutil.copy(sample_database, tmp_path / "copy.db")
    with workflows.open_store(Settings(f"sqlite:///{copied}")) as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_report(sample_database: Path) -> Report:
    """The report of the sample's first wave."""
    settings = Settings(f"sqlite:///{sample_database}")
    with workflows.open_store(settings) as opened:
        analysis = workflows.analyse_wave(opened, workflows.SAMPLE_SURVEY, "2026 Q1", settings)
    return workflows.make_report(analysis)
