"""Measures are explained where they stand, in the catalogue's own words."""

from __future__ import annotations

import pytest

from alignment_model.measures.catalogue import CATALOGUE
from alignment_model.ui.in_words import explained
from alignment_model.ui.reading import question
from tests.ui.states import opened

EXPLAINED = {
    "overview": ("layer_agreement", "null_agreement"),
    "layers": ("layer_agreement",),
    "gaps": ("gap_word", "benjamini_hochberg", "question_gaps"),
    "question": ("consensus_of_positions",),
    "consensus_map": ("within_group_alpha", "find_camps", "leave_one_out", "group_map"),
    "value": ("common_ground", "overlap", "valued_alone"),
}


@pytest.mark.parametrize("code", EXPLAINED)
def test_a_page_explains_the_measures_it_shows(code: str, shown_sample: None) -> None:
    app = opened(code)
    said = "\n".join(element.help or "" for kind in (app.caption, app.subheader) for element in kind)
    for measure in EXPLAINED[code]:
        assert f"**{CATALOGUE[measure].name}.**" in said


def test_every_column_about_the_inside_of_a_group_has_its_entry() -> None:
    assert set(question.MEASURES.values()) <= set(CATALOGUE)


def test_nothing_to_explain_gives_no_help() -> None:
    assert explained() is None
