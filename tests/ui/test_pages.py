"""Every page, opened from app.py, in every state: nothing loaded, the sample loaded, a stranger's link."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model.ui import registry, state
from alignment_model.ui.answers import ANSWERS

WITHOUT_DATA = {
    "overview": "See how far your leaders agree",
    "layers": "Where does each role stand on every question of a layer?",
    "gaps": "Is a gap clear, possible, or no more than chance would give?",
    "snapshots": "Nothing is loaded yet, so there is nothing to freeze",
}
PAGES = pytest.mark.parametrize("entry", registry.PAGES, ids=lambda entry: entry.code)


def opened(entry: registry.Page, **parameters: str) -> AppTest:
    """The app on one page."""
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    return app if entry.default else app.switch_page(entry.file).run()


def words_of(app: AppTest) -> str:
    """All text on the page."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.error, app.success)
    return "\n".join(element.value for kind in kinds for element in kind)


def test_the_sample_is_one_click_away() -> None:
    app = opened(registry.page("overview"))
    next(button for button in app.button if "sample" in button.label).click().run()
    assert not app.exception
    assert app.get("vega_lite_chart")


@PAGES
def test_a_page_with_nothing_loaded_says_what_to_do_next(entry: registry.Page) -> None:
    app = opened(entry)
    assert not app.exception
    assert not app.error
    assert WITHOUT_DATA.get(entry.code, entry.title) in words_of(app)
    if entry.needs_wave and not entry.default:
        words = words_of(app).replace("\\", "")
        assert entry.purpose.removesuffix(".") in words
        assert all(question in words for question in ANSWERS[entry.code])


@PAGES
def test_a_page_shows_the_sample(entry: registry.Page, shown_sample: None) -> None:
    app = opened(entry)
    assert not app.exception
    assert not app.error
    if entry.needs_wave:
        assert app.get("vega_lite_chart") or not entry.pictured
        assert "nan" not in words_of(app).lower().split()


@PAGES
def test_a_link_to_a_survey_that_is_not_there_shows_another_or_none(entry: registry.Page) -> None:
    app = opened(entry, **{state.SURVEY: "nobody's survey", state.WAVE: "never"})
    assert not app.exception
    assert not app.error


def test_a_page_run_without_the_frame_refuses() -> None:
    app = AppTest.from_file(str(registry.PROJECT / registry.page("gaps").file)).run()
    assert not app.exception
    assert "inside the app" in words_of(app)
