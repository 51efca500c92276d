"""A company's theme: laid over the product's own, refused whole when it is at fault, with key, found and expected."""

from __future__ import annotations

import re

import pytest

from alignment_model.charts.drawing.typesetting import text_width
from alignment_model.charts.style import theme as themes
from alignment_model.charts.style.palette import DARK, LIGHT, PRINT
from alignment_model.charts.style.theme import OWN_FILE, read_theme
from alignment_model.charts.style.theme_check import faults_of
from alignment_model.errors import DataFileError
from tests.company import ACCENT, FAMILY, THEME, company

BOTH = '[light]\n{0} = "{1}"\n[dark]\n{0} = "{2}"\n'


@pytest.fixture
def theme_file(tmp_path):
    return company(tmp_path)


@pytest.fixture
def in_force(theme_file, monkeypatch):
    """The company's theme is the one in force during a test."""
    monkeypatch.setenv("ALIGNMENT_THEME", str(theme_file))
    themes.theme.cache_clear()
    yield themes.theme()
    monkeypatch.undo()
    themes.theme.cache_clear()


def test_a_company_says_only_what_differs(theme_file):
    own, product = read_theme(theme_file), read_theme()
    assert own.palettes[LIGHT].accent == own.palettes[PRINT].accent == ACCENT
    assert own.palettes[LIGHT].roles == product.palettes[LIGHT].roles
    assert own.palettes[PRINT].quiet == product.palettes[PRINT].quiet, (
        "print keeps what light does not change"
    )
    assert own.palettes[PRINT].ink == own.palettes[LIGHT].ink, "print follows light"
    assert (own.fonts.family, own.fonts.bundled, product.fonts.bundled) == (FAMILY, False, True)
    assert own.logo.on(DARK) == own.logo.on(LIGHT)
    assert faults_of(own.palettes) == ()
    assert product.file == OWN_FILE


def test_labels_are_placed_by_the_widths_of_the_fonts_in_force(in_force):
    assert text_width("A", 1000) == 999
    assert in_force.fonts.family == FAMILY


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('nam = "x"', r"key 'nam': this key is not known here"),
        ("[light]", r"key 'name': this key is missing; a text is expected"),
        ('name = "x"\n' + BOTH.format("accnt", "#000000", "#FFFFFF"), r"'light', key 'accnt': 'accnt' is not known"),
        ('name = "x"\n' + BOTH.format("accent", "teal", "#FFFFFF"), r"'light', key 'accent': a colour .* found 'teal'"),
        ('name = "x"\n[light]\naccent = "#7A1F4B"', r"table 'dark', key 'accent': .*'light' sets it"),
        ('name = "x"\nlight = 3', r"table 'light': a table is expected, found 3"),
        (
            'name = "x"\n[light]\nlow = ["#000000"]\n[dark]\nlow = ["#000000"]',
            r"key 'low': a list of 3 colours is expected, found \['#000000'\]",
        ),
        (
            'name = "x"\n[light.roles]\nKing = "#000000"\n[dark.roles]\nKing = "#FFFFFF"',
            r"table 'light.roles', key 'King': 'King' is not known; known are CEO",
        ),
        (THEME.replace("Regular.ttf", "Gone.ttf"), r"table 'fonts', key 'regular': there is no file .*Gone\.ttf"),
        (THEME.replace("Regular.ttf", "logo.svg"), r"key 'regular': a TrueType or OpenType file is expected"),
        (THEME.replace("Example Sans", "a';}"), r"key 'family': letters, digits, spaces and hyphens are expected"),
        (THEME.replace('"logo.svg"', '"theme.toml"'), r"table 'logo', key 'light': an SVG or PNG file is expected"),
        (THEME.replace("alt =", "text ="), r"table 'logo', key 'text': this key is not known here"),
        ("name = ", r"this is not valid TOML"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_meant_is_named_with_its_key(theme_file, text, said):
    theme_file.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError, match=said) as caught:
        read_theme(theme_file)
    assert str(caught.value).startswith("theme.toml")


@pytest.mark.parametrize(
    ("key", "light", "dark", "said"),
    [
        ("ink", "#B0B0B0", "#FFFFFF", r"contrast of light\.ink #B0B0B0 on light\.paper #FFFFFF is .*at least 4\.5"),
        ("accent", "#E79BC0", "#E79BC0", r"light\.accent #E79BC0 .*4\.5 is expected\. #\w{6} would do"),
        ("paper", "#0F1822", "#10161D", r"light\.ink"),
        ("roles.CFO", "#223195", "#EB8253", r"light\.roles\.CEO and light\.roles\.CFO .* is 0\.00, at least 12"),
        ("roles.CTO", "#EEEEEE", "#5BE9B3", r"light\.roles\.CTO #EEEEEE on light\.paper"),
        ("high", "#D9742B", "#A8CEFF", r"distance between light\.high and light\.low"),
        ("agreement", "#5AA5AC", "#4FADB4", r"step in contrast to paper of colour 2 of light\.agreement"),
    ],
)  # fmt: skip
def test_each_kind_of_fault_is_found(theme_file, key, light, dark, said):
    count = {"high": 3, "agreement": 5}.get(key)
    values = [
        "[" + ", ".join([f'"{colour}"'] * count) + "]" if count else f'"{colour}"' for colour in (light, dark)
    ]
    theme_file.write_text(
        f'name = "x"\n[light]\n{key} = {values[0]}\n[dark]\n{key} = {values[1]}\n', encoding="utf-8"
    )
    faults = faults_of(read_theme(theme_file).palettes)
    assert any(re.search(said, fault) for fault in faults), faults


def test_a_theme_at_fault_is_not_used_at_all(theme_file, monkeypatch):
    theme_file.write_text('name = "x"\n' + BOTH.format("ink", "#B0B0B0", "#FFFFFF"), encoding="utf-8")
    monkeypatch.setenv("ALIGNMENT_THEME", str(theme_file))
    themes.theme.cache_clear()
    with pytest.raises(DataFileError, match=r"And \d+ more\. `python -m alignment_model theme --check`"):
        themes.theme()
    monkeypatch.undo()
    assert themes.theme().file == OWN_FILE
