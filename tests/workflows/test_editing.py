"""Registers, rules and checklists that people edit."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime

import pytest

from alignment_model import workflows
from alignment_model.errors import InputError, UsageError
from alignment_model.findings.patterns.rules import load_pattern_rules
from alignment_model.responses import Initiative
from alignment_model.settings import Settings
from alignment_model.store import Store

SURVEY, WAVE = workflows.SAMPLE_SURVEY, "2026 Q1"
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def test_rows_from_an_editor_become_the_initiatives_they_came_from(sampled: Store) -> None:
    items = workflows.list_initiatives(sampled, SURVEY, WAVE)
    found, problems = workflows.check_initiatives(workflows.initiative_rows(items))
    assert found == items
    assert problems == ()


def test_every_fault_is_named_by_row_and_heading() -> None:
    rows = [
        {"Initiative": "One", "Stage": "Dreaming"},
        {"Initiative": "one", "Started": "soon"},
        {"Spend to date": 5.0},
    ]
    problems = workflows.check_initiatives(rows)[1]
    assert [problem.cell for problem in problems] == [
        "row 1, Stage",
        "row 2, Started",
        "row 2, Initiative",
        "row 3, Initiative",
    ]


def test_empty_rows_and_missing_values_are_no_fault() -> None:
    row = {"Initiative": "One", "Spend to date": math.nan, "Announced": True, "Started": date(2026, 1, 5)}
    found, problems = workflows.check_initiatives([row, dict.fromkeys(workflows.initiative_headings())])
    assert problems == ()
    assert found == (Initiative("One", announced=True, started=date(2026, 1, 5)),)


def test_a_register_is_saved_whole_or_not_at_all(sampled: Store) -> None:
    before = workflows.list_initiatives(sampled, SURVEY, WAVE)
    with pytest.raises(InputError):
        workflows.save_initiatives(sampled, SURVEY, WAVE, [Initiative("Good"), Initiative("")], now=NOW)
    assert workflows.list_initiatives(sampled, SURVEY, WAVE) == before


def test_an_edit_changes_the_version_of_the_data_and_the_analysis(sampled: Store, settings: Settings) -> None:
    before = workflows.data_version(sampled, SURVEY, WAVE)
    workflows.save_initiatives(sampled, SURVEY, WAVE, [Initiative("Only one", stage="Pilot")], now=NOW)
    assert workflows.data_version(sampled, SURVEY, WAVE) != before
    found = workflows.analyse_wave(sampled, SURVEY, WAVE, settings)
    assert found.register is not None and len(found.register.initiatives) == 1
    assert found.provenance["register_edits"] > 0


def test_other_thresholds_are_seen_first_and_recorded_once_saved(sampled: Store, settings: Settings) -> None:
    own = workflows.pattern_rules(sampled)
    code = "leaders_see_pilots_stuck"
    wanted = workflows.with_thresholds(own, {code: workflows.Thresholds(1.5, 1.0, 3.0)})
    before = workflows.analyse_wave(sampled, SURVEY, WAVE, settings)
    effect = workflows.rules_effect(
        before, workflows.analyse_wave(sampled, SURVEY, WAVE, settings, rules=wanted)
    )
    changed = [item for item in effect if item.changed]
    assert [item.code for item in changed] == ["ai_pilot_trap"]
    version = workflows.data_version(sampled, SURVEY, WAVE)
    workflows.save_rules(sampled, wanted, actor="Ann", now=NOW)
    assert workflows.pattern_rules(sampled).digest == wanted.digest
    assert workflows.data_version(sampled, SURVEY, WAVE) != version
    record = workflows.freeze_snapshot(sampled, SURVEY, WAVE, settings=settings, now=NOW)
    assert record.versions["rules_digest"] == wanted.digest
    workflows.reset_rules(sampled)
    assert workflows.pattern_rules(sampled) == own
    assert workflows.data_version(sampled, SURVEY, WAVE) == version


def test_saving_the_programs_own_rules_is_a_reset(sampled: Store) -> None:
    workflows.save_rules(sampled, load_pattern_rules(), now=NOW)
    assert workflows.edited_rules(sampled) is None


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (workflows.Thresholds(3, 3, 1), "are both 3, so nothing could be judged; give two different"),
        (workflows.Thresholds(1, 2, 0), "the weight is 0; give a number above 0"),
        (workflows.Thresholds(1, 2, -1), "the weight is -1; give a number above 0"),
        (workflows.Thresholds(math.nan, 2, 1), "give a number from 1 to 5"),
        (workflows.Thresholds(1, math.inf, 1), "inf can never be measured; give a number from 1 to 5"),
        (workflows.Thresholds(0.5, 4, 1), "0.5 can never be measured; give a number from 1 to 5"),
    ],
)
def test_thresholds_that_judge_nothing_are_refused_in_words(wanted: workflows.Thresholds, told: str) -> None:
    with pytest.raises(UsageError, match="“Leaders say AI work is growing”: ") as found:
        workflows.with_thresholds(load_pattern_rules(), {"activity_rising": wanted})
    assert told in str(found.value)


def test_the_programs_own_thresholds_lie_where_an_edit_may_lie() -> None:
    own = load_pattern_rules()
    same = {s.code: workflows.Thresholds(s.none, s.full, s.weight) for s in own.signals}
    assert workflows.with_thresholds(own, same).patterns == own.patterns


def test_ticks_are_kept_for_what_was_offered_only(sampled: Store) -> None:
    workflows.save_checklist(
        sampled, SURVEY, {"One": frozenset({"prepared_data", "made up"}), "Two": frozenset()}, now=NOW
    )
    workflows.save_checklist(sampled, SURVEY, {"Three": frozenset({"necessity"})}, now=NOW)
    assert workflows.read_checklist(sampled, SURVEY) == {
        "One": frozenset({"prepared_data"}),
        "Three": frozenset({"necessity"}),
    }


def test_waves_are_compared_by_the_rules_in_force(sampled: Store, settings: Settings) -> None:
    found = workflows.compare_stored_waves(sampled, SURVEY, WAVE, "2026 Q3", settings)
    assert (found.before, found.after) == (WAVE, "2026 Q3")
    assert found.moved
    with pytest.raises(UsageError, match="two different waves"):
        workflows.compare_stored_waves(sampled, SURVEY, WAVE, WAVE, settings)


def test_the_agenda_is_one_page_that_fetches_nothing(sampled: Store, settings: Settings) -> None:
    analysis = workflows.analyse_wave(sampled, SURVEY, WAVE, settings)
    body, name, mime = workflows.agenda(analysis)
    text = body.decode()
    assert name == "tarnwell-logistics-sample-2026-q1-agenda.html" and mime == "text/html"
    assert text.count("<svg") == len(analysis.conversations)
    assert "http" not in text.replace("http-equiv", "").replace("http://www.w3.org", "")
    assert json.dumps(analysis.conversations[0].prompt)[1:20] in text


def test_the_agenda_has_a_row_of_boxes_for_each_initiative_that_goes_on(
    sampled: Store, settings: Settings
) -> None:
    analysis = workflows.analyse_wave(sampled, SURVEY, WAVE, settings)
    names = workflows.initiatives_to_check(analysis)
    assert "Driver scheduling" not in names and len(names) == 13  # fourteen in the register, one stopped
    text = workflows.agenda(analysis, {names[0]: frozenset({"prepared_data", "necessity"})})[0].decode()
    assert text.count('class="box done"') == 2
    assert text.count('class="box') == len(names) * len(workflows.checklist_codes())
