"""Each chart draws the analysis' own numbers, hides what may not be shown, and says so in words."""

from dataclasses import replace
from datetime import date

import pytest

from alignment_model import charts
from alignment_model.analysis import model
from alignment_model.charts import Look, spec
from alignment_model.charts.drawing.names import role_name
from alignment_model.measures.statistic import Statistic
from tests.charts.boxes import along, dots, words
from tests.charts.gallery import (
    TODAY,
    chain_result,
    every_chart,
    map_result,
    register_result,
    theory_result,
    trend_lines,
    value_result,
)


def rows_of(result, part):
    return [
        row
        for view in spec(result)["layer"]
        if view["name"] == part or view["name"].startswith(f"{part}_")
        for row in view["data"]["values"]
    ]


def text_of(result):
    return " ".join(item.text for item in words(spec(result)))


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


def test_every_initiative_is_named_where_there_is_room():
    one = register_result().initiatives[0]
    crowd = tuple(
        replace(one, name=f"Initiative number {number}", stage="Pilot", started=date(2026, number, 1))
        for number in range(1, 7)
    )
    result = charts.initiatives(
        replace(register_result(), initiatives=crowd), date(2028, 1, 1), Look(width=1440), currency="EUR"
    )
    assert [item.name for item in crowd if item.name not in text_of(result)] == []


def test_statements_turned_round_on_one_scale_have_ends_in_words(make_wave):
    questions = [
        replace(result, question=replace(result.question, reversed=turned))
        for result, turned in zip(make_wave().layers[0].questions, (True, False))
    ]
    text = text_of(charts.positions_on_scale(questions, make_wave().roles, Look()))
    assert "less favourable" in text and "more favourable" in text
    assert "Strongly agree" not in text


def test_one_role_alone_is_told_with_what_became_of_the_others(make_wave):
    wave = make_wave(3, hidden={"CFO", "CTO"})
    titles = [charts.positions_on_scale(wave.layers[0].questions[:1], wave.roles, Look()).title]
    alone = make_wave(1)
    titles.append(charts.positions_on_scale(alone.layers[0].questions[:1], alone.roles, Look()).title)
    assert [title.split("; ")[1] for title in titles] == [
        "nobody else may be shown",
        "nobody else answered",
    ]


def test_labels_of_the_map_keep_off_its_arrows(wave):
    """On a desk there is room for all of them."""
    drawn = spec(charts.consensus_map(map_result(wave.shown_roles), Look(width=1440)))
    points = [
        point
        for view in drawn["layer"]
        if view["name"].rstrip("_0123456789") == "arrows"
        for row in view["data"]["values"]
        for point in along(drawn, view, row)
    ]
    assert points
    assert [
        item.text
        for item in words(drawn)
        for x, y in points
        if item.left < x < item.right and item.top < y < item.bottom
    ] == []


def test_a_wave_without_a_value_breaks_the_line(wave):
    result = charts.trend(trend_lines(wave.roles), ["Q1", "Q2", "Q3"], Look())
    assert {view["mark"]["type"] for view in spec(result)["layer"]} >= {"rule", "point", "text"}
    assert all(
        view["mark"]["strokeDash"] == [4, 4] for view in spec(result)["layer"] if "slopes" in view["name"]
    )
    assert result.table[0]["Q2"] == "not asked"


def test_long_names_of_a_trend_stand_in_lines_on_the_phone_and_keep_their_numbers():
    values = (Statistic.of(2.0), Statistic.of(2.7))
    line = charts.TrendLine("Manager", "Managers: Too many pilots stay pilots", values, clear=True)
    drawn = charts.trend([line], ["Q1", "Q2"], Look(size="phone", width=340))
    texts = [row["text"] for row in rows_of(drawn, "names")]
    assert " ".join(texts) == "Managers: Too many pilots stay pilots 2.7 (+0.7)"
    assert len(texts) > 1


