"""The words of `data/scales.toml`: where on a scale a label stands, in six languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.intake.recognition.scales.counted_rates import Rates
from alignment_model.intake.text import LONGEST_KEPT, fold

DONT_KNOW = "dont_know"
NO_ANSWER = "no_answer"
_GENERIC_NEUTRAL = re.compile(r"^(neither|weder|ni|nem|noch)\b.+\b(nor|or|noch|ni|nem)\b.+|^neutral\b")
_REMARK = re.compile(r"\s*\([^()]*\)\s*")
_REMARK_ONLY = re.compile(r"\(([^()]{1,40})\)\s*$")
_PARTS = re.compile(r"\s*[/|(]\s*|\s+[-–—]\s+|\s+or\s+|\s+oder\s+|\s+ou\s+|\s+of\s+")
_DASH = re.compile(r"\s+[-–—]\s+")  # "N/A - I have not used it"
_NOT_APPLICABLE = re.compile(r"\bn\s*/\s*a\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:yes|no|ja|nein|nee|oui|non|sí|si|sim|não)\s*[,:;–—-]\s*(?=\S)|i(?: am|'m|’m)? (?=[a-z]))",
    re.IGNORECASE,
)
_VERB = r"(?:happens|occurs|passiert|kommt|arrive|se produit|ocurre|sucede|pasa|acontece|ocorre|gebeurt|komt)"
_HAPPENS = re.compile(
    rf"(?:(?:it|this|that|das|es|cela|ça|ceci|eso|esto|isso|isto|dit|dat|het) )?(?:n['’ ]?|ne )?{_VERB} "
    rf"(?P<first>.+?)(?: vor| voor)?|(?P<last>.+) {_VERB}"
)  # "Happens often", "Nunca acontece", "Kommt selten vor"
LONGEST_OFF_SCALE = 60


def stripped(label: str) -> str:
    """A label folded, without a remark in brackets, the "Yes," or "I" it begins with, or the verb of "happens often".

    >>> stripped("No, not at all rude"), stripped("I strongly agree"), stripped("Neutral (neither)")
    ('not at all rude', 'strongly agree', 'neutral')
    >>> stripped("Nunca acontece"), stripped("Kommt selten vor"), stripped("It happens often")
    ('nunca', 'selten', 'often')
    """
    if len(label) > LONGEST_KEPT:
        return fold(label)
    bare = fold(_LEAD.sub("", _REMARK.sub(" ", label).strip()))
    found = _HAPPENS.fullmatch(bare)
    return (found["first"] or found["last"]) if found else bare


@dataclass(frozen=True, slots=True)
class Word:
    """Where one label stands: family and language, and `position` from -1 (lowest) to 1 (highest).

    `denied` is true when the label denies ("Not important"), `stem` the words without their modifier,
    `text` the label as the data file spells it.
    """

    family: str
    language: str
    position: float
    denied: bool = False
    stem: str = ""
    text: str = ""


@dataclass(frozen=True)
class ScaleWords:
    """The whole vocabulary, indexed by folded label."""

    labels: Mapping[str, tuple[Word, ...]]
    degrees: Mapping[str, float]
    denials: Mapping[str, float]
    mirrored: frozenset[str]
    opposites: Mapping[tuple[str, str], str]
    exact: Mapping[tuple[str, str], Mapping[float, str]]
    templates: Mapping[tuple[str, str], tuple[tuple[str, ...], ...]]
    wholes: tuple[tuple[str, ...], ...]
    off_scale: Mapping[str, str]
    off_codes: frozenset[int]
    rates: Rates
    amounts: Mapping[str, float] = field(default_factory=dict)
    _neutral: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _split_denials: Mapping[str, float] = field(default_factory=dict)

    def meanings(self, label: str) -> tuple[Word, ...]:
        """Every family and language this label can belong to; empty when it is not known."""
        if len(label) > LONGEST_KEPT:  # somebody's text, and slow to look at
            return ()
        folded = fold(label)
        bare = stripped(label)
        found = self.labels.get(folded) or self.labels.get(bare, ())
        if not found and _GENERIC_NEUTRAL.match(bare):
            return tuple(Word(family, "", 0.0) for family in sorted(self._neutral))
        return found or tuple(
            Word("rate", language, position, text=label) for language, position in self.rates.positions(bare)
        )

    @cached_property
    def _by_family(self) -> dict[tuple[str, str], list[tuple[str, Word]]]:
        found: dict[tuple[str, str], list[tuple[str, Word]]] = {}
        for label, meanings in self.labels.items():
            for word in meanings:
                found.setdefault((word.family, word.language), []).append((label, word))
        return found

    def family(self, family: str, language: str) -> Sequence[tuple[str, Word]]:
        """All folded labels of one family in one language."""
        return self._by_family.get((family, language), [])

    @cached_property
    def around(self) -> dict[tuple[str, str], float]:
        """Denials that stand around their stem ("not useful at all"), as what stands before and after it."""
        return {self._halves(denial): degree for denial, degree in self._split_denials.items()}

    @staticmethod
    def _halves(denial: str) -> tuple[str, str]:
        before, after = denial.split("{}")
        return fold(before) + " ", " " + fold(after)

    @cached_property
    def whole_of(self) -> dict[str, tuple[int, ...]]:
        """By folded label, which of the listed scales hold it."""
        found: dict[str, tuple[int, ...]] = {}
        for place, scale in enumerate(self.wholes):
            for level in scale:
                found[fold(level)] = (*found.get(fold(level), ()), place)
        return found

    def off_scale_kind(self, label: str) -> str:
        """ "dont_know", "no_answer" or "": whether a label is an answer off every scale.

        >>> scale_words().off_scale_kind("Unfamiliar (N/A)"), scale_words().off_scale_kind("Don't know/Refused")
        ('no_answer', 'dont_know')
        """
        found = self.off_scale.get(fold(label), "")
        if found or len(label) > LONGEST_OFF_SCALE or not _PARTS.search(label):
            return found
        remark = _REMARK_ONLY.search(label)
        if remark:
            bare = self.off_scale.get(fold(_REMARK.sub(" ", label)), "")
            kind = self.off_scale.get(fold(remark[1]), "")
            return bare or (kind if kind == NO_ANSWER or "know" in remark[1] else "")
        head, *explained = _DASH.split(_NOT_APPLICABLE.sub("na", label), maxsplit=1)
        kinds = [self.off_scale.get(fold(part), "") for part in _PARTS.split(head) if part.strip()]
        if "" in kinds or not kinds or (explained and len(kinds) > 1):
            return ""
        return DONT_KNOW if DONT_KNOW in kinds else NO_ANSWER


@cache
def scale_words(path: Path | None = None) -> ScaleWords:
    """The vocabulary, read and checked once.

    Raises
    ------
    DataFileError
        Naming file, table and key.
    """
    path = path or data_files.DATA_DIRECTORY / "scales.toml"
    tables = data_files.read_toml(path)
    for key in ("degrees", "amounts", "rates", "denials", "families", "templates", "wholes", "off_scale"):
        if key not in tables:
            raise DataFileError(path.name, key, "", "this table is missing.")
    labels: dict[str, dict[tuple[str, str], Word]] = {}
    for index, family in enumerate(tables["families"]):
        for folded, word in _family_words(family, tables, path.name, f"families[{index}]"):
            labels.setdefault(folded, {}).setdefault((word.family, word.language), word)
    return ScaleWords(
        labels={folded: tuple(words.values()) for folded, words in labels.items()},
        degrees={
            fold(word): degree for table in tables["degrees"].values() for word, degree in table.items()
        },
        denials={
            fold(word): degree for table in tables["denials"].values() for word, degree in table.items()
        },
        mirrored=frozenset(family["code"] for family in tables["families"] if family.get("mirror")),
        opposites=_opposites(tables["families"]),
        exact=_exact(tables["families"]),
        templates=_templates(tables["templates"]),
        wholes=tuple(tuple(scale.split(" | ")) for table in tables["wholes"].values() for scale in table),
        rates=Rates.from_tables(tables["rates"]),
        amounts={
            fold(word): degree for table in tables["amounts"].values() for word, degree in table.items()
        },
        off_scale=_off_scale(tables["off_scale"]),
        off_codes=frozenset(tables["off_scale"]["codes"]),
        _neutral={family["code"]: frozenset(family.get("neutral", ())) for family in tables["families"]},
        _split_denials={
            denial: degree
            for table in tables["denials"].values()
            for denial, degree in table.items()
            if "{}" in denial
        },
    )


def _family_words(
    family: Mapping[str, Any], tables: Mapping[str, Any], file: str, table: str
) -> Iterable[tuple[str, Word]]:
    try:
        code, language = family["code"], family["language"]
        degrees = {"": tables["plain_degree"], **tables["degrees"][language]}
        denials = tables["denials"][language]
    except KeyError as error:
        raise DataFileError(file, table, str(error.args[0]), "this key is missing or not known.") from None
    for label, position in family.get("exact", {}).items():
        denied = position < 0 and not family.get("mirror")
        yield fold(label), Word(code, language, position, denied=denied, text=label)
    for label in family.get("neutral", ()):
        yield fold(label), Word(code, language, 0.0)
    for side, stems in ((-1, family.get("negative", ())), (1, family.get("positive", ()))):
        for stem in stems:
            for modifier, degree in degrees.items():
                text = _filled(stem, modifier)
                yield fold(text), Word(code, language, side * degree, stem=stem, text=text)
            if side == 1:
                for denial, degree in denials.items():
                    text = _filled(stem, denial)
                    yield fold(text), Word(code, language, -degree, denied=True, stem=stem, text=text)


def _filled(stem: str, modifier: str) -> str:
    if "{}" in modifier:  # "not useful at all"
        return " ".join(modifier.replace("{}", stem.replace("{}", "")).split())
    return " ".join((stem.replace("{}", modifier) if "{}" in stem else f"{modifier} {stem}").split())


def _opposites(families: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], str]:
    """The stem that stands opposite each stem: the same place in the other list, else its first."""
    found: dict[tuple[str, str], str] = {}
    for family in families:
        positive, negative = family.get("positive", ()), family.get("negative", ())
        for here, there in ((positive, negative), (negative, positive)):
            for place, stem in enumerate(here):
                if there:
                    found[family["language"], stem] = there[place] if place < len(there) else there[0]
    return found


def _exact(families: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], dict[float, str]]:
    return {
        (family["code"], family["language"]): {
            position: label for label, position in family.get("exact", {}).items()
        }
        for family in families
    }


def _templates(tables: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], tuple[tuple[str, ...], ...]]:
    return {
        (table["family"], table["language"]): tuple(tuple(labels) for labels in table["scales"])
        for table in tables
    }


def _off_scale(table: Mapping[str, Any]) -> dict[str, str]:
    kinds = {fold(label): NO_ANSWER for label in table["no_answer"]}
    return kinds | {fold(label): DONT_KNOW for label in table["dont_know"]} | {"": ""}
