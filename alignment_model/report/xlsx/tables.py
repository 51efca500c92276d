"""The workbook's layers and gaps, from the machine-readable data: full precision, reasons in words."""

from __future__ import annotations

from typing import Any

from alignment_model.findings.words import opened
from alignment_model.report.xlsx.questions import all_questions
from alignment_model.report.xlsx.sheet import Sheet, SheetColumn
from alignment_model.report.xlsx.values import (
    Data,
    all_called,
    called,
    ends,
    known,
    position,
    role_columns,
    shown_roles,
)

C = SheetColumn


def agreement_values(found: Data) -> tuple[Any, ...]:
    """Agreement, its interval, what chance would give, p, average deviation and its limit."""
    band = found["null_band"] or {"low": None, "high": None}
    return (
        found["value"] if found["value"] is not None else opened(found["reason"] or ""),
        *ends(found["interval"]),
        band["low"],
        band["high"],
        found["p"],
        found["average_deviation"]
        if found["average_deviation"] is not None
        else opened(found["average_deviation_reason"] or ""),
        found["practical_limit"],
    )


AGREEMENT_COLUMNS = (
    C("Agreement", "agreement"),
    C("95 % from", "agreement"),
    C("95 % to", "agreement"),
    C("Random from", "agreement"),
    C("Random to", "agreement"),
    C("p", "p"),
    C("Average deviation", "agreement"),
    C("Its limit", "agreement"),
)


def layers_sheet(data: Data) -> Sheet:
    """One row a layer."""
    roles = shown_roles(data)
    columns = (
        C("Layer", width=34),
        *role_columns(data),
        C("Leadership", "points"),
        C("Score, 0 to 100", "integer"),
        C("Verdict", width=14),
        C("About", "long", 24),
        *AGREEMENT_COLUMNS,
        C("Highest", width=14),
        C("Lowest", width=14),
        C("In words", "long"),
    )
    rows = tuple(_layer_row(layer, roles, data) for layer in data["layers"])
    intro = "Positions 1 to 5, agreement 0 to 1."
    return Sheet("Layers", "Layers", intro, columns, rows)


def _layer_row(layer: Data, roles: list[str], data: Data) -> tuple[Any, ...]:
    found = layer["agreement"]
    about = " against ".join(all_called(data, camp) for camp in found["camps"] or [found["who"]])
    return (
        layer["name"],
        *(position(layer["position_details"], role) for role in roles),
        known(layer["leadership_position"]),
        known(layer["score"]),
        found["word"],
        about,
        *agreement_values(found),
        called(data, layer["highest"]),
        called(data, layer["lowest"]),
        found["sentence"],
    )


def gaps_sheet(data: Data) -> Sheet:
    """One row a pair and layer."""
    names = {layer["layer"]: layer["name"] for layer in data["layers"]}
    columns = (
        C("Layer", width=28),
        C("From", width=16),
        C("To", width=16),
        C("Between"),
        C("Difference", "signed"),
        C("95 % from", "signed"),
        C("95 % to", "signed"),
        C("Adjusted p", "p"),
        C("Gap"),
        C("Rests on", "integer"),
    )
    rows = tuple(
        (
            names.get(gap["layer"], gap["layer"]),
            called(data, gap["from"]),
            called(data, gap["to"]),
            gap["kind"],
            gap["difference"] if gap["difference"] is not None else opened(gap["reason"] or ""),
            *ends(gap["interval"]),
            gap["adjusted_p"],
            gap["word"],
            gap["n"],
        )
        for gap in data["gaps"]
    )
    intro = "Scale points: positive means From stands above To. Intervals are for each gap on its own."
    return Sheet("Gaps", "Gaps between roles", intro, columns, rows, fixed=3)


def blind_spots_sheet(data: Data) -> Sheet:
    """One row a blind spot or hidden strength."""
    texts = {result["question"]: result["text"] for _, result in all_questions(data)}
    columns = (
        C("Question", "long"),
        C("Group"),
        C("Kind"),
        C("Difference", "signed"),
        C("95 % from", "signed"),
        C("95 % to", "signed"),
        C("Gap"),
    )
    rows = tuple(
        (
            texts.get(gap["question"], gap["question"]),
            called(data, gap["group"]),
            gap["kind"],
            gap["difference"] if gap["difference"] is not None else opened(gap["reason"] or ""),
            *ends(gap["interval"]),
            gap["word"],
        )
        for gap in data["question_gaps"]
    )
    intro = "Leadership minus group, in scale points."
    return Sheet("Blind spots", "Blind spots and hidden strengths", intro, columns, rows)
