"""What value means, where the chain breaks, theory and reality, and the patterns that show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.analysis.model import (
    PRESENT,
    WATCH,
    ChainResult,
    RoleSummary,
    TheoryRealityResult,
    ValueResult,
)
from alignment_model.charts import theory_reality, value_by_role, value_chain
from alignment_model.charts.dot_rows import DotRow, dot_rows
from alignment_model.charts.pattern_evidence import PRESENT_FROM, WATCH_FROM
from alignment_model.findings.patterns.overview import none_seen
from alignment_model.framework import load_framework
from alignment_model.ui.presenter.masking import mask
from alignment_model.ui.presenter.view import Notes, Picture, View
from alignment_model.ui.reading import general as reading

MOST_OUTCOMES = 5
MOST_ROLES = 3  # with designed and working for each domain, more cannot be read from the back
MOST_PATTERNS = 6
SHORTER = ("Leadership sees reality farthest behind the design", "Reality is farthest behind")


def value(analysis: Analysis, hidden: bool) -> View | None:
    """The outcomes leaders give most points to, a column a role."""
    if analysis.value is None or not analysis.value.points:
        return None
    leaders = tuple(
        role for role in analysis.shown_roles if role.leadership and role.code in analysis.value.points
    )
    if not leaders:
        return None
    kept = _most_valued(analysis.value, leaders)
    shown, roles = kept, leaders
    if hidden:
        masked = mask(leaders)
        shown, roles = masked.value(kept), masked.roles
    return View(
        "What value means",
        "Who gave 100 points to what?" if hidden else _shared(analysis.value),
        "Points of each role",
        Picture(value_by_role, (shown, roles)),
        notes=Notes(
            say=(analysis.value.sentence,),
            ask=("If we could have only two of these, which two, and who would have to give way?",),
            care=(
                f"Drawn: the {MOST_OUTCOMES} outcomes leaders give most points to. The others are on the page Value.",
            ),
        ),
    )


def _shared(result: ValueResult) -> str:
    """What all share, short; whether chance would give as much is in the notes."""
    if not result.common.known:
        return result.sentence
    return f"All leaders share {round(result.common.value or 0)} of 100 points"


def _most_valued(result: ValueResult, roles: tuple[RoleSummary, ...]) -> ValueResult:
    totals: dict[str, float] = {}
    for role in roles:
        for code, points in result.points[role.code].items():
            totals[code] = totals.get(code, 0) + (points.value or 0)
    kept = sorted(totals, key=lambda code: -totals[code])[:MOST_OUTCOMES]
    points = {
        code: {outcome: held[outcome] for outcome in kept if outcome in held}
        for code, held in result.points.items()
    }
    return replace(result, points=points)


def chain(analysis: Analysis, hidden: bool) -> View | None:
    """Where each leadership role sees the value chain break."""
    result = analysis.chain
    leaders = tuple(
        role
        for role in analysis.shown_roles
        if role.leadership and result is not None and role.code in result.evidence
    )
    if result is None or not leaders:
        return None
    shown, roles = result, leaders
    if hidden:
        masked = mask(leaders)
        shown, roles = masked.chain(result), masked.roles
    return View(
        "Value chain",
        "Who sees the chain break where?" if hidden else _breaks(result, leaders),
        "Evidence",
        Picture(value_chain, (shown, roles)),
        notes=Notes(
            say=(result.sentence,),
            ask=("What would we have to measure to know that the next stage holds?",),
            care=("The first three stages are activity, the last three outcome.",),
        ),
    )


def _breaks(result: ChainResult, leaders: tuple[RoleSummary, ...]) -> str:
    names = {stage.code: stage.name.lower() for stage in load_framework().stages}
    found = {code for role in leaders if (code := result.breaks.get(role.code, ""))}
    if not found:
        return "No leader sees the chain break"
    if len(found) == 1:
        return f"Leaders see it break at {names.get(found.pop(), 'one stage')}"
    return f"Leaders see it break at {len(found)} stages"


def theory(analysis: Analysis, hidden: bool) -> View | None:
    """Designed against working today, for the leaders who see most and least."""
    result = analysis.theory_reality
    if result is None or not result.gap:
        return None
    leaders = [role for role in analysis.shown_roles if role.leadership and role.code in result.gap]
    leaders.sort(key=lambda role: _seen(result, role), reverse=True)
    kept = {role.code for role in leaders[:MOST_ROLES]}
    roles = tuple(role for role in analysis.shown_roles if role.code in kept)
    if not roles:
        return None
    shown = result
    if hidden:
        masked = mask(roles)
        shown, roles = masked.theory(result), masked.roles
    return View(
        "Theory and reality",
        "Who sees reality farthest behind the design?" if hidden else _first_message(result.sentence),
        "Hollow: designed. Filled: working",
        Picture(theory_reality, (shown, roles)),
        notes=Notes(
            say=(result.sentence,),
            ask=("What did we design that nobody works by, and what do people do instead?",),
            care=(f"Drawn: the {len(kept)} leadership roles with the widest gaps.",),
        ),
    )


def _first_message(sentence: str) -> str:
    """One message a screen: what stands before the semicolon; the notes say all of it."""
    return sentence.partition(";")[0].replace(*SHORTER)


def _seen(result: TheoryRealityResult, role: RoleSummary) -> tuple[int, float]:
    """How many domains may be shown of a role, then how wide its widest gap is."""
    known = [abs(gap.value) for gap in result.gap[role.code].values() if gap.value is not None]
    return len(known), max(known, default=0.0)


def patterns(analysis: Analysis, hidden: bool) -> View | None:
    """The patterns that show, strongest first."""
    if not analysis.patterns:
        return None
    found = reading.patterns_to_discuss(analysis)
    counted = {word: sum(1 for finding in found if finding.word == word) for word in (PRESENT, WATCH)}
    rows = [DotRow(finding.name, finding.score, finding.word) for finding in found[:MOST_PATTERNS]]
    scale: Mapping[str, object] = {
        "low": 0.0,
        "high": 1.0,
        "ticks": ((WATCH_FROM, "watch"), (PRESENT_FROM, "present")),
        "stems": True,
    }
    return View(
        "Patterns of misalignment",
        _patterns_told(counted) or none_seen(analysis.patterns),
        "How strong the evidence is" if rows else "",
        Picture(dot_rows, (rows,), scale) if rows else None,
        notes=Notes(
            say=tuple(finding.sentence for finding in found[:MOST_PATTERNS]),
            ask=tuple(finding.question for finding in found[:2]),
            care=(
                "Ask the question; do not read out the score. What speaks against each is on the page Patterns.",
            ),
        ),
    )


def _patterns_told(counted: Mapping[str, int]) -> str:
    present = (
        wording.count(counted[PRESENT], "pattern") + (" is" if counted[PRESENT] == 1 else " are") + " present"
    )
    watch = f"{counted[WATCH]} worth watching"
    if counted[PRESENT] and counted[WATCH]:
        return f"{present}, {watch}"
    if counted[PRESENT]:
        return present
    return watch if counted[WATCH] else ""
