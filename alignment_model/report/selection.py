"""A part of a report for a reader who is to see no more: chosen sections, and only the numbers they show.

What is left out is taken out of the data as well as from the pages, so that no file made from the part holds it.
The overview and the confidentiality note always stay: nobody reads numbers without either.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from alignment_model.errors import UsageError
from alignment_model.privacy import why_not_as_one
from alignment_model.report.canonical import settled
from alignment_model.report.model import Report
from alignment_model.report.without_offices import NOT_CHOSEN, without_offices

ALWAYS = ("overview", "confidentiality")
LAYER = "layer_"
LEADERS_AS_ONE = "leaders_as_one"
AS_ONE = ("executives_and_managers", "method", "confidentiality")  # sections that name no office's answers
# Which parts of the data belong to which sections; any of them keeps the part.
LISTS = {
    "question_gaps": ("gaps", "executives_and_managers"),
    "other_questions": ("questions",),
    "patterns": ("patterns",),
    "conversations": ("conversations",),
    "commitments": ("commitments",),
    "open_answers": ("open_answers",),
    "figures": ("figures",),
}
PARTS = (
    "value",
    "chain",
    "theory_reality",
    "number",
    "register",
    "consensus_map",
    "executives_and_managers",
    "trends",
)
ORIGIN = ("source_file", "import_id")  # says something about the person who imported, nothing about a number
LEFT_OUT = {
    "value": None,
    "n": None,
    "interval": None,
    "interval_reason": None,
    "reason": NOT_CHOSEN,
    "p": None,
    "caution": None,
}


def optional_sections(report: Report) -> dict[str, str]:
    """The sections that may be left out: code to title, in the report's order."""
    return {section.code: section.title for section in report.sections if section.code not in ALWAYS}


def select(report: Report, sections: Iterable[str] = ()) -> Report:
    """The report with these sections alone, in this order, and the overview and the confidentiality note.

    Parameters
    ----------
    sections
        Codes of `Section`s; none means all. A code the report does not have is ignored. With `LEADERS_AS_ONE`
        among them, no office is named: only the sections `AS_ONE` count, and the overview is left out.

    Raises
    ------
    UsageError
        When leadership as one would still say what single leaders said, or the report has no section on it.
    """
    chosen = tuple(dict.fromkeys(sections))
    if not chosen:
        return report
    as_one = LEADERS_AS_ONE in chosen
    parts = {section.code: section for section in report.sections}
    order = _as_one_order(report, chosen) if as_one else _order(chosen)
    kept = [code for code in order if code in parts]
    provenance = {name: value for name, value in report.provenance.items() if name not in ORIGIN}
    provenance["sections"] = [*((LEADERS_AS_ONE,) if as_one else ()), *kept]
    data = _data(report.data, frozenset(kept))
    if as_one:
        data = without_offices(data)
    return replace(
        report,
        sections=tuple(parts[code] for code in kept),
        data=settled({**data, "provenance": provenance}),
        provenance=provenance,
    )


def _order(chosen: tuple[str, ...]) -> list[str]:
    first, last = ALWAYS
    before = [] if first in chosen else [first]
    after = [] if last in chosen else [last]
    return [*before, *chosen, *after]


def _as_one_order(report: Report, chosen: tuple[str, ...]) -> list[str]:
    leaders = sum(role["shown"] and role["leadership"] for role in report.data.get("roles", ()))
    reason = why_not_as_one(leaders)
    if reason:
        raise UsageError(f"{reason}.")
    if not any(section.code == AS_ONE[0] for section in report.sections):
        raise UsageError(
            "This report has no section on leadership beside a group, so there is nothing to show."
        )
    return [*(code for code in chosen if code in AS_ONE), *(() if AS_ONE[-1] in chosen else AS_ONE[-1:])]


def _data(data: Mapping[str, Any], kept: frozenset[str]) -> dict[str, Any]:
    held = {part: codes for part, codes in LISTS.items() if part in data}  # older reports lack some
    lists = {part: data[part] if kept & set(codes) else [] for part, codes in held.items()}
    lists["gaps"] = _gaps(data["gaps"], kept)
    parts = {part: data[part] if part in kept else None for part in PARTS if part in data}
    return {**data, **lists, **parts, "layers": [_layer(layer, kept) for layer in data["layers"]]}


def _gaps(gaps: list[Mapping[str, Any]], kept: frozenset[str]) -> list[Mapping[str, Any]]:
    """All gaps, or those between leadership as one and the groups, or none."""
    if kept & {"gaps", "all_gaps"}:
        return gaps
    return [gap for gap in gaps if gap["kind"] == "groups"] if "executives_and_managers" in kept else []


def _layer(layer: Mapping[str, Any], kept: frozenset[str]) -> Mapping[str, Any]:
    """The whole layer, or what the overview says of it: its name and how far leaders agree."""
    if LAYER + layer["layer"] in kept or "questions" in kept:
        return layer
    positions = {} if "gaps" not in kept else layer["positions"]
    details = {} if "gaps" not in kept else layer["position_details"]
    return {
        **layer,
        "positions": positions,
        "position_details": details,
        "leadership_position": LEFT_OUT,
        "score": LEFT_OUT,
        "highest": None,
        "lowest": None,
        "most_divisive": None,
        "within": {},
        "questions": [],
    }
