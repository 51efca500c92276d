"""Scales known as a whole: their labels follow no rule, so `data/scales.toml` lists them from lowest to highest."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from alignment_model.intake.recognition.scales.scale_words import ScaleWords
from alignment_model.intake.text import fold


def whole_scale(labels: Collection[str], words: ScaleWords) -> tuple[str, ...]:
    """The listed scale that these labels make up, each of its levels chosen; () when there is none.

    Answers off the scale may stand among the labels.
    """
    found = {fold(label) for label in labels}
    off = {fold(label) for label in labels if words.off_scale_kind(label)}
    for scale in _with(found, words):
        levels = {fold(level) for level in scale}
        if levels <= found and found - levels <= off:
            return scale
    return ()


def part_of_whole(labels: Collection[str], words: ScaleWords) -> tuple[str, ...]:
    """The shortest listed scale that holds all these labels, at least three and half of its own; () if none."""
    found = {fold(label) for label in labels}
    holding = [
        scale
        for scale in _with(found, words)
        if len(found) >= max(3, (len(scale) + 1) // 2) and found <= {fold(level) for level in scale}
    ]
    return min(holding, key=len, default=())


def _with(found: Iterable[str], words: ScaleWords) -> list[tuple[str, ...]]:
    """The listed scales that hold any of these labels."""
    places = {place for label in found for place in words.whole_of.get(label, ())}
    return [words.wholes[place] for place in sorted(places)]


def spelled_as_found(scale: tuple[str, ...], counts: dict[str, int]) -> tuple[str, ...]:
    """The levels as the answers spell them, the commonest spelling first; levels nobody chose as they are listed."""
    spellings: dict[str, str] = {}
    for label in sorted(counts, key=lambda label: counts[label]):
        spellings[fold(label)] = label
    return tuple(spellings.get(fold(level), level) for level in scale)
