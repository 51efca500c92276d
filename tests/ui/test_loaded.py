"""What is loaded can be taken back or deleted where it is listed, after saying what goes."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import workflows
from alignment_model.sample import SURVEY
from alignment_model.ui.importing.loaded import lost
from tests.ui.states import opened, the_store, words_of


@pytest.fixture
def page(sample: None) -> AppTest:
    return opened("import")


def waves() -> list[str]:
    with the_store() as store:
        return [wave.name for survey in workflows.list_surveys(store) for wave in survey.waves]


def press(app: AppTest, label: str) -> None:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception


def test_an_import_is_taken_back_after_saying_what_goes(page: AppTest) -> None:
    press(page, "Undo import")
    assert "are taken out of" in words_of(page) and waves() == ["2026 Q1", "2026 Q2", "2026 Q3"]
    press(page, "Undo the import")
    assert waves() == ["2026 Q2", "2026 Q3"]
    assert page.expander[0].label == "Earlier imports that are no longer in force (1)"


def test_a_wave_is_deleted_and_the_others_stay(page: AppTest) -> None:
    page.button(key=f"delete_{SURVEY}_2026 Q2").click().run()
    assert "people's answers" in words_of(page)
    press(page, "Delete for good")
    assert waves() == ["2026 Q1", "2026 Q3"]


def test_nothing_goes_when_one_thinks_better_of_it(page: AppTest) -> None:
    page.button(key=f"delete_{SURVEY}_2026 Q2").click().run()
    press(page, "Keep it")
    assert len(waves()) == 3


def test_a_survey_is_deleted_only_when_its_name_is_typed(page: AppTest) -> None:
    page.button(key=f"delete_{SURVEY}").click().run()
    confirm = next(button for button in page.button if button.label == "Delete for good")
    assert confirm.disabled
    page.text_input(key=f"confirm_{SURVEY}").input(SURVEY).run()
    press(page, "Delete for good")
    assert waves() == []


def test_only_what_is_there_is_named(sample: None) -> None:
    with the_store() as store:
        held = workflows.what_is_held(store, SURVEY, "2026 Q1")
    assert lost(held, whole=False) == [
        f"{held.respondents} people's answers",
        f"{held.initiatives} initiatives of the register",
        "1 import with its confirmation",
    ]
