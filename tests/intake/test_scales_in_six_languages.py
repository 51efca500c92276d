"""Scales as survey tools offer them: put in order from whatever order they are found in."""

from pathlib import Path
from random import Random

import pytest

from alignment_model.intake.recognition.scales.label_scales import read_labels

SCALES = (
    Path(__file__).with_name("scales.txt").read_text(encoding="utf-8").splitlines()
)  # each from lowest to highest


@pytest.mark.parametrize("scale", SCALES)
def test_a_scale_is_put_in_order(scale):
    labels = scale.split("|")
    found = read_labels(dict.fromkeys(Random(3).sample(labels, len(labels)), 20))
    assert found is not None and list(found.labels) == labels
