"""One layer: agreement between the leadership roles with its verdict, positions of all roles, questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from scipy.special import stdtrit

from alignment_model.analysis import model
from alignment_model.analysis.model import Agreement, LayerResult
from alignment_model.findings.evidence import Evidence, known_mean, row_means
from alignment_model.findings.layer_sentences import agreement_sentence, overall_sentence
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.questions import question_result
from alignment_model.framework import Layer
from alignment_model.measures.cronbach import cronbach_alpha
from alignment_model.measures.layers import LayerAgreement, layer_agreement, overall_agreement
from alignment_model.measures.null_bands import NullBand
from alignment_model.measures.position import mean_position, score
from alignment_model.measures.rwg_index import rwg_j, rwg_j_lindell
from alignment_model.measures.statistic import Statistic
from alignment_model.measures.verdicts import Verdict, verdict
from alignment_model.questionnaire import Question

NO_QUESTIONS = "no question belongs to this layer"
NO_PAIR = "no question was answered by two leadership roles"


def layer_results(evidence: Evidence) -> tuple[tuple[LayerResult, ...], Agreement]:
    """Every layer from the inside out, and the agreement over all of them."""
    layers = sorted(evidence.questionnaire.layers, key=lambda layer: layer.order)
    measured = {layer.code: _measured(evidence, layer) for layer in layers}
    results = tuple(layer_result(evidence, layer, measured[layer.code]) for layer in layers)
    answered = {role for layer in results for role, found in layer.positions.items() if found.known}
    few = _too_few(evidence, sum(role in answered for role in evidence.leadership))
    return results, _overall([found for found in measured.values() if found], results, few)


def layer_result(evidence: Evidence, layer: Layer, measured: LayerAgreement | None) -> LayerResult:
    """Everything that may be shown about one layer, on the five-point equivalent."""
    questions = evidence.questionnaire.in_layer(layer.code)
    positions = {role: _role_position(evidence, role, questions) for role in evidence.counts.shown}
    stands = {role: positions[role].value for role in evidence.leadership if positions[role].known}
    few = _too_few(evidence, len(stands)) if questions else NO_QUESTIONS
    leadership = mean_position(list(stands.values())) if stands else Statistic.none(few, n=0)
    judged = _verdict(evidence, questions, measured, few)
    return LayerResult(
        layer=layer,
        agreement=_agreement(layer, measured, judged, stands),
        positions=positions,
        leadership_position=leadership,
        score=Statistic.of(score(leadership.value, 5), n=leadership.n) if leadership.known else leadership,
        highest=max(stands, key=stands.__getitem__) if len(stands) > 1 else "",
        lowest=min(stands, key=stands.__getitem__) if len(stands) > 1 else "",
        most_divisive=_most_divisive(questions, measured),
        within={role: _within(evidence, role, questions) for role in evidence.counts.shown},
        questions=tuple(question_result(evidence, question) for question in questions),
    )


def _too_few(evidence: Evidence, known: int) -> str:
    """Why there is no agreement, should there be none, when so many leadership roles have a position."""
    return NO_PAIR if known > 1 else too_few_leaders(evidence, known)


def _measured(evidence: Evidence, layer: Layer) -> LayerAgreement | None:
    questions = evidence.questionnaire.in_layer(layer.code)
    if not questions or not evidence.leadership:
        return None
    table = evidence.leaders(questions)
    return layer_agreement(table.positions, table.levels, table.sizes, evidence.seed)


def _verdict(
    evidence: Evidence, questions: Sequence[Question], measured: LayerAgreement | None, few: str
) -> Verdict:
    if measured is None or not measured.agreement.known:
        return Verdict(word=None, reason=few)
    table = evidence.leaders(questions)
    return verdict(table.positions, table.sizes, table.levels, table.roles, evidence.seed)


def _agreement(
    layer: Layer, measured: LayerAgreement | None, judged: Verdict, stands: dict[str, float]
) -> Agreement:
    if measured is None or not measured.agreement.known:
        nothing = Statistic.none(judged.reason or NO_PAIR, n=0)
        found = Agreement(nothing, nothing, None, None, None, model.UNKNOWN_WORD)
    else:
        factor = 4 / (measured.unit - 1)
        deviation = measured.average_deviation
        found = Agreement(
            value=measured.agreement,
            average_deviation=replace(deviation, value=deviation.value * factor)
            if deviation.known
            else deviation,
            practical_limit=measured.practical_limit * factor,
            null_band=shown_band(measured.null_band),
            p=measured.p,
            word=judged.word or model.UNKNOWN_WORD,
            who=judged.who or tuple(role for camp in judged.camps for role in camp),
            camps=judged.camps,
        )
    distance = (
        None if judged.distance is None or measured is None else judged.distance * 4 / (measured.unit - 1)
    )
    return replace(found, sentence=agreement_sentence(layer, found, stands, distance))


def _overall(measured: Sequence[LayerAgreement], layers: Sequence[LayerResult], few: str) -> Agreement:
    value, band = overall_agreement(measured)
    if not value.known:
        value = Statistic.none(few, n=0)
    known = [layer.agreement for layer in layers if layer.agreement.average_deviation.known]
    if not value.known or not known:
        nothing = value if not value.known else known[0].value
        found = Agreement(nothing, nothing, None, None, None, model.UNKNOWN_WORD)
        return replace(found, sentence=overall_sentence(found, layers))
    deviation = float(np.mean([agreement.average_deviation.value for agreement in known]))
    limit = float(np.mean([agreement.practical_limit for agreement in known]))
    close = deviation <= limit + 1e-9
    sure = value.p is not None and value.p < 0.05
    word = (model.ALIGNED if sure else model.MIXED) if close else model.DIVIDED
    spread = Statistic.of(deviation, n=len(known))
    found = Agreement(value, spread, limit, shown_band(band), value.p, word)
    return replace(found, sentence=overall_sentence(found, layers))


def shown_band(band: NullBand | None) -> model.NullBand | None:
    """The band's percentiles without its distribution."""
    return None if band is None else model.NullBand(band.low, band.median, band.high)


