"""Google Forms: one header row that starts with a timestamp; grids read "Question [statement]"; quizzes have a score."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.metadata import OTHER
from alignment_model.intake.tools.base import Tool, View, metadata_by_heading

_TIMESTAMPS = {
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "marca de tiempo",
    "carimbo de data hora",
    "tijdstempel",
    "informazioni cronologiche",
}
_SCORE = re.compile(r"\d+(?:[.,]\d+)? / \d+")


def _matches(view: View) -> bool:
    return any(name in _TIMESTAMPS for name in view.names[:2])


def _metadata(view: View, headers: Sequence[Header]) -> dict[int, str]:
    """The tool's own columns: by heading, and the score of a quiz by its shape ("7 / 10")."""
    found = metadata_by_heading(view, headers)
    for header in headers:
        answers = [row[header.index] for row in view.texts[1:] if row[header.index]]
        if answers and all(_SCORE.fullmatch(answer) for answer in answers):
            found.setdefault(header.index, OTHER)
    return found


GOOGLE_FORMS = Tool("googleforms", _matches, metadata=_metadata)
