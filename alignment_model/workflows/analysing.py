"""From answers, stored or in a file, to one analysis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alignment_model import __version__, analysis
from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.framework import load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import ResponseSet
from alignment_model.settings import Settings
from alignment_model.store import Store

SEED = 0


def analyse_wave(store: Store, survey: str, wave: str, settings: Settings) -> Analysis:
    """The analysis of a stored wave.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    summary = stores.wave_summary(store, survey, wave)
    responses, *_ = stores.read_versions(store, survey, wave)
    data = {"file": summary.file_name, "import": summary.import_id, "imported_at": summary.imported_at}
    return analyse_responses(responses, settings, data=data)


def analyse_responses(responses: ResponseSet, settings: Settings, *, data: Mapping[str, Any]) -> Analysis:
    """The analysis of these answers; `data` says where they come from."""
    policy = PrivacyPolicy.of_attribution(responses.attribution, settings.minimum_group)
    asked = responses.questionnaire
    provenance = {
        "app": __version__,
        "framework": load_framework().version,
        "questionnaire": {"code": asked.code, "version": asked.version, "digest": asked.digest},
        "data": dict(data),
        "minimum_group": settings.minimum_group,
        "seed": SEED,
    }
    return analysis.analyse(responses, policy=policy, seed=SEED, provenance=provenance)
