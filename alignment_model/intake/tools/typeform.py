"""Typeform: "#" first, dates and network id last, one column an option for multiple choice."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import INCOMPLETE, Tool, View

_OWN = {"network id", "submit date utc", "start date utc", "stage date utc", "submit date", "response type"}


def _matches(view: View) -> bool:
    names = view.names
    return (names[:1] == ("#",) and bool(_OWN & set(names))) or len(_OWN & set(names)) >= 3


def _row_note(answers: Mapping[str, str]) -> str:
    return INCOMPLETE if fold(answers.get("status", "")) in ("partial", "started") else ""


TYPEFORM = Tool("typeform", _matches, row_note=_row_note)
