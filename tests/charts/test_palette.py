"""The product's own theme: seven hues for every eye and for grey, contrast by WCAG AA, shapes of their own."""

import tomllib
from pathlib import Path

import pytest

from alignment_model.charts.style.colour import contrast
from alignment_model.charts.style.palette import MODES, ROLE_SHAPES, SPARE_SHAPE, TEXT_CONTRAST, role_shape
from alignment_model.charts.style.theme import theme
from alignment_model.charts.style.theme_check import measured
from alignment_model.framework import load_framework

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"
MEASURED = {mode: [*measured({mode: theme().palettes[mode]})] for mode in MODES}


@pytest.mark.parametrize("mode", MODES)
def test_everything_measured_of_a_mode_holds(mode, record_testsuite_property):
    closest = min(MEASURED[mode], key=lambda entry: entry.value / entry.least)
    record_testsuite_property(f"closest to a fault in {mode}", f"{closest.what}: {closest.value:.2f}")
    assert [entry.fault for entry in MEASURED[mode] if entry.fault] == []
    assert len(MEASURED[mode]) > 100


@pytest.mark.parametrize("mode", MODES)
def test_role_names_in_their_colour_can_be_read(mode):
    palette = theme().palettes[mode]
    for role in (*palette.roles, *palette.offices, "Somebody else"):
        assert contrast(palette.label(role), palette.paper) >= TEXT_CONTRAST


@pytest.mark.parametrize("mode", MODES)
def test_numbers_can_be_read_on_every_level(mode):
    palette = theme().palettes[mode]
    fills = [palette.agreement_fill(None), *palette.levels(11)]
    assert min(contrast(palette.on(fill), fill) for fill in fills) >= TEXT_CONTRAST


def test_every_role_has_its_own_shape():
    shapes = [role_shape(role.code) for role in load_framework().roles]
    assert len(set(shapes)) == len(shapes)
    assert SPARE_SHAPE not in ROLE_SHAPES.values()


def test_the_app_asks_nobody_and_tells_nobody():
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["showEmailPrompt"] is False
    assert settings["server"]["address"] == "127.0.0.1"


@pytest.mark.parametrize("mode", MODES)
def test_ink_or_paper_reads_on_every_fill_of_the_ramps(mode):
    palette = theme().palettes[mode]
    fills = [palette.agreement_fill(0.4 + 0.6 * step / 200) for step in range(201)]
    fills += [palette.position_fill(step / 200, 0, 1) for step in range(201)]
    assert {palette.on(fill) for fill in fills} == {palette.ink, palette.paper}
    assert min(contrast(palette.on(fill), fill) for fill in fills) >= TEXT_CONTRAST


@pytest.mark.parametrize("mode", MODES)
def test_more_agreement_is_never_paler(mode):
    palette = theme().palettes[mode]
    stands_out = [
        contrast(palette.agreement_fill(0.4 + 0.6 * step / 60), palette.paper) for step in range(61)
    ]
    assert stands_out == sorted(stands_out)
