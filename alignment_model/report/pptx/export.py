"""The report as a PowerPoint deck: one message a slide with the finding as title, everything editable.

Charts are native wherever PowerPoint can draw them; notes hold method and doubt; the appendix holds every
question. The same report gives the same bytes.
"""

from __future__ import annotations

from datetime import datetime

from alignment_model.report.mark import mark_line
from alignment_model.report.model import Report, Section
from alignment_model.report.pptx.deck import Deck
from alignment_model.report.pptx.facts import Facts, notes_of, tables
from alignment_model.report.pptx.layout import picked
from alignment_model.report.pptx.package import settled_package
from alignment_model.report.pptx.tables import table_slides
from alignment_model.report.pptx.themes import section_slides
from alignment_model.wording import printable

SMALL_PRINT = 9  # points
UNDATED = datetime(2000, 1, 1)
WARNING = (
    "Confidential. It holds what leaders said in confidence: pass it on only to those it was written for."
)


def to_pptx(report: Report, template: bytes | None = None) -> bytes:
    """The whole report as one .pptx file, on a company's template when one is given.

    Raises
    ------
    UsageError
        When the template cannot be read or has no layout with a title.
    """
    deck = Deck(template, " · ".join(part for part in (report.title, report.wave) if part))
    lead = report.sections[0].finding if report.sections else ""
    deck.cover("Executive alignment report", report.title, report.subtitle, lead, _warning(report))
    facts = Facts(report)
    section_slides(deck, facts)
    _appendix(deck, facts)
    moment = _dated(report)
    _describe(deck, report, moment)
    return settled_package(deck.saved(), moment.strftime("%Y-%m-%dT%H:%M:%SZ"))


def _warning(report: Report) -> str:
    return f"Confidential. {report.warning}" if report.warning else WARNING


def _appendix(deck: Deck, facts: Facts) -> None:
    """Every question with every role's position, then every gap, then what others have published."""
    for section in facts.report.sections:
        if section.code.startswith("layer_") or section.code == "questions":
            for table in tables(section):
                if [column.name for column in table.columns][-2:] == ["Spread", "Agreement"]:
                    table_slides(deck, f"Appendix: {table.title}", table, _method(facts))
    section = facts.section("all_gaps")
    for table in tables(section) if section is not None else ():
        table_slides(deck, f"{section.title}: {table.title.lower()}", table, _method(facts), size=12)
    section = facts.section("figures")
    for table in tables(section) if section is not None else ():
        said = picked(table, range(len(table.columns) - 1))  # where the sources have it is in the other files
        table_slides(deck, section.title, said, section.finding, size=SMALL_PRINT)


def _method(facts: Facts) -> str:
    section: Section | None = facts.section("method")
    return notes_of(section, section.finding) if section is not None else ""


def _describe(deck: Deck, report: Report, moment: datetime) -> None:
    about = deck.presentation.core_properties
    about.title, about.subject = printable(report.title)[:255], printable(report.subtitle)[:255]
    about.author = about.last_modified_by = "Executive Alignment Dashboard"
    about.created = about.modified = moment
    # Set past python-pptx, which takes no more than 255 letters.
    about._element.get_or_add_keywords().text = mark_line(report)
    about.revision = 1
    about.language = "en-GB"


def _dated(report: Report) -> datetime:
    try:
        return datetime.fromisoformat(report.data.get("wave_date", ""))
    except ValueError:
        return UNDATED
