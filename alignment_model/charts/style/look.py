"""How a chart is to look: mode, size, and the type sizes and colours that follow from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple, dataclass, replace

from alignment_model.charts.style.palette import LIGHT, MODES, PRINT, Palette
from alignment_model.charts.style.theme import theme

SCREEN, PROJECTOR, PHONE = "screen", "projector", "phone"
SIZES = (SCREEN, PROJECTOR, PHONE)
# Streamlit calls the bundled family "Source Sans"; its files call it "Source Sans 3".
BUNDLED = "Source Sans, 'Source Sans 3'"
UNIT = 8  # the rhythm of all spacing, px


@dataclass(frozen=True, slots=True)
class TypeScale:
    """Font sizes in px."""

    small: int
    body: int
    lead: int
    title: int
    huge: int


TYPE: dict[str, TypeScale] = {
    PHONE: TypeScale(13, 14, 16, 20, 28),
    SCREEN: TypeScale(14, 16, 18, 24, 36),
    PROJECTOR: TypeScale(24, 28, 32, 48, 72),
}
WIDTH = {PHONE: 358, SCREEN: 960, PROJECTOR: 1760}
PROJECTOR_HEIGHT = 820  # what a 1080-line screen leaves under title and sentence


@dataclass(frozen=True, slots=True)
class Look:
    """Mode (light, dark, print) and size (screen, projector, phone) of a chart.

    `width` is the whole chart in px, labels included; 0 takes the size's own. `height` is a wish: charts
    with rows spread over it, never squeeze under what their text needs; 0 takes the natural height. `larger`
    sets type, marks and spacing up by a factor, where there is little to draw on a wide screen.

    >>> Look().width_px, Look(size="phone").type.body
    (960, 14)
    """

    mode: str = LIGHT
    size: str = SCREEN
    width: int = 0
    height: int = 0
    larger: float = 1.0

    def __post_init__(self) -> None:
        if self.mode not in MODES:
            raise ValueError(f"'{self.mode}' is not a mode; use one of {', '.join(MODES)}.")
        if self.size not in SIZES:
            raise ValueError(f"'{self.size}' is not a size; use one of {', '.join(SIZES)}.")

    @property
    def colours(self) -> Palette:
        """The palette in force for this mode."""
        return theme().palettes[self.mode]

    @property
    def font(self) -> str:
        """The family a chart is set in, with what to fall back on."""
        fonts = theme().fonts
        own = "" if fonts.bundled else f"'{fonts.family}', "
        return f"{own}{BUNDLED}, sans-serif"

    @property
    def type(self) -> TypeScale:
        """Font sizes."""
        steps = TYPE[self.size]
        return (
            steps if self.larger == 1 else TypeScale(*(round(step * self.larger) for step in astuple(steps)))
        )

    @property
    def width_px(self) -> int:
        """Width of the whole chart, px."""
        return self.width or WIDTH[self.size]

    @property
    def height_px(self) -> int:
        """Height to fill, px; 0 where the chart takes its natural height."""
        return self.height or (PROJECTOR_HEIGHT if self.size == PROJECTOR else 0)

    @property
    def phone(self) -> bool:
        """Whether labels stand above what they name instead of beside it."""
        return self.size == PHONE or self.width_px < 560

    @property
    def unit(self) -> float:
        """The spacing unit, px: grows with the type."""
        return UNIT * self.type.small / TYPE[SCREEN].small

    @property
    def stroke(self) -> float:
        """Weight of a normal line, px."""
        return 1.5 * self.type.small / TYPE[SCREEN].small

    @property
    def dot(self) -> float:
        """Diameter of a role's mark, px."""
        return {PHONE: 13, SCREEN: 14, PROJECTOR: 26}[self.size] * self.larger

    def grown(self, most: float, fits: Callable[[Look], bool]) -> Look:
        """This look, on a projector set up in steps as far as `fits` allows, at most by the factor `most`."""
        steps = range(round((most - 1) * 10), 0, -1) if self.size == PROJECTOR else ()
        looks = (replace(self, larger=1 + step / 10) for step in steps)
        return next((look for look in looks if fits(look)), self)


PRINT_LOOK = Look(mode=PRINT)
