"""The initiative registers of two reports: what was counted and paid."""

from __future__ import annotations

from alignment_model.report.comparison.model import (
    ONE_ONLY,
    REGISTER,
    Apart,
    Data,
    Difference,
    Found,
    Value,
    judge_counted,
)

NAME = "The initiative register"
AMOUNTS = {"spend": "Spent", "committed": "Committed"}
LINE_AMOUNTS = {"spent": "Spent", "committed": "Committed"}
RATES = {
    "pilot_conversion": ("Pilots that reached production", "share"),
    "pilot_age_months": ("Median age of current pilots, months", "points"),
}


def register(before: Data, after: Data) -> Found:
    """Initiatives, money and what the money lacks; money only where both count it in one currency."""
    one, other = before.get(REGISTER), after.get(REGISTER)
    if one is None or other is None:
        if one is not other:
            yield Apart(NAME, ONE_ONLY)
        return
    yield _counted("", "Initiatives", len(one["initiatives"]), len(other["initiatives"]), "integer")
    for key, (said, form) in RATES.items():
        yield _counted("", said, one[key]["value"], other[key]["value"], form)
    if before["currency"] != after["currency"]:
        currencies = (data["currency"] or "no currency named" for data in (before, after))
        yield Apart(f"Money in {NAME[0].lower()}{NAME[1:]}", " against ".join(currencies))
        return
    for key, said in AMOUNTS.items():
        yield _counted("", said, one[key], other[key], "money")
    yield from _lines(one, other)


def _lines(one: Data, other: Data) -> Found:
    later = {line["missing"]: line for line in other["without_outcome"]}
    for line in one["without_outcome"]:
        if line["missing"] in later:
            for key, said in LINE_AMOUNTS.items():
                yield _counted(line["label"], said, line[key], later[line["missing"]][key], "money")


def _counted(part: str, what: str, one: Value, other: Value, form: str) -> Difference:
    return Difference(REGISTER, part, what, one, other, *judge_counted(one, other), form)
