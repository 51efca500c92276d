"""Every file carries the SHA-256 of its numbers, which is that of the JSON file beside it."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pytest

from alignment_model.report.exports import EXPORTERS, export, export_files
from alignment_model.report.mark import Mark, mark_in, report_sha256
from alignment_model.report.selection import select


def found_in(content: bytes) -> Mark | None:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return mark_in(content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return mark_in(b"".join(archive.read(name) for name in archive.namelist()))


@pytest.mark.parametrize("code", sorted(set(EXPORTERS) - {"json"}))
def test_a_file_of_some_sections_says_which_and_what_its_numbers_are(report_of, code: str) -> None:
    part = select(report_of("three leaders"), ["method"])
    assert found_in(export(part, code)) == Mark(
        report_sha256(part), ("overview", "method", "confidentiality")
    )


def test_the_mark_is_that_of_the_json_file(report_of) -> None:
    whole = report_of("three leaders")
    assert report_sha256(whole) == hashlib.sha256(export(whole, "json")).hexdigest()
    assert found_in(export(whole, "html")) == Mark(report_sha256(whole))


def test_a_format_of_several_files_is_a_folder(report_of) -> None:
    names = [name for name, _ in export_files(report_of("three leaders"), "png")]
    assert names[:2] == [
        "northwind-ai-alignment-2026-q4-png/contents.csv",
        "northwind-ai-alignment-2026-q4-png/01-nested-layers.png",
    ]
