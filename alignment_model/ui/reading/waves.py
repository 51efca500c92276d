"""Lines and rows over all waves of a survey, for the Trends page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from alignment_model import wording
from alignment_model.analysis.model import (
    CLEAR,
    NOT_ENOUGH,
    NOT_SEEN,
    PRESENT,
    WATCH,
    Analysis,
    LayerResult,
    RoleSummary,
)
from alignment_model.charts import TrendLine
from alignment_model.charts.drawing.names import role_name
from alignment_model.findings.evidence import LEADERSHIP
from alignment_model.findings.trends import PatternChange, Trend
from alignment_model.measures.statistic import Statistic
from alignment_model.ui.reading.patterns import PATTERN_ORDER
from alignment_model.wording import number

FEW = 4  # roles a small picture shows all of; of more, leadership together, the groups and who moved clearly
SMALL = 0.05  # a change of agreement below this is no change to speak of
SEEN = (PRESENT, WATCH)
NOT_ASKED_ALIKE = "not asked alike in every wave"
REGISTER_WORDS = {
    "pilot_conversion": ("Pilots that reached production", "share"),
    "pilot_age_months": ("Median age of current pilots", "months"),
    "no_outcome_share": ("Money with no measured outcome", "share"),
    "no_metric_share": ("Money with no value metric", "share"),
    "no_baseline_share": ("Money with no baseline", "share"),
    "no_owner_share": ("Money with no accountable owner", "share"),
    "announced_unmeasured_share": ("Announced with no measured outcome", "share"),
    "duplicate_share": ("Possible duplicates", "share"),
    "purpose_missing_share": ("Initiatives with no purpose", "share"),
    "low_adoption_share": ("Live initiatives few people use", "share"),
    "enabler_spend_share": ("Money for data, integration and training", "share"),
}


def first_wave_sentence(analysis: Analysis) -> str:
    """That this is where it starts, and what stands at the start."""
    agreed = analysis.overall.value.value
    seen = sum(finding.word in SEEN for finding in analysis.patterns)
    parts = [f"agreement at {number(agreed, 2)}"] if agreed is not None else []
    if seen:
        parts.append(f"{wording.count(seen, 'pattern')} present or worth watching")
    elif any(finding.word == NOT_SEEN for finding in analysis.patterns):
        parts.append("no pattern seen")
    if not parts:
        roles = wording.count(len(analysis.shown_roles), "role")
        return f"{analysis.wave} is the first wave: the next is set against where {roles} stand now"
    return f"{analysis.wave} is the first wave: it starts with {wording.listing(parts)}"


def first_wave(analysis: Analysis) -> dict[str, list[dict[str, Any]]]:
    """What a second wave will be compared with: layers, patterns seen, the register's numbers; empty parts left out."""
    layers = [
        {
            "Layer": layer.layer.name,
            "Agreement between leadership roles": _told(layer.agreement.value, 2),
            "Leadership stands at": _told(layer.leadership_position, 1),
        }
        | {role_name(role): _told(layer.positions[role.code], 1) for role in _below(analysis, layer)}
        for layer in analysis.layers
    ]
    patterns = [
        {"Pattern": finding.name, "Verdict": finding.word, "Score (0 to 1)": number(finding.score or 0.0, 2)}
        for finding in sorted(analysis.patterns, key=lambda finding: -(finding.score or 0.0))
        if finding.word in SEEN
    ]
    register = [
        {"What": words_of, analysis.wave: _register_number(code, value)}
        for code, (words_of, _) in REGISTER_WORDS.items()
        if (value := _metric(analysis, code)) is not None
    ]
    parts = {"Layers": layers, "Patterns": patterns, "Initiatives": register}
    return {title: rows for title, rows in parts.items() if rows}


def _below(analysis: Analysis, layer: LayerResult) -> list[RoleSummary]:
    return [role for role in analysis.shown_roles if not role.leadership and role.code in layer.positions]


def _told(found: Statistic, decimals: int) -> str:
    return found.reason or "" if found.value is None else number(found.value, decimals)


def asked_alike(analyses: Sequence[Analysis]) -> bool:
    """Whether all waves asked the same, so that their own pages can stand side by side."""
    return len({analysis.provenance.get("questionnaire_digest") for analysis in analyses}) == 1


def agreement_lines(analyses: Sequence[Analysis]) -> tuple[TrendLine, ...]:
    """Leadership's agreement on each layer over all waves, where all asked the same and any has a value."""
    if not asked_alike(analyses):
        return ()
    lines = [
        TrendLine(layer.code, layer.layer.name, _over(analyses, layer.code, _agreement), clear=True)
        for layer in analyses[-1].layers
    ]
    return tuple(line for line in lines if any(value.known for value in line.values))


