"""Names on charts: all there where there is room, and nothing drawn over them."""

from dataclasses import replace
from datetime import date

import pytest

from alignment_model import charts
from alignment_model.charts import Look, spec
from alignment_model.measures.statistic import Statistic
from tests.charts.boxes import along, dots, rows_of, text_of, words
from tests.charts.gallery import (
    map_result,
    register_result,
)


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


def test_long_names_of_a_trend_stand_in_lines_on_the_phone_and_keep_their_numbers():
    values = (Statistic.of(2.0), Statistic.of(2.7))
    line = charts.TrendLine("Manager", "Managers: Too many pilots stay pilots", values, clear=True)
    drawn = charts.trend([line], ["Q1", "Q2"], Look(size="phone", width=340))
    texts = [row["text"] for row in rows_of(drawn, "names")]
    assert " ".join(texts) == "Managers: Too many pilots stay pilots 2.7 (+0.7)"
    assert len(texts) > 1


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
