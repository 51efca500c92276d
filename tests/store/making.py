"""Small response sets, made by hand."""

from __future__ import annotations

from datetime import date

from alignment_model.errors import WARNING, Problem
from alignment_model.framework import Layer
from alignment_model.questionnaire import NUMBER, TEXT, Question, Questionnaire, Scale
from alignment_model.responses import Attribution, Initiative, Respondent, ResponseSet
from alignment_model.store import ImportSource

AT = "2026-03-01T10:20:30.000000+00:00"
LATER = "2026-03-02T11:00:00.000000+00:00"

QUESTIONNAIRE = Questionnaire(
    code="small",
    title="A small questionnaire",
    version="1",
    layers=(Layer("trust", "Trust", 1),),
    scales=(Scale("agree", ("No", "Rather not", "Partly", "Rather", "Yes"), off_scale=("Don't know",)),),
    questions=(
        Question("q1", "We trust what it says", scale="agree", layer="trust"),
        Question("q2", "We check everything twice", scale="agree", layer="trust", reversed=True),
        Question("number", "Effect on cost", kind=NUMBER, minimum=-50.0, maximum=50.0, unit="%"),
        Question("why", "Why do we do it?", kind=TEXT),
    ),
    custom=True,
)
ATTRIBUTION = Attribution(frozenset({"CEO", "CFO", "CTO"}), True, "Ann", AT)
AWKWARD = "Größer, \u2028 \x00 \ud800 '; DROP TABLE surveys; -- 😀"


def responses(
    survey: str = "AI survey", wave: str = "Spring", *, managers: int = 6, shift: int = 0
) -> ResponseSet:
    """One wave: a CEO and some managers; `shift` changes what the managers say."""
    people = [Respondent("ceo", "CEO", {"q1": 5, "q2": 2, "number": -2.5, "why": AWKWARD})]
    people += [
        Respondent(f"m{i}", "Manager", {"q1": 1 + (i + shift) % 5}, frozenset({"q2"}))
        for i in range(managers)
    ]
    register = (
        Initiative(
            "Assistant", stage="Pilot", started=date(2025, 4, 1), spend_to_date=1200.5, announced=True
        ),
        Initiative("Forecast", outcome_measured=False),
    )
    return ResponseSet(
        QUESTIONNAIRE, tuple(people), register, ATTRIBUTION, survey, wave, date(2026, 3, 1), "EUR"
    )


def source(content: str = "one", *, at: str = AT, mapping: str = "") -> ImportSource:
    """A file whose contents are told apart by `content`."""
    warning = Problem("answer.blank", WARNING, "nothing", "1 to 5", "Nothing to do.", "Responses", "F12")
    return ImportSource(f"{content}.xlsx", content.ljust(64, "-"), at, "Ann", mapping, (warning,))
