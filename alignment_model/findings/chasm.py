"""Executives and managers: what each sees of the same work, theme by theme, and what each cannot say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import Analysis, Gap, QuestionGap, QuestionResult
from alignment_model.findings.evidence import LEADERSHIP, MANAGER
from alignment_model.findings.words import role_phrase, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import count, points

THEMES = (  # code, title, and the pattern signals whose questions it shows
    ("adoption", "Adoption, claimed and lived", ("gap_on_usefulness", "used_for_show")),
    ("shadow", "Tools nobody approved", ("managers_see_unapproved_tools",)),
    ("incentives", "What is rewarded", ("rewards_favour_old_way",)),
    ("staying", "Whether managers stay", ("managers_leaving", "managers_have_no_say")),
)
SAME = 0.5  # points: closer than this is the same for practical purposes


@dataclass(frozen=True)
class Theme:
    """Questions on one theme with where leadership and each group stand on them, on average."""

    code: str
    title: str
    questions: tuple[QuestionResult, ...]
    leadership: float | None
    groups: tuple[tuple[str, float], ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """How many said "don't know" to one question: shares 0..1, None where nothing may be told."""

    question: str
    leadership: float | None
    groups: tuple[tuple[str, float], ...]

    @property
    def most(self) -> float:
        """The largest share of any group."""
        return max((share for _, share in self.groups), default=0.0)


@dataclass(frozen=True)
class Chasm:
    """Everything about leadership against managers and employees."""

    layers: tuple[Gap, ...]
    questions: tuple[QuestionGap, ...]
    themes: tuple[Theme, ...]
    unknown: tuple[Unknown, ...]
    groups: tuple[str, ...]
    sentence: str


def chasm(analysis: Analysis) -> Chasm:
    """Leadership against each group shown; without groups, the sentence says what is missing."""
    groups = tuple(role.code for role in analysis.shown_roles if not role.leadership)
    layers = tuple(gap for gap in analysis.gaps if gap.kind == "groups" and gap.from_role == LEADERSHIP)
    return Chasm(
        layers=layers,
        questions=analysis.question_gaps,
        themes=_themes(analysis, groups),
        unknown=_unknown(analysis, groups),
        groups=groups,
        sentence=_sentence(analysis, groups),
    )


def leadership_mean(analysis: Analysis, result: QuestionResult) -> float | None:
    """Mean position of the leadership roles on a question, each role weighing the same."""
    return _mean([result.positions.get(role.code) for role in analysis.shown_roles if role.leadership])


def _themes(analysis: Analysis, groups: Sequence[str]) -> tuple[Theme, ...]:
    found = []
    for code, title, signals in THEMES:
        questions = tuple(q for q in analysis.questions if set(signals) & set(q.question.feeds))
        if questions:
            found.append(_theme(analysis, groups, code, title, questions))
    return tuple(found)


def _theme(
    analysis: Analysis, groups: Sequence[str], code: str, title: str, questions: Sequence[QuestionResult]
) -> Theme:
    leaders = [mean for q in questions if (mean := leadership_mean(analysis, q)) is not None]
    top = sum(leaders) / len(leaders) if leaders else None
    below = [(group, mean) for group in groups if (mean := _group_mean(questions, group)) is not None]
    return Theme(code, title, tuple(questions), top, tuple(below), _theme_sentence(top, below))


def _theme_sentence(top: float | None, below: Sequence[tuple[str, float]]) -> str:
    if top is None:
        return "No leadership role may be shown here."
    if not below:
        return f"Leadership stands at {points(top)} of 5; no group may be shown beside it."
    parts = []
    for group, mean in below:
        stands = f"{role_phrase(group)} {verb([group], 'stands', 'stand')}"
        if abs(top - mean) < SAME:
            parts.append(f"{stands} within half a point of leadership")
        else:
            parts.append(
                f"{stands} {points(abs(top - mean))} points {'below' if mean < top else 'above'} leadership"
            )
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _unknown(analysis: Analysis, groups: Sequence[str]) -> tuple[Unknown, ...]:
    leaders = [role.code for role in analysis.shown_roles if role.leadership]
    rows = [
        Unknown(
            result.question.code,
            _mean([result.dont_know_rate.get(role) for role in leaders]),
            tuple((g, rate.value) for g in groups if (rate := result.dont_know_rate.get(g)) and rate.known),
        )
        for result in analysis.questions
    ]
    asked = [row for row in rows if row.most > 0 or (row.leadership or 0) > 0]
    return tuple(sorted(asked, key=lambda row: (-row.most, -(row.leadership or 0), row.question)))


def _group_mean(questions: Sequence[QuestionResult], group: str) -> float | None:
    return _mean([result.positions.get(group) for result in questions])


def _mean(found: Sequence[Statistic | None]) -> float | None:
    known = [statistic.value for statistic in found if statistic is not None and statistic.value is not None]
    return sum(known) / len(known) if known else None


def _sentence(analysis: Analysis, groups: Sequence[str]) -> str:
    group = MANAGER if MANAGER in groups else next(iter(groups), "")
    if not any(role.leadership for role in analysis.shown_roles):
        return "No leadership role may be shown, so there is nothing to compare with"
    if not group:
        return "Nobody below leadership may be shown, so there is nothing to compare with"
    blind = [gap for gap in analysis.question_gaps if gap.group == group and (gap.difference.value or 0) > 0]
    who = role_phrase(group)
    if not blind:
        return _no_blind_spot(analysis, group)
    widest = max(blind, key=lambda gap: gap.difference.value or 0)
    label = analysis.question(widest.question).question.label
    return (
        f"Leadership stands clearly above {who} on {count(len(blind), 'question')}, "
        f"most on “{label}” ({points(widest.difference.value or 0)} points)"
    )


def _no_blind_spot(analysis: Analysis, group: str) -> str:
    below = sum(gap.group == group for gap in analysis.question_gaps)
    who = role_phrase(group)
    if below:
        return f"Leadership stands clearly below {who} on {count(below, 'question')}, and above them on none"
    return f"On no question does leadership stand clearly a whole point above {who}"
