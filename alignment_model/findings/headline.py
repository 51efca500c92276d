"""The sentence that matters most: who, how far, how sure; and the question that divides most."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import ALIGNED, CLEAR, POSSIBLE, Agreement, Gap, LayerResult
from alignment_model.findings.gaps import WITHIN_LEADERSHIP
from alignment_model.findings.words import layer_phrase, opened, role_phrase, verb
from alignment_model.wording import listing, points

SURE = {CLEAR: "clearly", POSSIBLE: "possibly"}


def most_divisive(layers: Sequence[LayerResult]) -> str:
    """Code of the question leadership agrees least about; "" where nothing divides."""
    known = [
        (result.agreement.value, result.question.code)
        for layer in layers
        for result in layer.questions
        if result.agreement.value is not None and (result.spread.value or 0.0) > 0
    ]
    return min(known)[1] if known else ""


def headline(layers: Sequence[LayerResult], overall: Agreement, gaps: Sequence[Gap]) -> str:
    """One sentence about the whole wave."""
    names = {layer.code: layer_phrase(layer.layer) for layer in layers}
    inside = [gap for gap in gaps if gap.kind == WITHIN_LEADERSHIP and gap.difference.known]
    between = [gap for gap in gaps if gap.kind != WITHIN_LEADERSHIP and gap.difference.known]
    if not overall.value.known:
        start = f"nobody can tell yet how far leadership agrees ({overall.value.reason})"
        return opened(f"{start}; {_largest(between, names)}.") if between else opened(start + ".")
    agreed = [names[layer.code] for layer in layers if layer.agreement.word == ALIGNED]
    largest = _largest(inside, names) if inside else ""
    if len(agreed) == len(layers) and len(layers) > 1:
        return opened(f"leadership agrees on {_all_of(agreed)}; {_largest(between or inside, names)}.")
    if agreed:
        return opened(f"leadership agrees on {listing(agreed)}; {largest}.")
    return opened(f"leadership does not agree yet on {_any_of(list(names.values()))}; {largest}.")


def _all_of(names: Sequence[str]) -> str:
    return f"all {len(names)} layers" if len(names) > 2 else listing(names)


def _any_of(names: Sequence[str]) -> str:
    return "any layer" if len(names) > 1 else names[0]


def _largest(gaps: Sequence[Gap], names: dict[str, str]) -> str:
    """The largest gap in words, clear ones before possible ones."""
    rank = {CLEAR: 2, POSSIBLE: 1}
    gap = max(gaps, key=lambda item: (rank.get(item.word, 0), abs(item.difference.value or 0.0)))
    size = gap.difference.value or 0.0
    low, high = (gap.to_role, gap.from_role) if size >= 0 else (gap.from_role, gap.to_role)
    if gap.word not in SURE:
        return f"no gap stands out, the widest being {points(abs(size))} points on {names[gap.layer]}"
    stands = verb([low], "stands", "stand")
    than = f"{points(abs(size))} points lower than {role_phrase(high)} on {names[gap.layer]}"
    return f"{role_phrase(low)} {stands} {than}, {SURE[gap.word]}"
