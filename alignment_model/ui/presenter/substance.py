"""What value means, where the chain breaks, theory and reality, and the patterns that show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from alignment_model.framework import Domain, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.presenter.masking import mask
from alignment_model.ui.presenter.view import Notes, Picture, View
from alignment_model.ui.reading import patterns as reading_patterns

MOST_OUTCOMES = 5
MOST_DOMAINS, MOST_ROWS = 2, 8  # of theory and reality; more cannot be read from the back
MOST_PATTERNS = 6
Answered = Mapping[str, Mapping[str, Statistic]]  # role -> domain -> position
SHORTER = ("Leadership sees reality farthest behind the design", "Reality is farthest behind")


def value(analysis: Analysis, hidden: bool) -> View | None:
    """The outcomes leaders give most points to, the others summed, a column a role."""
    if analysis.value is None or not analysis.value.points:
        return None
    leaders = tuple(
        role for role in analysis.shown_roles if role.leadership and role.code in analysis.value.points
    )
    if not leaders:
        return None
    shown, roles = analysis.value, leaders
    if hidden:
        masked = mask(leaders)
        shown, roles = masked.value(shown), masked.roles
    return View(
        "What value means",
        "Who gave 100 points to what?" if hidden else _shared(analysis.value),
        "Points",
        Picture(value_by_role, (shown, roles), {"most": MOST_OUTCOMES}),
        notes=Notes(
            say=(analysis.value.sentence,),
            ask=("If we could have only two of these, which two, and who would have to give way?",),
            care=(
                f"Drawn one by one: the {MOST_OUTCOMES} outcomes leaders give most points to. "
                "The others stand one by one on the page Value.",
            ),
        ),
    )


def _shared(result: ValueResult) -> str:
    """What all share, short; whether chance would give as much is in the notes."""
    if not result.common.known:
        return result.sentence
    return f"All leaders share {round(result.common.value or 0)} of 100 points"


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
        "Evidence from 0 to 4. Hollow mark: the break",
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
    """Designed against working today, in the domain where reality is farthest behind: a row a leader."""
    result = analysis.theory_reality
    if result is None or not result.gap:
        return None
    leaders = [role for role in analysis.shown_roles if role.leadership and role.code in result.gap]
    domains = _farthest_behind(result, leaders)
    kept = _in_domains(result, domains)
    roles = _widest(kept, leaders, MOST_ROWS // max(1, len(domains)))
    if not roles:
        return None
    shown, drawn = kept, roles
    if hidden:
        masked = mask(roles)
        shown, drawn = masked.theory(kept), masked.roles
    names = wording.listing([domain.name.lower() for domain in domains])
    return View(
        "Theory and reality",
        "Who sees reality farthest behind the design?" if hidden else _first_message(result.sentence),
        "Hollow: designed. Filled: working",
        Picture(theory_reality, (shown, drawn)),
        notes=Notes(
            say=(result.sentence,),
            ask=("What did we design that nobody works by, and what do people do instead?",),
            care=(
                f"Drawn: {names}, {wording.count(len(roles), 'leadership role')}. "
                "All domains and roles are on the page Theory and reality.",
            ),
        ),
    )


def _farthest_behind(result: TheoryRealityResult, leaders: Sequence[RoleSummary]) -> list[Domain]:
    """The domain the title names: the widest mean gap; two where they are level to the decimal that is said."""
    means: dict[str, float] = {}
    domains = load_framework().domains
    for domain in domains:
        found = [result.gap[role.code].get(domain.code) for role in leaders]
        known = [gap.value for gap in found if gap is not None and gap.value is not None]
        if known:
            means[domain.code] = sum(known) / len(known)
    widest = max(means.values(), default=0.0)
    level = [code for code, mean in means.items() if wording.points(mean) == wording.points(widest)]
    return [domain for domain in domains if domain.code in level][:MOST_DOMAINS]


def _in_domains(result: TheoryRealityResult, domains: Sequence[Domain]) -> TheoryRealityResult:
    codes = [domain.code for domain in domains]

    def within(table: Answered) -> Answered:
        return {role: {code: row[code] for code in codes if code in row} for role, row in table.items()}

    return replace(
        result, designed=within(result.designed), working=within(result.working), gap=within(result.gap)
    )


def _widest(
    result: TheoryRealityResult, leaders: Sequence[RoleSummary], most: int
) -> tuple[RoleSummary, ...]:
    """The leaders with a gap to show, in office order; of too many, those with the widest."""
    seen = [role for role in leaders if _seen(result, role)[0]]
    seen.sort(key=lambda role: _seen(result, role), reverse=True)
    kept = {role.code for role in seen[:most]}
    return tuple(role for role in leaders if role.code in kept)


def _first_message(sentence: str) -> str:
    """One message a screen: what stands before the semicolon; the notes say all of it."""
    return sentence.partition(";")[0].replace(*SHORTER)


def _seen(result: TheoryRealityResult, role: RoleSummary) -> tuple[int, float]:
    """How many domains may be shown of a role, then how wide its widest gap is."""
    known = [abs(gap.value) for gap in result.gap[role.code].values() if gap.value is not None]
    return len(known), max(known, default=0.0)


def patterns(analysis: Analysis, hidden: bool) -> View | None:
    """The patterns that show, strongest first; no slide where nothing they are made of was asked."""
    if not reading_patterns.any_measured(analysis):
        return None
    found = reading_patterns.patterns_to_discuss(analysis)
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
    if counted[WATCH] and not counted[PRESENT]:
        return f"{wording.count(counted[WATCH], 'pattern')} worth watching"
    if counted[PRESENT] and counted[WATCH]:
        return f"{present}, {watch}"
    return present if counted[PRESENT] else ""
