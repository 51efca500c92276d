"""What is edited on screen: initiatives, checklist, thresholds. Whole or not at all, and seen at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_model import workflows
from tests.findings.organisation import organisation
from tests.ui.states import opened, sentence_of, stored, the_store, words_of

REGISTER = "register_Test_Q1_0"


@pytest.fixture(autouse=True)
def a_survey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{tmp_path / 'alignment.db'}")
    stored(organisation())


def edited(app, key: str, **changes):
    """The app after this table was edited and its form sent."""
    nothing = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}
    app.session_state[key] = nothing | changes
    button = next(button for button in app.button if button.label.startswith("Save the"))
    return button.click().run()


def names() -> list[str]:
    with the_store() as store:
        return [item.name for item in workflows.list_initiatives(store, "Test", "Q1")]


def test_a_saved_initiative_is_in_every_number_at_once() -> None:
    app = opened("initiatives")
    assert "6 initiatives" in words_of(app)
    app = edited(app, REGISTER, added_rows=[{"Initiative": "New", "Stage": "Pilot", "Spend to date": 1400.0}])
    assert names()[-1] == "New"
    assert "7 initiatives" in words_of(app)
    assert "70 % of the money" in sentence_of(app)


def test_one_wrong_row_keeps_everything_as_it_was_and_is_named() -> None:
    rows = [{"Initiative": "Good"}, {"Initiative": "Bad", "Spend to date": -5.0}, {"Purpose": "No name"}]
    app = edited(opened("initiatives"), REGISTER, added_rows=rows)
    assert len(names()) == 6
    assert "row 8, Spend to date" in words_of(app)
    assert "row 9, Initiative" in words_of(app)


def test_a_deleted_initiative_is_gone_and_an_empty_register_says_so() -> None:
    app = edited(opened("initiatives"), REGISTER, deleted_rows=[0, 1, 2, 3, 4, 5])
    assert names() == []
    assert "No initiative register" in sentence_of(app)


def test_the_checklist_is_kept_with_the_survey() -> None:
    app = opened("conversations")
    edited(app, "checklist_table", edited_rows={0: {"Prepared data": True}})
    with the_store() as store:
        assert workflows.read_checklist(store, "Test") == {"Initiative 0": frozenset({"prepared_data"})}


def test_a_threshold_shows_its_effect_before_it_is_saved() -> None:
    app = opened("pattern_thresholds", rules="momentum_without_direction")
    app.number_input(key="rule_activity_rising_none_0").set_value(1.0)
    app.number_input(key="rule_activity_rising_full_0").set_value(2.0)
    app = next(button for button in app.button if button.label == "See the effect").click().run()
    effect = next(frame.value for frame in app.dataframe if "Score then" in frame.value)
    assert list(effect["Pattern"]) == ["Momentum without direction"]
    assert float(effect["Score then"][0]) > float(effect["Score now"][0])
    with the_store() as store:
        assert workflows.edited_rules(store) is None
    app = next(button for button in app.button if button.label.startswith("Save these")).click().run()
    assert "rules edited on" in sentence_of(app)
    with the_store() as store:
        assert workflows.pattern_rules(store).version.endswith("(edited)")


def test_a_threshold_that_judges_nothing_is_refused_in_words() -> None:
    app = opened("pattern_thresholds", rules="momentum_without_direction")
    app.number_input(key="rule_activity_rising_full_0").set_value(
        app.number_input(key="rule_activity_rising_none_0").value
    )
    app = next(button for button in app.button if button.label == "See the effect").click().run()
    assert "“Leaders say AI work is growing”: no evidence and full evidence are both 3.5" in words_of(app)
    assert not any(button.label.startswith("Save these") for button in app.button)


def test_the_rules_go_back_to_the_programs_own() -> None:
    with the_store() as store:
        rules = workflows.pattern_rules(store)
        workflows.save_rules(
            store, workflows.with_thresholds(rules, {"activity_rising": workflows.Thresholds(1, 2, 1)})
        )
    app = opened("pattern_thresholds")
    app = next(button for button in app.button if button.label.startswith("Back to")).click().run()
    assert sentence_of(app) == "Patterns are judged by the rules the program comes with"
