"""Colour arithmetic: contrast as WCAG 2.2 counts it, and ramps that look even."""

from __future__ import annotations

from collections.abc import Sequence

Rgb = tuple[float, float, float]


def channels(colour: str) -> Rgb:
    """Red, green and blue, 0..1, of a colour written as #RRGGBB.

    >>> channels("#FF8000")
    (1.0, 0.5019607843137255, 0.0)
    """
    return tuple(int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))  # type: ignore[return-value]


def written(rgb: Sequence[float]) -> str:
    """A colour as #RRGGBB; channels outside 0..1 are cut off."""
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, channel))):02X}" for channel in rgb)


def linear(channel: float) -> float:
    """A display channel as light (sRGB, IEC 61966-2-1)."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def display(light: float) -> float:
    """Light as a display channel; the inverse of `linear`."""
    return 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white).

    >>> luminance("#FFFFFF"), luminance("#000000")
    (1.0, 0.0)
    """
    red, green, blue = (linear(channel) for channel in channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21; WCAG AA asks 4.5 for text and 3 for large text and shapes.

    >>> round(contrast("#000000", "#FFFFFF"), 1)
    21.0
    """
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """The colour `share` (0..1) of the way from one to the other, in Oklab, so that steps look even.

    >>> mix("#000000", "#FFFFFF", 0.0), mix("#000000", "#FFFFFF", 1.0)
    ('#000000', '#FFFFFF')
    """
    pairs = zip(_oklab(one), _oklab(other))
    return _from_oklab(tuple(a + (b - a) * share for a, b in pairs))  # type: ignore[arg-type]


def along(stops: Sequence[str], share: float) -> str:
    """The colour at `share` (0..1, cut off beyond) of a ramp through evenly spaced stops.

    >>> along(("#000000", "#808080", "#FFFFFF"), 0.5)
    '#808080'
    """
    place = min(1.0, max(0.0, share)) * (len(stops) - 1)
    index = min(int(place), len(stops) - 2)
    return mix(stops[index], stops[index + 1], place - index)


def _oklab(colour: str) -> Rgb:
    # Björn Ottosson, "A perceptual color space for image processing" (2020).
    r, g, b = (linear(channel) for channel in channels(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(lab: Rgb) -> str:
    lightness, a, b = lab
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    light = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return written([display(max(0.0, channel)) for channel in light])
