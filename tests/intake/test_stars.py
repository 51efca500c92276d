"""Stars are a scale: drawn, or counted in words."""

from __future__ import annotations

from collections import Counter

import pytest

from alignment_model.intake.recognition.scales.number_scales import read_stars


@pytest.mark.parametrize(
    "labels",
    [
        ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"],
        ["⭐", "⭐⭐", "⭐⭐⭐", "⭐⭐⭐⭐", "⭐⭐⭐⭐⭐"],
        ["⭐️", "⭐️⭐️", "⭐️⭐️⭐️", "⭐️⭐️⭐️⭐️", "⭐️⭐️⭐️⭐️⭐️"],
        ["1 star", "2 stars", "3 stars", "4 stars", "5 stars"],
        ["1 Stern", "2 Sterne", "3 Sterne", "4 Sterne", "5 Sterne"],
        ["1 étoile", "2 étoiles", "3 étoiles", "4 étoiles", "5 étoiles"],
    ],
)
def test_stars_are_put_in_order(labels: list[str]) -> None:
    answers = Counter({label: 3 for label in reversed(labels)})
    found = read_stars(answers, answers)
    assert found is not None and list(found.labels) == labels and not found.doubts


def test_a_number_of_stars_nobody_gave_has_its_level_and_no_answer_is_off_the_scale() -> None:
    answers = Counter({"5 stars": 4, "2 stars": 3, "N/A": 1})
    found = read_stars(answers, answers)
    assert found is not None and found.labels == ("1", "2 stars", "3", "4", "5 stars")
    assert found.level_of == {"5 stars": 5, "2 stars": 2} and found.off == {"N/A": "no_answer"}


@pytest.mark.parametrize("answers", [["3 stars", "good"], ["3 stars"], ["12 stars", "3 stars"], ["", "Yes"]])
def test_other_answers_are_no_stars(answers: list[str]) -> None:
    assert read_stars(Counter(answers), Counter(answers)) is None
