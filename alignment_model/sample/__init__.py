"""The sample organisation: Tarnwell Logistics, fictional, reproducible from a seed."""

from alignment_model.sample.organisation import DEFAULT_SEED, SURVEY, WAVES, sample_organisation

__all__ = ["DEFAULT_SEED", "SURVEY", "WAVES", "sample_organisation"]
