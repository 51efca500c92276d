"""Google Forms: one header row that starts with a timestamp; grids read "Question [statement]"."""

from __future__ import annotations

from alignment_model.intake.tools.base import Tool, View

_TIMESTAMPS = {
    "timestamp",
    "zeitstempel",
    "horodateur",
    "marca temporal",
    "carimbo de data hora",
    "tijdstempel",
}


def _matches(view: View) -> bool:
    return any(name in _TIMESTAMPS for name in view.names[:2])


GOOGLE_FORMS = Tool("googleforms", _matches)
