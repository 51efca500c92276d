"""Draw what people answer: levels on scales, points, the number, "don't know" and blanks.

A person has a lasting leaning and lasting opinions (kept from wave to wave) and a mood of the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignment_model.questionnaire import DESIGNED, EVIDENCE, WORKING, Question, Questionnaire
from alignment_model.sample.plants import APART, PLANTS

Floats = NDArray[np.float64]

ORDINARY = 3.45  # where an ordinary organisation stands on a statement, direction-corrected
DESIGN, REALITY = 3.6, 3.25
CHAIN = {
    "implementation": 3.4,
    "adoption": 3.1,
    "productivity": 2.9,
    "throughput": 2.6,
    "customer_value": 2.5,
    "financial_results": 2.3,
}
LEANING = {"CEO": 0.1, "CFO": -0.12, "CTO": 0.06, "Manager": -0.08, "Employee": -0.08}
PERSON, OPINION, MOOD = 0.2, 0.5, 0.42  # standard deviations, in points
NOT_KNOWING = {"Manager": 0.04, "Employee": 0.08}  # leadership 0.02
FAR_FROM_WORK = {"Manager": 0.12, "Employee": 0.35}  # evidence, theory and strategy; leadership 0.03
BLANK = {"Manager": 0.015, "Employee": 0.03}  # leadership 0.005


@dataclass(frozen=True, slots=True)
class Chance:
    """Two generators: `lasting` gives the same in every wave of an organisation, `fresh` a new draw."""

    lasting: np.random.Generator
    fresh: np.random.Generator


@dataclass(frozen=True, slots=True)
class Scaled:
    """Answers on scales, people x questions: `levels` as given (1..K), and who did not know or left blank."""

    codes: tuple[str, ...]
    levels: NDArray[np.int64]
    dont_know: NDArray[np.bool_]
    blank: NDArray[np.bool_]


def draw_scaled(
    questionnaire: Questionnaire, roles: Sequence[str], strength: Mapping[str, float], chance: Chance
) -> Scaled:
    """Everybody's answers to every question on a scale."""
    questions = questionnaire.scaled
    shared = np.clip(chance.lasting.standard_normal(len(questions)) * 0.12, -0.25, 0.25)
    shape = (len(roles), len(questions))
    person = chance.lasting.standard_normal((len(roles), 1)) * PERSON
    opinion = chance.lasting.standard_normal(shape) * OPINION
    mood = chance.fresh.standard_normal(shape) * MOOD
    wanted = {role: expected_positions(questions, role, strength, shared) for role in dict.fromkeys(roles)}
    levels = np.array([questionnaire.scale_of(question).levels for question in questions])
    latent = np.array([wanted[role] for role in roles]).reshape(shape) + person + opinion + mood
    given = np.clip(np.rint(latent), 1, levels).astype(np.int64)
    turned = np.array([question.reversed for question in questions])
    given = np.where(turned, levels + 1 - given, given)
    unknown = {role: _unknown(questions, role, strength) for role in dict.fromkeys(roles)}
    dont_know = chance.fresh.random(shape) < np.array([unknown[role] for role in roles]).reshape(shape)
    blank_share = np.array([[BLANK.get(role, 0.005)] for role in roles]).reshape(len(roles), 1)
    blank = ~dont_know & (chance.fresh.random(shape) < blank_share)
    return Scaled(tuple(question.code for question in questions), given, dont_know, blank)


def expected_positions(
    questions: Sequence[Question], role: str, strength: Mapping[str, float], shared: Floats
) -> Floats:
    """Where this role stands on each question on average, direction-corrected."""
    column = {question.code: index for index, question in enumerate(questions)}
    expected = np.array([_ordinary(question) for question in questions]) + shared + LEANING.get(role, 0.0)
    for pattern, amount in strength.items():
        plant = PLANTS[pattern]
        for code, (target, way) in plant.positions(role).items():
            expected[column[code]] += amount * way * (target - expected[column[code]])
        for code, spread in plant.apart.items():
            expected[column[code]] += amount * spread * APART.get(role, 0.0)
    return expected


def _ordinary(question: Question) -> float:
    special = {DESIGNED: DESIGN, WORKING: REALITY}
    return CHAIN[question.part] if question.kind == EVIDENCE else special.get(question.kind, ORDINARY)


def _unknown(questions: Sequence[Question], role: str, strength: Mapping[str, float]) -> Floats:
    far = {EVIDENCE, DESIGNED, WORKING}
    shares = np.array(
        [
            FAR_FROM_WORK.get(role, 0.03) if question.kind in far else NOT_KNOWING.get(role, 0.02)
            for question in questions
        ]
    )
    if role in NOT_KNOWING:
        for pattern, amount in strength.items():
            for code, share in PLANTS[pattern].dont_know.items():
                index = next(i for i, question in enumerate(questions) if question.code == code)
                shares[index] += amount * (share - shares[index])
    return shares
