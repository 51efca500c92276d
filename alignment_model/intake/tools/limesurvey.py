"""LimeSurvey: response id, date submitted, last page; array rows read "Question [statement]"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import INCOMPLETE, Tool, View, metadata_by_heading

_IDS = {
    "response id", "antwort id", "id de la reponse", "id reponse", "id de respuesta", "id da resposta",
    "antwoord id", "reply id", "answer id", "id",
}  # fmt: skip
_OWN = {
    "date submitted", "datum abgeschickt", "date de soumission", "fecha de envio", "last page", "letzte seite",
    "derniere page", "start language", "start sprache", "langue de depart", "seed", "zufallsstartwert",
    "submitdate", "lastpage", "startlanguage", "datum verzonden", "laatste pagina", "starttaal", "data de envio",
}  # fmt: skip
_ARRAY = re.compile(r"\S\s*\[(?!\d+\])[^\[\]]+\]\s*$")


def _matches(view: View) -> bool:
    texts = [fold(text.partition(". ")[2]) for text in view.row(0)]  # "id. Response ID"
    names = {*view.names, *texts}
    if len(names & _OWN) >= 2:
        return True
    arrays = sum(1 for text in view.row(0) if _ARRAY.search(text))
    first = {*view.names[:1], *texts[:1]}
    return bool(first & _IDS) and (bool(names & _OWN) or arrays >= 2)


def _row_note(answers: Mapping[str, str]) -> str:
    return INCOMPLETE if "submitted" in answers and not answers["submitted"] else ""


LIMESURVEY = Tool("limesurvey", _matches, metadata=metadata_by_heading, row_note=_row_note)
