"""The register, counted: what is lacking, what it costs, and what may be the same thing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from alignment_model.findings.duplicates import possible_duplicates
from alignment_model.findings.patterns.rules import REGISTER_METRICS
from alignment_model.findings.register import register_result
from alignment_model.responses import Initiative
from tests.findings.making import evidence

WHOLE = Initiative(
    "Whole",
    "Finance",
    "Head of finance",
    "Settle invoices untouched",
    "Production",
    date(2025, 3, 9),
    300.0,
    100.0,
    True,
    "Invoices untouched",
    "41 %",
    70.0,
    True,
)
BARE = Initiative(
    "Bare", stage="Pilot", started=date(2025, 3, 9), spend_to_date=60.0, committed_spend=40.0, announced=True
)


def counted(*items: Initiative):  # type: ignore[no-untyped-def]
    found = register_result(evidence({"CEO": [[4]]}, initiatives=items))
    assert found is not None
    return found


def test_no_register_is_none() -> None:
    assert register_result(evidence({"CEO": [[4]]})) is None


def test_money_is_counted_by_what_is_missing() -> None:
    lines = {line.missing: line for line in counted(WHOLE, BARE).without_outcome}
    assert set(lines) == {"any", "value_metric", "baseline", "accountable_owner", "outcome_measured"}
    assert (lines["any"].spent, lines["any"].committed, lines["any"].initiatives) == (60.0, 40.0, ("Bare",))


def test_ideas_and_stopped_initiatives_are_no_spend_without_outcome() -> None:
    lines = counted(replace(BARE, stage="Idea"), replace(BARE, stage="Stopped")).without_outcome
    assert all(line.spent == 0 for line in lines)


def test_shares_of_money_weigh_by_money() -> None:
    metrics = counted(WHOLE, BARE).metrics
    assert metrics["no_outcome_share"].value == pytest.approx(100 / 500)


def test_without_money_shares_count_initiatives_and_say_so() -> None:
    free = [replace(item, spend_to_date=None, committed_spend=None) for item in (WHOLE, BARE)]
    share = counted(*free).metrics["no_owner_share"]
    assert share.value == 0.5 and share.caution == "no spend is known, so this counts initiatives"


def test_conversion_counts_everything_that_was_ever_piloted() -> None:
    items = [
        WHOLE,
        BARE,
        replace(BARE, name="Third", stage="Stopped"),
        replace(BARE, name="Fourth", stage="Idea"),
    ]
    assert counted(*items).pilot_conversion.value == pytest.approx(1 / 3)


def test_the_age_of_pilots_is_counted_from_the_wave() -> None:
    assert counted(BARE).pilot_age_months.value == pytest.approx(12.0, abs=0.01)


def test_announced_without_a_measured_outcome_is_named() -> None:
    assert counted(WHOLE, BARE).announced_unmeasured == ("Bare",)


def test_every_metric_a_rule_may_use_is_there_as_a_value_or_a_reason() -> None:
    for items in ((WHOLE, BARE), (replace(BARE, stage="Idea", announced=None),)):
        assert set(counted(*items).metrics) == set(REGISTER_METRICS)


def test_a_shared_purpose_in_one_function_is_no_duplicate() -> None:
    twin = replace(WHOLE, name="Twin")
    assert possible_duplicates([WHOLE, twin]) == ()
    assert possible_duplicates([WHOLE, replace(twin, owner_function="Sales")]) == (("Whole", "Twin"),)


def test_the_order_of_the_register_changes_nothing() -> None:
    assert counted(WHOLE, BARE) == counted(BARE, WHOLE)
