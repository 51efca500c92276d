"""The workbook's patterns, their evidence, and the initiative register."""

from __future__ import annotations

from alignment_model.report.xlsx.sheet import Sheet, SheetColumn
from alignment_model.report.xlsx.values import Data, known

C = SheetColumn
SIDES = (("for", "signals_for"), ("against", "signals_against"), ("missing", "signals_missing"))
REGISTER_ORDER = (
    "name",
    "stage",
    "owner_function",
    "accountable_owner",
    "purpose",
    "started",
    "spend_to_date",
    "committed_spend",
    "announced",
    "value_metric",
    "baseline",
    "adoption",
    "outcome_measured",
    "value_expected",
    "value_realised",
)
REGISTER_FORMS = {
    "name": ("long", 26),
    "owner_function": ("long", 18),
    "accountable_owner": ("long", 18),
    "purpose": ("long", 28),
    "started": ("date", 13),
    "spend_to_date": ("money", 13),
    "committed_spend": ("money", 13),
    "value_metric": ("long", 20),
    "baseline": ("long", 16),
    "adoption": ("integer", 11),
    "value_expected": ("money", 13),
    "value_realised": ("money", 13),
}


def patterns_sheet(data: Data) -> Sheet:
    """One row a pattern."""
    columns = (
        C("Pattern", width=36),
        C("Verdict", width=20),
        C("Score", "agreement"),
        C("Evidence available", "share"),
        C("Stability", "share"),
        C("In words", "long"),
        C("To ask", "long"),
    )
    rows = tuple(
        (
            found["name"],
            found["word"],
            found["score"],
            found["coverage"],
            known(found["stability"]),
            found["sentence"],
            found["question"],
        )
        for found in data["patterns"]
    )
    intro = (
        "Score: how far the measured signals go towards the full pattern. The evidence is on the next sheet."
    )
    return Sheet("Patterns", "Patterns of misalignment", intro, columns, rows)


def evidence_sheet(data: Data) -> Sheet:
    """One row a signal: for, against, missing."""
    columns = (
        C("Pattern", "long", 28),
        C("Evidence", width=10),
        C("Signal", "long", 40),
        C("Measured", "agreement"),
        C("Unit", width=16),
        C("Not there at", "agreement"),
        C("Fully there at", "agreement"),
        C("Strength", "share"),
        C("Weight", "agreement"),
        C("Source", width=14),
        C("What it says", "long"),
    )
    rows = tuple(
        (
            found["name"],
            side,
            signal["label"],
            known(signal["measured"]),
            signal["unit"],
            signal["none"],
            signal["full"],
            signal["strength"],
            signal["weight"],
            signal["source"],
            signal["sentence"],
        )
        for found in data["patterns"]
        for side, key in SIDES
        for signal in found[key]
    )
    intro = "Every signal behind every pattern: what speaks for it, what against it, what is missing."
    return Sheet("Evidence", "Evidence for and against each pattern", intro, columns, rows)


def register_sheet(data: Data) -> Sheet:
    """One row an initiative."""
    fields = list(data["register"]["initiatives"][0]) if data["register"]["initiatives"] else ["name"]
    fields.sort(key=REGISTER_ORDER.index)
    columns = tuple(
        C(field.replace("_", " ").capitalize(), *REGISTER_FORMS.get(field, ("text", 11))) for field in fields
    )
    rows = tuple(tuple(item[field] for field in fields) for item in data["register"]["initiatives"])
    intro = f"Money in {data['currency']}." if data["currency"] else "Money in the survey's own unit."
    return Sheet("Register", "Initiative register", intro, columns, rows)
