"""What charts say in their titles and at their ends: roles as people call them, highest, lowest, nobody."""

from dataclasses import replace

from alignment_model import charts
from alignment_model.analysis import model
from alignment_model.charts import Look
from alignment_model.charts.drawing.names import role_name
from alignment_model.measures.statistic import Statistic
from tests.charts.boxes import text_of


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
