"""The report's data with leadership as one: what a reader gets who may not see what single leaders said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NOT_CHOSEN = "Not part of this selection"
LEADERSHIP = "Leadership"
EMPTY = ("layers", "other_questions", "notes", "patterns", "conversations", "open_answers", "commitments")


def without_offices(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data without every number, name and sentence that belongs to one leadership role."""
    kept = dict(data)
    view = data["executives_and_managers"]
    kept |= {name: [] for name in EMPTY if name in data}
    kept["headline"], kept["most_divisive"] = view["sentence"], None
    kept["overall"] = {"agreement": _unknown(data["overall"]["agreement"])}
    kept["gaps"] = [gap for gap in data["gaps"] if _is_as_one(gap, data["roles"])]
    kept["question_gaps"] = [gap for gap in data["question_gaps"] if gap["question"] in view["labels"]]
    kept["roles"] = _roles(data["roles"])
    kept["names"] = {**data["names"], "roles": {role["role"]: role["name"] for role in kept["roles"]}}
    return kept


def _is_as_one(gap: Mapping[str, Any], roles: list[Mapping[str, Any]]) -> bool:
    offices = {role["role"] for role in roles if role["leadership"]}
    return gap["kind"] == "groups" and not offices & {gap["from"], gap["to"]}


def _unknown(agreement: Mapping[str, Any]) -> dict[str, Any]:
    """An agreement of which nothing is told, in the shape of any other."""
    blank = {name: None for name in agreement}
    told = {"reason": NOT_CHOSEN, "average_deviation_reason": NOT_CHOSEN, "word": "Nobody can tell yet"}
    return {**blank, **told, "who": [], "camps": [], "sentence": f"{NOT_CHOSEN}."}


def _roles(roles: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """The groups as they are, and the leadership roles as one."""
    people = sum(role["n"] for role in roles if role["leadership"] and role["shown"])
    one = {
        "role": LEADERSHIP,
        "name": LEADERSHIP,
        "n": people,
        "attributed": False,
        "shown": True,
        "leadership": True,
        "reason": None,
    }
    return [one, *(role for role in roles if not role["leadership"])]
