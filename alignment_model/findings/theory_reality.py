"""Theory and reality: what was designed against what works today, per domain and role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from alignment_model.analysis.model import TheoryRealityResult
from alignment_model.findings.evidence import Evidence
from alignment_model.findings.layers import NO_PAIR
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.people import mean_of_people
from alignment_model.findings.words import opened, role_phrases, verb
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.tastle_wierman import consensus_of_positions
from alignment_model.questionnaire import DESIGNED, WORKING, Question
from alignment_model.wording import listing, points

GAP_LEVELS = 9  # gaps run from -4 to 4
LEVEL = 0.05  # points: what is closer reads as 0.0
WHOLE = 1.0 - 1e-9
Weights = tuple[float, float]
# Of a person's two answers. Who left one of them out has no number in any of the three.
AS_DESIGNED, AS_WORKING, APART = (1.0, 0.0), (0.0, 1.0), (1.0, -1.0)
Pairs = dict[str, tuple[Question, Question]]
Gaps = Mapping[str, Mapping[str, Statistic]]  # role -> domain -> gap


def theory_reality_result(evidence: Evidence) -> TheoryRealityResult | None:
    """Designed, working and the gap between; None when no domain was asked both ways."""
    pairs = domain_pairs(evidence)
    if not pairs:
        return None
    designed, working, gap = (
        {
            role: {domain: _mean(evidence, role, pair, weights) for domain, pair in pairs.items()}
            for role in evidence.counts.shown
        }
        for weights in (AS_DESIGNED, AS_WORKING, APART)
    )
    return TheoryRealityResult(
        designed=designed,
        working=working,
        gap=gap,
        agreement_on_gap=_agreement(evidence, gap, list(pairs)),
        sentence=_sentence(evidence, gap, list(pairs)),
    )


def domain_pairs(evidence: Evidence) -> Pairs:
    """Per domain the question "as designed" and the question "as it works today"."""
    designed = {question.part: question for question in evidence.questionnaire.of_kind(DESIGNED)}
    working = {question.part: question for question in evidence.questionnaire.of_kind(WORKING)}
    return {part: (question, working[part]) for part, question in designed.items() if part in working}


def _mean(evidence: Evidence, role: str, pair: tuple[Question, Question], weights: Weights) -> Statistic:
    """A role's mean of designed, working or the gap, over those who answered both: 1 to 5, the gap -4 to 4.

    All three rest on the same people, so that the gap is the distance between the other two.
    """
    hidden = [evidence.counts.hidden.get((question.code, role)) for question in pair]
    if any(hidden):
        return Statistic.none(next(filter(None, hidden)), n=0)
    values = evidence.people(role, pair) @ np.array(weights)
    if reason := evidence.too_few(role, int((~np.isnan(values)).sum())):
        return Statistic.none(reason, n=0)
    least, most = (-4.0, 4.0) if weights == APART else (1.0, 5.0)
    return mean_of_people(values, least=least, most=most)


def _agreement(evidence: Evidence, gap: Gaps, domains: list[str]) -> Statistic:
    """Consensus of the leadership roles on the gap, mean over the domains; n = domains.

    The gap runs over nine levels, so that the same distance in points lowers it less than on a question of five.
    """
    found = []
    for domain in domains:
        known = [s.value + 5 for role in evidence.leadership if (s := gap[role][domain]).value is not None]
        found.append(consensus_of_positions(known, GAP_LEVELS))
    values = [statistic.value for statistic in found if statistic.value is not None]
    if not values:
        return Statistic.none(_too_few(evidence, gap), n=0)
    return Statistic.of(float(np.mean(values)), n=len(values))


def _too_few(evidence: Evidence, gap: Gaps) -> str:
    answered = sum(any(found.known for found in gap[role].values()) for role in evidence.leadership)
    return NO_PAIR if answered > 1 else too_few_leaders(evidence, answered)


def _sentence(evidence: Evidence, gap: Gaps, domains: list[str]) -> str:
    known = {
        domain: {role: found.value for role in evidence.leadership if (found := gap[role][domain]).known}
        for domain in domains
    }
    known = {domain: at for domain, at in known.items() if at}
    if not known:
        return f"Nobody can tell yet how far reality is from the design: {_too_few(evidence, gap)}."
    return gap_sentence(known)


def gap_sentence(known: Mapping[str, Mapping[str, float]]) -> str:
    """Where reality lies farthest behind the design, and on which domain the leadership roles differ most.

    >>> gap_sentence({"people": {"CEO": 2.0, "CFO": 0.0}, "culture": {"CEO": 1.0, "CFO": 1.0}})
    'Leadership sees reality 1.0 points behind the design in people and culture; its roles differ most on people, by 2.0.'
    """
    leaders = {role for at in known.values() for role in at}
    who, see = "Leadership", "sees"
    if len(leaders) == 1:
        only = list(leaders)
        who, see = opened(role_phrases(only)), verb(only, "sees", "see")
    means = {domain: sum(at.values()) / len(at) for domain, at in known.items()}
    widest = max(means.values())
    at = [domain for domain, mean in means.items() if points(mean) == points(widest)]
    if widest < LEVEL:
        at = []
        way = "level with" if min(means.values()) > -LEVEL else "level with or ahead of"
        said = f"{who} {see} reality {way} the design in every domain"
    else:
        alone = len(at) == 1 and len(means) > 1
        behind = (
            f"farthest behind the design, {points(widest)} points,"
            if alone
            else f"{points(widest)} points behind the design"
        )
        said = f"{who} {see} reality {behind} in {_domains(at, len(means))}"
    return f"{said}{_differ(known, at)}."


def _domains(codes: Sequence[str], of: int) -> str:
    if len(codes) == of > 2:
        return f"all {of} domains"
    names = {domain.code: domain.name.lower() for domain in load_framework().domains}
    return listing([names.get(code, code) for code in codes])


def _differ(known: Mapping[str, Mapping[str, float]], said: Sequence[str]) -> str:
    """The widest distance between two roles' gaps, when it is a whole point or more; `said` was named just before."""
    apart = {domain: max(at.values()) - min(at.values()) for domain, at in known.items()}
    widest = max(apart.values())
    if widest < WHOLE:
        return ""
    most = [domain for domain, distance in apart.items() if points(distance) == points(widest)]
    where = "there" if most == list(said) else f"on {_domains(most, len(apart))}"
    return f"; its roles differ most {where}, by {points(widest)}"
