"""Kept snapshots against each other, against the present, and against a file somebody kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from alignment_model import __version__
from alignment_model import store as stores
from alignment_model.errors import NotFoundError, UsageError
from alignment_model.framework import load_framework
from alignment_model.report import snapshot as snapshots
from alignment_model.report.canonical import canonical
from alignment_model.report.comparison import Comparison, compare_reports
from alignment_model.report.selection import select
from alignment_model.settings import Settings
from alignment_model.store import SnapshotRecord, Store
from alignment_model.workflows.commitments import commitments_version
from alignment_model.workflows.rules import pattern_rules
from alignment_model.workflows.sharing import earlier_import, list_snapshots, open_snapshot

MOST_SHOWN = 20
MISSING = "(not there)"
MOVED = {
    "import_id": "the answers were imported anew",
    "earlier_import": "the wave before it was imported anew or is another one",
    "register_edits": "the initiative register was edited",
    "commitments": "commitments were made or changed",
    "rules_digest": "the thresholds of patterns were changed",
    "minimum_group": "groups are shown from another size",
    "framework_version": "the framework's texts were changed",
    "app_version": "the app is another version",
}


def compare_snapshots(store: Store, before: str, after: str) -> Comparison:
    """Two kept snapshots side by side.

    Raises
    ------
    NotFoundError, StoreError
        When one of them is gone, or was changed.
    """
    return compare_reports(open_snapshot(store, before)[1].data, open_snapshot(store, after)[1].data)


def moved_on(store: Store, record: SnapshotRecord, settings: Settings) -> tuple[str, ...]:
    """What has changed since the snapshot was frozen, in words; empty when nothing has."""
    try:
        present = _present(store, record, settings)
    except NotFoundError:
        return ("the wave is not stored here any more",)
    return tuple(
        words
        for name, words in MOVED.items()
        if name in record.versions and record.versions[name] != present[name]
    )


def _present(store: Store, record: SnapshotRecord, settings: Settings) -> Mapping[str, str]:
    wave = stores.wave_summary(store, record.survey, record.wave)
    return {
        "import_id": str(wave.import_id),
        "earlier_import": earlier_import(store, record.survey, record.wave),
        "register_edits": str(stores.register_version(store, record.survey, record.wave)),
        "commitments": commitments_version(store, record.survey, record.wave),
        "rules_digest": pattern_rules(store).digest,
        "minimum_group": str(settings.minimum_group),
        "framework_version": load_framework().version,
        "app_version": __version__,
    }


def numbers_in(content: bytes) -> dict[str, Any] | None:
    """The report's data in a file; None when the file is none of ours."""
    try:
        found = json.loads(content.decode("utf-8-sig"), parse_constant=_refuse)
        canonical(found)
        if isinstance(found, dict) and found.get("format") == snapshots.FORMAT:
            found = found["report"]["data"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return None
    ours = isinstance(found, dict) and {"report_version", "survey", "wave"} <= found.keys()
    return found if ours and isinstance(found.get("provenance"), dict) else None


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no number of ours")


def check_data(
    store: Store, data: Mapping[str, Any]
) -> Iterator[tuple[SnapshotRecord, tuple[tuple[str, str, str], ...]]]:
    """Each snapshot of the data's survey and wave, with where the data differs from it; the first twenty."""
    sections = data["provenance"].get("sections")
    chosen = [code for code in sections if isinstance(code, str)] if isinstance(sections, list) else []
    for record in list_snapshots(store):
        if (record.survey, record.wave) != (data["survey"], data["wave"]):
            continue
        try:
            report = select(open_snapshot(store, record.id)[1], chosen)
        except UsageError:
            continue  # this one has no such part
        yield record, tuple(islice(differences(data, report.data), MOST_SHOWN))


def differences(one: Any, other: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """Where two values of JSON differ: place, and what stands there in each.

    >>> list(differences({"a": [1, 2]}, {"a": [1, 3]}))
    [('a.1', '2', '3')]
    """
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        keys = sorted(one.keys() | other.keys())
        pairs = ((key, one.get(key, MISSING), other.get(key, MISSING)) for key in keys)
    elif isinstance(one, list | tuple) and isinstance(other, list | tuple) and len(one) == len(other):
        pairs = ((str(index), *both) for index, both in enumerate(zip(one, other)))
    else:
        if canonical(one) != canonical(other):
            yield place, _short(one), _short(other)
        return
    for key, first, second in pairs:
        yield from differences(first, second, f"{place}.{key}" if place else key)


def _short(value: Any) -> str:
    text = canonical(value)
    return text if len(text) <= 80 else text[:77] + "..."
