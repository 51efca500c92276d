"""Every audience gets its own sections and no number beyond them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from alignment_model.errors import DataFileError, UsageError
from alignment_model.report.audiences import audience, for_audience, load_audiences
from alignment_model.report.build import build_report
from alignment_model.report.exports import EXPORTERS, export
from alignment_model.report.schema import faults
from tests.report.test_selection import words_in

OFFICES = re.compile(r"\b(?:CEO|CFO|CTO|Board|Other executives?)\b")
ATTRIBUTED = re.compile(r"Attributed here: [^.]*\.")


def text_of(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def test_the_usual_audiences_are_there() -> None:
    assert [item.code for item in load_audiences()] == ["board", "executive_team", "managers"]
    with pytest.raises(UsageError, match="board, executive_team, managers"):
        audience("press")


@pytest.mark.parametrize("code", [item.code for item in load_audiences()])
def test_a_pack_has_its_sections_in_its_order_and_follows_the_schema(report_of, code: str) -> None:
    wanted = audience(code)
    made = for_audience(report_of("usual"), wanted)
    codes = [section.code for section in made.sections]
    assert codes == [code for code in wanted.chosen(made) if code != "leaders_as_one"]
    assert faults(made.data) == []
    assert made.warning == wanted.warning
    assert ("open_answers" in codes) == (code == "executive_team") == bool(made.data["open_answers"])


def test_managers_get_leadership_as_one_and_no_office(report_of) -> None:
    made = for_audience(report_of("usual"), audience("managers"))
    said = ATTRIBUTED.sub("", text_of(made.as_dict()["sections"]))
    assert OFFICES.findall(said) == []
    assert OFFICES.findall(text_of({**made.data, "provenance": {}})) == []
    assert made.data["layers"] == made.data["patterns"] == made.data["conversations"] == []
    assert made.data["register"] is made.data["value"] is made.data["number"] is None


@pytest.mark.parametrize("code", EXPORTERS)
def test_no_file_for_managers_names_an_office_or_a_sum(report_of, code: str) -> None:
    said = words_in(export(for_audience(report_of("usual"), audience("managers")), code))
    said = ATTRIBUTED.sub("", said)
    assert OFFICES.findall(said) == []
    assert "Claims triage" not in said and "To serve customers" not in said


def test_managers_get_nothing_when_leadership_as_one_would_name_its_members(make) -> None:
    few = make("usual", sizes=(("CEO", 1), ("CFO", 1), ("Manager", 12)), questions=1)
    with pytest.raises(UsageError, match="Only 2 leadership roles"):
        for_audience(build_report(few), audience("managers"))


def test_a_question_too_few_leaders_answered_is_not_in_leadership_as_one(make) -> None:
    analysis = make("usual", questions=1)
    code = analysis.question_gaps[0].question
    layer = next(item for item in analysis.layers if item.code == "technology_capability")
    alone = replace(
        layer.questions[0],
        positions={
            role: found
            for role, found in layer.questions[0].positions.items()
            if role in ("CEO", "Manager", "Employee")
        },
    )
    layers = tuple(replace(item, questions=(alone,)) if item is layer else item for item in analysis.layers)
    made = for_audience(build_report(replace(analysis, layers=layers)), audience("managers"))
    assert code == alone.question.code
    assert made.data["question_gaps"] == []
    assert alone.question.text not in text_of(made.as_dict())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"gaps",', '"weather",', "'weather' is not known"),
        ("link_days = 30", "link_days = 0", "1 to 366 days"),
        (
            'sections = ["executives_and_managers",',
            'sections = ["gaps", "executives_and_managers",',
            "names offices",
        ),
        ('files = ["pptx", "pdf"]', 'files = ["doc"]', "'doc' is not known"),
    ],
)
def test_a_fault_in_the_data_names_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    source = Path("data/audiences.toml").read_text(encoding="utf-8")
    assert old in source
    file = tmp_path / "audiences.toml"
    file.write_text(source.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError, match=re.escape(said)):
        load_audiences(file)
