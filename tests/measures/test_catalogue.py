"""Every public measure has its text, and every text its measure."""

from __future__ import annotations

import inspect

import pytest

from alignment_model import measures as m
from alignment_model.measures.catalogue import CATALOGUE, GROUPS, load

HELPERS = {
    "common_scale", "counts_from_answers", "kendall_w_test", "metric_scaling", "practical_limit",
    "rwg_word", "score", "to_scale",
}  # fmt: skip
PUBLIC = {name for name in m.__all__ if inspect.isfunction(inspect.unwrap(getattr(m, name)))}


def test_every_public_measure_has_an_entry_and_every_entry_a_measure():
    assert set(CATALOGUE) == PUBLIC - HELPERS


def test_every_public_function_says_what_it_does_with_an_example():
    for name in PUBLIC:
        text = inspect.unwrap(getattr(m, name)).__doc__
        assert ">>>" in text or name == "metric_scaling", name


def test_texts_are_short_sentences_without_exclamation_marks():
    for entry in CATALOGUE.values():
        for text in (entry.reading, entry.misleads):
            assert text.endswith("."), entry.code
            assert "!" not in text
            assert len(text) < 330, entry.code
        assert entry.group in GROUPS


def test_names_and_the_public_list_are_unique_and_sorted():
    names = [entry.name for entry in CATALOGUE.values()]
    assert len(set(names)) == len(names)
    assert m.__all__ == sorted(m.__all__)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[consensus]\nname = "Consensus"', r"\[consensus\] lacks citation"),
        ('[consensus]\nname = "Consensus"\nextra = "x"', "citation"),
    ],
)
def test_a_fault_names_the_entry_and_the_key(tmp_path, text, message):
    source = tmp_path / "catalogue.toml"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        load(source)
