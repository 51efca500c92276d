"""The checklist of each initiative: the necessity question and the preconditions, ticked by the team itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from alignment_model import store as stores
from alignment_model.analysis.model import Analysis
from alignment_model.framework import load_framework
from alignment_model.store import Store
from alignment_model.workflows.clock import stamp

CHECKLIST = "preconditions"
NECESSITY = "necessity"
Ticks = Mapping[str, frozenset[str]]


def checklist_codes() -> tuple[str, ...]:
    """What can be ticked: the necessity question, then the preconditions."""
    return (NECESSITY, *(item.code for item in load_framework().preconditions))


def initiatives_to_check(analysis: Analysis) -> tuple[str, ...]:
    """Names of the initiatives that go on: all but the stopped ones, each once."""
    items = analysis.register.initiatives if analysis.register else ()
    return tuple(dict.fromkeys(item.name for item in items if item.stage != "Stopped"))


def checklist_rows(analysis: Analysis, ticks: Ticks) -> tuple[tuple[str, tuple[bool, ...]], ...]:
    """An initiative and whether each of `checklist_codes` was ticked for it."""
    return tuple(
        (name, tuple(code in ticks.get(name, ()) for code in checklist_codes()))
        for name in initiatives_to_check(analysis)
    )


def read_checklist(store: Store, survey: str) -> dict[str, frozenset[str]]:
    """What was ticked, by initiative; it goes along from wave to wave. NotFoundError without such a survey."""
    kept = stores.read_note(store, survey, CHECKLIST)
    if kept is None:
        return {}
    return {name: frozenset(codes) for name, codes in json.loads(kept.body).items()}


def save_checklist(
    store: Store, survey: str, ticks: Ticks, *, actor: str = "", now: datetime | None = None
) -> None:
    """Keep what was ticked for these initiatives; the others keep theirs.

    Raises
    ------
    NotFoundError
        When there is no such survey.
    """
    merged = read_checklist(store, survey) | {name: _known(codes) for name, codes in ticks.items()}
    body = json.dumps({name: sorted(codes) for name, codes in sorted(merged.items()) if codes})
    stores.save_note(store, survey, CHECKLIST, body, at=stamp(now), by=actor)


def _known(codes: Iterable[str]) -> frozenset[str]:
    return frozenset(codes) & frozenset(checklist_codes())
