"""Commitments: what a team agrees to do after a conversation, who does it, until when, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OPEN, KEPT, MISSED, DROPPED = "open", "kept", "missed", "dropped"
STATES = (OPEN, KEPT, MISSED, DROPPED)
LONGEST_TEXT, LONGEST_OWNER, LONGEST_NOTE = 300, 100, 1000  # characters


@dataclass(frozen=True, slots=True)
class Commitment:
    """One thing agreed: what, who (a role or a name), until when, and what became of it.

    `wave` is the wave whose conversation it came from; `question` and `layer` are the codes of what was talked
    about, empty when it came from neither. `note` says what became of it, in the team's words. `id` and the
    moments (ISO 8601 in UTC) are set by the store.
    """

    text: str
    owner: str
    due: date
    wave: str
    question: str = ""
    layer: str = ""
    state: str = OPEN
    note: str = ""
    id: str = ""
    made_at: str = ""
    made_by: str = ""
    changed_at: str = ""
    changed_by: str = ""

    @property
    def open(self) -> bool:
        """Whether it still has to be done."""
        return self.state == OPEN

    def overdue(self, today: date) -> bool:
        """Whether it should have been done by now."""
        return self.open and self.due < today