def test_one_value_more_is_read_from_the_analysis_not_computed(wave):
    changed = replace(wave.layers[0], positions={**wave.layers[0].positions, "CEO": Statistic.of(4.9)})
    result = charts.role_by_layer(replace(wave, layers=(changed, *wave.layers[1:])), Look())
    assert result.table[0]["CEO"] == 4.9


def test_a_group_stands_in_the_plural_and_an_office_in_the_singular(wave):
    first, *others = wave.layers
    ends = {**first.positions, "Manager": Statistic.of(5.0), "CEO": Statistic.of(1.0)}
    result = charts.role_by_layer(replace(wave, layers=(replace(first, positions=ends), *others)), Look())
    assert result.title.startswith("Managers stand highest and the CEO lowest, both on ")
    assert "CEO stands lowest" in result.alt


def test_roles_who_stand_alike_are_neither_highest_nor_lowest(wave):
    def everywhere(value):
        return replace(
            wave,
            layers=tuple(
                replace(layer, positions={code: Statistic.of(value(code)) for code in layer.positions})
                for layer in wave.layers
            ),
        )

    level = charts.role_by_layer(everywhere(lambda code: 3.0), Look())
    near = charts.role_by_layer(everywhere(lambda code: 3.3 if code == "CEO" else 3.0), Look())
    tied = charts.role_by_layer(everywhere(lambda code: 4.0 if code in ("CEO", "CFO") else 3.0), Look())
    assert level.title == "All roles stand at 3.0 on every layer"
    assert near.title == "All roles stand between 3.0 and 3.3 on every layer"
    assert tied.title.startswith("The CEO and the CFO stand highest and the CTO, ")


def test_one_respondent_leans_or_does_not(wave):
    ceo = [role for role in wave.roles if role.code == "CEO"]
    question = wave.layers[0].questions[0]

    def answered(level):
        counts = tuple(int(index == level) for index in range(5))
        one = replace(question, distributions={"CEO": model.Distribution(counts, 1, 0)})
        return charts.answer_distribution(one, ceo, Look()).title

    assert answered(2) == "The CEO leans neither way"
    assert answered(4) == "The CEO leans towards “Strongly agree”"


def test_roles_are_called_what_people_call_them(wave):
    assert [role_name(role) for role in wave.roles][:3] == ["CEO", "CFO", "CTO"]


@pytest.mark.parametrize("wrong", [{"mode": "sepia"}, {"size": "watch"}])
def test_a_look_that_does_not_exist_is_refused(wrong):
    with pytest.raises(ValueError, match="use one of"):
        Look(**wrong)


@pytest.mark.parametrize(
    "look", [Look(), Look(size="phone"), Look(size="projector")], ids=["screen", "phone", "projector"]
)
@pytest.mark.parametrize("count", [3, 7, 12])
def test_no_role_mark_covers_a_role_name(make_wave, look, count):
    wave = make_wave(count)
    drawn = [
        (charts.nested_layers(wave, look, positions=True), "role_dots"),
        (charts.positions_on_scale(wave.layers[0].questions, wave.roles, look), "dots"),
    ]
    for result, part in drawn:
        names = [item for item in words(spec(result)) if item.part.startswith("role_labels")]
        marks = dots(spec(result), part)
        assert marks
        assert [(mark.text, name.text) for mark in marks for name in names if mark.covers(name)] == []


def test_a_mark_a_person_until_they_are_too_many(wave):
    (few, *_), (many, *_) = (
        [replace(role, n=n) for role in wave.roles if role.shown][:1] for n in (40, 40_000)
    )
    marks = [
        len(rows_of(charts.who_answered([role], Look(size="projector")), "people")) for role in (few, many)
    ]
    assert marks[0] == 40
    assert 40 < marks[1] < 1000


def test_twelve_roles_under_a_long_title_fit_a_slide_in_letters_a_room_can_read(make_wave):
    roles = [replace(role, n=1500) if role.code == "Employee" else role for role in make_wave(12).roles]
    drawn = spec(charts.who_answered(roles, Look(size="projector", height=520)))
    assert drawn["height"] <= 520
    assert min(item.size for item in words(drawn)) >= Look(size="projector").type.small


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
