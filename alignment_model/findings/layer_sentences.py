"""The sentence beside an agreement: who, how far, how sure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.analysis import model
from alignment_model.analysis.model import Agreement, LayerResult
from alignment_model.findings.words import layer_phrase, opened, role_phrase, role_phrases, verb
from alignment_model.framework import Layer
from alignment_model.wording import count, listing, points

SAME = 0.05  # points: what is closer reads as 0.0
CLAUSES = {
    model.ALIGNED: "agrees on",
    model.ONE_APART: "agrees but for one role on",
    model.TWO_CAMPS: "stands in two camps on",
    model.DIVIDED: "is divided on",
    model.MIXED: "stands close on, but no closer than chance allows,",
    model.UNKNOWN_WORD: "cannot be judged yet on",
}


def agreement_sentence(
    layer: Layer, agreement: Agreement, stands: Mapping[str, float], distance: float | None
) -> str:
    """What the verdict on a layer means; `stands` are the leadership roles' positions, 1 to 5."""
    name = layer_phrase(layer)
    if agreement.word == model.UNKNOWN_WORD:
        return f"Nobody can tell yet how far leadership agrees on {name}: {agreement.value.reason}."
    writer = {
        model.ONE_APART: _one_apart,
        model.TWO_CAMPS: _two_camps,
        model.ALIGNED: _aligned,
        model.MIXED: _mixed,
        model.DIVIDED: _divided,
    }[agreement.word]
    return writer(name, agreement, stands, distance or 0.0)


def _one_apart(name: str, agreement: Agreement, stands: Mapping[str, float], distance: float) -> str:
    who = role_phrase(agreement.who[0])
    stand, way = verb(agreement.who, "stands", "stand"), "higher" if distance > 0 else "lower"
    return (
        f"On {name}, {who} {stand} {points(abs(distance))} points {way} than the others, "
        "who agree among themselves more closely than chance would make them."
    )


def _two_camps(name: str, agreement: Agreement, stands: Mapping[str, float], distance: float) -> str:
    high, low = (sorted(camp, key=list(stands).index) for camp in agreement.camps)
    return (
        f"On {name} there are two camps: {role_phrases(high)} stand {points(abs(distance))} points higher "
        f"than {role_phrases(low)}."
    )


def _aligned(name: str, agreement: Agreement, stands: Mapping[str, float], distance: float) -> str:
    return (
        f"The {count(len(stands), 'leadership role')} agree on {name}: {_apart(agreement)}, "
        "closer than random answers would bring them."
    )


def _mixed(name: str, agreement: Agreement, stands: Mapping[str, float], distance: float) -> str:
    return (
        f"On {name} the {count(len(stands), 'leadership role')} are not far apart ({_apart(agreement)}), "
        "but no closer than random answers could be, so this is not yet agreement."
    )


def _divided(name: str, agreement: Agreement, stands: Mapping[str, float], distance: float) -> str:
    high, low = max(stands, key=stands.__getitem__), min(stands, key=stands.__getitem__)
    highest = f"{role_phrase(high)} highest ({points(stands[high])})"
    lowest = f"{role_phrase(low)} lowest ({points(stands[low])})"
    return f"Leadership is divided on {name}: {_apart(agreement)}, {highest}, {lowest}."


def _apart(agreement: Agreement) -> str:
    apart = agreement.average_deviation.value or 0.0
    if apart < SAME:
        return "all stand at the same place"
    return f"{points(apart)} points from their middle on average"


def overall_sentence(agreement: Agreement, layers: Sequence[LayerResult]) -> str:
    """What the agreement over all layers means."""
    if agreement.word == model.UNKNOWN_WORD:
        return f"Nobody can tell yet how far leadership agrees: {agreement.value.reason}."
    by_word: dict[str, list[str]] = {}
    for layer in layers:
        by_word.setdefault(layer.agreement.word, []).append(layer_phrase(layer.layer))
    parts = [f"{clause} {listing(by_word[word])}" for word, clause in CLAUSES.items() if word in by_word]
    return opened(f"leadership {'; it '.join(parts)}.")
