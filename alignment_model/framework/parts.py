"""The parts of the framework, as frozen types."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Layer:
    """One of the four nested layers (`order` 1 is the innermost), or a question group of a custom survey."""

    code: str
    name: str
    order: int
    meaning: str = ""
    signals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role somebody answers from.

    `leadership` is true for all but managers and employees. `attributed` says whether answers are shown
    by name of role unless the importer decides otherwise. `counts_as` names the role an office such as
    COO is counted under unless it is kept apart; empty for the seven roles of the framework.
    """

    code: str
    name: str
    plural: str
    order: int
    leadership: bool
    attributed: bool
    aliases: tuple[str, ...] = ()
    counts_as: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """How one kind of stakeholder sees the value of AI; `roles` speak for it, nobody when empty."""

    code: str
    name: str
    primary_value: str
    key_concern: str
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueOutcome:
    """One of the outcomes the 100 points are spread over, and the lenses that care about it."""

    code: str
    name: str
    description: str
    lenses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of the value chain, in order; `kind` is "activity" or "outcome"."""

    code: str
    name: str
    kind: str
    meaning: str

    def __post_init__(self) -> None:
        if self.kind not in ("activity", "outcome"):
            raise ValueError(f"a stage is 'activity' or 'outcome', not '{self.kind}'.")


@dataclass(frozen=True, slots=True)
class Domain:
    """One domain of the theory-reality gap: people, systems, incentives, culture."""

    code: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Imperative:
    """One of the four imperatives for leadership."""

    code: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the seven themes of the founding council."""

    code: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Precondition:
    """One of the three preconditions of an initiative."""

    code: str
    name: str
    question: str


@dataclass(frozen=True, slots=True)
class PatternText:
    """The words of a pattern of misalignment; its thresholds live in `data/patterns.toml`."""

    code: str
    name: str
    source: str
    meaning: str
    looks_like: str
    question: str
    imperative: str
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReferenceFigure:
    """A published figure; `bears_on` lists layer, pattern, stage or question codes it may stand beside."""

    code: str
    statement: str
    value: str
    unit: str
    year: int
    publisher: str
    source_note: str
    bears_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Framework:
    """All of `data/framework.toml`."""

    version: str
    necessity_question: str
    layers: tuple[Layer, ...]
    roles: tuple[Role, ...]
    lenses: tuple[Lens, ...]
    value_outcomes: tuple[ValueOutcome, ...]
    stages: tuple[Stage, ...]
    domains: tuple[Domain, ...]
    imperatives: tuple[Imperative, ...]
    themes: tuple[Theme, ...]
    preconditions: tuple[Precondition, ...]
    patterns: tuple[PatternText, ...]
    reference_figures: tuple[ReferenceFigure, ...]
    _aliases: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def layer(self, code: str) -> Layer:
        """The layer with this code."""
        return next(layer for layer in self.layers if layer.code == code)

    def role(self, code: str) -> Role:
        """The role with this code."""
        return next(role for role in self.roles if role.code == code)

    def pattern(self, code: str) -> PatternText:
        """The pattern's words."""
        return next(pattern for pattern in self.patterns if pattern.code == code)

    def recognise_role(self, text: str) -> Role | None:
        """The role somebody means by `text`: code, name or alias; case, accents and punctuation aside.

        >>> from alignment_model.framework import load_framework
        >>> load_framework().recognise_role("chief financial officer").code
        'CFO'
        >>> load_framework().recognise_role("astronaut") is None
        True
        """
        code = self._aliases.get(fold(text))
        return None if code is None else self.role(code)

    def figures_for(self, *codes: str) -> tuple[ReferenceFigure, ...]:
        """Published figures that bear on any of these layer, pattern, stage, domain or question codes.

        Those that name one of the codes first come first: `bears_on` starts with what a figure is about.
        """
        found = [figure for figure in self.reference_figures if set(codes) & set(figure.bears_on)]
        return tuple(sorted(found, key=lambda figure: _first_place(figure.bears_on, codes)))


def _first_place(named: Sequence[str], codes: Sequence[str]) -> int:
    return min(named.index(code) for code in codes if code in named)


def fold(text: str) -> str:
    """Text as people mean it: lower case, no accents, words and digits only.

    >>> fold("  Chief  Executive-Officer (CEO) ")
    'chief executive officer ceo'
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    letters = "".join(ch if ch.isalnum() else " " for ch in plain if not unicodedata.combining(ch))
    return " ".join(letters.split())
