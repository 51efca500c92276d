"""The presenter without a browser: which slides there are, what masking hides, and that the choice is kept."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.analysis.model import QuestionResult
from alignment_model.charts import PRINT_LOOK, Look, spec
from alignment_model.settings import Settings, load_settings
from alignment_model.ui import registry
from alignment_model.ui.presenter import catalogue, opening, stage
from alignment_model.ui.presenter.masking import NOBODY, mask
from alignment_model.ui.presenter.notes import minutes
from alignment_model.ui.presenter.talk import MOST_TALKS, Talk, Talks, new_code
from alignment_model.ui.presenter.view import CONTENT_WIDTH, MOST_WORDS, Line, View
from alignment_model.workflows.presentations import Presentation, keep_presentation, kept_presentation

FIRST_WAVE, LAST_WAVE = "2026 Q1", "2026 Q3"
WORD = re.compile(r"[^\W\d_][\w’'-]*")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, sample_database: Path) -> str:
    """A database with the sample in it."""
    copied = shutil.copy(sample_database, tmp_path_factory.mktemp("presenter") / "alignment.db")
    return f"sqlite:///{copied}"


@pytest.fixture(scope="module")
def analysis(address: str) -> Analysis:
    with workflows.open_store(Settings(address)) as store:
        return workflows.analyse_wave(store, workflows.SAMPLE_SURVEY, FIRST_WAVE, Settings(address))


@pytest.fixture
def app(address: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", address)
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.query_params["wave"] = FIRST_WAVE
    yield app
    with workflows.open_store(load_settings()) as store:
        keep_presentation(store, workflows.SAMPLE_SURVEY, Presentation())


def test_the_sample_has_every_slide(analysis: Analysis) -> None:
    assert catalogue.available(analysis) == catalogue.SLIDES


def test_a_slide_without_its_data_skips_itself(analysis: Analysis) -> None:
    bare = replace(
        analysis,
        value=None,
        chain=None,
        theory_reality=None,
        patterns=(),
        conversations=(),
        gaps=(),
        most_divisive="",
    )
    assert [slide.code for slide in catalogue.available(bare)] == ["title", "layers", "agree"]


def test_a_survey_that_asks_nothing_of_patterns_has_no_slide_of_them(analysis: Analysis) -> None:
    unknown = tuple(replace(finding, coverage=0.0) for finding in analysis.patterns)
    assert "patterns" not in {
        slide.code for slide in catalogue.available(replace(analysis, patterns=unknown))
    }


def test_a_wave_nobody_may_be_shown_of_still_has_its_title(analysis: Analysis) -> None:
    hidden = tuple(
        replace(role, shown=False, reason="Hidden: fewer than 5 people") for role in analysis.roles
    )
    codes = [slide.code for slide in catalogue.available(replace(analysis, roles=hidden, gaps=()))]
    assert codes[0] == "title"
    assert not {"pair", "value", "chain", "theory"} & set(codes)


@pytest.mark.parametrize(
    "slide", [slide for slide in catalogue.SLIDES if slide.guessable], ids=lambda s: s.code
)
def test_a_hidden_slide_names_no_role_in_its_picture(analysis: Analysis, slide: catalogue.Slide) -> None:
    view = slide.make(analysis, True)
    assert view is not None and view.picture is not None
    look = Look(mode="print", size="projector", width=CONTENT_WIDTH, height=600)
    drawn = view.picture.builder(*view.picture.parts, look=look, **view.picture.options)
    texts = {row.get("text", "") for layer in spec(drawn)["layer"] for row in layer["data"]["values"]}
    tips = {row.get("tip", "") for layer in spec(drawn)["layer"] for row in layer["data"]["values"]}
    for role in analysis.roles:
        assert not any(text.startswith(role.code) for text in texts | tips), role.code
    assert NOBODY in {text.partition(":")[0] for text in texts}
    assert PRINT_LOOK.colours.roles.keys() >= {"CEO"}
    colours = {row.get("colour") for layer in spec(drawn)["layer"] for row in layer["data"]["values"]}
    assert not colours & set(PRINT_LOOK.colours.roles.values())


def test_every_slide_of_the_last_wave_says_it_in_few_words(address: str) -> None:
    with workflows.open_store(Settings(address)) as store:
        last = workflows.analyse_wave(store, workflows.SAMPLE_SURVEY, LAST_WAVE, Settings(address))
    for slide in catalogue.available(last):
        view = slide.make(last, False)
        assert view is not None
        said = [view.kicker, view.title, view.subtitle, *(f"{line.text} {line.aside}" for line in view.lines)]
        if view.picture is not None:
            look = Look(size="projector", width=CONTENT_WIDTH, height=stage.picture_height(view))
            drawn = spec(view.picture.builder(*view.picture.parts, look=look, **view.picture.options))
            said += [row.get("text", "") for layer in drawn["layer"] for row in layer["data"]["values"]]
        assert len(WORD.findall(" ".join(said))) <= MOST_WORDS, slide.code


def test_questions_on_one_axis_are_asked_in_one_direction(analysis: Analysis) -> None:
    for turned in (True, False):
        layers = tuple(
            replace(
                layer,
                questions=tuple(
                    _turned(result, turned == bool(n)) for n, result in enumerate(layer.questions)
                ),
            )
            for layer in analysis.layers
        )
        asked = {result.question.label: result for layer in layers for result in layer.questions}
        view = opening.agreement(replace(analysis, layers=layers), False)
        assert view is not None and view.picture is not None
        drawn = [asked[row.label] for row in view.picture.parts[0]]
        assert len({result.question.reversed for result in drawn}) == 1
        low = drawn[0].labels[-1 if drawn[0].question.reversed else 0]
        assert view.picture.options["ticks"][0] == (1.0, low)


def _turned(result: QuestionResult, reverse: bool) -> QuestionResult:
    return replace(result, question=replace(result.question, reversed=reverse))


def test_lines_are_as_large_as_they_fit() -> None:
    one, many = (
        View(
            "", "What we agreed", lines=tuple(Line("1", "One owner for each pilot", "CEO") for _ in range(n))
        )
        for n in (1, 9)
    )
    assert f"--presenter-line:{stage.LINE_SIZES[0]}" in stage.lines(one)
    assert f"--presenter-line:{stage.LINE_SIZES[-1]}" in stage.lines(many)


def test_masked_roles_do_not_stand_in_office_order(analysis: Analysis) -> None:
    masked = mask(analysis.roles)
    assert list(masked.codes) != [role.code for role in analysis.roles]
    assert sorted(masked.codes) == sorted(role.code for role in analysis.roles)


def test_titles_fit_the_stage_and_leave_room_for_the_picture(analysis: Analysis) -> None:
    for slide in catalogue.SLIDES:
        view = slide.make(analysis, False)
        assert view is not None
        assert len(view.title.split()) <= MOST_WORDS
        assert stage.picture_height(view) > 500, slide.code


def test_a_long_title_is_cut_rather_than_run_over_the_picture() -> None:
    assert len(stage.title_lines(View("", "Why do we do this? " * 60))) == stage.MOST_TITLE_LINES


def test_the_facilitator_orders_and_leaves_out() -> None:
    chosen = Presentation(order=("patterns", "title"), left_out=("layers", "agree"))
    shown = [slide.code for slide in catalogue.to_show(catalogue.SLIDES, chosen)]
    assert shown.index("patterns") < shown.index("title")
    assert not {"layers", "agree"} & set(shown)
    assert sorted([*shown, "layers", "agree"]) == sorted(slide.code for slide in catalogue.SLIDES)


def test_leaving_out_everything_shows_everything() -> None:
    chosen = Presentation(left_out=tuple(slide.code for slide in catalogue.SLIDES))
    assert catalogue.to_show(catalogue.SLIDES, chosen) == list(catalogue.SLIDES)


def test_the_choice_is_kept_with_the_survey(app: AppTest, address: str) -> None:
    app.run()
    app.switch_page(registry.page("present").file).run()
    next(box for box in app.checkbox if "nested layers" in box.label).uncheck().run()
    next(button for button in app.button if button.key == "Down_title").click().run()
    next(toggle for toggle in app.toggle if "guess" in toggle.label).set_value(True).run()
    assert not app.exception
    with workflows.open_store(Settings(address)) as store:
        kept = kept_presentation(store, workflows.SAMPLE_SURVEY)
    assert kept.left_out == ("layers",)
    assert kept.order[:2] == ("layers", "title")
    assert kept.guess_first

    later = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)  # another session
    later.query_params["wave"] = FIRST_WAVE
    later.run()
    later.switch_page(registry.page("present").file).run()
    assert not next(box for box in later.checkbox if "nested layers" in box.label).value
    assert [box.key for box in later.checkbox][:2] == ["show_layers", "show_title"]
    assert next(toggle for toggle in later.toggle if "guess" in toggle.label).value


def test_a_slide_of_the_address_is_drawn_without_the_menu(app: AppTest) -> None:
    app.query_params["present"] = "1"
    app.query_params["slide"] = "2"
    app.run()
    assert not app.exception
    assert len(app.get("vega_lite_chart")) == 1
    assert not app.sidebar.selectbox


@pytest.mark.parametrize("slide", ["0", "99", "two", "-1", "", "1e9", "²"])
def test_a_slide_that_is_not_there_shows_one_that_is(app: AppTest, slide: str) -> None:
    app.query_params["present"] = "1"
    app.query_params["slide"] = slide
    app.run()
    assert not app.exception
    assert not app.error


def test_notes_follow_the_talk_of_their_address(app: AppTest) -> None:
    app.query_params["present"] = "notes"
    app.query_params["talk"] = "some talk"
    app.run()
    assert not app.exception
    assert any("Slide 1 of 16" in element.value for element in app.markdown)
    assert [element.value for element in app.subheader][:2] == ["Say", "Take care"]


def test_presenting_nothing_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ALIGNMENT_DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    app = AppTest.from_file(str(registry.PROJECT / "app.py"), default_timeout=60)
    app.query_params["present"] = "1"
    app.run()
    assert not app.exception
    assert "Load a survey first" in app.error[0].value


def test_a_clock_stops_and_goes_on() -> None:
    talk = Talk(slide=11)
    talk.press_clock(25)
    assert talk.clock is not None and talk.clock.left(talk.clock.ends or 0) == 0
    talk.press_clock(25)
    assert talk.clock.ends is None
    assert 1499 < talk.clock.left(0) <= 1500
    talk.slide = 12
    talk.press_clock(15)
    assert talk.clock is not None and talk.clock.seconds == 900
    assert minutes(754.2) == "12:34"


def test_a_slide_without_minutes_has_no_clock_to_start() -> None:
    talk = Talk()
    talk.press_clock(0)
    assert talk.clock is None


def test_talks_are_found_again_and_the_oldest_forgotten() -> None:
    talks, code = Talks(), new_code()
    talks.get(code).slide = 5
    assert talks.get(code).slide == 5
    for _ in range(MOST_TALKS):
        talks.get(new_code())
    assert talks.get(code).slide == 1
    assert len({new_code() for _ in range(100)}) == 100
