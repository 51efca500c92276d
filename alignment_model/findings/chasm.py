"""Executives and managers: what each sees of the same work, theme by theme, and what each cannot say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from alignment_model.analysis.model import Analysis, Gap, QuestionGap, QuestionResult
from alignment_model.findings.evidence import LEADERSHIP, MANAGER
from alignment_model.findings.words import opened, quoted, role_phrase, role_phrases, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import count, listing, percent, points

THEMES = (  # code, title, and the pattern signals whose questions it shows
    ("adoption", "Adoption, claimed and lived", ("gap_on_usefulness", "used_for_show")),
    ("shadow", "Tools nobody approved", ("managers_see_unapproved_tools",)),
    ("incentives", "What is rewarded", ("rewards_favour_old_way",)),
    ("staying", "Whether managers stay", ("managers_leaving", "managers_have_no_say")),
)
NOTHING = Statistic.none("no answer")
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
    agreeing: tuple[str, ...] = ()  # per statement, which share of leadership and each group agrees


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
    """Everything about leadership against managers and employees; without leadership, the groups among themselves."""

    layers: tuple[Gap, ...]
    questions: tuple[QuestionGap, ...]
    themes: tuple[Theme, ...]
    unknown: tuple[Unknown, ...]
    groups: tuple[str, ...]
    sentence: str


def chasm(analysis: Analysis) -> Chasm:
    """Leadership against each group shown; without groups, the sentence says what is missing."""
    groups = tuple(role.code for role in analysis.shown_roles if not role.leadership)
    below = tuple(gap for gap in analysis.gaps if gap.kind == "groups")
    layers = tuple(gap for gap in below if gap.from_role == LEADERSHIP) if _leaders(analysis) else below
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
    agreeing = tuple(text for q in questions if (text := agreeing_sentence(analysis, q)))
    return Theme(code, title, tuple(questions), top, tuple(below), theme_sentence(top, below), agreeing)


def theme_sentence(top: float | None, below: Sequence[tuple[str, float]]) -> str:
    """Where each group stands beside leadership; groups that stand the same are told together.

    >>> theme_sentence(4.0, [("Manager", 3.8), ("Employee", 4.1)])
    'Managers and employees stand within half a point of leadership.'
    """
    if top is None:
        return "No leadership role gave an answer here that may be shown."
    if not below:
        return f"Leadership stands at {points(top)} of 5; no group may be shown beside it."
    same = [group for group, mean in below if abs(top - mean) < SAME]
    parts = [
        f"{role_phrase(group)} {verb([group], 'stands', 'stand')} {points(abs(top - mean))} points "
        f"{'below' if mean < top else 'above'} leadership"
        for group, mean in below
        if group not in same
    ]
    if same:
        parts.append(
            f"{role_phrases(same)} {verb(same, 'stands', 'stand')} within half a point of leadership"
        )
    return opened("; ".join(parts) + ".")


def agreeing_sentence(analysis: Analysis, result: QuestionResult) -> str:
    """Which share of leadership and of each group agrees with a statement; "" where it is no statement to agree with."""
    if not result.labels[-1].casefold().endswith("agree"):
        return ""
    shares = {role.code: _agreeing(result, role.code) for role in analysis.shown_roles}
    leaders = [
        share for role in analysis.shown_roles if role.leadership and (share := shares[role.code]) is not None
    ]
    parts = [f"{percent(sum(leaders) / len(leaders))} of leadership"] if leaders else []
    parts += [
        f"{percent(share)} of {role_phrase(role.code)}"
        for role in analysis.shown_roles
        if not role.leadership and (share := shares[role.code]) is not None
    ]
    return f"{quoted(result.question.text)}: {listing(parts)} agree." if parts else ""


def _agreeing(result: QuestionResult, role: str) -> float | None:
    """Share above the middle of the scale among those who chose a level."""
    counts = result.distributions[role].counts if role in result.distributions else ()
    if not sum(counts):
        return None
    return sum(counts[len(counts) // 2 + len(counts) % 2 :]) / sum(counts)


def _unknown(analysis: Analysis, groups: Sequence[str]) -> tuple[Unknown, ...]:
    leaders = _leaders(analysis)
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
    if not _leaders(analysis):
        among = len(groups) > 1
        rest = "the others are compared with each other" if among else "so there is nothing to compare with"
        return f"{_absent(analysis, True)}{'; ' if among else ', '}{rest}"
    if not groups:
        return f"{_absent(analysis, False)}, so there is nothing to compare with"
    known = [group for group in groups if _both_answered(analysis, group)]
    if not known:
        both = f"leadership and {role_phrases(groups[:1])}"
        return f"Nobody can tell yet how far {both} stand apart: no question has answers of both"
    return _compared(analysis, known)


def _leaders(analysis: Analysis) -> list[str]:
    return [role.code for role in analysis.shown_roles if role.leadership]


def _both_answered(analysis: Analysis, group: str) -> bool:
    return any(
        leadership_mean(analysis, question) is not None and question.positions.get(group, NOTHING).known
        for question in analysis.questions
    )


def _absent(analysis: Analysis, leadership: bool) -> str:
    """Who is missing: nobody took part, or nobody may be shown."""
    took_part = any(role.leadership == leadership and role.n > 0 for role in analysis.roles)
    who = "No leadership role" if leadership else "Nobody below leadership"
    return f"{who} {'may be shown' if took_part else 'answered'}"


def _compared(analysis: Analysis, groups: Sequence[str]) -> str:
    """Leadership beside managers, else beside the group it stands clearly apart from on most questions."""
    apart = Counter(gap.group for gap in analysis.question_gaps if gap.group in groups)
    if not apart:
        nobody = listing([role_phrase(group) for group in groups], "or")
        return f"On no question does leadership stand clearly a whole point above or below {nobody}"
    group = MANAGER if MANAGER in apart else apart.most_common(1)[0][0]
    own = [gap for gap in analysis.question_gaps if gap.group == group]
    blind = [gap for gap in own if (gap.difference.value or 0) > 0]
    who, them = role_phrase(group), "them" if verb([group], "", "many") else "it"
    if not blind:
        number = count(len(own), "question")
        return f"Leadership stands clearly below {who} on {number}, and above {them} on none"
    widest = max(blind, key=lambda gap: gap.difference.value or 0)
    label = quoted(analysis.question(widest.question).question.label)
    most = f", most on {label}" if len(blind) > 1 else f": {label}"
    distance = points(widest.difference.value or 0)
    number = count(len(blind), "question")
    return f"Leadership stands clearly above {who} on {number}{most} ({distance} points)"
