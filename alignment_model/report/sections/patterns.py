"""Patterns of misalignment: the word, then the evidence for it, against it, and what is missing."""

from __future__ import annotations

from alignment_model import charts, wording
from alignment_model.analysis.model import (
    NOT_ENOUGH,
    NOT_SEEN,
    PRESENT,
    WATCH,
    Analysis,
    PatternFinding,
    Signal,
)
from alignment_model.findings.patterns.overview import patterns_sentence
from alignment_model.findings.patterns.shared_causes import QUESTION, shared_causes
from alignment_model.findings.words import opened
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.pictures import picture
from alignment_model.report.sections.figures import published_by_subject
from alignment_model.report.words import body, cell, lead

ORDER = (PRESENT, WATCH, NOT_SEEN, NOT_ENOUGH)


def patterns(analysis: Analysis) -> Section | None:
    """All patterns, those that need attention first; None when none was looked for."""
    if not analysis.patterns:
        return None
    found = sorted(analysis.patterns, key=lambda item: (ORDER.index(item.word), -(item.score or 0.0)))
    blocks: list[Block] = [_summary(found)]
    blocks += _together(analysis)
    for pattern in found:
        blocks += _evidence(pattern)
    blocks += published_by_subject({item.code: item.name for item in found if item.word in (PRESENT, WATCH)})
    return Section("patterns", "Patterns of misalignment", f"{patterns_sentence(found)}.", tuple(blocks))


def _summary(found: list[PatternFinding]) -> Table:
    columns = (
        Column("Pattern"),
        Column("Verdict"),
        Column("Score", "agreement"),
        Column("Evidence available", "share"),
        Column("Stability", "share"),
    )
    rows = tuple(
        (pattern.name, pattern.word, pattern.known_score, pattern.coverage, cell(pattern.stability))
        for pattern in found
    )
    return Table(
        "Patterns at a glance",
        columns,
        rows,
        "Score: how far the measured signals go towards the full pattern. Evidence available: weight of the "
        "signals that could be measured. Stability: share of resamples in which the verdict stays.",
    )


def _together(analysis: Analysis) -> tuple[Block, ...]:
    """What several patterns seen at once have in common; nothing when they share nothing that is measured."""
    called = {pattern.code: pattern.name for pattern in analysis.patterns}
    known = {result.question.code: result.question.label for result in analysis.questions}
    rows = tuple(
        (
            known.get(cause.code, cause.code),
            "answers" if cause.kind == QUESTION else "the register",
            wording.listing([called[code] for code in cause.patterns]),
        )
        for cause in shared_causes(analysis.patterns)
        if cause.measured
    )
    columns = (Column("What they share"), Column("Seen in"), Column("Patterns"))
    text = "Patterns that share evidence may share a cause: one conversation can answer several."
    if not rows:
        return ()
    drawn = picture("shared_causes", charts.shared_causes, analysis)
    return (*drawn, Table("Patterns that appear together", columns, rows, text))


def _evidence(pattern: PatternFinding) -> tuple[Block, ...]:
    columns = (
        Column("Evidence"),
        Column("What was measured"),
        Column("Strength", "share"),
        Column("Source"),
    )
    sides = (
        ("for", pattern.signals_for),
        ("against", pattern.signals_against),
        ("missing", pattern.signals_missing),
    )
    rows = tuple(_row(side, signal) for side, signals in sides for signal in signals)
    attention = pattern.word in (PRESENT, WATCH)
    return (
        *(lead(pattern.sentence) if attention else body(pattern.sentence)),
        *(picture(f"pattern_{pattern.code}", charts.pattern_evidence, pattern) if attention else ()),
        Table(f"{pattern.name}: the evidence", columns, rows),
        *(body(f"To ask: {pattern.question}") if attention and pattern.question else ()),
    )


def _row(side: str, signal: Signal) -> tuple[object, ...]:
    return (side, signal.sentence, signal.strength, opened(signal.source))
