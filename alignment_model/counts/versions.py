"""What must stay hidden because an earlier version of the same wave was shown: subtraction would tell it.

A re-import or a snapshot shows the same group twice. Whoever left, came or changed an answer in between can be
worked out from the difference, unless they are as many as a group needs to be shown at all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from alignment_model.counts.roles import people_by_role
from alignment_model.privacy import PrivacyPolicy, different_people
from alignment_model.questionnaire import Question
from alignment_model.responses import Respondent, ResponseSet

People = Mapping[str, Sequence[Respondent]]


def told_by_difference(
    people: People, earlier: Iterable[ResponseSet], policy: PrivacyPolicy, questions: Sequence[Question]
) -> tuple[set[str], set[tuple[str, str]]]:
    """Roles, and (question, role) pairs, that differ from an earlier version by too few people.

    An earlier version counts only where the role was shown in it.
    """
    roles: set[str] = set()
    cells: set[tuple[str, str]] = set()
    for version in (people_by_role(old, policy) for old in earlier):
        for role, members in people.items():
            before = version.get(role, [])
            if role in policy.attributed or policy.too_few(role, len(before)):
                continue
            gone, come = _changed(before, members)
            if 0 < max(len(gone), len(come)) < policy.minimum:
                roles.add(role)
            cells |= {(q.code, role) for q in questions if _few_answered(gone, come, q.code, policy.minimum)}
    return roles, cells


def _changed(
    before: Sequence[Respondent], after: Sequence[Respondent]
) -> tuple[list[Respondent], list[Respondent]]:
    """People of each version whose answers are not in the other."""
    first, second = ([_fingerprint(person) for person in group] for group in (before, after))
    return _beyond(before, first, Counter(second)), _beyond(after, second, Counter(first))


def _beyond(
    people: Sequence[Respondent], prints: Sequence[object], others: Counter[object]
) -> list[Respondent]:
    left = []
    for person, mark in zip(people, prints):
        if others[mark] > 0:
            others[mark] -= 1
        else:
            left.append(person)
    return left


def _few_answered(gone: Sequence[Respondent], come: Sequence[Respondent], code: str, minimum: int) -> bool:
    answers = [[p.answers[code] for p in group if code in p.answers] for group in (gone, come)]
    return different_people(*answers) > 0 and max(map(len, answers)) < minimum


def _fingerprint(person: Respondent) -> tuple[object, ...]:
    """What of a person's answers is in any number: all but words."""
    numbers = (item for item in person.answers.items() if not isinstance(item[1], str))
    return (frozenset(numbers), person.dont_know)
