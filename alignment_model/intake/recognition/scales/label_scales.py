"""Ordered scales told by their words: "Strongly disagree" … "Strongly agree", in six languages.

Labels are placed by the vocabulary of `data/scales.toml`; scales whose subject it does not know
("not polarized" … "strongly polarized") by the modifiers around a stem the labels share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from alignment_model.intake.recognition.scales.scale_levels import completed
from alignment_model.intake.recognition.scales.scale_reading import DOUBT_SPELLING, ScaleReading
from alignment_model.intake.recognition.scales.scale_words import ScaleWords, Word, scale_words, stripped
from alignment_model.intake.recognition.scales.shared_stems import GENERIC, by_shared_stem
from alignment_model.intake.recognition.scales.whole_scales import (
    part_of_whole,
    spelled_as_found,
    whole_scale,
)
from alignment_model.intake.text import fold

WHOLE = "whole"
_TWO_LANGUAGES = re.compile(r"\s*[/|]\s*")
_EXPLANATION = re.compile(r"\s+[-–—]\s+|\s*[:;\n]\s*|\s+\(|,\s+(?:i\.e\.|e\.g\.)")
MOST_LABELS = 40  # a column with more different answers than this is not a scale
SURE_SPELLING = 0.93  # "Stronlgy agree" is .93 like "Strongly agree"
LIKELY_SPELLING = 0.78
CLEAR_MARGIN = 0.02  # how much better than a label of another level
FEW_ANSWERS = 0.2  # answers that may stay unplaced for the rest still to count as a scale


@dataclass(frozen=True)
class _Placed:
    words: Mapping[str, Word]
    family: str
    language: str
    corrected: Mapping[str, str]
    unsure: frozenset[str]


def read_labels(answers: Mapping[str, int], shared: Mapping[str, int] | None = None) -> ScaleReading | None:
    """The scale of a column of labels, or None when its answers are not an ordered scale.

    Parameters
    ----------
    answers : mapping of answer to how often it was given, this column.
    shared : the same over all columns that share the scale; this column alone when omitted.
    """
    pool = dict(shared or answers)
    if not pool or len(pool) > MOST_LABELS or all(_digits_only(label) for label in pool):
        return None
    found = _read(answers, pool)
    return found if found is not None and not found.unknown else _read_explained(answers, pool) or found


def _read_explained(answers: Mapping[str, int], pool: Mapping[str, int]) -> ScaleReading | None:
    """The scale of labels with an explanation or in two languages: "Often - every week", "Agree / D'accord"."""
    for separator, part in ((_EXPLANATION, 0), (_TWO_LANGUAGES, 0), (_TWO_LANGUAGES, -1)):
        heads = {label: separator.split(label)[part].strip() for label in pool}
        if (
            "" in heads.values()
            or len(set(map(fold, heads.values()))) < len(pool)
            or set(heads) == set(heads.values())
        ):
            continue
        found = _read({heads[a]: n for a, n in answers.items()}, {heads[a]: n for a, n in pool.items()})
        if found is not None and not found.unknown:
            return _spelled_whole(found, {head: label for label, head in heads.items()})
    return None


def _spelled_whole(found: ScaleReading, whole: Mapping[str, str]) -> ScaleReading:
    return replace(
        found,
        labels=tuple(whole.get(label, label) for label in found.labels),
        level_of={whole[label]: level for label, level in found.level_of.items()},
        off={whole[label]: kind for label, kind in found.off.items()},
        corrected={whole[label]: meant for label, meant in found.corrected.items()},
    )


def _read(answers: Mapping[str, int], pool: Mapping[str, int]) -> ScaleReading | None:
    words = scale_words()
    whole = whole_scale(pool, words)
    if whole:
        return _whole_reading(whole, pool, answers, words)
    off = _off_scale(pool, words)
    kept = {label: count for label, count in pool.items() if label not in off}
    placed = _place(kept, words)
    if placed is None or len(placed.words) < len(kept):
        part = part_of_whole(kept, words)
        if part:
            return _whole_reading(part, pool, answers, words)
    if placed is None:
        return None
    unknown = tuple(label for label in pool if label not in off and label not in placed.words)
    if not _mostly_placed(pool, placed, unknown):
        return None
    scale = completed(placed.words, placed.family, placed.language, pool, prefer=answers)
    doubts = scale.doubts + ((DOUBT_SPELLING,) if placed.unsure & set(answers) else ())
    return ScaleReading(
        labels=scale.labels,
        level_of={label: level for label, level in scale.level_of.items() if label in answers},
        off={label: kind for label, kind in off.items() if label in answers},
        unknown=tuple(label for label in unknown if label in answers),
        corrected={
            found: scale.labels[scale.level_of[found] - 1] for found in placed.corrected if found in answers
        },
        family=placed.family,
        doubts=doubts,
    )


def _whole_reading(
    scale: tuple[str, ...], pool: Mapping[str, int], answers: Mapping[str, int], words: ScaleWords
) -> ScaleReading:
    """A column read by a scale that is listed as a whole."""
    level = {fold(label): place for place, label in enumerate(scale, start=1)}
    return ScaleReading(
        labels=spelled_as_found(
            scale, {**pool, **{label: count + 10**9 for label, count in answers.items()}}
        ),
        level_of={label: level[fold(label)] for label in answers if fold(label) in level},
        off={label: words.off_scale_kind(label) for label in answers if fold(label) not in level},
        family=WHOLE,
    )


def family_of(answers: Mapping[str, int]) -> tuple[str, str] | None:
    """Family and language of a column of labels, used to find columns that share a scale."""
    if not answers or len(answers) > MOST_LABELS:
        return None
    words = scale_words()
    whole = whole_scale(answers, words)
    if whole:
        return WHOLE, " | ".join(whole)
    off = _off_scale(answers, words)
    placed = _place({label: count for label, count in answers.items() if label not in off}, words)
    if placed is None or placed.family == GENERIC:
        return None
    unknown = tuple(label for label in answers if label not in off and label not in placed.words)
    return (placed.family, placed.language) if _mostly_placed(answers, placed, unknown) else None


def _digits_only(label: str) -> bool:
    return label.replace(".", "").replace("-", "").isdigit()


def _off_scale(pool: Mapping[str, int], words: ScaleWords) -> dict[str, str]:
    """Answers off the scale. "Not sure" is a level where others are "Very sure"."""
    found = {label: words.off_scale_kind(label) for label in pool}
    found = {label: kind for label, kind in found.items() if kind}
    stems = Counter(
        word.stem for label in pool if label not in found for word in words.meanings(label) if word.stem
    )
    return {
        label: kind
        for label, kind in found.items()
        if not any(stems[word.stem] >= 2 for word in words.meanings(label) if word.stem)
    }


def _mostly_placed(pool: Mapping[str, int], placed: _Placed, unknown: tuple[str, ...]) -> bool:
    positions = {word.position for word in placed.words.values()}
    if len(positions) < 2:
        return False
    lost = sum(pool[label] for label in unknown)
    return lost <= FEW_ANSWERS * sum(pool.values()) and len(unknown) <= max(1, len(placed.words) // 2)


def _place(labels: Mapping[str, int], words: ScaleWords) -> _Placed | None:
    if not labels:
        return None
    weight: Counter[tuple[str, str]] = Counter()
    for label in labels:
        for word in words.meanings(label):
            if word.language:
                weight[word.family, word.language] += 1
    best: _Placed | None = None
    for (family, language), _ in weight.most_common(6):
        tried = _in_family(labels, family, language, words)
        if best is None or len(tried.words) > len(best.words):
            best = tried
    if best is not None and len(best.words) == len(labels):
        return best
    generic = by_shared_stem(labels, words)
    if generic is not None and (best is None or len(generic) > len(best.words)):
        return _Placed(generic, GENERIC, "", {}, frozenset())
    return best


def _in_family(labels: Mapping[str, int], family: str, language: str, words: ScaleWords) -> _Placed:
    placed: dict[str, Word] = {}
    for label in labels:
        word = _word(label, family, language, words)
        if word is not None:
            placed[label] = word
    strangers = _drop_strangers(placed)
    corrected: dict[str, str] = {}
    unsure: set[str] = set()
    strange = [label for label in labels if label not in placed and label not in strangers]
    if len(strange) > max(1, len(placed)):
        return _Placed(placed, family, language, {}, frozenset())
    for label in strange if placed else ():
        guess = _respelled(fold(label), family, language)
        if guess is not None:
            placed[label], corrected[label], sure = guess
            unsure |= set() if sure else {label}
    return _Placed(placed, family, language, corrected, frozenset(unsure))


def _drop_strangers(placed: dict[str, Word]) -> set[str]:
    """Leave out a label whose stem nobody else uses where another label stands: "does not apply" beside "disagree"."""
    stems = Counter(_root(word) for word in placed.values() if word.stem)
    strangers: set[str] = set()
    for label, word in placed.items():
        rivals = [
            other for name, other in placed.items() if name != label and other.position == word.position
        ]
        if (
            word.position
            and stems[_root(word)] == 1
            and any(stems[_root(other)] > 1 for other in rivals if other.stem)
        ):
            strangers.add(label)
    for label in strangers:
        del placed[label]
    return strangers


def _root(word: Word) -> str:
    """The stem both sides share: "agree" for "agree" and "disagree"."""
    opposite = scale_words().opposites.get((word.language, word.stem), word.stem)
    return min(word.stem, opposite)


def _word(label: str, family: str, language: str, words: ScaleWords) -> Word | None:
    for word in words.meanings(label):
        if word.family == family and word.language in (language, ""):
            return word
    folded = stripped(label)
    if family in ("frequency", "rate", "quality", "level"):
        return None
    if folded in words.denials:
        return Word(family, language, -words.denials[folded], denied=True)
    if folded in words.degrees:  # "extremely important", then only "very", "moderately"
        return Word(family, language, words.degrees[folded])
    return None


@lru_cache(maxsize=2_000)  # the columns of a grid hold the same few labels
def _respelled(folded: str, family: str, language: str) -> tuple[Word, str, bool] | None:
    """The known label this folded one resembles, with whether the likeness is beyond doubt."""
    scores: dict[float, tuple[float, str, Word]] = {}
    for known, word in scale_words().family(family, language) if len(folded) >= 4 else ():
        if abs(len(known) - len(folded)) > 3:
            continue
        score = OSA.normalized_similarity(folded, known, score_cutoff=LIKELY_SPELLING)
        if score and score > scores.get(word.position, (0.0, "", word))[0]:
            scores[word.position] = (score, known, word)
    ranked = sorted(scores.values(), key=lambda found: -found[0])
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < CLEAR_MARGIN):
        return None
    score, known, word = ranked[0]
    return word, known, score >= SURE_SPELLING
