"""Questions of the team's own: made from a mapping's decisions and the column's recognised scale."""

from __future__ import annotations

import re
from collections.abc import Iterable

from alignment_model.errors import ERROR, QUESTION, Problem
from alignment_model.framework import Layer, load_framework
from alignment_model.intake.mapping.model import ColumnChoice
from alignment_model.intake.recognition.kinds import NUMBER, RATING, TEXT, Described
from alignment_model.intake.recognition.scales.scale_reading import DOUBT_DIRECTION
from alignment_model.intake.text import fold, shortened
from alignment_model.questionnaire import NUMBER as NUMBER_QUESTION
from alignment_model.questionnaire import RATING as RATING_QUESTION
from alignment_model.questionnaire import TEXT as TEXT_QUESTION
from alignment_model.questionnaire import Question, Scale

LONGEST_CODE = 48
_AGAINST = re.compile(
    r"\b(worr\w+|harm\w*|risk\w*|threat\w*|afraid|fear\w*|concern\w*|too (slow|many|much|few|little|late)|difficult\w*|"
    r"hard to|lack\w*|fail\w*|not|never|no one|nobody|don'?t|doesn'?t|cannot|can'?t|without|unclear|confus\w+|distrust|"
    r"frustrat\w+|stress\w*|burden|barrier|obstacle|problem\w*|waste|leav(e|ing)|quit|prevent\w*|slow\w* (us|me)? ?down|"
    r"sorge\w*|angst|risik\w*|schad\w*|schädlich|schwierig\w*|nicht|kein\w*|nie|mangel\w*|zu (langsam|viele?|wenig)|"
    r"inqui\w+|crain\w+|risque\w*|difficile|manque\w*|jamais|pas|preocup\w+|miedo|riesgo\w*|difícil|falta\w*|nunca|"
    r"medo|risco\w*|zorgen|bang|risico\w*|moeilijk|niet|geen|nooit|gebrek)\b",
    re.IGNORECASE,
)


def doubtful_direction(text: str) -> bool:
    """Whether agreeing with a statement may speak against the organisation: worry, harm, lack, denial.

    >>> doubtful_direction("I worry that AI will cost jobs"), doubtful_direction("Our data is ready")
    (True, False)
    """
    return bool(_AGAINST.search(text.replace("’", "'")))


def own_code(text: str, taken: Iterable[str] = ()) -> str:
    """A readable code that is the same in every wave of the form.

    >>> own_code("How ready are we?"), own_code("How ready are we?", ["own_how_ready_are_we"])
    ('own_how_ready_are_we', 'own_how_ready_are_we_2')
    """
    base = "own_" + "_".join(fold(text).split())
    if len(base) > LONGEST_CODE:
        base = base[:LONGEST_CODE].rsplit("_", 1)[0]
    code, number = base, 2
    while code in set(taken):
        code, number = f"{base}_{number}", number + 1
    return code


def group_layer(name: str, order: int) -> Layer:
    """A group of the team's own questions, as a layer."""
    return Layer(
        own_code(name).replace("own_", "group_", 1),
        name,
        order,
        meaning="A group of the team's own questions.",
    )


def own_question(
    described: Described, choice: ColumnChoice, taken: Iterable[str], sheet: str, cell: str
) -> tuple[Question | None, Scale | None, list[Problem]]:
    """The question a mapping makes of a column, its scale, and what still has to be decided."""
    header = described.column.header
    text = choice.text or header.text
    code = own_code(choice.text or header.text, taken)
    layer = choice.layer or (group_layer(choice.group, 0).code if choice.group else "")
    kind = _kind(described, choice)
    if kind is None:
        return None, None, [_labels_needed(text, sheet, cell)]
    problems = _direction(choice, described, text, sheet, cell) if kind == RATING_QUESTION else []
    scale = _scale(described, choice, code) if kind == RATING_QUESTION else None
    question = Question(
        code=code,
        text=text,
        kind=kind,
        scale=scale.code if scale else "",
        layer=layer,
        reversed=bool(choice.reversed),
        feeds=choice.feeds,
        short=choice.short or (shortened(header.item) if len(text) > 60 else ""),
        section=choice.group or _layer_name(choice.layer),
    )
    return question, scale, problems


def _kind(described: Described, choice: ColumnChoice) -> str | None:
    if choice.labels or (described.kind == RATING and described.scale is not None):
        return RATING_QUESTION
    return {NUMBER: NUMBER_QUESTION, TEXT: TEXT_QUESTION}.get(described.kind)


def _scale(described: Described, choice: ColumnChoice, code: str) -> Scale:
    labels = choice.labels or (described.scale.labels if described.scale else ())
    off = choice.off_scale or tuple(answer for answer, kind in described.off.items() if kind == "dont_know")
    return Scale(f"scale_{code}", labels, tuple(label for label in off if label not in labels))


def _layer_name(code: str) -> str:
    return load_framework().layer(code).name if code else ""


def _labels_needed(text: str, sheet: str, cell: str) -> Problem:
    return Problem(
        "own.labels_needed",
        ERROR,
        found=f"no order for the answers to '{shortened(text)}'",
        expected="the labels from lowest to highest",
        fix="Give the labels in order, or leave the column out.",
        sheet=sheet,
        cell=cell,
    )


def _direction(choice: ColumnChoice, described: Described, text: str, sheet: str, cell: str) -> list[Problem]:
    doubt = described.scale is not None and DOUBT_DIRECTION in described.scale.doubts and not choice.labels
    if choice.reversed is not None or not (doubt or doubtful_direction(text)):
        return []
    return [
        Problem(
            "direction.doubtful",
            QUESTION,
            found=f"'{shortened(text, 90)}'",
            expected="whether agreeing speaks for the organisation or against it",
            fix="Say whether a high answer is good (useful) or bad (harmful, a worry).",
            sheet=sheet,
            cell=cell,
        )
    ]


def unknown_layers(layers: Iterable[str]) -> list[str]:
    """Layer codes that are not the framework's."""
    known = {layer.code for layer in load_framework().layers}
    return [layer for layer in layers if layer and layer not in known]
