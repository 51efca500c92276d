"""What value means to each role: points per outcome, what is common, what each values alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from alignment_model.analysis.model import NullBand, ValueResult
from alignment_model.counts.forms import Floats
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.layers import shown_band
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import opened, quoted, role_phrases, verb
from alignment_model.framework import load_framework
from alignment_model.measures.allocations import common_ground, overlap, overlap_null, valued_alone
from alignment_model.measures.statistic import Statistic
from alignment_model.questionnaire import Question
from alignment_model.wording import count, listing

ALONE = 10.0  # points above every other role
NAMED = 3  # outcomes a sentence names one by one


def value_result(evidence: Evidence) -> ValueResult | None:
    """The allocation of 100 points; None when it was not asked."""
    questions = evidence.outcomes
    if not questions:
        return None
    outcomes = [question.part or question.code for question in questions]
    names = _names(questions)
    rows = {role: _shares(evidence, role) for role in evidence.counts.shown}
    leaders = [role for role in evidence.leadership if len(rows[role])]
    table = np.array([rows[role].mean(axis=0) for role in leaders]).reshape(len(leaders), len(questions))
    sizes = [len(rows[role]) for role in leaders]
    common = common_ground(table, sizes)
    if len(leaders) < 2:
        common = Statistic.none(too_few_leaders(evidence, len(leaders), "spread its points"), n=len(leaders))
    band = shown_band(overlap_null(tuple(sorted(sizes)), len(questions))) if len(leaders) > 1 else None
    alone = valued_alone(table)
    return ValueResult(
        points={role: _points(rows[role], outcomes) for role in rows if len(rows[role])},
        common=common,
        overlaps={(a, b): overlap(rows[a], rows[b]) for a, b in combinations(leaders, 2)},
        only={
            role: tuple(outcome for outcome, above in zip(outcomes, row) if above >= ALONE)
            for role, row in zip(leaders, alone)
        },
        sentence=_sentence(common, leaders, band)
        if len(leaders) > 1
        else _alone(common, leaders, rows, names),
        null_band=band,
        names=dict(zip(outcomes, names)),
    )


def _names(questions: Sequence[Question]) -> list[str]:
    """What the outcomes are called: by the framework where it knows them, else as the survey asked for them."""
    known = {outcome.code: outcome.name for outcome in load_framework().value_outcomes}
    return [known.get(question.part or question.code, question.label) for question in questions]


def _shares(evidence: Evidence, role: str) -> Floats:
    """A role's allocations brought to 100 each, without those of no point; none when too few spread them."""
    codes = [question.code for question in evidence.outcomes]
    rows = evidence.matrix.of(role, codes)
    rows = rows[~np.isnan(rows).any(axis=1)]
    rows = rows[rows.sum(axis=1) > 0]
    if evidence.too_few(role, len(rows)):
        rows = rows[:0]
    return 100 * rows / rows.sum(axis=1, keepdims=True)


def _points(rows: Floats, outcomes: list[str]) -> dict[str, Statistic]:
    return {outcome: mean_of_people(rows[:, i], least=0.0, most=100.0) for i, outcome in enumerate(outcomes)}


def _sentence(common: Statistic, leaders: list[str], band: NullBand | None) -> str:
    if common.value is None:
        return f"Nobody can tell yet what leaders share: {common.reason}."
    shared = round(common.value)
    chance = f"{_against_chance(common, band)} chance would give"
    points = {0: "No point", 1: "1 of 100 points", 100: "All 100 points"}.get(
        shared, f"{shared} of 100 points"
    )
    if len(leaders) == 2:
        points = points.lower() if shared in (0, 100) else points
        return opened(f"{role_phrases(leaders)} share {points}, {chance}.")
    what = f"{points} {'is' if shared < 2 else 'are'}"
    return f"{what} common to all {count(len(leaders), 'leadership role')}, {chance}."


def _alone(common: Statistic, leaders: list[str], rows: Mapping[str, Floats], names: Sequence[str]) -> str:
    """Where fewer than two leadership roles can be shown: what the one puts first, and why nothing is compared."""
    if not leaders:
        return f"Nobody can tell yet what leaders share: {common.reason}."
    points = rows[leaders[0]].mean(axis=0)
    most = [name for name, found in zip(names, points) if round(found) == round(points.max())]
    put = verb(leaders, "puts", "put")
    what = listing([quoted(name) for name in most]) if len(most) <= NAMED else count(len(most), "outcome")
    each = " each" if len(most) > 1 else ""
    return opened(
        f"{role_phrases(leaders)} {put} {what} first ({points.max():.0f} of 100 points{each}); {common.reason}."
    )


def _against_chance(common: Statistic, band: NullBand | None) -> str:
    if common.p is not None and common.p < 0.05:
        return "more than"
    below = band is not None and (common.value or 0.0) < band.low
    return "fewer than" if below else "no more than"
