"""What changed between two waves: positions, gaps, agreement, patterns and register, on what both share.

Changes are paired by question: the mean of the questions' changes, its t interval over the questions, and
Benjamini-Hochberg over all changes of positions and gaps, which are shown together. With `paired` people
(ids kept from wave to wave) a group's change is paired by respondent instead.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np

from alignment_model.analysis.model import Analysis, PatternFinding
from alignment_model.counts.forms import Floats
from alignment_model.findings.comparable import NotComparable, Pair, shared_questions, shared_roles
from alignment_model.findings.evidence import LEADERSHIP, is_leadership
from alignment_model.findings.gaps import as_statistic
from alignment_model.findings.question_changes import QuestionChange, question_changes
from alignment_model.findings.trend_sentences import moved_sentences, trend_sentence
from alignment_model.framework import Layer
from alignment_model.measures.gaps import Gap, judged
from alignment_model.measures.multiple_testing import benjamini_hochberg, gap_word
from alignment_model.measures.resampling import TOO_FEW_QUESTIONS, mean_interval
from alignment_model.measures.scales import to_scale
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import consensus_of_positions

POSITION, GAP = "position", "gap"
ParticipantChanges = Mapping[tuple[str, str], Floats]  # (layer, role) -> one change a person


@dataclass(frozen=True, slots=True)
class Change:
    """How a position, or a gap (`other` is the second role), changed on a layer, in points of five."""

    kind: str
    layer: str
    role: str
    other: str
    before: float
    after: float
    difference: Statistic
    adjusted_p: float | None
    word: str


@dataclass(frozen=True, slots=True)
class AgreementChange:
    """How agreement between the leadership roles both waves share changed on a layer."""

    layer: str
    before: float | None
    after: float | None
    difference: Statistic


@dataclass(frozen=True, slots=True)
class PatternChange:
    """A pattern's words and scores in both waves."""

    code: str
    name: str
    before: str
    after: str
    difference: Statistic


@dataclass(frozen=True)
class Trend:
    """Everything that can be said about the way from one wave to the next."""

    before: str
    after: str
    questions: tuple[str, ...]  # codes both waves share
    question_agreement: Mapping[str, tuple[float, float]]  # of the leadership roles both waves share
    positions: tuple[Change, ...]
    question_changes: tuple[QuestionChange, ...]
    gaps: tuple[Change, ...]
    agreement: tuple[AgreementChange, ...]
    patterns: tuple[PatternChange, ...]
    register: Mapping[str, tuple[float | None, float | None]]
    moved: tuple[str, ...]  # sentences on what moved clearly
    not_comparable: tuple[NotComparable, ...]
    sentence: str


def compare(before: Analysis, after: Analysis, participants: ParticipantChanges | None = None) -> Trend:
    """What changed between two analysed waves, on the questions and roles both share.

    `participants` holds changes person by person where ids were kept; without it, changes are paired by
    question.
    """
    shared, questions_apart = shared_questions(before, after)
    roles, roles_apart = shared_roles(before, after)
    layers = [layer.layer for layer in after.layers]
    found = [
        change
        for layer in layers
        for change in _layer_changes(layer, _in_layer(shared, layer), roles, participants or {})
    ]
    adjusted = benjamini_hochberg([change.difference.p for change in found])
    changes = [
        replace(c, adjusted_p=p, word=gap_word(c.difference.value or 0.0, p)) for c, p in zip(found, adjusted)
    ]
    agreement = tuple(_agreement_change(layer, _in_layer(shared, layer), roles) for layer in layers)
    questions = question_changes(shared, roles)
    asked = {code: pair[1].question for code, pair in shared.items()}
    moved = moved_sentences(changes, questions, {layer.code: layer for layer in layers}, asked)
    return Trend(
        before=before.wave,
        after=after.wave,
        questions=tuple(shared),
        question_agreement=_question_agreement(shared, roles),
        positions=tuple(change for change in changes if change.kind == POSITION),
        question_changes=questions,
        gaps=tuple(change for change in changes if change.kind == GAP),
        agreement=agreement,
        patterns=_pattern_changes(before, after),
        register=_register_changes(before, after),
        moved=moved,
        not_comparable=(*questions_apart, *roles_apart),
        sentence=trend_sentence(before.wave, after.wave, bool(shared and roles), moved),
    )


def _in_layer(shared: Mapping[str, Pair], layer: Layer) -> list[Pair]:
    return [
        pair for pair in shared.values() if pair[1].question.layer == layer.code and pair[1].question.layer
    ]


def _layer_changes(
    layer: Layer, pairs: Sequence[Pair], roles: Sequence[str], participants: ParticipantChanges
) -> list[Change]:
    if not pairs:
        return []
    tables = {role: _table(pairs, role) for role in roles}
    leaders = [tables[role] for role in roles if is_leadership(role)]
    if leaders:
        tables[LEADERSHIP] = _mean_of_roles(np.stack(leaders))
    found = []
    for role, table in tables.items():
        found += _change(POSITION, layer.code, role, "", table, participants.get((layer.code, role)))
    for first, second in _pairs_of_roles(roles):
        found += _change(GAP, layer.code, first, second, tables[first] - tables[second], None)
    return found


