"""Search without a browser: everything is in it, and choosing opens the page at the right place."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import workflows
from alignment_model.measures.catalogue import CATALOGUE
from alignment_model.settings import load_settings
from alignment_model.ui import registry, search, state
from tests.ui.states import the_store, words_of

FIRST = "2026 Q1"
pytestmark = pytest.mark.usefixtures("shown_sample")


def searched(label: str) -> AppTest:
    """What is open after choosing this in the search on Gaps."""
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.query_params[state.WAVE] = FIRST
    app.run().switch_page(registry.page("gaps").file).run()
    app.button(key="search").click().run()
    chosen = next(text for text in app.selectbox(key=state.SEARCHED).options if label in text)
    app.selectbox(key=state.SEARCHED).select(chosen).run()
    assert not app.exception
    assert app.query_params[state.WAVE] == FIRST
    assert not any(box.key == state.SEARCHED for box in app.selectbox)
    return app


def test_everything_can_be_found_and_nothing_is_called_alike() -> None:
    with the_store() as store:
        analysis = workflows.analyse_wave(store, workflows.SAMPLE_SURVEY, FIRST, load_settings())
    labels = [target.label for target in search.targets(analysis)]
    assert len(set(labels)) == len(labels)
    known = len(registry.PAGES) + len(CATALOGUE) + len(analysis.questions) + len(analysis.patterns)
    assert len(labels) == known + len(analysis.conversations) + len(analysis.layers)
    assert len(search.targets(None)) == len(registry.PAGES) + len(CATALOGUE)


@pytest.mark.parametrize(
    ("label", "parameter", "value", "words"),
    [
        ("TC2 ", state.QUESTION, "TC2", "Data complete and at hand"),
        ("AI theatre · pattern", state.PATTERN, "ai_theatre", "AI theatre"),
        ("2: ", state.TALK, "2", "2. "),
        ("Societal Trust · layer", state.LAYER, "societal_trust", "societal trust"),
        ("Cronbach", state.MEASURE, "cronbach_alpha", "How every number is computed"),
        ("Snapshots · page", state.WAVE, FIRST, "A snapshot keeps every number"),
    ],
)
def test_choosing_opens_the_page_at_the_right_place(
    label: str, parameter: str, value: str, words: str
) -> None:
    app = searched(label)
    assert app.query_params[parameter] == value
    assert words in words_of(app)
