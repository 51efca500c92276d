"""Compare two waves from their responses: analysed alike, hidden where the difference gave people away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from alignment_model.analysis.model import Analysis
from alignment_model.analysis.wave import analyse
from alignment_model.counts import effective_policy, people_by_role
from alignment_model.counts.forms import Floats
from alignment_model.findings.comparable import shared_questions, shared_roles
from alignment_model.findings.patterns.rules import PatternRules
from alignment_model.findings.trends import ParticipantChanges, Trend, compare
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import Question
from alignment_model.responses import Respondent, ResponseSet

MOSTLY = 0.8  # share of both waves' people that must be the same to pair by person


def compare_waves(
    before: ResponseSet,
    after: ResponseSet,
    *,
    policy: PrivacyPolicy,
    rules: PatternRules | None = None,
    seed: int = 0,
    linked: bool = False,
    replaced: tuple[Iterable[ResponseSet], Iterable[ResponseSet]] = ((), ()),
) -> Trend:
    """What changed between two waves; a protected group is left out where too few of its answers differ.

    `linked` says that the same id means the same person in both waves: a group most of whose people answered
    twice is then compared person by person. `replaced` are versions of either wave that were shown before.
    """
    first = analyse(before, policy=policy, rules=rules, seed=seed, earlier=replaced[0])
    second = analyse(after, policy=policy, rules=rules, seed=seed, earlier=[before, *replaced[1]])
    people = person_changes(before, after, (first, second), policy) if linked else None
    return compare(first, second, people)


def person_changes(
    before: ResponseSet, after: ResponseSet, analyses: tuple[Analysis, Analysis], policy: PrivacyPolicy
) -> ParticipantChanges:
    """Change of each person's layer mean, by layer and role, for roles shown in both waves."""
    policy = effective_policy(after, policy)
    shared, _ = shared_questions(*analyses)
    roles, _ = shared_roles(*analyses)
    groups = [people_by_role(wave, policy) for wave in (before, after)]
    found = {}
    for role in roles:
        pairs = _same_people(groups[0][role], groups[1][role])
        if len(pairs) < MOSTLY * max(len(group[role]) for group in groups) or policy.too_few(
            role, len(pairs)
        ):
            continue
        for layer in after.questionnaire.layers:
            questions = [q for q in after.questionnaire.in_layer(layer.code) if q.code in shared]
            found[layer.code, role] = _changes(pairs, questions, after)
    return {key: changes for key, changes in found.items() if not policy.too_few(key[1], changes.size)}


def _same_people(
    before: Sequence[Respondent], after: Sequence[Respondent]
) -> list[tuple[Respondent, Respondent]]:
    earlier = {person.id: person for person in before}
    return [
        (earlier[person.id], person) for person in sorted(after, key=lambda p: p.id) if person.id in earlier
    ]


def _changes(
    pairs: Sequence[tuple[Respondent, Respondent]], questions: Sequence[Question], wave: ResponseSet
) -> Floats:
    levels = [wave.questionnaire.levels_of(question.code) for question in questions]
    change = np.array(
        [
            [_answer(second, q, k) - _answer(first, q, k) for q, k in zip(questions, levels)]
            for first, second in pairs
        ]
    ).reshape(len(pairs), len(questions))
    steps = change * 4 / (np.array(levels) - 1)
    known = ~np.isnan(steps)
    some = known.any(axis=1)
    return np.where(known, steps, 0.0).sum(axis=1)[some] / known.sum(axis=1)[some]


def _answer(person: Respondent, question: Question, levels: int) -> float:
    answer = float(person.answers.get(question.code, np.nan))
    return levels + 1 - answer if question.reversed else answer
