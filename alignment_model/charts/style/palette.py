"""What a palette is, and the shapes of roles: for app, charts and all exports.

The colours themselves are data: `data/theme.toml`, or a company's own file (see `theme`). Roles have seven hues
that stay apart under protanopia, deuteranopia, tritanopia and in grey, and a shape each. Agreement is one hue
from pale to deep. Position is diverging: high and low in two hues, grey between. `theme_check` measures all of that.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from alignment_model.charts.style.colour import along, contrast, mix

LIGHT, DARK, PRINT = "light", "dark", "print"
MODES = (LIGHT, DARK, PRINT)
TEXT_CONTRAST, SHAPE_CONTRAST = 4.5, 3.0  # WCAG 2.2 AA, 1.4.3 and 1.4.11

PLACES = 100  # along a ramp that are tried in search of a shade text can be read on
AGREEMENT_LOW, AGREEMENT_HIGH = 0.4, 1.0  # consensus at the pale and at the deep end of the ramp

# Vega draws a path in a square from -1 to 1; these fill it about as far as its own symbols do.
PENTAGON = "M0,-1.1L1.04,-.34L.64,.9L-.64,.9L-1.04,-.34Z"
HEXAGON = "M-1,0L-.5,-.9L.5,-.9L1,0L.5,.9L-.5,.9Z"
STAR = "M0,-1.2L.32,-.4L1.14,-.38L.5,.16L.7,.98L0,.5L-.7,.98L-.5,.16L-1.14,-.38L-.32,-.4Z"
DIAGONAL_CROSS = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"
BAR = "M-1.2,-.5L1.2,-.5L1.2,.5L-1.2,.5Z"
TOWER = "M-.5,-1.2L.5,-1.2L.5,1.2L-.5,1.2Z"
HOUSE = "M0,-1.1L.9,-.2L.9,.96L-.9,.96L-.9,-.2Z"

ROLE_SHAPES: Mapping[str, str] = {
    "CEO": "circle",
    "CFO": "square",
    "CTO": "diamond",
    "Board": "triangle-up",
    "Other executive": "cross",
    "Manager": "triangle-down",
    "Employee": HEXAGON,
    "COO": PENTAGON,
    "CIO": STAR,
    "CDO": DIAGONAL_CROSS,
    "CHRO": HOUSE,
    "CMO": "triangle-right",
    "CRO": "triangle-left",
    "General Counsel": BAR,
}
SPARE_SHAPE = TOWER


@dataclass(frozen=True)
class Palette:
    """The colours of one mode. `roles` holds the seven roles, `offices` further offices and groups."""

    ink: str
    quiet: str  # secondary text
    faint: str  # lines and shapes that must still be seen
    hair: str  # grid and separators, decoration only
    paper: str
    panel: str  # a surface slightly apart from paper
    accent: str
    possible: str  # a gap that is only possible
    zone: str  # null band, range of chance
    hidden: str  # cell that may not be shown
    agreement: tuple[str, ...]
    low: tuple[str, ...]  # position below the middle, from the middle outwards
    high: tuple[str, ...]
    middle: str
    roles: Mapping[str, str]
    offices: Mapping[str, str] = field(default_factory=dict)

    def role(self, code: str) -> str:
        """The role's colour; offices and groups nobody foresaw are drawn in quiet ink and told apart by label."""
        return self.roles.get(code) or self.offices.get(code) or self.quiet

    def label(self, code: str) -> str:
        """The role's colour for text: its hue, drawn towards ink as far as reading it takes."""
        colour = self.role(code)
        return next(
            shade
            for shade in (mix(colour, self.ink, step / 10) for step in range(11))
            if contrast(shade, self.paper) >= TEXT_CONTRAST
        )

    def agreement_fill(self, value: float | None) -> str:
        """The fill for an agreement 0..1; the colour of hidden cells when there is none."""
        if value is None:
            return self.hidden
        return self._along(self.agreement, (value - AGREEMENT_LOW) / (AGREEMENT_HIGH - AGREEMENT_LOW))

    def position_fill(self, value: float, lowest: float, highest: float) -> str:
        """The fill for a position between the scale's ends."""
        if highest <= lowest:
            return self.middle
        share = 2 * (value - lowest) / (highest - lowest) - 1
        side = self.high if share >= 0 else self.low
        return self._along((self.middle, *side), abs(share))

    def levels(self, count: int) -> tuple[str, ...]:
        """One colour a level, lowest first."""
        return tuple(self.position_fill(level, 0, count - 1) for level in range(count))

    def _along(self, stops: Sequence[str], share: float) -> str:
        """The colour at `share` of a ramp, or the nearest on which ink or paper can be read.

        Half-way along every ramp lie shades too deep for ink and too pale for paper. Black on them is readable
        by the numbers and heavy to the eye, so the ramp steps over them.
        """
        fill = along(stops, share)
        if self._reads(fill)[1] >= TEXT_CONTRAST:
            return fill
        places = sorted((step / PLACES for step in range(PLACES + 1)), key=lambda place: abs(place - share))
        shades = (along(stops, place) for place in places)
        return next((shade for shade in shades if self._reads(shade)[1] >= TEXT_CONTRAST), fill)

    def _reads(self, fill: str) -> tuple[str, float]:
        """Whichever of ink and paper stands out more, and its contrast."""
        best = max((self.ink, self.paper), key=lambda colour: contrast(colour, fill))
        return best, contrast(best, fill)

    def on(self, fill: str) -> str:
        """Text that can be read on this fill: ink or paper by contrast, black or white where neither reaches AA."""
        best, stands_out = self._reads(fill)
        if stands_out >= TEXT_CONTRAST:
            return best
        return max(("#000000", "#FFFFFF"), key=lambda colour: contrast(colour, fill))


def role_shape(code: str) -> str:
    """The shape drawn for a role: a Vega symbol name or path.

    >>> role_shape("CFO"), role_shape("Astronaut") == SPARE_SHAPE
    ('square', True)
    """
    return ROLE_SHAPES.get(code, SPARE_SHAPE)
