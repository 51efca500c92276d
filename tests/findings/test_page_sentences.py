"""The sentence at the top of each page: one, many, ties, nobody, and those who may not be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.analysis import Analysis, analyse
from alignment_model.findings.chain import breaks_sentence
from alignment_model.findings.number import effects_sentence
from alignment_model.findings.theme_sentences import closest_and_farthest
from alignment_model.findings.theory_reality import gap_sentence
from alignment_model.findings.words import role_phrase
from alignment_model.framework import load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.wording import points
from tests.findings.making import survey
from tests.findings.organisation import organisation

LEADERS = ("CEO", "CFO", "CTO", "Board", "Other executive", "COO", "CIO", "CDO", "CHRO", "CMO")
STAGES = ("", *(stage.code for stage in load_framework().stages))
DOMAINS = tuple(domain.code for domain in load_framework().domains)
HIDDEN = PrivacyPolicy(attributed=frozenset())


def analysed(policy: PrivacyPolicy | None = None, **case: object) -> Analysis:
    return analyse(organisation(case), policy=policy or PrivacyPolicy())


@pytest.mark.parametrize(
    ("breaks", "said"),
    [
        ({"CEO": ""}, "The CEO does not see the value chain break."),
        ({"Board": "", "CEO": ""}, "No leadership role sees the value chain break."),
        ({"CFO": "adoption"}, "The CFO sees the value chain break at adoption."),
        (
            {"Other executive": "adoption", "CEO": ""},
            "The other executives see the value chain break at adoption, the CEO nowhere.",
        ),
        (
            {"CEO": "adoption", "CFO": "adoption"},
            "All 2 leadership roles see the value chain break at adoption.",
        ),
        (
            {"CEO": "throughput", "CFO": "adoption", "CTO": "throughput"},
            "The CEO and the CTO see the value chain break at throughput, the CFO at adoption.",
        ),
        (
            dict(zip(LEADERS, ("adoption",) * 7 + ("throughput",) * 2 + ("",))),
            "7 of 10 leadership roles see the value chain break at adoption, 2 at throughput, 1 nowhere.",
        ),
    ],
)
def test_where_the_chain_breaks(breaks: Mapping[str, str], said: str) -> None:
    assert breaks_sentence(breaks) == said


@given(st.dictionaries(st.sampled_from(LEADERS), st.sampled_from(STAGES), min_size=1))
def test_every_break_is_named_once(breaks: dict[str, str]) -> None:
    said = breaks_sentence(breaks)
    names = {stage.code: stage.name.lower() for stage in load_framework().stages}
    broken = {names[code] for code in breaks.values() if code}
    assert all(said.count(name) == 1 for name in broken)
    assert ("nowhere" in said) == bool(broken and "" in breaks.values())


@pytest.mark.parametrize(
    ("effects", "said"),
    [
        ({"CEO": -5.0}, "The CEO expects −5 %; only one leadership role gave a number."),
        ({"CEO": -5.0, "CFO": -5.0}, "The CEO and the CFO expect −5 %."),
        ({"CEO": 0.0, "CFO": 0.0, "CTO": 0.0}, "All 3 leadership roles expect 0 %."),
        (
            {"CEO": -20.0, "Other executive": -20.0, "CTO": 3.0},
            "Expectations run from −20 % (the CEO and the other executives) to +3 % (the CTO).",
        ),
        ({"CEO": -1.2, "CFO": -1.6}, "Expectations run from −1.6 % (the CFO) to −1.2 % (the CEO)."),
    ],
)
def test_what_leaders_expect(effects: Mapping[str, float], said: str) -> None:
    assert effects_sentence(effects, "%", "only one leadership role gave a number") == said


@given(st.dictionaries(st.sampled_from(LEADERS), st.floats(-60, 60), min_size=1))
def test_both_ends_of_the_expectations_are_named(effects: dict[str, float]) -> None:
    said = effects_sentence(effects, "%", "reason")
    low, high = min(effects, key=effects.__getitem__), max(effects, key=effects.__getitem__)
    if said.startswith("Expectations run"):
        before, after = said.split(") to ")
        assert role_phrase(low) in before and role_phrase(high) in after
    assert "-" not in said and "nan" not in said


@pytest.mark.parametrize(
    ("gaps", "said"),
    [
        ({"people": {"CEO": 2.0}}, "The CEO sees reality 2.0 points behind the design in people."),
        (
            {"people": {"CEO": 0.0, "CFO": 0.0}, "culture": {"CEO": 0.02}},
            "Leadership sees reality level with the design in every domain.",
        ),
        (
            {"people": {"CEO": -2.0, "CFO": -2.0}},
            "Leadership sees reality level with or ahead of the design in every domain.",
        ),
        (
            {"people": {"CEO": 1.0, "CFO": 1.0}, "systems": {"CEO": 0.2, "CFO": 0.2}},
            "Leadership sees reality farthest behind the design, 1.0 points, in people.",
        ),
        (
            {code: {"CEO": 1.0, "CFO": 1.0} for code in DOMAINS},
            "Leadership sees reality 1.0 points behind the design in all 4 domains.",
        ),
        (
            {"people": {"CEO": 3.0, "CFO": 0.0}, "systems": {"CEO": 0.0, "CFO": 0.0}},
            "Leadership sees reality farthest behind the design, 1.5 points, in people; "
            "its roles differ most there, by 3.0.",
        ),
        (
            {"people": {"CEO": 3.0, "CFO": -1.0}, "systems": {"CEO": 2.0, "CFO": 2.0}},
            "Leadership sees reality farthest behind the design, 2.0 points, in systems; "
            "its roles differ most on people, by 4.0.",
        ),
    ],
)
def test_where_reality_is_behind(gaps: Mapping[str, Mapping[str, float]], said: str) -> None:
    assert gap_sentence(gaps) == said


@given(
    st.dictionaries(
        st.sampled_from(DOMAINS),
        st.dictionaries(st.sampled_from(LEADERS[:4]), st.integers(-4, 4).map(float), min_size=2),
        min_size=1,
    )
)
def test_the_widest_distance_is_always_told(gaps: dict[str, dict[str, float]]) -> None:
    widest = max(max(at.values()) - min(at.values()) for at in gaps.values())
    said = gap_sentence(gaps)
    assert (f"by {points(widest)}." in said) == (widest >= 1)


def test_hidden_leaders_are_not_said_to_have_been_silent() -> None:
    only_executives = analysed(HIDDEN)
    assert "only one leadership role may be shown" in only_executives.headline
    assert "stand" not in only_executives.headline or "than leadership" not in only_executives.headline
    assert only_executives.value is not None and only_executives.number is not None
    assert only_executives.value.sentence.endswith("only one leadership role may be shown.")
    assert (
        only_executives.number.sentence
        == "The other executives expect −5 %; only one leadership role may be shown."
    )
    assert any(
        "Only one leadership role may be shown (the other executives)" in n for n in only_executives.notes
    )


def test_leaders_who_were_silent_are_not_said_to_be_hidden() -> None:
    alone = analysed(without=["CFO", "CTO", "Other executive"])
    assert alone.value is not None and alone.number is not None
    assert alone.value.sentence.endswith("only one leadership role spread its points.")
    assert alone.number.sentence == "The CEO expects −5 %; only one leadership role gave a number."


def test_everybody_who_does_not_know_gave_no_answer() -> None:
    wave = organisation()
    codes = frozenset(question.code for question in wave.questionnaire.scaled)
    people = tuple(replace(person, answers={}, dont_know=codes) for person in wave.respondents)
    found = analyse(replace(wave, respondents=people, initiatives=()), policy=PrivacyPolicy())
    assert (
        found.headline == "Nobody can tell yet how far leadership agrees (no leadership role gave an answer)."
    )
    assert found.chain is not None and found.chain.sentence.endswith("no leadership role gave an answer.")


def test_what_is_clear_comes_before_what_nobody_can_tell() -> None:
    rows = {
        "Plants": [[1, 1, 2, 1, 1, 2], [2, 1, 2, 1, 2, 2]] * 3,
        "Offices": [[5, 4, 5, 5, 4, 5], [4] * 6] * 3,
    }
    found = analyse(survey(rows), policy=PrivacyPolicy())
    assert found.headline.startswith("Plants stand")
    assert found.headline.endswith(
        "nobody can tell yet how far leadership agrees (no leadership role answered)."
    )


@pytest.mark.parametrize(
    ("shares", "said"),
    [
        ([[100, 0], [0, 100]], "No point is common to all 3 leadership roles, fewer than chance would give."),
        (
            [[100, 0], [100, 0]],
            "All 100 points are common to all 3 leadership roles, more than chance would give.",
        ),
    ],
)
def test_points_in_common(shares: list[list[int]], said: str) -> None:
    first, other = ([*row, 0, 0, 0, 0, 0, 0] for row in shares)
    found = analysed(points={"CEO": first, "CFO": other, "CTO": other}, without=["Other executive"]).value
    assert found is not None and found.sentence == said


def test_pairs_that_share_the_same_are_no_extremes() -> None:
    value = analysed(without=["Other executive"]).value
    assert value is not None
    assert closest_and_farthest(value) == "Every two leadership roles share 100 of 100 points"
    tied = [0, 0, 0, 0, 0, 50, 50, 0]
    value = analysed(points={"CTO": tied}, without=["Other executive"]).value
    assert value is not None
    assert closest_and_farthest(value) == (
        "The CEO and the CFO share most (100 points), the CEO and the CTO (and 1 other pair) least (0)"
    )
