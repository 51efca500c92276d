"""What must not leave does not leave: an organisation and its twin give the same files, byte for byte.

The twin differs in everything that is to stay hidden: what groups too small to be shown answered, what protected
people wrote, and every respondent's id. If any file told a bit of that, by a number, a word, an order or a count,
the two would differ. Both go the whole way, from answers through counts and findings to the exports.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alignment_model.analysis import analyse
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import ALLOCATION, NUMBER, TEXT, Question, load_questionnaire
from alignment_model.report.build import build_report
from alignment_model.report.data import report_data
from alignment_model.report.exports import EXPORTERS, export
from alignment_model.responses import Attribution, Initiative, Respondent, ResponseSet
from tests.report.test_exports import unzipped

ATTRIBUTED = frozenset({"CEO", "CFO", "CTO"})
POLICY = PrivacyPolicy(attributed=ATTRIBUTED)
QUESTIONNAIRE = load_questionnaire()
MARK = "xqzj"  # stands in every hidden word and id, and in nothing else
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
PHASES = [Phase.explicit, Phase.generate]  # an analysis takes a while: a smaller example is not worth minutes


@dataclass(frozen=True)
class Organisation:
    """How many of each role answer; `answered` is how many of a group answer each question, where fewer do."""

    sizes: tuple[tuple[str, int], ...]
    answered: int
    seed: int

    def responses(self, world: str) -> ResponseSet:
        """The answers; what is hidden depends on `world`, and nothing else does."""
        people = [person for role, n in self.sizes for person in self._group(role, n, world)]
        register = (
            Initiative("Assistant", "Finance", "CFO", "Pay suppliers", "Pilot", date(2025, 6, 1), 900.0),
        )
        return ResponseSet(
            QUESTIONNAIRE, tuple(people), register, Attribution(ATTRIBUTED, True, "Ann", "2026-03-01"),
            "AI survey", "Spring", date(2026, 3, 1), "EUR",
        )  # fmt: skip

    def _group(self, role: str, n: int, world: str) -> list[Respondent]:
        answers: list[dict[str, Any]] = [{} for _ in range(n)]
        unknown: list[set[str]] = [set() for _ in range(n)]
        for place, question in enumerate(QUESTIONNAIRE.questions):
            few = self.answered if role not in ATTRIBUTED and place % 5 == 0 else n
            hidden = _is_hidden(question, role, n, min(few, n))
            draw = random.Random(f"{self.seed} {role} {question.code} {world if hidden else ''}")
            for person in range(min(few, n)):
                if question.kind not in (TEXT, NUMBER, ALLOCATION) and not hidden and draw.random() < 0.1:
                    unknown[person].add(question.code)
                else:
                    answers[person][question.code] = _answer(
                        question, draw, f"{MARK}{world}" if hidden else ""
                    )
        return [
            Respondent(f"{MARK}{world}{role}{i}", role, answers[i], frozenset(unknown[i])) for i in range(n)
        ]


def _is_hidden(question: Question, role: str, n: int, answered: int) -> bool:
    if question.kind == TEXT:
        leads = role not in ("Manager", "Employee")
        return not leads or not POLICY.comments_shown(role, min(n, answered))
    return POLICY.too_few(role, n) or POLICY.too_few(role, answered)


def _answer(question: Question, draw: random.Random, mark: str) -> int | float | str:
    if question.kind == TEXT:
        return f"{mark} cost and quality {draw.randint(0, 9)}".strip()
    if question.kind == NUMBER:
        return float(draw.randint(-20, 20))
    if question.kind == ALLOCATION:
        return 100 / len(QUESTIONNAIRE.of_kind(ALLOCATION))
    return draw.randint(1, QUESTIONNAIRE.levels_of(question.code))


def organisations() -> st.SearchStrategy[Organisation]:
    """Any make-up: groups that are shown, too small, or shown on some questions only."""
    sizes = {role: st.integers(0, 1) for role in sorted(ATTRIBUTED)}
    sizes |= {role: st.integers(0, 12) for role in ("Board", "Other executive", "Manager", "Employee")}
    return st.builds(
        Organisation,
        st.fixed_dictionaries(sizes).map(lambda found: tuple(found.items())),
        st.integers(1, 12),
        st.integers(0, 10_000),
    )


def twins(organisation: Organisation) -> list[Any]:
    return [analyse(organisation.responses(world), policy=POLICY) for world in ("one", "two")]


@settings(max_examples=12, deadline=None, suppress_health_check=SLOW, phases=PHASES)
@given(organisations())
def test_no_number_of_the_report_depends_on_what_is_hidden(organisation: Organisation) -> None:
    first, second = (report_data(analysis) for analysis in twins(organisation))
    assert first == second


TELLING = Organisation(
    (("CEO", 1), ("CFO", 1), ("CTO", 1), ("Board", 4), ("Other executive", 7), ("Manager", 12), ("Employee", 3)),
    4, 7,
)  # fmt: skip


@pytest.fixture(scope="module")
def reports() -> list[Any]:
    """An organisation with every kind of hiding in it, and its twin."""
    return [build_report(analysis) for analysis in twins(TELLING)]


@pytest.mark.parametrize("code", EXPORTERS)
def test_no_byte_of_any_file_depends_on_what_is_hidden(reports: list[Any], code: str) -> None:
    first, second = (export(report, code) for report in reports)
    assert first == second
    assert MARK.encode() not in unzipped(first)


def test_the_twins_do_differ_and_a_difference_that_may_be_seen_is_seen() -> None:
    one, two = (TELLING.responses(world) for world in ("one", "two"))
    assert one.respondents != two.respondents
    ceo = replace(one.respondents[0], answers={**one.respondents[0].answers, "TC1": 1})
    other = replace(ceo, answers={**ceo.answers, "TC1": 5})
    seen = [
        report_data(analyse(replace(one, respondents=(person, *one.respondents[1:])), policy=POLICY))
        for person in (ceo, other)
    ]
    assert seen[0] != seen[1]
