"""A second way to make organisations with a pattern: conditions people see dimly, not answers that are set.

The product's sample moves the questions of a pattern to a target. Here an organisation is a set of conditions (one
behind each question, sharing a common and a section factor). A pattern is a mechanism written from the words of the
sources: it pushes some conditions by an amount drawn for each of them, spills over into neighbours that no signal
of the pattern reads, and shapes how initiatives live. People then answer through their own habits: halo, saying
yes, liking the ends of the scale, noise, not knowing, giving up half-way, ticking one column. Nothing here was
tuned on the thresholds of `data/patterns.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from alignment_model.questionnaire import (
    ALLOCATION,
    DESIGNED,
    EVIDENCE,
    WORKING,
    Question,
    Questionnaire,
    load_questionnaire,
)
from alignment_model.responses import Answer, Respondent, ResponseSet
from benchmarks.mechanisms import MECHANISMS, Mechanism, merged
from benchmarks.second_register import draw_initiatives

WHEN = date(2026, 3, 9)
USUAL = 3.45  # middle of what employees' and leaders' surveys give on favourable statements
COMMON, SECTION, OWN = 0.22, 0.15, 0.2  # sd of an organisation's conditions, points
OPTIMISM = 0.2  # leaders above managers, in every organisation
OUTLOOK = 0.3  # sd of a leadership role's own view of a section
HALO, YES, NOISE = 0.3, 0.2, 0.75  # sd per person, per person, per answer
USUAL_EFFECT, POINTS_KEPT = -6.0, 40.0
CHAIN_START, CHAIN_STEP = 3.3, 0.22
DESIGN_AHEAD = 0.4
ENDS, LEVELS = 0.2, 5  # sd of the liking for the ends of the scale, on the log; every scale has five levels
TICK_ONE_COLUMN, GIVE_UP, LAST_SHARE, BLANK = 0.03, 0.06, 0.4, 0.015
Floats = NDArray[np.float64]
LEADERS = ("CEO", "CFO", "CTO", "Board", "Other executive")


@dataclass(frozen=True, slots=True)
class Case:
    """What is planted, how strongly (1 is full), and how well the place is run (0 is ordinary, in points)."""

    planted: tuple[str, ...] = ()
    strength: float = 1.0
    mood: float = 0.0


def organisation(seed: int, case: Case, sizes: dict[str, int]) -> ResponseSet:
    """One organisation's answers and register; `sizes` gives the people of each role."""
    rng = np.random.default_rng([seed, 77])
    asked = load_questionnaire()
    scale = case.strength * rng.uniform(0.85, 1.15)
    mechanism = merged([MECHANISMS[code] for code in case.planted]).times(scale)
    views = _views(asked, mechanism, [role for role, n in sizes.items() if n], case.mood, rng)
    shared = rng.dirichlet(np.full(8, 3.0))
    people = [
        person
        for role, view in views.items()
        for person in _people(asked, role, sizes[role], view, mechanism, shared, rng)
    ]
    return ResponseSet(
        asked,
        tuple(people),
        draw_initiatives(mechanism, WHEN, rng),
        survey="Second",
        wave="W",
        wave_date=WHEN,
        currency="GBP",
    )


def _views(
    asked: Questionnaire, mechanism: Mechanism, roles: Sequence[str], mood: float, rng: np.random.Generator
) -> dict[str, dict[str, float]]:
    """Role -> question -> what this role sees on average, direction-corrected."""
    questions = asked.scaled
    sections = {question.code: question.code[:2] for question in questions}
    common = rng.normal(mood, COMMON)
    section = {name: rng.normal(0, SECTION) for name in sorted(set(sections.values()))}
    chain = rng.normal(CHAIN_START, 0.3) - np.cumsum(np.abs(rng.normal(CHAIN_STEP, 0.12, 6)))
    state = {
        q.code: _start(q, chain) + 0.6 * common + section[sections[q.code]] + rng.normal(0, OWN)
        for q in questions
    }
    for domain in ("PEOPLE", "SYSTEMS", "INCENTIVES", "CULTURE"):
        state[f"TR_{domain}_D"] = state[f"TR_{domain}_W"] + rng.normal(DESIGN_AHEAD, 0.2)
    pushed = {code: push * abs(rng.normal(1, 0.15)) for code, push in mechanism.pushes.items()}
    seen = rng.uniform(*mechanism.leaders_see)
    views = {}
    for role in roles:
        leads = role in LEADERS
        outlook = {name: rng.normal(0, OUTLOOK) if leads else 0.0 for name in section}
        views[role] = {
            q.code: state[q.code]
            + pushed.get(q.code, 0.0) * (seen if leads else 1.0)
            + (mechanism.leaders_only if leads else mechanism.managers_only).get(q.code, 0.0)
            + (OPTIMISM if leads and q.kind not in (EVIDENCE, DESIGNED, WORKING) else 0.0)
            + outlook[sections[q.code]]
            + (rng.normal(0, mechanism.apart[q.code]) if leads and q.code in mechanism.apart else 0.0)
            for q in questions
        }
    return views


