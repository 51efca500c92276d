"""Levels nobody chose: what the answers found imply about the whole scale.

A scale is never taken from the answers that happen to occur. One side implies the other ("Completely
agree" implies "Completely disagree"); usual scales imply their missing levels. With few answers what
cannot be known is a doubt for a person to settle.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from alignment_model.intake.recognition.scales.scale_reading import DOUBT_LEVELS, DOUBT_MIDPOINT
from alignment_model.intake.recognition.scales.scale_words import ScaleWords, Word, scale_words
from alignment_model.intake.text import fold

ENOUGH_ANSWERS = 30  # from here on, a level nobody chose is taken not to be offered
FEW_ANSWERS = 10  # below this, even a scale found whole may have more levels
SHORT_RUN = 3  # so few neighbouring levels among many answers may be the middle of a longer scale
CLOSE = 0.021  # positions this close are the same level ("Very" .85 and "Highly" .86)
ANY_SUBJECT = "importance"
NEUTRAL_LABELS = {
    "en": "Neutral",
    "de": "Teils teils",
    "fr": "Neutre",
    "es": "Neutral",
    "pt": "Neutro",
    "nl": "Neutraal",
}


@dataclass(frozen=True)
class Completed:
    """All labels, lowest first, the level of every spelling found, and what stays in doubt."""

    labels: tuple[str, ...]
    level_of: Mapping[str, int]
    doubts: tuple[str, ...] = ()


def completed(
    placed: Mapping[str, Word], family: str, language: str, pool: Mapping[str, int], prefer: Mapping[str, int]
) -> Completed:
    """The whole scale from the labels found.

    Parameters
    ----------
    placed : each label found, with where it stands.
    pool : how often each label was given over all columns that share the scale.
    prefer : the same in the column itself, whose spellings are used first.
    """
    words = scale_words()
    levels = _levels(placed, pool, prefer)
    answers = sum(pool.get(label, 0) for label in placed)
    if family in words.mirrored and not any(word.denied for word in placed.values()):
        extra, doubts = _mirrored(levels, placed, language, words, answers)
    else:
        extra, doubts = _from_template(levels, placed, family, language, words, answers)
    for position, label in extra.items():
        if label not in levels.values():
            levels.setdefault(position, label)
    order = _ordered(levels, placed)
    place_of = {position: level for level, position in enumerate(order, start=1)}
    level_of = {label: place_of[_same(word.position, levels)] for label, word in placed.items()}
    return Completed(tuple(levels[position] for position in order), level_of, doubts)


def _levels(
    placed: Mapping[str, Word], pool: Mapping[str, int], prefer: Mapping[str, int]
) -> dict[float, str]:
    """One label a position: the commonest spelling of the column itself, else of the columns beside it."""
    spellings: dict[float, list[str]] = defaultdict(list)
    for label, word in sorted(placed.items(), key=lambda item: item[1].position):
        near = [position for position in spellings if abs(position - word.position) < 1e-9]
        spellings[near[0] if near else word.position].append(label)
    return {
        position: max(labels, key=lambda label: (prefer.get(label, 0), pool.get(label, 0)))
        for position, labels in spellings.items()
    }


def _same(position: float, levels: Mapping[float, str]) -> float:
    return min(levels, key=lambda level: abs(level - position))


def _near(position: float, levels: Mapping[float, str]) -> bool:
    return any(abs(level - position) <= CLOSE for level in levels)


def _mirrored(
    levels: Mapping[float, str], placed: Mapping[str, Word], language: str, words: ScaleWords, answers: int
) -> tuple[dict[float, str], tuple[str, ...]]:
    extra: dict[float, str] = {}
    low, high = (sum(1 for position in levels if position * side > 0) for side in (-1, 1))
    balanced = (
        low == high and answers >= ENOUGH_ANSWERS
    )  # "Slightly uncomfortable" against "Somewhat comfortable"
    for position, label in levels.items():
        word = placed[label]
        if not balanced and position and not _near(-position, levels):
            usual = words.exact[word.family, language].get(-position, "") if language else ""
            known = fold(label) == fold(word.text)
            usual = usual or (
                "" if word.stem and known else _spelled(-position, word.family, language, words)
            )
            opposite = words.opposites.get((language, word.stem), "not " + word.stem)
            extra[-position] = _in_style(usual, label) if usual else _restemmed(label, word.stem, opposite)
    if 0.0 in levels or answers >= ENOUGH_ANSWERS:
        return extra, ()
    return {**extra, 0.0: NEUTRAL_LABELS.get(language, "Neutral")}, (DOUBT_MIDPOINT,)


def _spelled(position: float, family: str, language: str, words: ScaleWords) -> str:
    """The first label of the vocabulary that stands at a position."""
    found = (word.text for _, word in words.family(family, language) if abs(word.position - position) < 1e-9)
    return next(found, "")


def _restemmed(label: str, stem: str, other: str) -> str:
    """The label with another stem, in the same style: "Completely Agree" → "Completely Disagree"."""
    tokens = label.split()
    parts = [" ".join(tokens[a:b]) for a in range(len(tokens)) for b in range(len(tokens), a, -1)]
    modifier = next((part for part in parts if fold(stem.replace("{}", part)) == fold(label)), "")
    return _in_style(" ".join(other.replace("{}", modifier).split()), label)


def _in_style(text: str, label: str) -> str:
    if label.isupper():
        return text.upper()
    tokens = label.split()
    if len(tokens) > 1 and all(token[:1].isupper() for token in tokens):
        return " ".join(token[:1].upper() + token[1:] for token in text.split())
    return text[:1].upper() + text[1:] if label[:1].isupper() else text[:1].lower() + text[1:]


def _from_template(
    levels: Mapping[float, str],
    placed: Mapping[str, Word],
    family: str,
    language: str,
    words: ScaleWords,
    answers: int,
) -> tuple[dict[float, str], tuple[str, ...]]:
    stemmed = any(word.stem for word in placed.values())
    if stemmed and (family, language) not in words.templates:
        family = ANY_SUBJECT  # "Not so easy" … "Extremely easy" goes like importance
    templates = [
        _template_positions(template, family, language, words)
        for template in words.templates.get((family, language), ())
    ]
    fitting = [known for known in templates if all(_near(position, known) for position in levels)]
    if not fitting:
        return {}, ()
    exact = [known for known in fitting if len(known) == len(levels)]
    if exact and answers >= FEW_ANSWERS:
        return {}, ()
    sure = answers >= ENOUGH_ANSWERS
    closed = [known for known in fitting if _near(min(known), levels) and _near(max(known), levels)]
    unbroken = [known for known in fitting if _unbroken(levels, known)]
    if (
        sure
    ):  # many answers show a scale whole, but for one level between its ends, or the ends of a short run
        closed = [known for known in closed if len(known) == len(levels) + 1]
        unbroken = unbroken if len(levels) <= SHORT_RUN else []
    if sure and not closed and not unbroken:
        return {}, ()
    chosen = min(closed, key=len) if sure and closed else (unbroken if sure else fitting)[0]
    doubtful = not sure and len(chosen) > len(levels) and len({len(known) for known in fitting}) > 1
    extra = {position: label for position, label in chosen.items() if not _near(position, levels)}
    return _restyled(extra, levels, placed, family, language, words), (DOUBT_LEVELS,) if doubtful else ()


def _unbroken(levels: Mapping[float, str], known: Mapping[float, str]) -> bool:
    """Whether the levels found are neighbours in a template, so that only its ends are missing."""
    hits = [_near(position, levels) for position in sorted(known)]
    return "".join("x" if hit else " " for hit in hits).strip().count(" ") == 0


def _restyled(
    extra: Mapping[float, str],
    levels: Mapping[float, str],
    placed: Mapping[str, Word],
    family: str,
    language: str,
    words: ScaleWords,
) -> dict[float, str]:
    """The template's labels around the stem the answers use: "Slightly useful" rather than "important"."""
    stems = Counter(placed[label].stem for label in levels.values() if placed[label].stem)
    style = next(iter(levels.values()))
    found = {}
    for position, label in extra.items():
        meant = [w for w in words.meanings(label) if (w.family, w.language) == (family, language)]
        movable = [word.stem for word in meant if word.stem and (word.denied or position > 0)]
        other = stems.most_common(1)[0][0] if stems else ""
        found[position] = (
            _restemmed(label, movable[0], other) if movable and other else _in_style(label, style)
        )
    return found


def _template_positions(
    template: tuple[str, ...], family: str, language: str, words: ScaleWords
) -> dict[float, str]:
    found: dict[float, str] = {}
    for label in template:
        for word in words.meanings(label):
            if (word.family, word.language) == (family, language):
                found[word.position] = label
    return found


def _ordered(levels: Mapping[float, str], placed: Mapping[str, Word]) -> list[float]:
    """Lowest first. A "neutral" among levels that only rise from "not" stands in their middle."""
    order = sorted(levels)
    lows = [position for position in order if position < 0]
    denied = {word.position for word in placed.values() if word.denied}
    if 0.0 in levels and len(lows) == 1 and set(lows) <= denied and len(order) % 2 == 1 and len(order) >= 5:
        others = [position for position in order if position]
        middle = len(others) // 2
        return [*others[:middle], 0.0, *others[middle:]]
    return order
