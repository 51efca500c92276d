"""One click to something worth looking at."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignment_model import sample, workflows
from alignment_model.errors import StoreError
from alignment_model.store import Store
from alignment_model.workflows import samples
from tests.workflows.conftest import NOW


def test_the_sample_is_one_survey_of_three_waves(sampled: Store) -> None:
    (survey,) = workflows.list_surveys(sampled)
    assert survey.name == workflows.SAMPLE_SURVEY
    assert [(wave.name, wave.wave_date) for wave in survey.waves] == list(sample.WAVES)
    assert {wave.respondents for wave in survey.waves} == {234}
    assert not any(wave.custom for wave in survey.waves)


def test_loading_it_twice_changes_nothing(sampled: Store) -> None:
    before = workflows.list_imports(sampled)
    assert workflows.load_sample(sampled) == workflows.SAMPLE_SURVEY
    assert workflows.list_imports(sampled) == before


def test_loading_it_again_mends_what_was_undone(sampled: Store) -> None:
    second = workflows.find_wave(sampled, workflows.SAMPLE_SURVEY, "2026 Q2")
    workflows.undo_import(sampled, second.import_id, now=NOW)
    workflows.load_sample(sampled)
    assert len(workflows.list_surveys(sampled)[0].waves) == 3


def test_its_stored_answers_are_those_it_was_drawn_with(sampled: Store) -> None:
    from alignment_model.store import read_versions

    (stored,) = read_versions(sampled, workflows.SAMPLE_SURVEY, "2026 Q1")
    drawn = sample.sample_organisation()
    assert stored.sizes == drawn.sizes
    assert {p.id: (p.role, p.answers, p.dont_know) for p in stored.respondents} == {
        p.id: (p.role, p.answers, p.dont_know) for p in drawn.respondents
    }
    assert stored.initiatives == drawn.initiatives
    assert stored.currency == drawn.currency


def test_a_missing_sample_is_a_sentence(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(samples, "DATA_DIRECTORY", tmp_path)
    with pytest.raises(StoreError, match="sample workbooks are missing"):
        workflows.load_sample(store)