def _start(question: Question, chain: Floats) -> float:
    if question.kind == EVIDENCE:
        return float(chain[int(question.code[2]) - 1])
    return 3.2 if question.kind in (DESIGNED, WORKING) else USUAL


def _people(
    asked: Questionnaire,
    role: str,
    n: int,
    view: dict[str, float],
    mechanism: Mechanism,
    shared: Floats,
    rng: np.random.Generator,
) -> list[Respondent]:
    """`n` people of a role, each answering through their own habits."""
    questions = asked.scaled
    codes = [question.code for question in questions]
    leads, shape = role in LEADERS, (n, len(questions))
    felt = (
        np.array([view[code] for code in codes]) + rng.normal(0, HALO, (n, 1)) + rng.normal(0, NOISE, shape)
    )
    turned = np.array([question.reversed for question in questions])
    as_asked = np.where(turned, LEVELS + 1 - felt, felt) + rng.normal(0.05, YES, (n, 1))
    stretched = 3 + (as_asked - 3) * rng.lognormal(0, ENDS, (n, 1))
    given = np.clip(np.rint(stretched), 1, LEVELS).astype(int)
    one_column = (rng.random((n, 1)) < TICK_ONE_COLUMN) & (not leads)
    given = np.where(one_column, rng.integers(2, 5, (n, 1)), given)
    told = np.array([0.0 if leads else mechanism.not_told.get(code, 0.0) for code in codes])
    sure = (1 - rng.beta(1.2, 20 if leads else 14, (n, 1))) * (1 - told)
    unknown = rng.random(shape) > sure
    gives_up = (rng.random((n, 1)) < GIVE_UP) & (not leads)
    reached = np.where(gives_up, rng.uniform(LAST_SHARE, 1, (n, 1)), 1.0) * len(questions)
    there = (np.arange(len(questions)) < reached) & (rng.random(shape) >= BLANK)
    rest = _points_and_number(asked, role, n, mechanism, shared, rng)
    return [
        Respondent(
            f"{role}{number}",
            role,
            {
                code: int(given[number, k])
                for k, code in enumerate(codes)
                if there[number, k] and not unknown[number, k]
            }
            | rest[number],
            frozenset(code for k, code in enumerate(codes) if there[number, k] and unknown[number, k]),
        )
        for number in range(n)
    ]


def _points_and_number(
    asked: Questionnaire, role: str, n: int, mechanism: Mechanism, shared: Floats, rng: np.random.Generator
) -> list[dict[str, Answer]]:
    """100 points between a common idea of value and what the role cares for, and the expected effect."""
    own = np.full(len(shared), 0.02)
    own[list(CARES.get(role, (3, 5)))] = 0.46
    lean = np.clip(rng.normal(0.15 + mechanism.own_way, 0.07, (n, 1)), 0, 0.95)
    wanted = np.maximum((1 - lean) * shared + lean * own, 0.004) * POINTS_KEPT
    drawn = rng.standard_gamma(wanted)
    step = rng.choice([1, 5, 10], (n, 1))
    points = (np.rint(100 * drawn / drawn.sum(axis=1, keepdims=True) / step) * step).astype(int)
    points[np.arange(n), points.argmax(axis=1)] += 100 - points.sum(axis=1)
    centre = USUAL_EFFECT + EXPECTS.get(role, 0.0) * mechanism.numbers_apart
    effects = np.clip(np.rint(rng.normal(centre, 2.2, n)), -60, 30).astype(int)
    says = (rng.random(n) < 0.6) | (role in LEADERS)
    codes = [question.code for question in asked.of_kind(ALLOCATION)]
    return [
        dict(zip(codes, points[i].tolist())) | ({"EFFECT_PERCENT": int(effects[i])} if says[i] else {})
        for i in range(n)
    ]


# Places of the outcomes a role cares for by its primary view of value: growth, return, technology, operations,
# customers, work, risk, trust; and on which side of the others its number lies.
CARES = {"CEO": (0, 7), "CFO": (1, 6), "CTO": (2, 3), "Board": (6, 7), "Other executive": (3, 4)}
EXPECTS = {"CEO": -1.0, "CFO": 0.6, "CTO": -0.5, "Board": 0.2, "Other executive": 0.3}
