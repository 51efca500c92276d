"""Commitments on screen: entered from a conversation, carried into the next wave, settled, shown to the room."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import workflows
from alignment_model.commitments import Commitment
from alignment_model.ui import registry
from tests.ui.states import the_store, words_of

SURVEY = workflows.SAMPLE_SURVEY
FIRST, SECOND = "2026 Q1", "2026 Q2"


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_database: Path) -> None:
    """The sample organisation without the commitments it comes with."""
    path = shutil.copy(sample_database, tmp_path / "alignment.db")
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{path}")
    with the_store() as store:
        for item in workflows.list_commitments(store, SURVEY):
            workflows.remove_commitment(store, SURVEY, item.id)


def kept() -> tuple[Commitment, ...]:
    with the_store() as store:
        return workflows.list_commitments(store, SURVEY)


def agreed(text: str = "One owner for each pilot", **changes: object) -> Commitment:
    given = Commitment(text, "CFO", date(2026, 6, 1), FIRST, "LA3", **changes)  # type: ignore[arg-type]
    with the_store() as store:
        return workflows.add_commitment(store, SURVEY, given)


def opened(code: str, wave: str) -> AppTest:
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.query_params.update({"survey": SURVEY, "wave": wave})
    return app.run().switch_page(registry.page(code).file).run()


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if label in button.label).click().run()


def test_a_conversation_becomes_a_commitment_in_one_click_and_three_answers() -> None:
    app = opened("conversations", wave=FIRST)
    app.button(key="commit_LA3").click().run()
    press(app, "Keep it")
    assert "Owner: found nothing" in words_of(app)
    app.text_area(key="text_new").input("One owner for each pilot")
    app.selectbox(key="owner_new").set_value("CFO")
    press(app, "Keep it")
    assert not app.exception
    (item,) = kept()
    assert (item.text, item.owner, item.question, item.wave) == (
        "One owner for each pilot",
        "CFO",
        "LA3",
        FIRST,
    )


def test_a_later_wave_carries_it_with_what_has_happened_since() -> None:
    agreed()
    app = opened("commitments", wave=SECOND)
    words = words_of(app)
    assert "1 commitment still to be kept" in words
    assert "Carried on from earlier waves" in words
    assert "Since then nothing moved clearly." in words and "Leaders' agreement went from" in words


def test_it_is_settled_with_a_note_and_can_be_removed() -> None:
    item = agreed()
    app = opened("commitments", wave=FIRST)
    app.button(key=f"change_{item.id}").click().run()
    app.segmented_control(key=f"state_{item.id}").set_value("kept")
    app.text_area(key=f"note_{item.id}").input("Done in May")
    press(app, "Save")
    assert [(found.state, found.note) for found in kept()] == [("kept", "Done in May")]
    assert "Nothing is left to do: 1 kept" in words_of(app)
    app.button(key=f"change_{item.id}").click().run()
    press(app, "Remove")
    assert kept() == ()


def test_the_last_slide_shows_them_and_the_notes_take_a_new_one() -> None:
    agreed(
        "We write down for every pilot who owns it and what it must show before anybody pays for more of it"
    )
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.query_params.update({"present": "1", "slide": "16", "survey": SURVEY, "wave": FIRST})
    app.run()
    shown = " ".join(element.proto.body for element in app.get("html"))
    assert "1 commitment" in shown and "CFO, 1 Jun 2026" in shown
    notes = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    notes.query_params.update({"present": "notes", "talk": "t", "survey": SURVEY, "wave": FIRST})
    notes.run()
    notes.text_area(key="text_noted_0").input("Name one metric")
    notes.selectbox(key="owner_noted_0").set_value("Board")
    press(notes, "Keep it")
    assert not notes.exception
    assert [found.text for found in kept()][-1] == "Name one metric"
