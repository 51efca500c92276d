"""Each chart draws the analysis' own numbers, hides what may not be shown, and says so in words."""

from dataclasses import replace

import pytest

from alignment_model import charts
from alignment_model.analysis import model
from alignment_model.charts import Look, spec
from alignment_model.measures.statistic import Statistic
from tests.charts.boxes import rows_of, text_of
from tests.charts.gallery import (
    TODAY,
    chain_result,
    every_chart,
    register_result,
    theory_result,
    trend_lines,
    value_result,
)


def test_dots_stand_at_the_positions_of_the_analysis(wave):
    questions = wave.layers[0].questions
    drawn = {
        (row["row"], row["role"]): row["position"]
        for row in rows_of(charts.positions_on_scale(questions, wave.roles, Look()), "dots")
    }
    for result in questions:
        for role, position in result.positions.items():
            assert drawn[result.question.code, role] == pytest.approx(position.value, abs=1e-4)


def test_questions_come_most_apart_first(wave):
    table = charts.positions_on_scale(wave.layers[0].questions, wave.roles, Look()).table
    apart = [max(list(row.values())[1:]) - min(list(row.values())[1:]) for row in table]
    assert apart == sorted(apart, reverse=True)


def test_a_hidden_role_leaves_its_reason_and_no_number(make_wave):
    wave = make_wave(hidden={"Manager"})
    heat = charts.role_by_layer(wave, Look())
    assert "Manager" not in {row["role"] for row in rows_of(heat, "cells")}
    assert heat.table[0]["Managers"] == "Hidden: fewer than 5 people"
    assert "Hidden: fewer" in text_of(heat)


def test_nothing_about_a_hidden_role_is_in_any_specification(make_wave):
    wave = make_wave(hidden={"Manager"})
    for result in every_chart(wave, Look()):
        for view in spec(result)["layer"]:
            for row in view["data"]["values"]:
                assert row.get("role") != "Manager" or set(row) & {"people"}, result.code


def test_the_emblem_draws_the_innermost_layer_last_and_smallest(wave):
    shapes = [
        view for view in spec(charts.nested_layers(wave, Look()))["layer"] if view["name"].startswith("band_")
    ]
    assert shapes[-1]["name"] == "band_technology_capability"
    widths = [view["data"]["values"][0]["x2"] - view["data"]["values"][0]["x"] for view in shapes]
    assert widths == sorted(widths, reverse=True)


def test_each_verdict_has_its_own_edge(wave):
    shapes = [
        view for view in spec(charts.nested_layers(wave, Look()))["layer"] if view["name"].startswith("band_")
    ]
    dashes = [tuple(view["mark"]["strokeDash"]) for view in shapes]
    assert len(set(dashes)) == len(dashes) == 4


def test_unknown_agreement_is_hatched_and_says_why(wave, without_agreement):
    result = charts.nested_layers(replace(wave, layers=without_agreement), Look())
    assert rows_of(result, "hatch_societal_trust")
    assert "only one leadership role answered" in text_of(result)
    assert result.title == "Nobody can tell yet how far leaders agree"


def test_shares_of_a_bar_add_up_and_reversed_questions_are_turned(wave, make_wave):
    result = wave.layers[0].questions[0]
    turned = replace(result, question=replace(result.question, reversed=True))
    plain, other = (charts.answer_distribution(item, wave.roles, Look()) for item in (result, turned))
    for chart in (plain, other):
        shares = [row["share"] for row in rows_of(chart, "bars") if row["role"] == "Employee"]
        assert sum(shares) == pytest.approx(1, abs=1e-3)
    assert "Reversed" in other.subtitle
    first, second = (
        [row["level"] for row in rows_of(chart, "bars") if row["role"] == "Employee"]
        for chart in (plain, other)
    )
    assert first == second[::-1]


def test_clear_gaps_are_ink_and_others_grey(wave):
    look = Look()
    result = charts.gap_intervals(wave.gaps, wave, look, most=28)
    for row in rows_of(result, "gaps"):
        clear = row["word"] == model.CLEAR
        assert row["colour"] == (look.colours.ink if clear else look.colours.possible)
        assert row["difference"] >= 0
    assert len(result.table) == len(wave.gaps)


def test_a_pattern_shows_evidence_for_against_and_missing(wave):
    result = charts.pattern_evidence(wave.patterns[0], Look())
    assert [row["Speaks"] for row in result.table] == ["for", "for", "for", "against", "missing"]
    bars = {row["signal"]: (row["x"], row["x2"]) for row in rows_of(result, "bars")}
    assert bars["a"][0] == 0 and bars["d"][1] == 0
    assert "Missing: nobody answered this" in text_of(result)


def test_doubt_is_drawn_and_chance_beside_it(wave):
    result = charts.agreement_with_doubt(wave, Look())
    assert len(rows_of(result, "intervals")) == len(rows_of(result, "zones")) == len(wave.layers) + 1
    assert result.table[-1]["Layer"] == "Overall"


def test_a_phone_draws_the_chain_as_cells(wave):
    result = charts.value_chain(chain_result(wave.roles), wave.roles, Look(size="phone"))
    assert len(rows_of(result, "cells")) + len(rows_of(result, "breaks")) == 6 * len(wave.roles)


def test_the_gap_between_theory_and_reality_is_labelled(wave):
    result = charts.theory_reality(theory_result(wave.roles), wave.roles, Look())
    assert len(rows_of(result, "gaps")) == len(result.table)


def test_initiatives_without_a_start_stay_in_the_table():
    result = charts.initiatives(register_result(), TODAY, Look(), currency="EUR")
    assert len(rows_of(result, "bubbles")) == 13
    assert len(result.table) == 14
    assert "1 initiative without a start date" in text_of(result)


def test_a_wave_without_a_value_breaks_the_line(wave):
    result = charts.trend(trend_lines(wave.roles), ["Q1", "Q2", "Q3"], Look())
    assert {view["mark"]["type"] for view in spec(result)["layer"]} >= {"rule", "point", "text"}
    assert all(
        view["mark"]["strokeDash"] == [4, 4] for view in spec(result)["layer"] if "slopes" in view["name"]
    )
    assert result.table[0]["Q2"] == "not asked"


def test_one_value_more_is_read_from_the_analysis_not_computed(wave):
    changed = replace(wave.layers[0], positions={**wave.layers[0].positions, "CEO": Statistic.of(4.9)})
    result = charts.role_by_layer(replace(wave, layers=(changed, *wave.layers[1:])), Look())
    assert result.table[0]["CEO"] == 4.9


@pytest.mark.parametrize("wrong", [{"mode": "sepia"}, {"size": "watch"}])
def test_a_look_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match="use one of"):
        Look(**wrong)


def test_outcomes_left_out_are_summed_in_a_last_row(wave):
    whole = value_result(wave.roles)
    look = Look(size="projector")
    every = charts.value_by_role(whole, wave.roles, look)
    first = charts.value_by_role(whole, wave.roles, look, most=2)

    def points(result, part):
        return sum(row["points" if part == "bars" else "shared"] for row in rows_of(result, part))

    assert [row["text"] for row in rows_of(first, "outcomes")][-1] == "All others"
    assert points(first, "bars") == pytest.approx(points(every, "bars"), abs=0.01)
    assert points(first, "together") == pytest.approx(points(every, "together"), abs=0.01)
