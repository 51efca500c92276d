"""Scales around a word the vocabulary does not know: "not polarized" … "strongly polarized", "very rude" …

A label is read as a modifier and a stem; labels that share a stem, or a stem and its opposite
("favorably", "unfavorably"), are put in the order of their modifiers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from alignment_model.intake.recognition.scales.scale_words import ScaleWords, Word, stripped

GENERIC, FREQUENCY = "generic", "frequency"
_NEGATING = ("un", "in", "im", "il", "ir", "dis", "non", "non ", "mis", "des", "dés", "dé")
_LONGEST_STEM = 3  # words
_MOST_TRIED = 6


def by_shared_stem(labels: Iterable[str], words: ScaleWords) -> dict[str, Word] | None:
    """Where each label stands around the stem most of them share, or None when fewer than three share one."""
    splits = {label: _splits(stripped(label), words) for label in labels}
    stems = Counter(stem for found in splits.values() for stem in found if stem)
    best: dict[str, Word] | None = None
    for stem, count in stems.most_common(_MOST_TRIED):
        if count < 2 or stem.isdigit():
            continue
        placed = _around(stem, splits, words)
        if len(placed) >= 3 and (best is None or len(placed) > len(best)):
            best = placed
    return best


def _around(
    stem: str, splits: Mapping[str, Mapping[str, tuple[float, bool]]], words: ScaleWords
) -> dict[str, Word]:
    opposites = {prefix + stem for prefix in _NEGATING}
    placed: dict[str, Word] = {}
    for label, found in splits.items():
        against = next((other for other in opposites if other in found), "")
        if stem in found:
            placed[label] = Word(GENERIC, "", *found[stem], stem=stem)
        elif against and not found[against][1]:
            placed[label] = Word(GENERIC, "", -found[against][0], stem=against)
        elif any(word.position == 0 for word in words.meanings(label)):
            placed[label] = Word(GENERIC, "", 0.0)
    return placed


def _splits(folded: str, words: ScaleWords) -> dict[str, tuple[float, bool]]:
    """Every way to read a label as modifier and stem: stem → (position, denied)."""
    tokens = folded.split()
    found: dict[str, tuple[float, bool]] = {folded: (0.6, False)} if len(tokens) <= _LONGEST_STEM else {}
    for around, degree in words.around.items():
        before, after = around
        if folded.startswith(before) and folded.endswith(after) and len(folded) > len(before) + len(after):
            found[folded[len(before) : len(folded) - len(after)].strip()] = (-degree, True)
    for cut in range(1, min(5, len(tokens))):
        for modifier, stem in (
            (" ".join(tokens[:cut]), " ".join(tokens[cut:])),
            (" ".join(tokens[-cut:]), " ".join(tokens[:-cut])),
        ):
            often = next(
                (word.position for word in words.meanings(modifier) if word.family == FREQUENCY), None
            )
            if modifier in words.denials:
                found[stem] = (-words.denials[modifier], True)
            elif often is not None:
                found.setdefault(stem, (often, False))
            elif modifier in words.degrees or modifier in words.amounts:
                found.setdefault(stem, (words.degrees.get(modifier, words.amounts.get(modifier, 0.0)), False))
    return found
