"""Streamlit's part of the theme: written from the theme file, compared with it at every start."""

from __future__ import annotations

import tomllib

import pytest

from alignment_model import workflows
from alignment_model.charts.style.theme import read_theme
from alignment_model.errors import DataFileError
from alignment_model.workflows.theming import CONFIG, with_options
from tests.company import ACCENT, DARK_ACCENT, company


def option_of(text):
    """What Streamlit would have in force with this configuration."""
    tables = tomllib.loads(text)

    def get(name):
        value = tables
        for part in name.split("."):
            value = value.get(part, {})
        return value or None

    return get


def test_the_configuration_shows_the_products_own_theme():
    text = CONFIG.read_text(encoding="utf-8")
    workflows.require_theme(option_of(text))
    assert with_options(text, workflows.streamlit_options(read_theme()), CONFIG.name) == text


def test_a_companys_theme_is_written_and_taken_back_again(tmp_path):
    before, target = CONFIG.read_text(encoding="utf-8"), tmp_path / "config.toml"
    target.write_text(before, encoding="utf-8")
    workflows.write_config(read_theme(company(tmp_path / "company")), target)
    written = tomllib.loads(target.read_text(encoding="utf-8"))
    assert written["theme"]["light"]["primaryColor"] == ACCENT
    assert written["theme"]["dark"]["primaryColor"] == DARK_ACCENT
    assert [face["weight"] for face in written["theme"]["fontFaces"]] == ["400", "600"]
    assert written["server"] == tomllib.loads(before)["server"]
    with pytest.raises(
        DataFileError, match=r"key 'theme.font': found .* expected 'sans-serif' .*--write-config"
    ):
        workflows.require_theme(option_of(target.read_text(encoding="utf-8")))
    workflows.write_config(read_theme(), target)
    assert target.read_text(encoding="utf-8") == before


def test_a_configuration_without_a_place_for_an_option_is_named(tmp_path):
    target = tmp_path / "config.toml"
    with pytest.raises(DataFileError, match="the file is missing"):
        workflows.write_config(read_theme(), target)
    target.write_text('[theme]\nfont = "serif"\n', encoding="utf-8")
    with pytest.raises(DataFileError, match=r"key 'theme\.\w+\.\w+': this option is missing"):
        workflows.write_config(read_theme(), target)
