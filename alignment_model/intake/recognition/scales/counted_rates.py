"""How often, counted: "a few times a month", "seltener als einmal pro Woche", as a place from never to always."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from alignment_model.intake.text import fold

LONGEST = 50


@dataclass(frozen=True)
class _Language:
    pattern: re.Pattern[str]
    counts: Mapping[str, float]
    periods: Mapping[str, float]
    ends: Mapping[str, float]


@dataclass(frozen=True)
class Rates:
    """The counts, periods and ends of each language, as `data/scales.toml` lists them."""

    languages: Mapping[str, _Language]

    @classmethod
    def from_tables(cls, tables: Mapping[str, Any]) -> Rates:
        """Read the tables: counts, periods and ends with where they stand, and the words that join them."""
        return cls({code: _language(table) for code, table in tables.items()})

    def positions(self, folded: str) -> Iterator[tuple[str, float]]:
        """Language and place, from 0 to 1, of every way a folded label says how often."""
        if len(folded) > LONGEST:
            return
        tokens = folded.split()
        for code, language in self.languages.items():
            found = (
                language.pattern.fullmatch(folded) if not language.periods.keys().isdisjoint(tokens) else None
            )
            if found:
                period, count, end = found["period"], found["count"], found["end"] or ""
                yield code, language.periods[period] + language.counts[count] + language.ends.get(end, 0.0)


def _language(table: Mapping[str, Any]) -> _Language:
    counts, periods, ends = (
        {fold(word): place for word, place in table[name].items()} for name in ("counts", "periods", "ends")
    )
    joins = dict.fromkeys(map(fold, table["joins"]), 0.0)
    pattern = (
        rf"(?P<count>{_any(counts)}) (?:{_any(joins)}) (?P<period>{_any(periods)})(?: (?P<end>{_any(ends)}))?"
    )
    return _Language(re.compile(pattern), counts, periods, ends)


def _any(words: Mapping[str, float]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
