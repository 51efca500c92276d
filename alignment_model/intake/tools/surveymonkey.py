"""SurveyMonkey: two header rows; the question stands once and holds for the columns to its right."""

from __future__ import annotations

from alignment_model.intake.recognition.headings.headers import is_single_mark
from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import Tool, View, header_rows_below_titles

_OWN = {
    "respondent id", "respondentid", "collector id", "collectorid", "befragten id", "id du repondant",
    "id du collecteur", "id del encuestado", "id del recopilador", "id do respondente", "id do coletor",
    "id de encuestado", "id de recopilador", "identificador del encuestado", "identificador del recopilador",
}  # fmt: skip


def _second_row_marks(view: View) -> int:
    return sum(1 for text in view.row(1) if is_single_mark(text))


def _matches(view: View) -> bool:
    own = len(_OWN & set(view.names))
    gaps = sum(1 for text, below in zip(view.row(0), view.row(1)) if below and not text)
    marks = _second_row_marks(view)
    others = any(fold(text).startswith("other please specify") for text in view.row(1))
    if own >= 2 or (own and marks):
        return True
    return marks >= 2 and (gaps >= 1 or others or marks >= 0.5 * len([t for t in view.row(1) if t]))


def _header_rows(view: View) -> int:
    marks = _second_row_marks(view)
    gaps = sum(1 for text, below in zip(view.row(0), view.row(1)) if below and not text)
    return view.first + 2 if marks or gaps >= 2 else header_rows_below_titles(view)


SURVEYMONKEY = Tool("surveymonkey", _matches, _header_rows)
