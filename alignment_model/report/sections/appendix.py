"""Appendices: every question with its answers, how the numbers are made, what is kept confidential."""

from __future__ import annotations

from itertools import groupby

from alignment_model.analysis.model import Analysis, QuestionResult
from alignment_model.measures import catalogue
from alignment_model.report.model import Block, Column, Section, Table, Text
from alignment_model.report.sections.layers import question_table
from alignment_model.wording import listing

USED = ("leadership", "within", "gaps", "value", "map")


def questions(analysis: Analysis) -> Section | None:
    """All scaled questions: how each role answered; None when there are none."""
    if not analysis.questions:
        return None
    blocks: list[Block] = []
    for layer in analysis.layers:
        blocks += _answers(layer.layer.name, layer.questions, analysis)
    if analysis.other_questions:
        blocks.append(question_table("Questions outside the layers", analysis.other_questions, analysis))
        blocks += _answers("Outside the layers", analysis.other_questions, analysis)
    finding = "Every question as it was asked, and how many people chose each answer."
    return Section("questions", "Appendix: all questions", finding, tuple(blocks))


def _answers(title: str, results: tuple[QuestionResult, ...], analysis: Analysis) -> list[Table]:
    """One table for each run of questions on the same scale."""
    return [
        _answer_table(title, labels, tuple(same), analysis)
        for labels, same in groupby(results, key=lambda result: result.labels)
    ]


def _answer_table(
    title: str, labels: tuple[str, ...], results: tuple[QuestionResult, ...], analysis: Analysis
) -> Table:
    columns = (
        Column("Question"),
        Column("Role"),
        *(Column(label, "integer") for label in labels),
        Column("Don't know", "integer"),
        Column("Blank", "integer"),
    )
    rows = tuple(
        (result.question.text, role.name, *found.counts, found.dont_know, found.blank)
        for result in results
        for role in analysis.shown_roles
        if (found := result.distributions.get(role.code)) is not None
    )
    note = "Answers as given: reversed questions are not flipped here."
    return Table(f"{title}: answers", columns, rows, note)


def method(analysis: Analysis) -> Section:
    """How each number is made, from the measure catalogue: only the kinds of measure this report shows."""
    text = (
        "Every number comes with its doubt, or with the reason there is none. Agreement is always shown "
        "against what as many people answering at random reach. Nothing is called clear because it is large."
    )
    asked = {"value": analysis.value, "map": analysis.consensus_map}
    kinds = [kind for kind in USED if asked.get(kind, True) is not None]
    return Section(
        "method", "Appendix: how the numbers are made", text, tuple(_measures(kind) for kind in kinds)
    )


def _measures(kind: str) -> Table:
    columns = (
        Column("Measure"),
        Column("How to read it"),
        Column("When it misleads"),
        Column("Definition"),
        Column("Source"),
    )
    rows = tuple(
        (entry.name, f"{entry.reading} {entry.direction}", entry.misleads, entry.formula, entry.citation)
        for entry in catalogue.CATALOGUE.values()
        if entry.group == kind
    )
    return Table(catalogue.GROUPS[kind], columns, rows)


def confidentiality(analysis: Analysis) -> Section:
    """What is shown about whom, and why."""
    attributed = [role.name for role in analysis.shown_roles if role.attributed]
    hidden = [f"{role.name}: {role.reason}." for role in analysis.roles if not role.shown]
    blocks = [
        Text(
            "Each role is either attributed, shown by name of role, or protected, shown only as a group of "
            "several people. Respondents were told which before they answered."
        ),
        *((Text(f"Attributed here: {listing(attributed)}."),) if attributed else ()),
        *(Text(text) for text in hidden),
        Text(
            "Numbers over several roles are made of shown roles only, so that nothing hidden can be had by "
            "subtraction. Comments of protected roles are shown word for word only where many answered."
        ),
    ]
    finding = "Nobody who was promised confidentiality can be recognised from this report."
    return Section("confidentiality", "Confidentiality", finding, tuple(blocks))
