"""What one slide is made of, before anything is drawn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from alignment_model.analysis import Analysis
from alignment_model.charts import ChartResult

# A slide is laid out on a stage of this size and scaled to the screen as a whole, like a page of paper.
STAGE_WIDTH, STAGE_HEIGHT = 1920, 1080
MARGIN = 80
CONTENT_WIDTH = STAGE_WIDTH - 2 * MARGIN
LEAST_TEXT = 24  # px on the stage; below it the last row cannot read
MOST_WORDS = 40


@dataclass(frozen=True)
class Picture:
    """A chart still to be built: the function and what it is given besides the look."""

    builder: Callable[..., ChartResult]
    parts: tuple[Any, ...]
    options: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a slide made of words: a number in front, the text, a word behind."""

    lead: str
    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """What only the facilitator reads."""

    say: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    care: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """One slide, ready to be drawn. `minutes` gives it a countdown."""

    kicker: str
    title: str
    subtitle: str = ""
    picture: Picture | None = None
    lines: tuple[Line, ...] = ()
    notes: Notes = Notes()
    minutes: int = 0
    cover: bool = False  # the title is the message: set in the largest size


@dataclass(frozen=True, slots=True)
class Slide:
    """A slide that can be shown: `make` returns None when the wave lacks what it needs.

    `guessable` slides can be shown with the roles hidden, so that the room guesses first.
    """

    code: str
    name: str
    make: Callable[[Analysis, bool], View | None]
    guessable: bool = False