def _role_position(evidence: Evidence, role: str, questions: Sequence[Question]) -> Statistic:
    mean = known_mean(evidence.five_point(questions, role)) if questions else None
    if mean is None:
        reasons = {evidence.position(question.code, role).reason for question in questions}
        return Statistic.none(sorted(filter(None, reasons))[0] if any(reasons) else NO_QUESTIONS, n=0)
    people = row_means(evidence.people(role, questions))
    found = Statistic.of(mean, n=people.size)
    if people.size < 2:
        return found.with_interval(None, "only one respondent")
    half = float(stdtrit(people.size - 1, 0.975)) * float(people.std(ddof=1)) / people.size**0.5
    if half <= 0:
        return found.with_interval(None, "everyone gave the same answers")
    return found.with_interval((max(1.0, mean - half), min(5.0, mean + half)))


def _most_divisive(questions: Sequence[Question], measured: LayerAgreement | None) -> str:
    if measured is None or measured.divides_most is None:
        return ""
    divided = [d.value for d in measured.question_deviations if d.value is not None]
    return questions[measured.divides_most].code if max(divided) > 0 else ""


def _within(evidence: Evidence, role: str, questions: Sequence[Question]) -> dict[str, Statistic]:
    arrays = [array for q in questions if (array := evidence.counts.oriented(q.code, role)) is not None]
    if not arrays:
        return {}
    return {
        "rwg_j": rwg_j(arrays),
        "rwg_j_lindell": rwg_j_lindell(arrays),
        "cronbach_alpha": _alpha(evidence, role, questions),
    }


def _alpha(evidence: Evidence, role: str, questions: Sequence[Question]) -> Statistic:
    """Over the respondents who answered every question, who may be too few to show."""
    people = evidence.people(role, questions)
    complete = people[~np.isnan(people).any(axis=1)]
    reason = evidence.too_few(role, len(complete)) if len(complete) else ""
    return Statistic.none(reason, n=0) if reason else cronbach_alpha(complete)
