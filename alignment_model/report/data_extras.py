"""The report's parts that not every survey has: value, chain, theory, number, register, what to talk about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from alignment_model.analysis.model import (
    Analysis,
    ChainResult,
    Conversation,
    MoneyLine,
    NumberResult,
    RegisterResult,
    TheoryRealityResult,
)
from alignment_model.findings.commitments import Standing
from alignment_model.findings.lenses import LensView, lens_views
from alignment_model.framework import ReferenceFigure, load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.report import plain
from alignment_model.responses import Initiative

Roles = frozenset[str]


def value(analysis: Analysis, shown: Roles) -> dict[str, Any]:
    """What value means to each role: points of 100 per outcome, what is shared, and the ten stakeholders."""
    found = analysis.value
    return {
        "points": _by_role(found.points, shown),
        "common": plain.statistic(found.common),
        "null_band": plain.null_band(found.null_band),
        "overlaps": [
            {"roles": list(roles), "points": plain.statistic(shared)}
            for roles, shared in found.overlaps.items()
            if set(roles) <= shown
        ],
        "only": {role: list(outcomes) for role, outcomes in found.only.items() if role in shown},
        "lenses": [_lens(view) for view in lens_views(analysis, load_framework())],
        "sentence": found.sentence,
    }


def _lens(view: LensView) -> dict[str, Any]:
    """One stakeholder: the roles that speak for it, and who gives it most points."""
    return {
        "lens": view.lens.code,
        "name": view.lens.name,
        "primary_value": view.lens.primary_value,
        "key_concern": view.lens.key_concern,
        "speakers": list(view.speakers),
        "reason": view.reason or None,
        "givers": list(view.givers),
        "points": plain.number(view.points),
    }


def figure(found: ReferenceFigure) -> dict[str, Any]:
    """A published figure with its publisher and year; no number of the report is made from it."""
    return {
        "figure": found.code,
        "statement": found.statement,
        "value": found.value,
        "unit": found.unit,
        "year": found.year,
        "publisher": found.publisher,
        "source": found.source_note,
        "bears_on": list(found.bears_on),
    }


def chain(found: ChainResult, shown: Roles) -> dict[str, Any]:
    """Evidence 0..4 per role and stage, and where each role sees the chain break."""
    return {
        "evidence": _by_role(found.evidence, shown),
        "breaks": {role: stage or None for role, stage in found.breaks.items() if role in shown},
        "activity_outcome_gap": plain.statistics(found.activity_outcome_gap, shown),
        "sentence": found.sentence,
    }


def theory_reality(found: TheoryRealityResult, shown: Roles) -> dict[str, Any]:
    """Designed against working today, per role and domain."""
    return {
        "designed": _by_role(found.designed, shown),
        "working": _by_role(found.working, shown),
        "gap": _by_role(found.gap, shown),
        "agreement_on_gap": plain.statistic(found.agreement_on_gap),
        "sentence": found.sentence,
    }


def number(found: NumberResult, shown: Roles) -> dict[str, Any]:
    """The expected effect on operating cost in per cent, per role, and how sure each is of it."""
    return {
        "effect": plain.statistics(found.effect, shown),
        "confidence": plain.statistics(found.confidence, shown),
        "median": plain.statistic(found.median),
        "spread": plain.statistic(found.spread),
        "sentence": found.sentence,
    }


def register(found: RegisterResult) -> dict[str, Any]:
    """The initiative register, line by line and counted."""
    return {
        "initiatives": [initiative(item) for item in found.initiatives],
        "spend": plain.number(found.spend),
        "committed": plain.number(found.committed),
        "without_outcome": [_money_line(line) for line in found.without_outcome],
        "pilot_conversion": plain.statistic(found.pilot_conversion),
        "pilot_age_months": plain.statistic(found.pilot_age_months),
        "announced_unmeasured": list(found.announced_unmeasured),
        "duplicates": [list(names) for names in found.duplicates],
        "metrics": plain.statistics(found.metrics),
    }


def initiative(item: Initiative) -> dict[str, Any]:
    """One line of the register; null and "" mean it was left blank."""
    return {field.name: plain.anything(getattr(item, field.name)) for field in fields(item)}


def conversation(item: Conversation, shown: Roles) -> dict[str, Any]:
    """What to talk about, by how much it would raise agreement."""
    return {
        "rank": item.rank,
        "question": item.question,
        "layer": item.layer,
        "leverage": plain.number(item.leverage),
        "farthest": item.farthest,
        "positions": {
            role: plain.number(position) for role, position in item.positions.items() if role in shown
        },
        "prompt": item.prompt,
        "minutes": item.minutes,
        "imperative": item.imperative or None,
        "pattern": item.pattern or None,
    }


def commitment(found: Standing) -> dict[str, Any]:
    """One thing agreed; `since` is null where it was made in this very wave."""
    item = found.commitment
    return {
        "text": item.text,
        "owner": item.owner,
        "due": item.due.isoformat(),
        "state": item.state,
        "note": item.note,
        "wave": item.wave,
        "question": item.question or None,
        "layer": item.layer or None,
        "since": None
        if found.since is None
        else {"word": found.since.word, "sentence": found.since.sentence},
    }


def _money_line(line: MoneyLine) -> dict[str, Any]:
    return {
        "missing": line.missing,
        "label": line.label,
        "spent": plain.number(line.spent),
        "committed": plain.number(line.committed),
        "initiatives": list(line.initiatives),
    }


def _by_role(found: Mapping[str, Mapping[str, Statistic]], shown: Roles) -> dict[str, Any]:
    return {role: plain.statistics(parts) for role, parts in found.items() if role in shown}
