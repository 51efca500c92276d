"""The palette: seven hues for every eye and for grey, contrast by WCAG AA, one source with the theme."""

import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from alignment_model.charts.colour import contrast
from alignment_model.charts.palette import (
    DARK,
    LIGHT,
    MODES,
    PALETTES,
    ROLE_SHAPES,
    SHAPE_CONTRAST,
    SPARE_SHAPE,
    TEXT_CONTRAST,
    role_shape,
)
from alignment_model.framework import BASE_ROLES, load_framework
from tests.charts.colour_vision import READERS, difference, lab, seen_by

THEME = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
modes = pytest.mark.parametrize("palette", PALETTES.values(), ids=MODES)
ramp = [step / 20 for step in range(21)]


@modes
@pytest.mark.parametrize("reader", READERS)
def test_two_roles_never_look_alike(palette, reader):
    seen = {role: seen_by(reader, palette.role(role)) for role in BASE_ROLES}
    closest = min(difference(seen[one], seen[other]) for one, other in combinations(BASE_ROLES, 2))
    assert closest >= 12


@modes
def test_roles_stay_apart_in_grey(palette):
    lightness = sorted(lab(palette.role(role))[0] for role in BASE_ROLES)
    assert min(high - low for low, high in pairwise(lightness)) >= 4


def test_every_role_has_its_own_shape():
    shapes = [role_shape(role.code) for role in load_framework().roles]
    assert len(set(shapes)) == len(shapes)
    assert SPARE_SHAPE not in ROLE_SHAPES.values()


@modes
def test_marks_can_be_seen_on_paper(palette):
    marks = [
        *palette.roles.values(),
        *palette.offices.values(),
        palette.possible,
        palette.faint,
        palette.accent,
    ]
    assert min(contrast(mark, palette.paper) for mark in marks) >= SHAPE_CONTRAST


@modes
def test_text_can_be_read_on_paper_and_panels(palette):
    for ground in (palette.paper, palette.panel, palette.hidden, palette.zone):
        assert contrast(palette.ink, ground) >= TEXT_CONTRAST
        assert contrast(palette.quiet, ground) >= TEXT_CONTRAST
    assert contrast(palette.accent, palette.paper) >= TEXT_CONTRAST


@modes
def test_role_names_in_their_colour_can_be_read(palette):
    for role in (*palette.roles, *palette.offices, "Somebody else"):
        assert contrast(palette.label(role), palette.paper) >= TEXT_CONTRAST


@modes
def test_numbers_can_be_read_on_every_fill(palette):
    fills = [palette.agreement_fill(share) for share in ramp] + [palette.agreement_fill(None)]
    fills += [palette.position_fill(share, 0, 1) for share in ramp] + list(palette.levels(11))
    assert min(contrast(palette.on(fill), fill) for fill in fills) >= TEXT_CONTRAST


@modes
def test_more_agreement_stands_out_more_from_paper(palette):
    steps = [contrast(palette.agreement_fill(0.4 + 0.06 * step), palette.paper) for step in range(11)]
    assert steps == sorted(steps)


@modes
@pytest.mark.parametrize("reader", READERS)
def test_high_and_low_positions_never_look_alike(palette, reader):
    for reach in (0.5, 0.75, 1.0):
        high = seen_by(reader, palette.position_fill(reach, -1, 1))
        low = seen_by(reader, palette.position_fill(-reach, -1, 1))
        assert difference(high, low) >= 20


def test_the_theme_file_uses_this_palette():
    theme = tomllib.loads(THEME.read_text(encoding="utf-8"))["theme"]
    for mode in (LIGHT, DARK):
        palette, part = PALETTES[mode], theme[mode]
        assert part["primaryColor"] == palette.accent
        assert part["backgroundColor"] == palette.paper
        assert part["secondaryBackgroundColor"] == palette.panel
        assert part["textColor"] == palette.ink
    assert theme["chartCategoricalColors"] == list(PALETTES[LIGHT].roles.values())
    assert theme["dark"]["chartCategoricalColors"] == list(PALETTES[DARK].roles.values())


def test_the_app_asks_nobody_and_tells_nobody():
    settings = tomllib.loads(THEME.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["server"]["address"] == "127.0.0.1"
