"""What holds for every chart, in every look and at the extremes."""

import json
import math
from functools import cache

import pytest

from alignment_model.charts import Look, spec, to_png, to_svg
from alignment_model.framework import Layer
from tests.charts.boxes import outside, overlaps, words
from tests.charts.gallery import every_chart

LOOKS = [
    Look(),
    Look(mode="dark"),
    Look(mode="print"),
    Look(width=720),
    Look(size="phone"),
    Look(size="phone", width=320),
    Look(size="projector"),
    Look(size="projector", mode="dark", height=700),
]
LONG = (
    "We know, for each of the systems we have bought or built over the past three years, who answers for it, what "
    "it was meant to change, how we would notice, and what we do if it fails us"
)
NAMES = ("القدرة التنظيمية والثقة", "组织能力与信任", "🚀 Growth", LONG, "E", "F", "G", "H")
PEOPLE = (
    "Chief of everything, of " + LONG,
    "المدير المالي للمجموعة والعمليات",
    "首席技术官兼亚太区运营负责人" * 3,
    "🚀" * 40,
)
EVERYBODY = frozenset({"CEO", "CFO", "CTO", "Board", "Other executive", "Manager", "Employee"})
WAVES = {
    "seven roles": {},
    "three roles": {"count": 3},
    "twelve roles": {"count": 12},
    "managers hidden": {"hidden": {"Manager"}},
    "long names of roles": {"names": PEOPLE},
    "nobody shown": {"hidden": EVERYBODY},
    "long questions": {"text": LONG},
    "one question": {"questions": 1},
    "two levels": {"levels": 2},
    "eleven levels": {"levels": 11},
    "agreement unknown": {"unknown": True},
    "foreign names": {"layers": tuple(Layer(f"g{i}", name, i + 1) for i, name in enumerate(NAMES))},
}
looks = pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.size}-{look.mode}-{look.width_px}")


@cache
def drawn(make_wave, name, look):
    """All charts of a wave in a look, built once for all that must hold for them."""
    return every_chart(make_wave(**WAVES[name]), look)


def check_labels(results):
    for result in results:
        plain = spec(result)
        assert overlaps(plain) == [], result.code
        assert outside(plain) == [], result.code


@looks
def test_labels_neither_overlap_nor_run_out_of_the_picture(make_wave, look):
    check_labels(drawn(make_wave, "seven roles", look))


@pytest.mark.parametrize(
    "look", [Look(width=720), Look(size="phone"), Look(size="projector")], ids=lambda look: look.size
)
@pytest.mark.parametrize("name", [name for name in WAVES if name != "seven roles"])
def test_labels_stay_apart_at_the_extremes(make_wave, name, look):
    check_labels(drawn(make_wave, name, look))


@pytest.mark.parametrize("name", WAVES)
def test_every_chart_says_what_it_shows(make_wave, name):
    for result in drawn(make_wave, name, Look()):
        assert result.title and not result.title.endswith("."), result.code
        assert result.subtitle.endswith((".", "”")), result.code
        assert result.alt.endswith("."), result.code
        assert all(row.keys() == result.table[0].keys() for row in result.table), result.code


@pytest.mark.parametrize("name", ["seven roles", "nobody shown", "foreign names"])
def test_specifications_are_valid_plain_and_the_same_on_every_run(make_wave, name):
    once, again = drawn(make_wave, name, Look()), every_chart(make_wave(**WAVES[name]), Look())
    for first, second in zip(once, again, strict=True):
        first.chart.to_dict(validate=True)
        assert json.dumps(spec(first), allow_nan=False) == json.dumps(spec(second), allow_nan=False)
        assert all("values" in view["data"] for view in spec(first)["layer"])


@looks
def test_every_chart_is_as_wide_as_asked(make_wave, look):
    for result in drawn(make_wave, "seven roles", look):
        assert spec(result)["width"] == look.width_px


def test_nothing_on_a_projector_is_smaller_than_24_px(make_wave):
    for result in drawn(make_wave, "seven roles", Look(size="projector")):
        assert min(item.size for item in words(spec(result))) >= 24, result.code


@pytest.mark.parametrize("name", [*WAVES])
def test_a_projected_chart_fits_its_screen(make_wave, name):
    for result in drawn(make_wave, name, Look(size="projector")):
        assert result.height <= 822, result.code


def test_titled_pictures_come_out_as_png_and_svg(make_wave):
    for result in drawn(make_wave, "seven roles", Look(size="phone")):
        assert to_png(result, scale=1).startswith(b"\x89PNG")
        assert "Source Sans 3" in to_svg(result)


def test_text_stands_where_the_specification_says(make_wave):
    (result, *_) = drawn(make_wave, "seven roles", Look())
    svg = to_svg(result, titled=False)
    for item in words(spec(result)):
        places = [part for part in svg.split("<text")[1:] if f">{item.text}<" in part]
        assert places, item.text
        assert any(_near(part, item) for part in places), item.text


def _near(part, item):
    x, y = part.split("translate(")[1].split(")")[0].split(",")
    return item.left - 1 <= float(x) <= item.right + 1 and math.isclose(
        float(y), item.bottom, abs_tol=item.size
    )
