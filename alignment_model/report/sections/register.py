"""The initiative register: money with no agreed outcome, and every initiative."""

from __future__ import annotations

from datetime import date

from alignment_model import charts, wording
from alignment_model.analysis.model import Analysis, RegisterResult
from alignment_model.measures.statistic import Statistic
from alignment_model.report.model import Block, Column, Section, Table
from alignment_model.report.pictures import picture
from alignment_model.report.sections.figures import published
from alignment_model.report.words import note
from alignment_model.responses import Initiative

INITIATIVE_COLUMNS = (
    Column("Initiative"),
    Column("Stage"),
    Column("Started"),
    Column("Accountable owner"),
    Column("Spent", "money"),
    Column("Committed", "money"),
    Column("Value metric"),
    Column("Baseline"),
    Column("Outcome measured"),
)


def register(analysis: Analysis) -> Section | None:
    """Spend and what it lacks; None when no register was filled in."""
    found = analysis.register
    if found is None:
        return None
    blocks: list[Block] = [_missing(found, analysis.currency)] if found.without_outcome else []
    blocks += note(_counts(found))
    blocks += _drawn(found, analysis)
    for text in _remarks(found):
        blocks += note(text)
    rows = tuple(_row(item) for item in found.initiatives)
    blocks.append(
        Table(
            "All initiatives",
            INITIATIVE_COLUMNS,
            rows,
            f"Money in {analysis.currency}." if analysis.currency else "",
        )
    )
    blocks += published("ai_pilot_trap", "ai_theatre", "activity_without_outcome")
    return Section("register", "The initiative register", _finding(found, analysis.currency), tuple(blocks))


def _drawn(found: RegisterResult, analysis: Analysis) -> tuple[Block, ...]:
    """Initiatives by age and stage, where the wave has a date to count from."""
    try:
        as_of = date.fromisoformat(analysis.wave_date)
    except ValueError:
        return ()
    return picture("initiatives", charts.initiatives, found, as_of, currency=analysis.currency)


def _finding(found: RegisterResult, currency: str) -> str:
    number = wording.count(len(found.initiatives), "initiative")
    spent, committed = wording.money(found.spend, currency), wording.money(found.committed, currency)
    text = f"{number}, {spent} spent and {committed} committed."
    most = max(found.without_outcome, key=lambda line: line.spent, default=None)
    if most is None or not most.spent:
        return text
    return (
        f"{text} {wording.money(most.spent, currency)} went into live or pilot initiatives that lack a value "
        "metric, a baseline, an accountable owner or a measured outcome."
    )


def _missing(found: RegisterResult, currency: str) -> Table:
    columns = (
        Column("Live or in pilot with"),
        Column("Spent", "money"),
        Column("Committed", "money"),
        Column("Initiatives"),
    )
    rows = tuple(
        (line.label, line.spent, line.committed, ", ".join(line.initiatives))
        for line in found.without_outcome
    )
    return Table("Money with no agreed outcome", columns, rows, f"Money in {currency}." if currency else "")


def _counts(found: RegisterResult) -> str:
    return " ".join(
        (
            _said(
                "Share of initiatives ever piloted that reached production",
                found.pilot_conversion,
                share=True,
            ),
            _said("Age of pilots in months", found.pilot_age_months, share=False),
        )
    )


def _said(label: str, found: Statistic, *, share: bool) -> str:
    if found.value is None:
        return f"{label}: {found.reason}."
    return f"{label}: {wording.percent(found.value) if share else wording.points(found.value)}."


def _remarks(found: RegisterResult) -> list[str]:
    texts = []
    if found.announced_unmeasured:
        texts.append(f"Announced with no measured outcome: {', '.join(found.announced_unmeasured)}.")
    for names in found.duplicates:
        texts.append(f"Possible duplicates (same purpose, different owner): {', '.join(names)}.")
    return texts


def _row(item: Initiative) -> tuple[object, ...]:
    return (
        item.name,
        item.stage,
        wording.day(item.started) if item.started else None,
        item.accountable_owner,
        item.spend_to_date,
        item.committed_spend,
        item.value_metric,
        item.baseline,
        {True: "yes", False: "no", None: ""}[item.outcome_measured],
    )