def _pairs_of_roles(roles: Sequence[str]) -> list[tuple[str, str]]:
    leaders = [role for role in roles if is_leadership(role)]
    groups = [role for role in roles if not is_leadership(role)]
    return [
        *combinations(leaders, 2),
        *((LEADERSHIP, group) for group in groups if leaders),
        *combinations(groups, 2),
    ]


def _table(pairs: Sequence[Pair], role: str) -> Floats:
    """A role's positions, waves x questions, as five-point equivalents; NaN where there is none."""
    rows = [
        [np.nan if (at := pair[wave].positions[role].value) is None else at for pair in pairs]
        for wave in (0, 1)
    ]
    return to_scale(np.array(rows, dtype=float), [pair[1].levels for pair in pairs])


def _mean_of_roles(tables: Floats) -> Floats:
    """The leadership's table: roles that answered a question in both waves, each weighing the same."""
    known = ~np.isnan(tables).any(axis=1, keepdims=True)
    total = np.where(known, tables, 0.0).sum(axis=0)
    number = known.sum(axis=0)
    return np.where(number > 0, total / np.maximum(number, 1), np.nan)


def _change(
    kind: str, layer: str, role: str, other: str, table: Floats, people: Floats | None
) -> list[Change]:
    table = table[:, ~np.isnan(table).any(axis=0)]
    if table.shape[1] == 0:
        return []
    before, after = (float(row.mean()) for row in table)
    difference = as_statistic(_judged(after - before, table[1] - table[0] if people is None else people))
    return [Change(kind, layer, role, other, before, after, difference, None, "none")]


def _judged(difference: float, units: Floats) -> Gap:
    """A paired t test about the units' mean change: one a question, or one a person."""
    gap = Gap("after", "before", difference, n=units.size)
    if units.size < 2:
        return replace(gap, doubt_reason="only one question to judge the change by")
    return judged(gap, float(units.std(ddof=1)) / units.size**0.5, units.size - 1)


def _agreement_change(layer: Layer, pairs: Sequence[Pair], roles: Sequence[str]) -> AgreementChange:
    """On each shared question, between the leadership roles that answered it in both waves."""
    leaders = [role for role in roles if is_leadership(role)]
    found = [values for pair in pairs if (values := _agreements(pair, leaders)) is not None]
    if not found:
        reason = "fewer than two leadership roles answered in both waves"
        return AgreementChange(layer.code, None, None, Statistic.none(reason, n=0))
    before, after = np.array(found).T
    interval = mean_interval(after - before)
    difference = Statistic.of(float((after - before).mean()), n=len(found))
    difference = difference.with_interval(interval, None if interval else TOO_FEW_QUESTIONS)
    return AgreementChange(layer.code, float(before.mean()), float(after.mean()), difference)


def _agreements(pair: Pair, leaders: Sequence[str]) -> tuple[float, float] | None:
    both = [role for role in leaders if all(result.positions[role].known for result in pair)]
    at = [[result.positions[role].value or 0.0 for role in both] for result in pair]
    before, after = (consensus_of_positions(row, result.levels).value for row, result in zip(at, pair))
    return None if before is None or after is None else (before, after)


def _question_agreement(shared: Mapping[str, Pair], roles: Sequence[str]) -> dict[str, tuple[float, float]]:
    leaders = [role for role in roles if is_leadership(role)]
    found = {code: _agreements(pair, leaders) for code, pair in shared.items()}
    return {code: both for code, both in found.items() if both is not None}


def _pattern_changes(before: Analysis, after: Analysis) -> tuple[PatternChange, ...]:
    earlier = {pattern.code: pattern for pattern in before.patterns}
    rules = [analysis.provenance.get("rules_digest") for analysis in (before, after)]
    return tuple(
        PatternChange(new.code, new.name, old.word, new.word, _score_change(old, new, rules[0] == rules[1]))
        for new in after.patterns
        if (old := earlier.get(new.code)) is not None
    )


def _score_change(old: PatternFinding, new: PatternFinding, same_rules: bool) -> Statistic:
    if not same_rules:
        return Statistic.none("the rules for patterns changed between the waves")
    if old.score is None or new.score is None:
        return Statistic.none("not enough evidence in both waves")
    signals = [{s.code for s in (*finding.signals_for, *finding.signals_against)} for finding in (old, new)]
    caution = None if signals[0] == signals[1] else "not the same signals could be measured"
    return Statistic.of(new.score - old.score, caution=caution)


def _register_changes(before: Analysis, after: Analysis) -> dict[str, tuple[float | None, float | None]]:
    metrics = [analysis.register.metrics if analysis.register else {} for analysis in (before, after)]
    both = [name for name in metrics[1] if name in metrics[0]]
    return {name: (metrics[0][name].value, metrics[1][name].value) for name in both}
