"""What has happened, by the next wave, to the question or layer a commitment came from."""

from __future__ import annotations

from dataclasses import dataclass

from alignment_model.analysis.model import CLEAR
from alignment_model.commitments import Commitment
from alignment_model.findings.question_changes import QuestionChange
from alignment_model.findings.trend_sentences import layer_sentence, question_sentence
from alignment_model.findings.trends import AgreementChange, Change, Trend
from alignment_model.findings.words import layer_phrase
from alignment_model.framework import Layer
from alignment_model.questionnaire import Question

MOVED, NOT_MOVED, CANNOT_SAY = "moved clearly", "did not move clearly", "cannot be said"
MOST_TOLD = 2  # clear changes named


@dataclass(frozen=True, slots=True)
class Since:
    """What the survey says has happened since: one of the three words, and the sentences behind it."""

    word: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A commitment as it stands in a wave. `since` is None for one made in that wave itself."""

    commitment: Commitment
    since: Since | None = None


def cannot_say(reason: str) -> Since:
    """Why nothing can be said, as a sentence.

    >>> cannot_say("it came from no question").sentence
    'Whether anything moved cannot be said: it came from no question.'
    """
    return Since(CANNOT_SAY, f"Whether anything moved cannot be said: {reason}.")


def since(trend: Trend, commitment: Commitment, question: Question | None, layer: Layer | None) -> Since:
    """What moved between the wave the commitment came from and the later one.

    Parameters
    ----------
    trend
        From the commitment's wave to the later one: what it does not hold may not be shown.
    question, layer
        What was talked about, as the later wave asks it; None when it does not, or there was neither.

    A question alone is too little to test how single leaders moved, so its layer is told beside it: the word is
    "moved clearly" when a group moved clearly on the question, or anybody did on the layer.
    """
    if not commitment.question and not commitment.layer:
        return cannot_say("it came from no question or layer")
    moved = [*_on_question(trend, question), *_on_layer(trend, layer)]
    told = _agreements(trend, question, layer)
    if not told and not moved:
        return cannot_say(_reason(trend, commitment))
    if not moved:
        return Since(NOT_MOVED, told)
    return Since(MOVED, " ".join([told, *moved[:MOST_TOLD]]).strip())


def _on_question(trend: Trend, question: Question | None) -> list[str]:
    if question is None:
        return []
    found = [c for c in trend.question_changes if c.question == question.code and c.word == CLEAR]
    return [question_sentence(change, question) for change in sorted(found, key=_size)]


def _on_layer(trend: Trend, layer: Layer | None) -> list[str]:
    """Positions and gaps that moved clearly, largest first; then agreement, when its interval excludes none."""
    if layer is None:
        return []
    found = [c for c in (*trend.positions, *trend.gaps) if c.layer == layer.code and c.word == CLEAR]
    sentences = [layer_sentence(change, layer) for change in sorted(found, key=_size)]
    interval = change.difference.interval if (change := _agreement(trend, layer)) else None
    if interval and (interval[0] > 0 or interval[1] < 0):
        way = "rose" if interval[0] > 0 else "fell"
        sentences.append(f"Agreement on {layer_phrase(layer)} {way} clearly: its interval holds no zero.")
    return sentences


def _agreements(trend: Trend, question: Question | None, layer: Layer | None) -> str:
    """How leaders' agreement went on the question and on its layer, as far as both waves can tell."""
    parts = []
    both = trend.question_agreement.get(question.code) if question else None
    if both is not None:
        parts.append(f"{_way(*both)} on the question")
    change = _agreement(trend, layer)
    if layer and change and change.before is not None and change.after is not None:
        parts.append(f"{_way(change.before, change.after)} on {layer_phrase(layer)}")
    return f"Leaders' agreement went {' and '.join(parts)}." if parts else ""


def _agreement(trend: Trend, layer: Layer | None) -> AgreementChange | None:
    return next((item for item in trend.agreement if layer and item.layer == layer.code), None)


def _way(before: float, after: float) -> str:
    return f"from {before:.2f} to {after:.2f}"


def _reason(trend: Trend, commitment: Commitment) -> str:
    apart = (item.reason for item in trend.not_comparable if item.code == commitment.question)
    return next(apart, "the two waves share too little of it")


def _size(change: Change | QuestionChange) -> float:
    return -abs(change.difference.value or 0.0)
