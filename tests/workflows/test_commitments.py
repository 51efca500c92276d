"""What was agreed, wave after wave: carried on, told with what moved, frozen with the snapshot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alignment_model import workflows
from alignment_model.commitments import KEPT, OPEN, Commitment
from alignment_model.errors import InputError, NotFoundError
from alignment_model.findings.commitments import CANNOT_SAY, MOVED, NOT_MOVED, since
from alignment_model.findings.comparable import NotComparable
from alignment_model.settings import Settings
from alignment_model.store import Store
from tests.workflows.conftest import NOW

SURVEY = workflows.SAMPLE_SURVEY
FIRST, SECOND = "2026 Q1", "2026 Q2"
AGREED = Commitment("One owner for each pilot", "CFO", date(2026, 6, 1), FIRST, layer="societal_trust")
TECHNOLOGY = "technology_capability"


@pytest.fixture
def empty(sampled: Store) -> Store:
    """The sample without the commitments it comes with."""
    for item in workflows.list_commitments(sampled, SURVEY):
        workflows.remove_commitment(sampled, SURVEY, item.id)
    return sampled


def settings_of(store: Store) -> Settings:
    return Settings(str(store.engine.url))


def test_everything_missing_is_said_at_once_and_nothing_is_stored(empty: Store) -> None:
    given = Commitment(" ", "x" * 101, date(1999, 1, 1), FIRST, state="later")
    with pytest.raises(InputError) as error:
        workflows.add_commitment(empty, SURVEY, given)
    assert [problem.place for problem in error.value.problems] == ["What", "Owner", "Due", "State"]
    with pytest.raises(NotFoundError, match="1999"):
        workflows.add_commitment(empty, SURVEY, replace(AGREED, wave="1999"))
    assert workflows.list_commitments(empty, SURVEY) == ()


def test_open_ones_come_first_by_date_and_only_up_to_the_wave(empty: Store) -> None:
    late = workflows.add_commitment(empty, SURVEY, replace(AGREED, text="late", due=date(2026, 9, 1)))
    done = workflows.add_commitment(empty, SURVEY, replace(AGREED, text="done"))
    workflows.change_commitment(empty, SURVEY, replace(done, state=KEPT))
    workflows.add_commitment(empty, SURVEY, replace(AGREED, text="soon"))
    workflows.add_commitment(empty, SURVEY, replace(late, text="second", wave=SECOND))
    texts = [item.text for item in workflows.commitments_of(empty, SURVEY, FIRST)]
    assert texts == ["soon", "late", "done"]
    assert len(workflows.commitments_of(empty, SURVEY, SECOND)) == 4


def test_a_later_wave_tells_what_has_happened_since(empty: Store) -> None:
    settings = settings_of(empty)
    for changes in (
        {},
        {"layer": TECHNOLOGY},
        {"layer": "", "question": "ST1"},
        {"layer": ""},
        {"wave": SECOND},
    ):
        workflows.add_commitment(empty, SURVEY, replace(AGREED, **changes))
    analysis = workflows.analyse_wave(empty, SURVEY, SECOND, settings)
    standings = workflows.carried_commitments(empty, analysis, settings)
    assert [item.since.word if item.since else "" for item in standings] == [
        MOVED,
        NOT_MOVED,
        MOVED,
        CANNOT_SAY,
        "",
    ]
    trust, technology, question, nothing, _ = (
        item.since.sentence if item.since else "" for item in standings
    )
    assert "Agreement on societal trust fell clearly" in trust
    assert technology == "Leaders' agreement went from 0.87 to 0.86 on technology capability."
    assert (
        "on the question and from 0.87 to 0.78 on societal trust." in question
        and "managers" in question.lower()
    )
    assert "came from no question or layer" in nothing


def test_only_what_the_wave_asks_can_have_been_talked_about(empty: Store) -> None:
    with pytest.raises(InputError) as error:
        workflows.add_commitment(empty, SURVEY, replace(AGREED, question="X9", layer="X"))
    assert [problem.place for problem in error.value.problems] == ["Question", "Layer"]


def test_a_question_that_is_worded_anew_cannot_be_compared(empty: Store) -> None:
    settings = settings_of(empty)
    trend = workflows.compare_stored_waves(empty, SURVEY, FIRST, SECOND, settings)
    code = next(iter(trend.questions))
    reason = NotComparable("question", code, code, "the wording changed")
    apart = replace(trend, question_agreement={}, not_comparable=(reason,))
    told = since(apart, replace(AGREED, layer="", question=code), None, None)
    assert told.sentence == "Whether anything moved cannot be said: the wording changed."


def test_a_snapshot_keeps_what_was_agreed_as_it_was(empty: Store) -> None:
    settings = settings_of(empty)
    made = workflows.add_commitment(empty, SURVEY, AGREED, now=NOW)
    record = workflows.freeze_snapshot(empty, SURVEY, FIRST, settings=settings, now=NOW)
    assert workflows.moved_on(empty, record, settings) == ()
    workflows.change_commitment(empty, SURVEY, replace(made, state=KEPT))
    assert workflows.moved_on(empty, record, settings) == ("commitments were made or changed",)
    _, report = workflows.open_snapshot(empty, record.id)
    assert [item["state"] for item in report.data["commitments"]] == [OPEN]
    assert report.section("commitments").finding == "Commitments: 1 open."
    assert "commitments" in workflows.snapshot_sections(report)
