"""What readers with a colour vision deficiency see, and how far apart two colours look (CIEDE2000).

Simulation: Machado, Oliveira & Fernandes 2009, severity 1.0. Difference: Sharma, Wu & Dalal 2005.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from alignment_model.charts.style.colour import channels, display, linear, written

Lab = tuple[float, float, float]
Matrix = Sequence[Sequence[float]]

PROTANOPIA = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
FULL = ((1, 0, 0), (0, 1, 0), (0, 0, 1))
READERS = {"full": FULL, "protanopia": PROTANOPIA, "deuteranopia": DEUTERANOPIA, "tritanopia": TRITANOPIA}
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE = tuple(sum(row) for row in TO_XYZ)


def times(matrix: Matrix, vector: Sequence[float]) -> tuple[float, ...]:
    """The matrix applied to the vector."""
    return tuple(sum(a * b for a, b in zip(row, vector)) for row in matrix)


def seen_by(reader: str, colour: str) -> str:
    """The colour (#RRGGBB) as one of `READERS` sees it.

    >>> seen_by("full", "#0F5C6E")
    '#0F5C6E'
    """
    light = times(READERS[reader], tuple(linear(channel) for channel in channels(colour)))
    return written([display(min(1.0, max(0.0, value))) for value in light])


def lab(colour: str) -> Lab:
    """CIE L*a*b* of a colour, white point D65."""
    xyz = times(TO_XYZ, tuple(linear(channel) for channel in channels(colour)))
    x, y, z = (_bent(value / white) for value, white in zip(xyz, WHITE))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _bent(t: float) -> float:
    return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116


def difference(one: str, other: str) -> float:
    """How far apart two colours look, CIEDE2000; about 1 is just noticed side by side."""
    return difference_of_labs(lab(one), lab(other))


def difference_of_labs(one: Lab, other: Lab) -> float:
    """CIEDE2000 between two colours given as L*a*b*."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(chroma**7 / (chroma**7 + 25**7)))
    c1, c2 = math.hypot((1 + g) * a1, b1), math.hypot((1 + g) * a2, b2)
    h1 = math.degrees(math.atan2(b1, (1 + g) * a1)) % 360
    h2 = math.degrees(math.atan2(b2, (1 + g) * a2)) % 360
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = (
        1
        - 0.17 * _cos(mean_h - 30)
        + 0.24 * _cos(2 * mean_h)
        + 0.32 * _cos(3 * mean_h + 6)
        - 0.2 * _cos(4 * mean_h - 63)
    )
    s_l = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    s_c, s_h = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = (
        -2
        * math.sqrt(mean_c**7 / (mean_c**7 + 25**7))
        * math.sin(math.radians(60 * math.exp(-(((mean_h - 275) / 25) ** 2))))
    )
    parts = (l2 - l1) / s_l, (c2 - c1) / s_c, hue / s_h
    return math.sqrt(sum(part**2 for part in parts) + rotation * parts[1] * parts[2])


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
