"""From responses to counts and rating matrix, with suppression applied on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from alignment_model.counts.forms import NUMERIC_KINDS, Cell, Counts, Floats, RatingMatrix
from alignment_model.counts.roles import effective_policy, people_by_role
from alignment_model.counts.versions import told_by_difference
from alignment_model.privacy import TOO_CLOSE, PrivacyPolicy, RoleVisibility
from alignment_model.questionnaire import ALLOCATION, Question, Questionnaire
from alignment_model.responses import Respondent, ResponseSet


@dataclass(frozen=True, eq=False)
class _Block:
    """One shown role's answers: values as asked (respondents x columns), "don't know" per question."""

    values: Floats
    dont_know: Counter[str]


def count(
    responses: ResponseSet, policy: PrivacyPolicy, *, earlier: Iterable[ResponseSet] = ()
) -> tuple[Counts, RatingMatrix]:
    """Counts and rating matrix of one wave, suppressed by the policy.

    `earlier` are other versions of the same wave that were shown (a re-import, a snapshot): a protected
    group that differs from one of them by too few people is hidden.
    """
    told = effective_policy(responses, policy)
    people = people_by_role(responses, policy)
    columns = responses.questionnaire.of_kind(*NUMERIC_KINDS)
    close, close_cells = told_by_difference(people, earlier, told, columns)
    roles = tuple(
        replace(role, shown=False, reason=TOO_CLOSE) if role.shown and role.code in close else role
        for role in told.visibility({code: len(members) for code, members in people.items()})
    )
    members = {role.code: people[role.code] for role in roles if role.shown}
    spread_over = _outcomes_asked(members.values(), columns)
    blocks = {role: _block(persons, columns, spread_over) for role, persons in members.items()}
    hidden = {(q.code, role.code): role.reason for role in roles if not role.shown for q in columns}
    for role, block in blocks.items():
        for question, n in zip(columns, (~np.isnan(block.values)).sum(axis=0)):
            key = (question.code, role)
            if reason := told.reason(role, int(n)) or (TOO_CLOSE if key in close_cells else ""):
                hidden[key] = reason
    counts = _counts(responses.questionnaire, roles, blocks, hidden, told)
    return counts, _matrix(blocks, columns, hidden, responses.questionnaire)


def _outcomes_asked(groups: Iterable[Sequence[Respondent]], columns: Sequence[Question]) -> list[int]:
    """The columns of outcomes somebody gave points, noughts included: a blank there is no point.

    An outcome nobody gave anything was not asked, or is not told: it stays blank.
    """
    given = {code for people in groups for person in people for code in person.answers}
    return [i for i, question in enumerate(columns) if question.kind == ALLOCATION and question.code in given]


def _block(people: Sequence[Respondent], columns: Sequence[Question], shares: Sequence[int]) -> _Block:
    answers = [person.answers for person in people]
    missing = float("nan")
    values = np.array([[a.get(q.code, missing) for a in answers] for q in columns], dtype=float)
    values = values.reshape(len(columns), len(people)).T
    gave = ~np.isnan(values[:, shares]).all(axis=1)
    values[np.ix_(gave, shares)] = np.nan_to_num(values[np.ix_(gave, shares)])
    order = np.lexsort(values.T) if columns else slice(None)
    unknown = Counter(code for person in people for code in person.dont_know)
    return _Block(values[order], unknown)


def _counts(
    questionnaire: Questionnaire,
    roles: tuple[RoleVisibility, ...],
    blocks: Mapping[str, _Block],
    hidden: Mapping[tuple[str, str], str],
    policy: PrivacyPolicy,
) -> Counts:
    cells, unknown = {}, {}
    columns = questionnaire.of_kind(*NUMERIC_KINDS)
    for column, question in enumerate(columns):
        for role, block in blocks.items():
            if question.scale:
                cell = _cell(block, column, question.code, questionnaire.levels_of(question.code))
                close = hidden.get((question.code, role)) == TOO_CLOSE
                if not close and not policy.too_few(role, cell.n + cell.dont_know):
                    unknown[question.code, role] = (cell.dont_know, cell.n + cell.dont_know)
                if (question.code, role) not in hidden:
                    cells[question.code, role] = cell
    return Counts(questionnaire, roles, cells, dict(hidden), unknown)


def _cell(block: _Block, column: int, question: str, levels: int) -> Cell:
    values = block.values[:, column]
    chosen = values[~np.isnan(values)].astype(int)
    per_level = np.bincount(chosen, minlength=levels + 1)[1:]
    unknown = block.dont_know[question]
    return Cell(tuple(per_level.tolist()), unknown, values.size - chosen.size - unknown)


def _matrix(
    blocks: Mapping[str, _Block],
    columns: Sequence[Question],
    hidden: Mapping[tuple[str, str], str],
    questionnaire: Questionnaire,
) -> RatingMatrix:
    parts = []
    for role, block in blocks.items():
        values = block.values.copy()
        for column, question in enumerate(columns):
            if (question.code, role) in hidden:
                values[:, column] = np.nan
            elif question.reversed and question.scale:
                values[:, column] = questionnaire.levels_of(question.code) + 1 - values[:, column]
        parts.append(values)
    index = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    empty = np.empty((0, len(columns)))
    return RatingMatrix(
        tuple(q.code for q in columns), tuple(blocks), index, np.vstack(parts) if parts else empty
    )
