"""Commands run in this process, each on a database of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from alignment_model.cli import main
from alignment_model.workflows import sample_bytes

SMALL = {"managers": 8, "employees": 10}


@dataclass(frozen=True)
class Ran:
    """What a command did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


Run = Callable[..., Ran]


@pytest.fixture
def run(
    sqlite_address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Run:
    """Run a command on an empty database in a new folder; wrong options end it as they would a program."""
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", sqlite_address)
    monkeypatch.chdir(tmp_path)

    def call(*words: object) -> Ran:
        capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(str(end.code))
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small filled workbook of ours, confirmed on its first sheet."""
    path = tmp_path_factory.mktemp("sample") / "small.xlsx"
    path.write_bytes(sample_bytes(**SMALL))
    return path
