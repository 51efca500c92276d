"""What is left out of a report is in none of its files."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from alignment_model.report.canonical import canonical
from alignment_model.report.exports import EXPORTERS, export
from alignment_model.report.model import Report, Table, Text
from alignment_model.report.schema import faults
from alignment_model.report.selection import ALWAYS, optional_sections, select

CHOOSING = ("pptx", "pdf", "png", "svg")  # a deck, a typeset report and pictures do not hold every text


def words_in(content: bytes) -> str:
    """All text of a file, with what is packed inside unpacked and every gap one space."""
    if content.startswith(b"%PDF"):
        return " ".join(
            " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split()
        )
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return " ".join(content.decode("utf-8", "replace").split())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return " ".join(words_in(archive.read(name)) for name in archive.namelist())


def sentences(report: Report) -> set[str]:
    """Findings, paragraphs and long cells: what only a reader of the section should read."""
    found = {section.finding for section in report.sections}
    blocks = [block for section in report.sections for block in section.blocks]
    found |= {block.text for block in blocks if isinstance(block, Text)}
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    found |= {cell for row in rows for cell in row if isinstance(cell, str)}
    return {text for text in found if len(text) > 30}


def test_without_a_choice_it_is_the_whole_report(any_report: Report) -> None:
    assert select(any_report) is any_report
    assert not set(ALWAYS) & set(optional_sections(any_report))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_part_follows_the_schema_and_says_nothing_of_the_rest(report_of, data: st.DataObject) -> None:
    whole = report_of(data.draw(st.sampled_from(["usual", "hidden groups", "long questions"])))
    chosen = data.draw(st.sets(st.sampled_from(sorted(optional_sections(whole))), min_size=1, max_size=4))
    part = select(whole, chosen)
    assert {section.code for section in part.sections} == chosen | set(ALWAYS)
    assert faults(part.data) == []
    text = canonical(part.as_dict())
    allowed = canonical([part.as_dict()["sections"], whole.data["names"]])
    fields = ("layers", "other_questions", "headline", "overall", *chosen)
    allowed += canonical([part.data.get(field.removeprefix("all_")) for field in fields])
    for sentence in sentences(whole) - sentences(part):
        quoted = canonical(sentence)[1:-1]
        assert quoted not in text or quoted in allowed


@pytest.mark.parametrize("code", EXPORTERS)
def test_answers_patterns_and_initiatives_left_out_are_in_no_file(report_of, code: str) -> None:
    whole = report_of("usual")
    secret = [
        whole.data["open_answers"][0]["text"],
        whole.data["patterns"][0]["sentence"],
        whole.data["register"]["initiatives"][0]["name"],
    ]
    part = words_in(export(select(whole, ["gaps"]), code))
    assert whole.title in part
    assert not [words for words in secret if words in part]
    if code not in CHOOSING:
        everything = words_in(export(whole, code))
        assert all(words in everything for words in secret)


def test_numbers_of_a_layer_left_out_are_gone_except_how_far_leaders_agree(report_of) -> None:
    part = select(report_of("usual"), ["method"])
    for layer in part.data["layers"]:
        assert layer["agreement"]["value"] is not None
        assert (layer["positions"], layer["questions"], layer["within"]) == ({}, [], {})
        assert layer["score"]["reason"] == "Not part of this selection"


def test_a_part_says_what_it_is_a_part_of_and_not_whose_file_it_was(report_of) -> None:
    part = select(report_of("usual"), ["gaps", "no such section"])
    assert part.provenance["sections"] == ["overview", "gaps", "confidentiality"]
    assert "source_file" not in part.data["provenance"]
