"""The sample workbooks in data/samples/ are what the generator writes, byte for byte."""

from __future__ import annotations

from pathlib import Path

from alignment_model.sample.write import SAMPLES, write_samples


def test_the_workbooks_are_reproduced_byte_for_byte(tmp_path: Path) -> None:
    written = write_samples(tmp_path / "again")
    assert [file.name for file in written] == ["2026 Q1.xlsx", "2026 Q2.xlsx", "2026 Q3.xlsx"]
    for file in written:
        assert file.read_bytes() == (SAMPLES / file.name).read_bytes(), (
            f"{file.name} has changed: run `python -m alignment_model.sample.write` and commit data/samples/."
        )
