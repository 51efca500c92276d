"""A kept file of any format is found by its mark and set against its snapshot, place by place."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignment_model import store as stores
from alignment_model import workflows
from alignment_model.report.audiences import audience, for_audience
from alignment_model.report.exports import EXPORTERS, Choices, export
from alignment_model.report.selection import select
from alignment_model.report.snapshot import freeze
from tests.report.organisations import reported
from tests.store.making import AT, responses, source

REPORT = reported("three leaders")
PACKED = sorted(set(EXPORTERS) - {"json", "html", "pdf"})


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[stores.Store]:
    """A store with one snapshot."""
    folder: Path = tmp_path_factory.mktemp("checking")
    with stores.open_store(f"sqlite:///{folder / 'alignment.db'}") as store:
        stores.add_import(store, responses(REPORT.survey, REPORT.wave), source())
        text = freeze(REPORT, note="", created_at=AT, versions={}).text
        stores.add_snapshot(store, text, survey=REPORT.survey, wave=REPORT.wave, at=AT)
        yield store


def repacked(content: bytes, pattern: bytes, new: bytes) -> bytes:
    """A zip with the first match in any part replaced, in the part's own place."""
    target, left = io.BytesIO(), 1
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(target, "w") as made:
        for name in archive.namelist():
            data = archive.read(name)
            if left:
                data, count = re.subn(pattern, new, data, count=1)
                left -= count
            made.writestr(name, data)
    assert left == 0
    return target.getvalue()


@pytest.mark.parametrize("code", EXPORTERS)
def test_a_file_as_it_was_made_is_the_same(kept: stores.Store, code: str) -> None:
    found = workflows.check_file(kept, export(select(REPORT, ["method"]), code))
    assert (found.word, found.differences) == ("same", ())


def test_a_letter_size_pdf_and_an_audience_are_the_same_too(kept: stores.Store) -> None:
    part = for_audience(REPORT, audience("board"))
    assert workflows.check_file(kept, export(part, "pdf", Choices("us-letter"))).word == "same"
    assert workflows.check_file(kept, export(part, "html")).word == "same"


@pytest.mark.parametrize("code", PACKED)
def test_a_file_packed_anew_says_the_same(kept: stores.Store, code: str) -> None:
    found = workflows.check_file(kept, repacked(export(REPORT, code), b"(?=.)", b""))
    assert found.word in ("same", "alike")


CHANGES = {
    "pptx": (rb"<a:t>Confidential", b"<a:t>Public"),
    "xlsx": (rb"(?<=<v>0\.)\d{3}", b"000"),
    "csv": (rb"(?<=,0\.)\d{3}", b"000"),
    "svg": (rb">CEO<", b">COO<"),
}


@pytest.mark.parametrize("code", CHANGES)
def test_a_changed_number_or_word_is_shown_with_its_place(kept: stores.Store, code: str) -> None:
    found = workflows.check_file(kept, repacked(export(REPORT, code), *CHANGES[code]))
    assert found.word == "changed"
    place, said, frozen = found.differences[0]
    assert place and said != frozen
    assert len(found.differences) <= 2


def test_a_changed_web_page_names_its_section(kept: stores.Store) -> None:
    content = export(REPORT, "html").replace(b"Appendix: how the numbers are made</h2>", b"Trust us</h2>")
    found = workflows.check_file(kept, content)
    assert found.word == "changed"
    assert found.differences == (("method", "Trust us", "Appendix: how the numbers are made"),)


def test_a_pdf_that_is_not_the_very_file_is_left_undecided(kept: stores.Store) -> None:
    found = workflows.check_file(kept, export(REPORT, "pdf") + b"\n")
    assert found.word == "unsure"
    assert "Make the PDF anew" in workflows.check_sentence(found, "today")


def test_numbers_nobody_kept_and_files_without_a_mark_cannot_be_checked(kept: stores.Store) -> None:
    other = reported("hidden groups")
    assert workflows.check_file(kept, export(other, "html")).word == "unknown"
    page = re.sub(rb"alignment-report sha256:\w+", b"", export(REPORT, "html"))
    assert workflows.check_file(kept, page).word == "unreadable"
    assert workflows.check_file(kept, b"PK\x03\x04 broken").word == "unreadable"


def test_a_part_that_asks_the_reader_to_load_more_is_refused(kept: stores.Store) -> None:
    hostile = repacked(
        export(REPORT, "pptx"), rb"(?=<p:sld )", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    )
    found = workflows.check_file(kept, hostile)
    assert (found.word, found.differences[0][1]) == ("changed", "cannot be read")
