"""From an analysis to its report: sections in the order a reader needs them, numbers and charts inside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alignment_model.analysis.model import Analysis
from alignment_model.findings.commitments import Standing
from alignment_model.findings.trends import Trend
from alignment_model.report.canonical import settled
from alignment_model.report.data import report_data
from alignment_model.report.model import Report, Section, report_from_dict
from alignment_model.report.names import Names, names_of, with_short_names
from alignment_model.report.sections import appendix
from alignment_model.report.sections.commitments import commitments_section
from alignment_model.report.sections.consensus_map import consensus_map
from alignment_model.report.sections.conversations import conversations, open_answers
from alignment_model.report.sections.executives_and_managers import executives_and_managers
from alignment_model.report.sections.figures import figures
from alignment_model.report.sections.gaps import all_gaps, gaps
from alignment_model.report.sections.layers import layer_sections
from alignment_model.report.sections.overview import overview
from alignment_model.report.sections.patterns import patterns
from alignment_model.report.sections.register import register
from alignment_model.report.sections.themes import theme_sections
from alignment_model.report.sections.trends import trends
from alignment_model.report.words import people
from alignment_model.wording import day


def build_report(
    analysis: Analysis, commitments: Sequence[Standing] = (), trend: Trend | None = None
) -> Report:
    """Everything a reader of one wave is given, as plain data.

    `commitments` as they stand in this wave; `trend` is the way from the wave before. The same analysis gives
    the same report, and freezing and opening it changes nothing, not even order.
    """
    data = report_data(analysis, commitments, trend)
    analysis = with_short_names(analysis)
    names = names_of(analysis)
    found = (
        overview(analysis, names),
        *layer_sections(analysis),
        gaps(analysis, names),
        executives_and_managers(analysis, names),
        consensus_map(analysis, names),
        *theme_sections(analysis, names),
        patterns(analysis),
        register(analysis),
        trends(analysis, trend, names),
        *_closing(analysis, names, commitments),
    )
    report = Report(
        title=analysis.survey or "AI alignment",
        subtitle=_subtitle(analysis),
        survey=analysis.survey,
        wave=analysis.wave,
        sections=tuple(section for section in found if section is not None),
        data=data,
        provenance=data["provenance"],
    )
    return report_from_dict(settled(report.as_dict()))


def _closing(analysis: Analysis, names: Names, agreed: Sequence[Standing]) -> tuple[Section | None, ...]:
    return (
        conversations(analysis, names),
        commitments_section(agreed, names),
        open_answers(analysis, names),
        all_gaps(analysis, names),
        figures(analysis, names),
        appendix.questions(analysis),
        appendix.method(analysis),
        appendix.confidentiality(analysis),
    )


def _subtitle(analysis: Analysis) -> str:
    parts = [analysis.wave, _dated(analysis.wave_date), f"{people(analysis)} answered"]
    return " · ".join(part for part in parts if part)


def _dated(text: str) -> str:
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
