"""What value means, where the chain breaks, theory and reality, the number: for surveys that asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from alignment_model import charts
from alignment_model.analysis.model import Analysis
from alignment_model.findings.lenses import absent, lens_views
from alignment_model.findings.theme_sentences import (
    activity_against_outcome,
    agreement_on_gap,
    closest_and_farthest,
    confidence_sentence,
    ends_per_domain,
    shared_by_chance,
    spread_sentence,
)
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.names import Names
from alignment_model.report.pictures import picture
from alignment_model.report.sections.figures import published
from alignment_model.report.words import body, cell, interval, note

LENSES = "Ten ways to look at value"
Grid = Mapping[str, Mapping[str, Statistic]]


def theme_sections(analysis: Analysis, names: Names) -> tuple[Section, ...]:
    """The sections for whatever of the four was asked."""
    found = (
        _value(analysis, names),
        _chain(analysis, names),
        _theory(analysis, names),
        _number(analysis, names),
    )
    return tuple(section for section in found if section is not None)


def _value(analysis: Analysis, names: Names) -> Section | None:
    found, roles = analysis.value, _shown(analysis)
    if found is None:
        return None
    blocks: list[Block] = [
        *picture("value_by_role", charts.value_by_role, found, analysis.roles),
        _grid("Mean points of 100 per outcome", "Outcome", found.points, roles, names, "outcomes", "integer"),
        *_overlaps(analysis, names),
    ]
    if found.common.known:
        blocks += note(f"All leadership roles share {found.common.value:.0f} of 100 points.")
    for text in shared_by_chance(found):
        blocks += note(text)
    alone = [
        f"{names.role(role)}: {', '.join(names.of('outcome', code) for code in only)}"
        for role, only in found.only.items()
        if only and role in roles
    ]
    blocks += note(f"Valued by one role only. {'. '.join(alone)}." if alone else "")
    blocks += _lenses(analysis)
    blocks += published("value_fragmentation", "VAL_GROWTH", "VAL_WORK")
    return Section("value", "What value means to each role", found.sentence, tuple(blocks))


def _lenses(analysis: Analysis) -> tuple[Block, ...]:
    """The ten stakeholders; nothing where the points went to a survey's own outcomes alone."""
    views = lens_views(analysis, load_framework())
    if not views:
        return ()
    columns = (
        Column("Stakeholder"),
        Column("Who answered for them"),
        Column("Who gives them most points"),
        Column("What value means to them"),
        Column("What worries them"),
    )
    rows = tuple(
        (view.lens.name, view.answered, view.gives_most, view.lens.primary_value, view.lens.key_concern)
        for view in views
    )
    return (*body(absent(views)), Table(LENSES, columns, rows))


def _overlaps(analysis: Analysis, names: Names) -> tuple[Block, ...]:
    roles = _shown(analysis)
    pairs = [(pair, shared) for pair, shared in analysis.value.overlaps.items() if set(pair) <= set(roles)]
    if not pairs:
        return ()
    columns = (
        Column("Role"),
        Column("Other role"),
        Column("Shared points", "integer"),
        Column("95 % interval"),
    )
    rows = tuple(
        (names.role(one), names.role(other), cell(shared), interval(shared, 0))
        for (one, other), shared in pairs
    )
    drawn = analysis.value is not None and len(pairs) > 1
    title = closest_and_farthest(analysis.value)
    return (
        *(
            picture("overlap", charts.overlap_matrix, analysis.value, analysis.roles, title=title)
            if drawn
            else ()
        ),
        Table(
            "Points two roles share",
            columns,
            rows,
            "100: both spread their points alike; 0: nothing in common.",
        ),
    )


def _chain(analysis: Analysis, names: Names) -> Section | None:
    found, roles = analysis.chain, _shown(analysis)
    if found is None:
        return None
    columns = (Column("Role"), Column("The chain breaks at"), Column("Activity minus outcome", "signed"))
    rows = tuple(
        (
            names.role(role),
            names.of("stage", found.breaks[role]) if found.breaks[role] else "It does not break",
            cell(found.activity_outcome_gap.get(role)),
        )
        for role in roles
        if role in found.breaks
    )
    blocks = (
        *picture("value_chain", charts.value_chain, found, analysis.roles),
        *body(activity_against_outcome(analysis, found)),
        _grid("Evidence per stage, 0 to 4", "Stage", found.evidence, roles, names, "stages", "points"),
        Table(
            "Where each role sees the chain break",
            columns,
            rows,
            "Evidence below 2 (tracked) or a drop of a whole point.",
        ),
        *published(*(stage.code for stage in load_framework().stages)),
    )
    return Section("chain", "The value chain", found.sentence, blocks)


def _theory(analysis: Analysis, names: Names) -> Section | None:
    found, roles = analysis.theory_reality, _shown(analysis)
    if found is None:
        return None
    blocks: list[Block] = [
        *picture("theory_reality", charts.theory_reality, found, analysis.roles),
        _grid("As designed, 1 to 5", "Domain", found.designed, roles, names, "domains", "points"),
        _grid("As it works today, 1 to 5", "Domain", found.working, roles, names, "domains", "points"),
        _grid("Designed minus working", "Domain", found.gap, roles, names, "domains", "signed"),
    ]
    framework = load_framework()
    said = [*body(agreement_on_gap(analysis, found, framework))]
    for text in ends_per_domain(analysis, found, framework):
        said += body(text)
    others = published(*(domain.code for domain in framework.domains))
    return Section(
        "theory_reality", "Theory and reality", found.sentence, (blocks[0], *said, *blocks[1:], *others)
    )


def _number(analysis: Analysis, names: Names) -> Section | None:
    found = analysis.number
    if found is None:
        return None
    columns = (
        Column("Role"),
        Column("Expected effect, per cent", "signed"),
        Column("95 % interval"),
        Column("Confidence", "points"),
    )
    rows = tuple(
        (
            names.role(role),
            cell(found.effect[role]),
            interval(found.effect[role]),
            cell(found.confidence.get(role)),
        )
        for role in _shown(analysis)
        if role in found.effect
    )
    text = "Net effect on operating cost expected from AI in the next 12 months."
    return Section(
        "number",
        "The number",
        found.sentence,
        (
            *picture("number", charts.the_number, found, analysis.roles),
            *body(spread_sentence(found)),
            *body(confidence_sentence(analysis, found)),
            Table("Expected effect on operating cost", columns, rows, text),
            *published("EFFECT_PERCENT", "financial_results"),
        ),
    )


def _grid(
    title: str, first: str, found: Grid, roles: Iterable[str], names: Names, kind: str, form: str
) -> Table:
    """Rows are parts (outcomes, stages, domains) in the framework's order, columns are roles."""
    held = [role for role in roles if role in found]
    named: Mapping[str, str] = getattr(names, kind)
    parts = [part for part in named if any(part in found[role] for role in held)]
    columns = (Column(first), *(Column(names.role(role), form) for role in held))
    rows = tuple((named[part], *(cell(found[role].get(part)) for role in held)) for part in parts)
    return Table(title, columns, rows)


def _shown(analysis: Analysis) -> list[str]:
    return [role.code for role in analysis.shown_roles]
