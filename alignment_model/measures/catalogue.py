"""What each measure is, in words: the source of the Methods page, the tooltips and the exports' appendix.

The texts are data (`catalogue.toml` beside this file), checked when loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

SOURCE = Path(__file__).with_name("catalogue.toml")
GROUPS = {
    "leadership": "Agreement between the leadership roles",
    "within": "Agreement within a group",
    "gaps": "Gaps between roles",
    "reliability": "Do people rate alike",
    "map": "The consensus map",
    "value": "What value means to each role",
}


@dataclass(frozen=True, slots=True)
class MeasureEntry:
    """One measure in words. `code` is the function's name in `alignment_model.measures`.

    `range` gives the ends, `direction` which end is good, `reading` how to read a value in plain words,
    `misleads` when not to trust it, `citation` the source, `formula` the definition in one line, and `tex`
    the same for typesetting, where it can be written as a formula.
    """

    code: str
    name: str
    group: str
    symbol: str
    range: str
    direction: str
    reading: str
    misleads: str
    citation: str
    formula: str
    tex: str = ""

    @property
    def everything(self) -> str:
        """Every text of the entry, for looking words up."""
        texts = (
            self.code,
            self.name,
            self.symbol,
            GROUPS[self.group],
            self.reading,
            self.misleads,
            self.citation,
        )
        return " ".join((*texts, self.formula)).casefold()

    @property
    def tooltip(self) -> str:
        """Two sentences for a help bubble: how to read it, and when it misleads."""
        return f"{self.reading} {self.misleads}"


def found(entries: Iterable[MeasureEntry], words: str) -> list[MeasureEntry]:
    """The entry of this code, else those that hold every one of these words, in their order; all for no words.

    >>> [entry.code for entry in found(CATALOGUE.values(), "gwet chance")]
    ['gwet_ac2']
    """
    listed, wanted = list(entries), words.casefold().split()
    exact = [entry for entry in listed if wanted == [entry.code]]
    return exact or [entry for entry in listed if all(word in entry.everything for word in wanted)]


def load(source: Path = SOURCE) -> Mapping[str, MeasureEntry]:
    """Read and check the entries; ValueError names the entry and the key at fault.

    >>> load()["consensus"].symbol
    'Cns'
    """
    with source.open("rb") as file:
        tables = tomllib.load(file)
    return MappingProxyType({code: _entry(code, table) for code, table in tables.items()})


def _entry(code: str, table: Mapping[str, str]) -> MeasureEntry:
    wanted = {field.name for field in fields(MeasureEntry)} - {"code"}
    for key in sorted((wanted - {"tex"}) ^ (set(table) - {"tex"})):
        raise ValueError(f"{SOURCE.name}: [{code}] {'lacks' if key in wanted else 'does not know'} {key}")
    for key, text in table.items():
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{SOURCE.name}: [{code}] {key} is not a text")
    if table["group"] not in GROUPS:
        raise ValueError(f"{SOURCE.name}: [{code}] group is not one of {', '.join(GROUPS)}")
    return MeasureEntry(code=code, **table)


CATALOGUE = load()
