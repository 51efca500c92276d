"""What the screens of commitments ask for and keep: one place, so that page, dialog and notes do the same."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.commitments import Commitment
from alignment_model.errors import AlignmentError, InputError
from alignment_model.findings import words
from alignment_model.findings.commitments import Standing
from alignment_model.ui import asking, data
from alignment_model.workflows.clock import utc_now

USUAL_DAYS = 30  # from today: the day a new commitment is proposed for
QUESTION, LAYER = "question", "layer"


def today() -> date:
    """The day it is, in UTC."""
    return utc_now().date()


def standings(analysis: Analysis) -> tuple[Standing, ...]:
    """What was agreed up to this wave, earlier ones with what has happened since."""
    return workflows.carried_commitments(
        data.store(),
        analysis,
        data.settings(),
        trend_of=lambda before: asking.trend(before, analysis.wave, linked=False),
    )


def agreed(analysis: Analysis) -> tuple[Commitment, ...]:
    """What was agreed up to this wave, open ones first; cheap, without what has happened since."""
    return workflows.commitments_of(data.store(), analysis.survey, analysis.wave)


def still_open(analysis: Analysis) -> tuple[Commitment, ...]:
    """What is still to be done, the earliest day first."""
    return tuple(item for item in agreed(analysis) if item.open)


def version(analysis: Analysis) -> str:
    """A mark that changes with every commitment of this wave."""
    return workflows.commitments_version(data.store(), analysis.survey, analysis.wave)


def new(analysis: Analysis, question: str = "") -> Commitment:
    """An empty commitment of this wave, about this question; its owner is for the team to say."""
    return Commitment("", "", today() + timedelta(days=USUAL_DAYS), analysis.wave, question)


def owners(analysis: Analysis, item: Commitment) -> list[str]:
    """Who is offered as owner: the leadership roles as people name them, and who it is now."""
    leaders = [role.code for role in analysis.roles if role.leadership]
    names = [words.opened(words.role_phrase(code).removeprefix("the ")) for code in leaders]
    return list(dict.fromkeys([*([item.owner] if item.owner else []), *names]))


def origins(analysis: Analysis) -> Mapping[str, str]:
    """What a commitment can have come from: mark to name; conversations' questions first."""
    talked = [talk.question for talk in analysis.conversations]
    labels = {result.question.code: result.question.label for result in analysis.questions}
    found = {"": "No question or layer"}
    found |= {
        f"{QUESTION}:{code}": f"Conversation {rank}: {labels[code]}" for rank, code in enumerate(talked, 1)
    }
    found |= {f"{LAYER}:{layer.code}": layer.layer.name for layer in analysis.layers}
    return found | {
        f"{QUESTION}:{code}": f"{code}: {name}" for code, name in labels.items() if code not in talked
    }


def origin_of(item: Commitment) -> str:
    """The mark of what a commitment came from."""
    if item.question:
        return f"{QUESTION}:{item.question}"
    return f"{LAYER}:{item.layer}" if item.layer else ""


def from_origin(mark: str) -> dict[str, str]:
    """Question and layer of a mark; both empty for a mark that means neither.

    >>> from_origin("layer:societal_trust")
    {'question': '', 'layer': 'societal_trust'}
    """
    kind, _, code = mark.partition(":")
    return {QUESTION: code if kind == QUESTION else "", LAYER: code if kind == LAYER else ""}


def save(analysis: Analysis, item: Commitment) -> tuple[str, ...]:
    """Keep a new or changed commitment; what is wrong with it, one sentence each, when it is not kept."""
    keep = workflows.change_commitment if item.id else workflows.add_commitment
    try:
        keep(data.store(), analysis.survey, item)
    except InputError as error:
        return tuple(problem.sentence for problem in error.problems)
    except AlignmentError as error:
        return (str(error),)
    return ()


def remove(analysis: Analysis, item: Commitment) -> None:
    """Take out what was entered by mistake."""
    workflows.remove_commitment(data.store(), analysis.survey, item.id)
