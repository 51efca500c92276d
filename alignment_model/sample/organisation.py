"""A fictional organisation's survey, drawn from a seed: with the patterns asked for, or with none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np

from alignment_model.errors import UsageError
from alignment_model.questionnaire import ALLOCATION, Questionnaire, load_questionnaire
from alignment_model.responses import Answer, Attribution, Respondent, ResponseSet
from alignment_model.sample.answers import Chance, Scaled, draw_scaled
from alignment_model.sample.plants import strengths
from alignment_model.sample.register import draw_register
from alignment_model.sample.value import draw_effects, draw_points
from alignment_model.sample.words import draw_words

SURVEY = "Tarnwell Logistics (sample)"
CURRENCY = "GBP"
DEFAULT_SEED = 2026
WAVES = (("2026 Q1", date(2026, 3, 9)), ("2026 Q2", date(2026, 6, 8)), ("2026 Q3", date(2026, 9, 7)))
EFFECT = "EFFECT_PERCENT"
NO_POINTS = {"Manager": 0.03, "Employee": 0.1}  # chance of leaving the 100 points blank; leadership 0


def sample_organisation(
    *,
    seed: int = DEFAULT_SEED,
    managers: int = 40,
    employees: int = 180,
    board: int = 6,
    executives: int = 5,
    patterns: Sequence[str] | None = None,
    wave: str | None = None,
) -> ResponseSet:
    """One wave of a fictional organisation with one CEO, CFO and CTO each and fourteen initiatives.

    Parameters
    ----------
    seed
        The same seed gives the same organisation; its people keep their ids and leanings from wave to wave.
    managers, employees, board, executives
        How many people of each protected group; 0 leaves the group out.
    patterns
        Codes to plant. None plants the sample's own five; an empty list gives an organisation with none.
    wave
        "2026 Q1" (the default), "2026 Q2" or "2026 Q3": what is planted eases from wave to wave. Any other
        name gives the first wave under that name.

    Raises
    ------
    UsageError
        When a pattern is not known or a size is negative.

    >>> sample_organisation(managers=2, employees=0, board=0, executives=1).sizes == {
    ...     "CEO": 1, "CFO": 1, "CTO": 1, "Other executive": 1, "Manager": 2}
    True
    """
    sizes = {"Board": board, "Other executive": executives, "Manager": managers, "Employee": employees}
    for role, size in sizes.items():
        if size < 0:
            raise UsageError(f"{size} is not a number of people for the role {role}; use 0 or more.")
    names = [name for name, _ in WAVES]
    index = names.index(wave) if wave in names else 0
    roles = ["CEO", "CFO", "CTO", *(role for role, size in sizes.items() for _ in range(size))]
    chance = Chance(np.random.default_rng([seed, 0]), np.random.default_rng([seed, 1 + index]))
    strength = strengths(patterns, index, chance.lasting)
    questionnaire = load_questionnaire()
    when = WAVES[index][1]
    return ResponseSet(
        questionnaire=questionnaire,
        respondents=_respondents(questionnaire, roles, strength, chance),
        initiatives=draw_register(strength, index, WAVES[0][1], chance),
        attribution=Attribution(
            frozenset({"CEO", "CFO", "CTO"}), True, "Sample organisation", f"{when.isoformat()}T09:00:00Z"
        ),
        survey=SURVEY,
        wave=wave or names[0],
        wave_date=when,
        currency=CURRENCY,
    )


def _respondents(
    questionnaire: Questionnaire, roles: list[str], strength: dict[str, float], chance: Chance
) -> tuple[Respondent, ...]:
    """Everybody's answers under numbers that say nothing about the role, in the order of the numbers."""
    scaled = draw_scaled(questionnaire, roles, strength, chance)
    numbers = np.random.default_rng([len(roles)]).permutation(len(roles)) + 1
    rest = _other_answers(questionnaire, roles, strength, chance)
    people = [
        Respondent(
            id=f"R{number:03d}",
            role=role,
            answers=_scaled_answers(scaled, place) | rest[place],
            dont_know=frozenset(np.array(scaled.codes)[scaled.dont_know[place]].tolist()),
        )
        for place, (role, number) in enumerate(zip(roles, numbers.tolist()))
    ]
    return tuple(sorted(people, key=lambda person: (len(person.id), person.id)))


def _scaled_answers(scaled: Scaled, place: int) -> dict[str, Answer]:
    answered = ~(scaled.dont_know[place] | scaled.blank[place])
    levels = scaled.levels[place].tolist()
    return {code: level for code, level, given in zip(scaled.codes, levels, answered) if given}


def _other_answers(
    questionnaire: Questionnaire, roles: list[str], strength: dict[str, float], chance: Chance
) -> list[dict[str, Answer]]:
    """Points, the number and words, per person."""
    outcomes = [question.code for question in questionnaire.of_kind(ALLOCATION)]
    points = draw_points(roles, strength, chance)
    effects = draw_effects(roles, strength, chance)
    words = draw_words(roles, strength, chance)
    skipped = chance.fresh.random(len(roles)) < np.array([NO_POINTS.get(role, 0.0) for role in roles])
    answers: list[dict[str, Answer]] = []
    for place in range(len(roles)):
        given: dict[str, Answer] = {}
        if not skipped[place]:
            given |= {code: int(share) for code, share in zip(outcomes, points[place].tolist())}
        effect = effects[place]
        if effect is not None:
            given[EFFECT] = effect
        answers.append(given | words[place])
    return answers
