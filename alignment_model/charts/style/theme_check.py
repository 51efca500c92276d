"""What must hold of a theme's colours, for every mode: a sentence for each fault, none when all is well.

Contrast as WCAG 2.2 AA counts it; distance between colours as CIEDE2000, for readers with full colour vision,
protanopia, deuteranopia and tritanopia, and lightness for whoever prints in grey.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from alignment_model.charts.style.colour import contrast, mix
from alignment_model.charts.style.colour_vision import READERS, difference, lab, seen_by
from alignment_model.charts.style.palette import PRINT, SHAPE_CONTRAST, TEXT_CONTRAST, Palette

ROLES_APART, ENDS_APART = 12.0, 20.0  # CIEDE2000
GREY_APART = 4.0  # L*
CAPTION = 0.6  # Streamlit draws captions at this share of the ink's opacity
GROUNDS = ("paper", "panel", "hidden", "zone")
MARKS = ("possible", "faint", "accent")
STEPS = 20


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing measured: what, the value, and the least it has to be."""

    what: str
    value: float
    least: float
    mend: str = ""

    @property
    def fault(self) -> str:
        """A sentence when it falls short, else nothing."""
        if self.value >= self.least:
            return ""
        return f"{self.what} is {self.value:.2f}, at least {self.least:g} is expected.{self.mend}"


def faults_of(palettes: Mapping[str, Palette]) -> tuple[str, ...]:
    """Every fault, a sentence each."""
    return tuple(found.fault for found in measured(palettes) if found.fault)


def measured(palettes: Mapping[str, Palette]) -> Iterator[Measured]:
    """Everything that is measured, mode by mode."""
    for mode, palette in palettes.items():
        yield from _text(mode, palette)
        yield from _marks(mode, palette)
        yield from _roles(mode, palette)
        yield from _ramps(mode, palette)


def _text(mode: str, palette: Palette) -> Iterator[Measured]:
    for ground in GROUNDS:
        for name in ("ink", "quiet"):
            yield _contrast(mode, palette, name, ground, TEXT_CONTRAST)
    yield _contrast(mode, palette, "accent", "paper", TEXT_CONTRAST)
    for ground in ("paper", "panel") if mode != PRINT else ():
        caption = _faded(palette.ink, getattr(palette, ground))
        said = f"the contrast of captions ({mode}.ink at 60 %) on {mode}.{ground}"
        yield Measured(_opened(said), contrast(caption, getattr(palette, ground)), TEXT_CONTRAST)
    fills = [palette.agreement_fill(0.4 + 0.6 * step / STEPS) for step in range(STEPS + 1)]
    fills += [palette.position_fill(step / STEPS, 0, 1) for step in range(STEPS + 1)]
    worst = min(fills, key=lambda fill: contrast(palette.on(fill), fill))
    yield Measured(
        f"The contrast of numbers on the {mode} fill {worst}",
        contrast(palette.on(worst), worst),
        TEXT_CONTRAST,
    )


def _marks(mode: str, palette: Palette) -> Iterator[Measured]:
    for name in MARKS:
        yield _contrast(mode, palette, name, "paper", SHAPE_CONTRAST)
    for table in ("roles", "offices"):
        for role, colour in getattr(palette, table).items():
            said = f"The contrast of {mode}.{table}.{role} {colour} on {mode}.paper {palette.paper}"
            mend = _mend(colour, palette, palette.paper, SHAPE_CONTRAST)
            yield Measured(said, contrast(colour, palette.paper), SHAPE_CONTRAST, mend)


def _roles(mode: str, palette: Palette) -> Iterator[Measured]:
    for reader in READERS:
        seen = {role: seen_by(reader, colour) for role, colour in palette.roles.items()}
        for one, other in combinations(seen, 2):
            said = (
                f"The distance between {mode}.roles.{one} and {mode}.roles.{other} for readers with {reader}"
            )
            yield Measured(said, difference(seen[one], seen[other]), ROLES_APART)
    ranked = sorted(palette.roles, key=lambda role: lab(palette.roles[role])[0])
    for one, other in pairwise(ranked):
        apart = lab(palette.roles[other])[0] - lab(palette.roles[one])[0]
        said = f"In grey the distance between {mode}.roles.{one} and {mode}.roles.{other}"
        yield Measured(said, apart, GREY_APART)


def _ramps(mode: str, palette: Palette) -> Iterator[Measured]:
    stops = [contrast(stop, palette.paper) for stop in palette.agreement]
    for number, (one, other) in enumerate(pairwise(stops), 2):
        said = f"The step in contrast to paper of colour {number} of {mode}.agreement over the one before"
        yield Measured(said, other - one, 0.05)
    for reader in READERS:
        for reach in (0.5, 0.75, 1.0):
            high = seen_by(reader, palette.position_fill(reach, -1, 1))
            low = seen_by(reader, palette.position_fill(-reach, -1, 1))
            said = f"The distance between {mode}.high and {mode}.low at {reach:.0%} for readers with {reader}"
            yield Measured(said, difference(high, low), ENDS_APART)


def _contrast(mode: str, palette: Palette, name: str, ground: str, least: float) -> Measured:
    colour, under = getattr(palette, name), getattr(palette, ground)
    said = f"The contrast of {mode}.{name} {colour} on {mode}.{ground} {under}"
    return Measured(said, contrast(colour, under), least, _mend(colour, palette, under, least))


def _mend(colour: str, palette: Palette, ground: str, least: float) -> str:
    """The nearest shade towards ink that passes."""
    shades = (mix(colour, palette.ink, step / 20) for step in range(21))
    found = next((shade for shade in shades if contrast(shade, ground) >= least), "")
    return f" {found} would do." if found else ""


def _faded(ink: str, ground: str) -> str:
    pairs = zip(bytes.fromhex(ink[1:]), bytes.fromhex(ground[1:]))
    return "#" + "".join(f"{round(CAPTION * a + (1 - CAPTION) * b):02X}" for a, b in pairs)


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]
