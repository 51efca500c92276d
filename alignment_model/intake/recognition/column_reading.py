"""Each column as the person sees it: levels and counts, the question it answers, what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from alignment_model.errors import Problem
from alignment_model.intake import problems as say
from alignment_model.intake.answers import Read
from alignment_model.intake.check import check_column, check_points, level_counts, read_answers
from alignment_model.intake.grid import Column, Table
from alignment_model.intake.mapping.matching import BY_LIKENESS, Match
from alignment_model.intake.mapping.model import ColumnChoice
from alignment_model.intake.mapping.own_questions import own_question
from alignment_model.intake.recognition.answer_shapes import multi_separator, options_of
from alignment_model.intake.recognition.kinds import (
    ATTENTION,
    CHOICE,
    MULTI,
    NUMBER,
    RANKING,
    RATING,
    TEXT,
    Described,
)
from alignment_model.intake.recognition.model import RecognisedColumn
from alignment_model.intake.recognition.options import usable
from alignment_model.intake.recognition.scales.scale_words import DONT_KNOW, NO_ANSWER
from alignment_model.intake.text import as_number
from alignment_model.questionnaire import ALLOCATION, SCALED_KINDS, Question, Questionnaire, Scale
from alignment_model.questionnaire import NUMBER as NUMBER_QUESTION

_KIND_OF_QUESTION = {NUMBER_QUESTION: NUMBER, ALLOCATION: NUMBER, "text": TEXT}


@dataclass
class ColumnReader:
    """Reads one column after the other and collects what is wrong."""

    table: Table
    rows: np.ndarray
    questionnaire: Questionnaire
    columns: Sequence[Described]
    choices: Mapping[int, ColumnChoice]
    matches: Mapping[int, Match]
    seen: Mapping[int, int]
    problems: list[Problem] = field(default_factory=list)
    _codes: dict[str, str] = field(default_factory=dict)
    _points: list[tuple[Column, Mapping[str, Read]]] = field(default_factory=list)

    def column(self, described: Described, *, role: bool = False) -> RecognisedColumn:
        """One column: with our question, with one of the team's own, or as it is."""
        place = described.column.index
        choice, match = self.choices.get(place), self.matches.get(place)
        if role or (choice is not None and choice.ignore):
            return self._as_it_is(described, choice)
        if match is not None:
            return self._ours(described, match, choice)
        if choice is not None:
            return self._own(described, choice)
        return self._as_it_is(described, None)

    def points(self) -> list[Problem]:
        """Rows whose shared-out points do not add up to 100."""
        return check_points(self.table, self.rows, self._points)[0] if len(self._points) > 1 else []

    def _cell(self, described: Described) -> str:
        return self.table.header_address(described.column.index)

    def _ours(self, described: Described, match: Match, choice: ColumnChoice | None) -> RecognisedColumn:
        question = self.questionnaire.question(match.code)
        scale = self.questionnaire.scale_of(question) if question.kind in SCALED_KINDS else None
        sheet, cell = self.table.sheet.name, self._cell(described)
        if match.code in self._codes:
            self.problems.append(say.asked_twice(match.code, self._codes[match.code], sheet, cell))
        self._codes.setdefault(match.code, cell)
        if match.how == BY_LIKENESS and not match.sure:
            heading = described.column.header.text
            self.problems.append(say.doubtful_match(heading, question.text, match.confidence, sheet, cell))
        return self._answered(described, question, scale, choice, match)

    def _own(self, described: Described, choice: ColumnChoice) -> RecognisedColumn:
        sheet, cell = self.table.sheet.name, self._cell(described)
        described = usable(described, self.columns, self.rows)
        question, scale, problems = own_question(described, choice, self._codes, sheet, cell)
        self.problems += problems
        if question is None:
            return self._as_it_is(described, choice)
        self._codes[question.code] = cell
        return self._answered(described, question, scale, choice, None)

    def _answered(
        self,
        described: Described,
        question: Question,
        scale: Scale | None,
        choice: ColumnChoice | None,
        match: Match | None,
    ) -> RecognisedColumn:
        reads = read_answers(described, question, scale, choice)
        self.problems += check_column(self.table, self.rows, described, question, scale, reads)
        if question.kind == ALLOCATION:
            self._points.append((described.column, reads))
        off = {
            answer: described.answers[answer]
            for answer, read in reads.items()
            if read.kind in (DONT_KNOW, NO_ANSWER)
        }
        return RecognisedColumn(
            **self._common(described),
            kind=RATING if scale else _KIND_OF_QUESTION[question.kind],
            levels=scale.labels if scale else (),
            counts=level_counts(reads, described.answers, scale.levels) if scale else (),
            off_scale=off,
            match=match,
            question=question,
            scale=scale,
            reading=described.scale,
            choice=choice,
            reads=reads,
        )

    def _as_it_is(self, described: Described, choice: ColumnChoice | None) -> RecognisedColumn:
        levels, counts = _levels(described)
        kept = set(levels)
        return RecognisedColumn(
            **self._common(described),
            kind=described.kind,
            levels=levels,
            counts=counts,
            off_scale={answer: described.answers[answer] for answer in described.off if answer not in kept},
            reading=described.scale,
            choice=choice,
        )

    def _common(self, described: Described) -> dict[str, object]:
        header = described.column.header
        return {
            "index": header.index,
            "header": header.text,
            "blank": described.blank,
            "options": described.options,
            "source": described.column,
            "group": header.group,
            "item": header.item,
            "occurrence": self.seen[header.index],
        }


def _levels(described: Described) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Levels and counts of a column that answers no known question."""
    answers = {answer: count for answer, count in described.answers.items() if answer not in described.off}
    if described.kind == RATING and described.scale is not None:
        return described.scale.labels, described.scale.counts(described.answers)
    if described.kind == RANKING and all(as_number(answer) is not None for answer in answers):
        return _ranks(answers)
    if described.kind in (MULTI, RANKING) and not described.options:
        answers = _parts(answers)
    if described.kind not in (CHOICE, MULTI, RANKING, ATTENTION):
        return (), ()
    order = sorted(answers, key=lambda answer: (-answers[answer], answer))
    return tuple(order), tuple(answers[answer] for answer in order)


def _ranks(answers: Mapping[str, int]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    highest = max((int(as_number(answer) or 0) for answer in answers), default=0)
    counts = dict.fromkeys(range(1, highest + 1), 0)
    for answer, count in answers.items():
        counts[int(as_number(answer) or 0)] = counts.get(int(as_number(answer) or 0), 0) + count
    return tuple(str(rank) for rank in counts), tuple(counts.values())


def _parts(answers: Mapping[str, int]) -> dict[str, int]:
    return options_of(answers, multi_separator(answers) or ";")