def agreement_title(lines: Sequence[TrendLine], waves: Sequence[str]) -> str:
    """On which layer agreement rose or fell most from the first wave to the last; no test stands behind it."""
    ends = {
        line.name: (first, last)
        for line in lines
        if (first := line.values[0].value) is not None and (last := line.values[-1].value) is not None
    }
    if not ends:
        return "How far leadership agrees, wave by wave"
    name = max(ends, key=lambda key: abs(ends[key][1] - ends[key][0]))
    first, last = (number(value, 2) for value in ends[name])
    if abs(ends[name][1] - ends[name][0]) < SMALL:
        return f"Leadership agrees about as much in {waves[-1]} as in {waves[0]}, on every layer"
    way = "rose" if ends[name][1] > ends[name][0] else "fell"
    return f"Agreement {way} most on {name}: from {first} to {last}"


def layer_panels(
    trend: Trend, whole: Trend, analyses: Sequence[Analysis], called: Mapping[str, str]
) -> dict[str, tuple[TrendLine, ...]]:
    """Where roles stand on each layer over all waves, layer by layer; clear changes from first to last marked.

    `whole` compares the first wave with the last. Roles that either comparison leaves out are left out. Of many
    roles only leadership together, the groups below it and whoever moved clearly are drawn.
    """
    if not asked_alike(analyses):
        return {}
    apart = {item.code for part in (trend, whole) for item in part.not_comparable if item.kind == "role"}
    latest = analyses[-1]
    roles = [role for role in latest.shown_roles if role.code not in apart]
    leaders = sum(role.leadership for role in roles)
    clear = {(change.layer, change.role) for change in whole.positions if change.word == CLEAR}
    few = len(roles) <= FEW
    panels = {}
    for layer in latest.layers:
        codes = [LEADERSHIP] if leaders > 1 else []
        codes += [
            role.code
            for role in roles
            if few or not role.leadership or leaders == 1 or (layer.code, role.code) in clear
        ]
        lines = [
            TrendLine(
                code,
                called.get(code, code),
                _over(analyses, layer.code, _position(code)),
                (layer.code, code) in clear,
            )
            for code in codes
        ]
        panels[layer.layer.name] = tuple(line for line in lines if any(value.known for value in line.values))
    return {name: lines for name, lines in panels.items() if lines}


def _over(
    analyses: Sequence[Analysis], layer: str, read: Callable[[LayerResult], Statistic]
) -> tuple[Statistic, ...]:
    found = [next((item for item in analysis.layers if item.code == layer), None) for analysis in analyses]
    return tuple(Statistic.none(NOT_ASKED_ALIKE) if item is None else read(item) for item in found)


def _agreement(layer: LayerResult) -> Statistic:
    return layer.agreement.value


def _position(role: str) -> Callable[[LayerResult], Statistic]:
    if role == LEADERSHIP:
        return lambda layer: layer.leadership_position
    return lambda layer: layer.positions.get(role, Statistic.none("not shown in this wave"))


def pattern_rows(trend: Trend, analyses: Sequence[Analysis]) -> list[dict[str, Any]]:
    """Every pattern's word in all waves, changed ones first; those that no wave can tell are left out."""
    changes = {item.code: item for item in trend.patterns}
    rows = []
    for finding in analyses[-1].patterns:
        said = [_word(analysis, finding.code) for analysis in analyses]
        if set(said) <= {NOT_ENOUGH, ""}:
            continue
        place = (len(set(said)) == 1, PATTERN_ORDER.index(finding.word), -(finding.score or 0))
        row = {"Pattern": finding.name} | dict(zip([analysis.wave for analysis in analyses], said))
        row[f"Change of score, {trend.before} to {trend.after}"] = _score_change(changes.get(finding.code))
        rows.append((place, row))
    return [row for _, row in sorted(rows, key=lambda item: item[0])]


def _word(analysis: Analysis, code: str) -> str:
    return next((finding.word for finding in analysis.patterns if finding.code == code), "")


def _score_change(item: PatternChange | None) -> str:
    if item is None or NOT_ENOUGH in (item.before, item.after):
        return "not enough evidence in both"
    if item.difference.value is None:
        return item.difference.reason or ""
    change = number(item.difference.value, 2, sign=True)
    return f"{change} ({item.difference.caution})" if item.difference.caution else change


def register_rows(analyses: Sequence[Analysis]) -> list[dict[str, Any]]:
    """The register's numbers in all waves that have one."""
    with_one = [analysis for analysis in analyses if analysis.register is not None]
    if len(with_one) < 2:
        return []
    return [
        {"What": words_of}
        | {analysis.wave: _register_number(code, _metric(analysis, code)) for analysis in with_one}
        for code, (words_of, _) in REGISTER_WORDS.items()
        if any(_metric(analysis, code) is not None for analysis in with_one)
    ]


def _metric(analysis: Analysis, code: str) -> float | None:
    found = analysis.register.metrics.get(code) if analysis.register else None
    return None if found is None else found.value


def _register_number(code: str, value: float | None) -> str:
    if value is None:
        return "cannot be said"
    return f"{value:.0f} months" if code == "pilot_age_months" else wording.percent(value)
