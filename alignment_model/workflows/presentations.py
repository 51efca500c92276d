"""Which slides a facilitator shows, in which order: kept with the survey, so that it is there on the day."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime

from alignment_model import store as stores
from alignment_model.store import Store
from alignment_model.workflows.clock import stamp

NOTE = "presentation"


@dataclass(frozen=True, slots=True)
class Presentation:
    """A choice of slides by code, in order; `guess_first` hides the roles until the room has guessed.

    `order` holds every slide the facilitator has seen, `left_out` those not to be shown. Slides that came
    later stand at their usual place.
    """

    order: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    guess_first: bool = False


def kept_presentation(store: Store, survey: str) -> Presentation:
    """What was kept; the usual presentation when nothing was. NotFoundError without such a survey."""
    kept = stores.read_note(store, survey, NOTE)
    if kept is None:
        return Presentation()
    found = json.loads(kept.body)
    return Presentation(
        tuple(map(str, found.get("order", ()))),
        tuple(map(str, found.get("left_out", ()))),
        bool(found.get("guess_first", False)),
    )


def keep_presentation(
    store: Store, survey: str, chosen: Presentation, *, actor: str = "", now: datetime | None = None
) -> None:
    """Keep the choice in place of the one before. NotFoundError without such a survey."""
    stores.save_note(store, survey, NOTE, json.dumps(asdict(chosen)), at=stamp(now), by=actor)
