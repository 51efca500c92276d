"""Columns share a scale only with columns of their own sort."""

from tests.intake.builders import read

GERMAN = ["Stimme überhaupt nicht zu", "Stimme nicht zu", "Teils/teils", "Stimme zu", "Stimme voll zu"]


def test_numbers_beside_labels_in_one_grid_do_not_disturb_them():
    rows = [["Role", "How true? [Clear]", "How true? [Led]", "How true? [Sure of it]"]]
    rows += [["Manager", GERMAN[n % 5], GERMAN[(n + 2) % 5], n % 5 + 1] for n in range(12)]
    found = read(rows)
    assert [column.kind for column in found.columns[1:]] == ["rating"] * 3
    assert found.columns[1].levels == tuple(GERMAN) and found.columns[3].levels == ("1", "2", "3", "4", "5")


def test_an_end_nobody_chose_in_one_question_is_known_from_another():
    often = ["Never", "Sometimes", "Often", "Very often", "Always"]
    rows = [["Role", "We plan together", "We look back together"]]
    rows += [["Manager", often[n % 5], often[n % 3]] for n in range(60)]
    assert read(rows).columns[2].levels == tuple(often)


def test_a_middle_only_another_question_offers_is_not_added():
    rows = [["Role", "We plan together", "We look back together"]]
    five = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]
    four = [label for label in five if label != "Neutral"]
    rows += [["Manager", five[n % 5], four[n % 4]] for n in range(60)]
    assert read(rows).columns[2].levels == tuple(four)
