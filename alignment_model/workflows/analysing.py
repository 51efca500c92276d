"""From answers, stored or in a file, to one analysis."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alignment_model import __version__, analysis
from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.counts import Counts
from alignment_model.findings.patterns.rules import PatternRules
from alignment_model.intake.cells import SourceFile
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import ResponseSet
from alignment_model.settings import Settings
from alignment_model.store import Store
from alignment_model.workflows.rules import pattern_rules

SEED = 0


def analyse_wave(
    store: Store, survey: str, wave: str, settings: Settings, *, rules: PatternRules | None = None
) -> Analysis:
    """The analysis of a stored wave; groups that too few tell apart from a replaced version are hidden.

    Patterns are judged by `rules`, or else by those in force.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    summary = stores.wave_summary(store, survey, wave)
    responses, *earlier = stores.read_versions(store, survey, wave)
    origin = {
        "source_file": summary.file_name,
        "source_sha256": summary.sha256,
        "import_id": summary.import_id,
        "imported_at": summary.imported_at,
        "register_edits": stores.register_version(store, survey, wave),
    }
    return _analyse(responses, settings, origin, earlier, rules or pattern_rules(store))


def analyse_file(responses: ResponseSet, source: SourceFile, settings: Settings) -> Analysis:
    """The analysis of a file's checked answers, without storing them."""
    return _analyse(
        responses, settings, {"source_file": source.name, "source_sha256": source.content_hash}, ()
    )


def _analyse(
    responses: ResponseSet,
    settings: Settings,
    origin: dict[str, Any],
    earlier: Iterable[ResponseSet],
    rules: PatternRules | None = None,
) -> Analysis:
    return analysis.analyse(
        responses,
        policy=PrivacyPolicy.of_attribution(responses.attribution, settings.minimum_group),
        seed=SEED,
        provenance={"app_version": __version__, **origin},
        earlier=earlier,
        rules=rules,
    )


def wave_counts(store: Store, survey: str, wave: str, settings: Settings) -> Counts:
    """A wave's counts per question and role as stored; made anew when the minimum group size has changed.

    Raises
    ------
    NotFoundError
        When survey or wave is not there.
    """
    counts, minimum = stores.read_counts(store, survey, wave)
    if minimum == settings.minimum_group:
        return counts
    stores.rebuild_counts(store, survey, wave, settings.minimum_group)
    return stores.read_counts(store, survey, wave)[0]
