"""The sentence that matters most: who, how far, how sure; and the question that divides most."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.analysis.model import (
    ALIGNED,
    CLEAR,
    ONE_APART,
    POSSIBLE,
    TWO_CAMPS,
    Agreement,
    Gap,
    LayerResult,
)
from alignment_model.findings.evidence import LEADERSHIP, is_leadership
from alignment_model.findings.gaps import WITHIN_LEADERSHIP
from alignment_model.findings.words import layer_phrase, opened, role_phrase, verb
from alignment_model.measures.multiple_testing import LEVEL
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import listing, points

RANK = {CLEAR: 2, POSSIBLE: 1}


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
    called = _called(layers)
    if not overall.value.known:
        start = f"nobody can tell yet how far leadership agrees ({overall.value.reason})"
        parts = [_largest(between, names, called), start] if between else [start]
        told = bool(between) and max(RANK.get(gap.word, 0) for gap in between) > 0
        return opened("; ".join(parts if told else parts[::-1]) + ".")
    agreed = [names[layer.code] for layer in layers if layer.agreement.word == ALIGNED]
    if len(agreed) == len(layers):
        return opened(
            f"leadership agrees on {_all_of(agreed)}; {_largest([*inside, *between], names, called)}."
        )
    apart = _stands_apart(layers, inside) or _camps(layers) or _largest(inside, names, called)
    if agreed:
        return opened(f"leadership agrees on {listing(agreed)}; {apart}.")
    return opened(f"leadership does not agree yet on {_any_of(list(names.values()))}; {apart}.")


def _stands_apart(layers: Sequence[LayerResult], gaps: Sequence[Gap]) -> str:
    """The role that stands farthest from otherwise agreeing others, with how sure its largest gap is."""
    found = []
    for layer in layers:
        if layer.agreement.word == ONE_APART:
            who = layer.agreement.who[0]
            others = [p.value for role, p in leaders_of(layer).items() if role != who and p.value is not None]
            found.append(((layer.positions[who].value or 0.0) - sum(others) / len(others), who, layer))
    if not found:
        return ""
    distance, who, layer = max(found, key=lambda item: abs(item[0]))
    own = [gap for gap in gaps if gap.layer == layer.code and who in (gap.from_role, gap.to_role)]
    sure = f", {how_sure(max(own, key=lambda gap: (RANK.get(gap.word, 0), _size(gap))))}" if own else ""
    way = "higher" if distance > 0 else "lower"
    stands = f"{role_phrase(who)} {verb([who], 'stands', 'stand')} {points(abs(distance))} points {way}"
    return f"{stands} than the others on {layer_phrase(layer.layer)}{sure}"


def _camps(layers: Sequence[LayerResult]) -> str:
    camps = [layer for layer in layers if layer.agreement.word == TWO_CAMPS]
    sentence = camps[0].agreement.sentence.rstrip(".") if camps else ""
    return sentence[:1].lower() + sentence[1:]


def leaders_of(layer: LayerResult) -> dict[str, Statistic]:
    """Positions of the leadership roles on a layer."""
    return {role: position for role, position in layer.positions.items() if is_leadership(role)}


def _all_of(names: Sequence[str]) -> str:
    return f"all {len(names)} layers" if len(names) > 2 else listing(names)


def _any_of(names: Sequence[str]) -> str:
    return "any layer" if len(names) > 1 else names[0]


def _called(layers: Sequence[LayerResult]) -> str:
    """What leadership is called: by its only role where there is just one."""
    roles = {role for layer in layers for role, found in leaders_of(layer).items() if found.known}
    return role_phrase(next(iter(roles))) if len(roles) == 1 else role_phrase(LEADERSHIP)


def _largest(gaps: Sequence[Gap], names: dict[str, str], leadership: str) -> str:
    """The largest gap in words: clear ones first, then possible ones, those of leadership before others."""
    gap = max(gaps, key=lambda item: (RANK.get(item.word, 0), item.from_role == LEADERSHIP, _size(item)))
    if _size(gap) < 0.05:
        return "no role stands apart"
    if gap.word not in RANK:
        return f"no gap stands out, the widest being {points(_size(gap))} points on {names[gap.layer]}"
    pair = (gap.to_role, gap.from_role)
    low, high = pair if (gap.difference.value or 0.0) >= 0 else pair[::-1]
    higher, lower = (leadership if role == LEADERSHIP else role_phrase(role) for role in (high, low))
    stands = "stand" if lower == "the other executives" else verb([low], "stands", "stand")
    return f"{lower} {stands} {points(_size(gap))} points lower than {higher} on {names[gap.layer]}, {how_sure(gap)}"


def _size(gap: Gap) -> float:
    return abs(gap.difference.value or 0.0)


def how_sure(gap: Gap) -> str:
    """The word of a gap as the end of a sentence."""
    if gap.word == CLEAR:
        return "clearly"
    small = gap.adjusted_p is not None and gap.adjusted_p < LEVEL
    return "a small gap, but hardly chance" if small else "which may be chance"
