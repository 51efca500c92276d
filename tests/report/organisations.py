"""Analyses built by hand, and their reports: no survey, store or analysis needed."""

from __future__ import annotations

from datetime import date
from functools import cache

from alignment_model.analysis import model as am
from alignment_model.commitments import Commitment
from alignment_model.findings.commitments import Since, Standing
from alignment_model.framework import load_framework
from alignment_model.questionnaire import EVIDENCE
from alignment_model.report.build import build_report
from alignment_model.report.exports import export
from alignment_model.report.model import Report
from tests.report.findings import Findings
from tests.report.shapes import SHAPES, Shape

WITH_COMMITMENTS = ("usual", "other scripts")
AGREED = (
    Standing(
        Commitment(
            "We name one owner for each pilot, by office", "CFO", date(2026, 12, 31), "2026 Q1", layer="trust"
        ),
        Since("moved clearly", "The CFO stands 1.1 points higher than before on societal trust."),
    ),
    Standing(
        Commitment(
            "=1+1 <b>نلتزم</b> 每月一次", "Ann", date(2026, 2, 1), "2026 Q2", "T1", "", "kept", "Done in\nMay"
        )
    ),
)


@cache
def reported(kind: str) -> Report:
    """The report of a kind of analysis, built once for all tests: drawing the charts takes seconds."""
    return build_report(build(SHAPES[kind]), AGREED if kind in WITH_COMMITMENTS else ())


@cache
def exported(kind: str, code: str) -> bytes:
    """That report as a file of a format, made once for all that must hold for it."""
    return export(reported(kind), code)


def build(shape: Shape) -> am.Analysis:
    """One made-up analysis; the numbers are plausible, not computed."""
    return _analysis(Findings(shape))


def _analysis(found: Findings) -> am.Analysis:
    framework = load_framework()
    layers = tuple(found.layer(layer) for layer in framework.layers) if found.shape.questions else ()
    nothing = dict.fromkeys(("register", "value", "chain", "theory_reality", "number"))
    some = found.shape.extras and layers
    return am.Analysis(
        survey=found.shape.survey,
        wave="2026 Q4",
        wave_date="2026-11-20",
        custom=False,
        currency="EUR",
        respondents=sum(role.n for role in found.roles if role.shown),
        roles=found.roles,
        overall=found.agreement(),
        layers=layers,
        other_questions=(found.question("chain_1", "", EVIDENCE, "adoption"),) if some else (),
        gaps=found.gaps(layers),
        question_gaps=found.question_gaps() if some else (),
        patterns=tuple(found.pattern(text) for text in framework.patterns[:3]) if some else (),
        **(found.extras() if some else nothing),
        open_answers=found.open_answers(),
        conversations=(found.conversation(),) if some else (),
        headline="CEO and board agree on technology; the CFO stands 1.6 points lower on trust, clearly.",
        most_divisive="tech_1" if layers else "",
        notes=("No register was filled in.",),
        provenance={"seed": 20261120, "questionnaire_version": "1"},
    )
