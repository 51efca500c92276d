"""What the room's window and the notes' window share: where the talk stands, and its clock.

Kept on the server under an unguessable code that is part of both addresses, so that notes can also be read
on another machine or a phone. Nothing of it is stored: the room's window tells the server where it stands
whenever it draws, also after a restart.
"""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

import streamlit as st

MOST_TALKS = 200  # the oldest is forgotten
LONGEST_CODE = 64


@dataclass
class Clock:
    """A countdown that can be stopped and taken up again; seconds by the server's steady clock."""

    seconds: float
    slide: int
    ends: float | None = None  # None while it is stopped

    def left(self, now: float) -> float:
        """Seconds left, below zero when time is over."""
        return self.seconds if self.ends is None else self.ends - now

    def press(self, now: float) -> None:
        """Start or stop."""
        if self.ends is None:
            self.ends = now + self.seconds
        else:
            self.seconds, self.ends = self.ends - now, None


@dataclass
class Talk:
    """Where the talk stands. `slide` counts from 1; `hidden` while the room is guessing."""

    slide: int = 1
    hidden: bool = False
    begun: float = field(default_factory=time.monotonic)
    clock: Clock | None = None

    def press_clock(self, minutes: int) -> None:
        """Start, stop or take up the clock; a slide with minutes of its own starts its own."""
        now = time.monotonic()
        if minutes and (self.clock is None or self.clock.slide != self.slide):
            self.clock = Clock(minutes * 60.0, self.slide)
        if self.clock is not None:
            self.clock.press(now)


class Talks:
    """The talks in progress, by code."""

    def __init__(self) -> None:
        self._talks: OrderedDict[str, Talk] = OrderedDict()
        self._lock = Lock()

    def get(self, code: str) -> Talk:
        """The talk with this code; a new one when there is none."""
        with self._lock:
            talk = self._talks.setdefault(code[:LONGEST_CODE], Talk())
            self._talks.move_to_end(code[:LONGEST_CODE])
            while len(self._talks) > MOST_TALKS:
                self._talks.popitem(last=False)
            return talk


def new_code() -> str:
    """A code nobody can guess."""
    return secrets.token_urlsafe(12)


@st.cache_resource(show_spinner=False)
def talks() -> Talks:
    """All talks of this server."""
    return Talks()
