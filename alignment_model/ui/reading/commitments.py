"""Sentences and rows about commitments."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from alignment_model import wording
from alignment_model.analysis import Analysis
from alignment_model.commitments import OPEN, STATES, Commitment
from alignment_model.findings import words
from alignment_model.findings.commitments import CANNOT_SAY, MOVED, NOT_MOVED, Standing
from alignment_model.ui.reading.patterns import patterns_to_discuss

PROMPTS = 5  # conversations a commitment could come from, named while there is none
SOON = 14  # days within which a day that comes is told as so many days away
SINCE = {
    MOVED: "Since then something moved clearly. ",
    NOT_MOVED: "Since then nothing moved clearly. ",
    CANNOT_SAY: "",
}
STATE_NAMES = {state: state.capitalize() for state in STATES}


def could_come_from(analysis: Analysis) -> list[str]:
    """The conversations from which the first commitments could come, else the questions of the patterns found."""
    talks = [
        f"{analysis.question(talk.question).question.label}: {talk.prompt}" for talk in analysis.conversations
    ]
    asked = [f"{finding.name}: {finding.question}" for finding in patterns_to_discuss(analysis)]
    return (talks or asked)[:PROMPTS]


def sentence(found: Sequence[Standing], today: date) -> str:
    """How many are still to be done, and how many are late."""
    if not found:
        return "Nothing has been agreed yet"
    still = [standing.commitment for standing in found if standing.commitment.open]
    if not still:
        return f"Nothing is left to do: {told_states(found)}"
    late = sum(item.overdue(today) for item in still)
    text = f"{wording.count(len(still), 'commitment')} still to be kept"
    if late:
        return f"{text}, {late if late < len(still) else 'all' if late > 1 else 'and it is'} overdue"
    return f"{text}, the next by {wording.day(still[0].due)}"


def told_states(found: Sequence[Standing]) -> str:
    """How many were kept, missed and dropped."""
    states = [standing.commitment.state for standing in found]
    return wording.listing(
        [f"{states.count(state)} {state}" for state in STATES if state in states and state != OPEN]
    )


def terms(item: Commitment, today: date) -> str:
    """Who, until when, and how far away that is.

    >>> terms(Commitment("", "CFO", date(2026, 6, 1), "Spring"), date(2026, 6, 4))
    'CFO · by 1 Jun 2026, 3 days overdue'
    """
    return f"{item.owner} · by {wording.day(item.due)}{_away(item, today)}"


def _away(item: Commitment, today: date) -> str:
    days = (item.due - today).days
    if days < 0:
        return f", {wording.count(-days, 'day')} overdue"
    if days == 0:
        return ", today"
    return f", in {wording.count(days, 'day')}" if days <= SOON else ""


def origin(item: Commitment, analysis: Analysis) -> str:
    """In which wave it was agreed, and on what."""
    about = about_what(item, analysis)
    return f"Agreed in {item.wave}{f' on {about}' if about else ''}"


def about_what(item: Commitment, analysis: Analysis) -> str:
    """The question in quotation marks, or the layer; empty when it came from neither."""
    asked = {result.question.code: result.question.label for result in analysis.questions}
    if item.question:
        return words.quoted(asked.get(item.question, item.question))
    names = {layer.code: words.layer_phrase(layer.layer) for layer in analysis.layers}
    return names.get(item.layer, item.layer)


def since(standing: Standing) -> str:
    """What the survey says has happened since; empty for what was agreed in this wave."""
    found = standing.since
    return f"{SINCE[found.word]}{found.sentence}" if found else ""


def settled_rows(found: Sequence[Standing], analysis: Analysis) -> list[dict[str, Any]]:
    """What is done with, as a table."""
    return [
        {
            "What": item.text,
            "Owner": item.owner,
            "Due": wording.day(item.due),
            "State": STATE_NAMES[item.state],
            "Note": item.note,
            "From": origin(item, analysis),
        }
        for item in (standing.commitment for standing in found)
    ]
