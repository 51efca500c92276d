"""Every chart on the made-up wave, so that what must hold for all of them is tested on all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from alignment_model import charts
from alignment_model.analysis import model
from alignment_model.framework import load_framework
from alignment_model.measures.consensus_map import consensus_map
from alignment_model.measures.map_groups import group_map
from alignment_model.measures.statistic import Statistic
from alignment_model.responses import Initiative

TODAY = date(2026, 11, 20)


def _varied(index: int, other: int, low: float, high: float) -> float:
    return low + (high - low) * ((index * 7 + other * 3) % 10) / 9


def value_result(roles) -> model.ValueResult:
    codes = [outcome.code for outcome in load_framework().value_outcomes]
    points = {}
    for number, role in enumerate(roles):
        raw = [_varied(number, index, 1, 30) for index in range(len(codes))]
        points[role.code] = {code: Statistic.of(100 * share / sum(raw)) for code, share in zip(codes, raw)}
    leaders = [role.code for role in roles if role.leadership]
    overlaps = {
        (one, other): Statistic.of(
            sum(min(points[one][code].value, points[other][code].value) for code in codes)
        )
        for index, one in enumerate(leaders)
        for other in leaders[index + 1 :]
    }
    return model.ValueResult(points, Statistic.of(31.0), overlaps, {})


def chain_result(roles) -> model.ChainResult:
    stages = [stage.code for stage in load_framework().stages]
    evidence = {
        role.code: {stage: Statistic.of(_varied(number, index, 0, 4)) for index, stage in enumerate(stages)}
        for number, role in enumerate(roles)
    }
    breaks = {role.code: stages[number % len(stages)] for number, role in enumerate(roles)}
    return model.ChainResult(evidence, breaks, {})


def theory_result(roles) -> model.TheoryRealityResult:
    domains = [domain.code for domain in load_framework().domains]

    def table(low, high):
        return {
            role.code: {
                code: Statistic.of(_varied(number, index, low, high)) for index, code in enumerate(domains)
            }
            for number, role in enumerate(roles)
        }

    return model.TheoryRealityResult(table(3, 5), table(1, 4), table(0.2, 2), Statistic.of(0.7))


def number_result(roles) -> model.NumberResult:
    effect = {role.code: Statistic.of(-17.0 + 4 * number) for number, role in enumerate(roles)}
    sure = {role.code: Statistic.of(3.5) for role in roles}
    return model.NumberResult(effect, sure, Statistic.of(-8.0), Statistic.of(15.0))


def register_result() -> model.RegisterResult:
    items = tuple(
        Initiative(
            f"Initiative number {index}",
            stage=("Pilot", "Production", "Idea", "Stopped")[index % 4],
            started=None if index == 5 else date(2024 + index % 3, 1 + index % 12, 3),
            spend_to_date=40_000.0 * index,
            outcome_measured=index % 3 == 0,
        )
        for index in range(14)
    )
    return model.RegisterResult(items, 1.0, 1.0, (), Statistic.of(0.1), Statistic.of(12), (), (), {})


def map_result(roles):
    table = [
        [_varied(number, item, 0, 30) + item * number % 5 for number in range(len(roles))]
        for item in range(8)
    ]
    outcomes = [outcome.name for outcome in load_framework().value_outcomes][:8]
    return consensus_map(np.array(table), outcomes, [role.code for role in roles], draws=50)


def groups_result(roles):
    return group_map(
        {
            role.code: np.array([[_varied(number, item, 0, 30) + item * number % 7] for item in range(8)])
            for number, role in enumerate(roles)
        }
    )


def trend_lines(roles) -> list[charts.TrendLine]:
    return [
        charts.TrendLine(
            role.code,
            role.name,
            (Statistic.of(2 + number * 0.2), Statistic.none("not asked"), Statistic.of(2.4 + number * 0.15)),
            number % 2 == 0,
        )
        for number, role in enumerate(roles)
    ]


def patterned(wave: model.Analysis) -> model.Analysis:
    """The wave with eleven patterns seen at once, each on the first signals, so that they share causes."""
    found = wave.patterns[0]
    asked = tuple(question.question.code for question in wave.layers[0].questions[:2])
    linked = tuple(replace(signal, questions=asked) for signal in found.signals_for)
    texts = load_framework().patterns[:11]
    return replace(
        wave,
        patterns=tuple(
            replace(found, code=text.code, name=text.name, signals_for=linked[place % 3 :])
            for place, text in enumerate(texts)
        ),
    )


def every_chart(wave: model.Analysis, look: charts.Look) -> list[charts.ChartResult]:
    roles, shown = wave.roles, wave.shown_roles
    first = wave.layers[0].questions
    return [
        charts.nested_layers(wave, look),
        charts.nested_layers(wave, look, positions=True),
        charts.role_by_layer(wave, look),
        charts.positions_on_scale(first, roles, look),
        charts.layers_on_scale(wave, look),
        charts.answer_distribution(first[0], roles, look),
        charts.pattern_evidence(wave.patterns[0], look),
        charts.shared_causes(patterned(wave), look),
        charts.agreement_with_doubt(wave, look),
        charts.who_answered(roles, look),
        charts.gap_intervals(wave.gaps, wave, look),
        charts.consensus_map(map_result(shown), look, camps=[tuple(role.code for role in shown[:2])]),
        charts.group_map(groups_result(shown), look),
        charts.value_by_role(value_result(shown), roles, look),
        charts.overlap_matrix(value_result(shown), roles, look),
        charts.value_chain(chain_result(shown), roles, look),
        charts.theory_reality(theory_result(shown), roles, look),
        charts.the_number(number_result(shown), roles, look),
        charts.initiatives(register_result(), TODAY, look, currency="EUR"),
        charts.trend(trend_lines(shown), ["2026 Q1", "2026 Q2", "2026 Q3"], look),
    ]
