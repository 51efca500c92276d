"""Scales told by numbers, with labels, with ends in the header, or with nothing."""

import pytest

from alignment_model.intake.recognition.headings.header_ends import header_ends
from alignment_model.intake.recognition.scales.number_scales import (
    read_bare,
    read_codes,
    read_numbered,
    split_label,
)
from tests.intake.builders import read


@pytest.mark.parametrize(
    ("header", "ends"),
    [
        ("Rate it (1 = not at all, 5 = fully)", (1, 5, "not at all", "fully")),
        ("From 1 (low) to 7 (high), how clear is it?", (1, 7, "low", "high")),
        ("Auf einer Skala von 1 bis 10", (1, 10, "", "")),
        ("How likely (0-10)?", (0, 10, "", "")),
        ("How content are you? (10 is the highest)", (1, 10, "", "the highest")),
        ("We met 5 (best friends)", None),
        ("Our 2 of 5 pilots", None),
        ("Plan for 2026 to 2030", None),
    ],
)
def test_ends_are_read_from_the_header(header, ends):
    found = header_ends(header)
    assert (found and (found.low, found.high, found.low_label, found.high_label)) == ends


@pytest.mark.parametrize(
    "text", ["18-24", "2 - 4", "13 +", "2-3 times a month", "1.16", "£30 000 to £34 999"]
)
def test_ranges_and_amounts_are_no_numbered_labels(text):
    assert split_label(text) is None


def test_numbered_labels_are_ordered_by_their_number():
    found = read_numbered({"3 - Proficient": 2, "1 - Novice": 1, "5 - Expert": 4})
    assert found.labels == ("1 - Novice", "2", "3 - Proficient", "4", "5 - Expert")


def test_bare_numbers_between_labelled_ends_are_levels():
    answers = {"1 (Never)": 5, "3": 2, "5 (Always)": 1, "-9": 1}
    found = read_numbered(answers)
    assert found.counts(answers) == (5, 0, 2, 0, 1) and found.off == {"-9": "no_answer"}


def test_numbers_that_run_against_their_words_follow_the_words():
    found = read_numbered({"1 - Strongly agree": 5, "5 - Strongly disagree": 2, "3 - Neutral": 1})
    assert found.labels[0] == "5 - Strongly disagree"


def test_counts_of_people_are_no_scale():
    assert read_numbered({"1 person": 4, "2 people": 3, "3 people": 2}) is None


def test_bare_numbers_to_five_are_a_five_point_scale():
    found = read_bare({"1": 3, "2": 4, "4": 5, "5": 1})
    assert found.labels == ("1", "2", "3", "4", "5") and found.doubts == ()


def test_an_end_nobody_reached_is_a_doubt():
    assert read_bare({"2": 3, "3": 4, "4": 5}).doubts == ("ends",)


def test_ends_in_the_header_settle_the_doubt():
    found = read_bare({"2": 3, "3": 4, "4": 5}, header="Rate it (1 = low, 7 = high)")
    assert found.levels == 7 and found.doubts == ()


def test_codes_with_a_gap_are_a_doubt_never_a_guess():
    answers = {"1": 17, "2": 23, "3": 43, "4": 27, "6": 26}
    found = read_bare(answers, recoded=True)
    assert found.labels == ("1", "2", "3", "4", "6") and found.doubts == ("order",)


def test_a_favourable_low_end_is_a_doubt():
    assert read_bare({"1": 9, "5": 9}, header="(1 = strongly agree, 5 = strongly disagree)").doubts == (
        "direction",
    )


@pytest.mark.parametrize("code", ["-1", "-9", "-99", "77", "96", "99", "998", "999", "9999"])
def test_codes_for_no_answer_are_off_the_scale(code):
    found = read_bare({"1": 3, "3": 4, "5": 5, code: 2})
    assert found.off == {code: "no_answer"} and found.levels == 5


def test_sliders_are_no_scale():
    assert read_bare({"12": 1, "55": 1, "80": 2}) is None


def test_a_number_in_brackets_before_its_label_is_read():
    found = read_numbered({"(0) No problem": 5, "(1) Small": 4, "(3) Large": 2})
    assert found.labels == ("(0) No problem", "(1) Small", "2", "(3) Large")


def test_numbered_phrases_may_be_kinds_so_a_person_is_asked():
    found = read_numbered({"1. Because the tools came first": 9, "2. Because the board asked for it": 5})
    assert found.doubts == ("steps",)
    assert read_numbered({"1 - Developing": 9, "2 - Proficient": 5}).doubts == ()


def test_a_gap_between_many_answers_is_a_doubt_and_stays_a_level():
    found = read_bare({"1": 40, "3": 50, "4": 60, "5": 40})
    assert found.labels == ("1", "2", "3", "4", "5") and found.doubts == ("gap",)


def test_answer_codes_of_a_grid_are_ordered_only_by_a_person():
    answers = {"AO01": 4, "AO03": 2, "AO02": 5}
    found = read_codes(answers, answers)
    assert found.labels == ("AO01", "AO02", "AO03") and found.doubts == ("order",)
    assert read_codes({"AO01": 4, "Often": 2}, {"AO01": 4, "Often": 2}) is None


def test_one_to_five_beside_nought_to_ten_is_a_scale_of_its_own():
    people = 14
    rows = [["Role", "How likely are you to recommend us?", "Plan", "Means", "Skills"]]
    rows += [["Manager", n % 11, 1 + n % 5, 1 + n % 4, 1 + n % 3] for n in range(people)]
    levels = [len(column.levels) for column in read(rows).columns[1:]]
    assert levels == [11, 5, 5, 5]


def test_few_answers_do_not_tell_one_range_from_another():
    rows = [
        ["Role", "Plan", "Means", "Skills"],
        *[["Manager", low, high, 3] for low, high in ((1, 7), (5, 2), (4, 6))],
    ]
    assert [len(column.levels) for column in read(rows).columns[1:]] == [7, 7, 7]


def test_marks_of_nought_and_one_do_not_stretch_the_scale_beside_them():
    rows = [
        ["Role", "Plan", "Means", "Skills", "Told"],
        *[["Manager", 1 + n % 5, 1 + n % 5, 5, n % 2] for n in range(15)],
    ]
    assert [len(column.levels) for column in read(rows).columns[1:4]] == [5, 5, 5]


def test_how_much_somebody_agrees_is_no_amount():
    rows = [["Role", "How much do you agree with the plan?"], *[["Manager", 1 + n % 5] for n in range(15)]]
    assert read(rows).columns[1].kind == "rating"


def test_columns_of_one_code_stand_on_one_scale_and_tell_it_together():
    codes = ["load_1", "load_2", "clear_1", "clear_2", "clear_3"]
    rows = [
        ["Role", *codes],
        *[["Manager", 1 + n % 5, 1 + n % 4, 1 + n % 7, 1 + n % 6, 1 + n % 3] for n in range(20)],
    ]
    assert [len(column.levels) for column in read(rows).columns[1:]] == [5, 5, 7, 7, 7]


@pytest.mark.parametrize(("highest", "levels"), [(9, 11), (5, 5)])
def test_a_recommendation_runs_from_nought_to_ten_and_lends_its_length_to_nobody(highest, levels):
    answers = [highest, 4, 3, 5, 2, 3, 4, 1]
    rows = [["Role", "How likely are you to recommend our programme?", "Plan", "Means", "Skills"]]
    rows += [["Manager", answer, 1 + n % 5, 1 + n % 4, 1 + n % 3] for n, answer in enumerate(answers)]
    assert [len(column.levels) for column in read(rows).columns[1:]] == [levels, 5, 5, 5]


def test_several_questions_of_few_people_tell_together_that_their_scale_is_shorter():
    rows = [["Role", "Trust", "Plan", "Means", "Skills"]]
    rows += [["Manager", (9, 8, 10, 6, 7, 3, 8)[n], 1 + n % 5, 1 + n % 4, 1 + n % 3] for n in range(7)]
    assert [len(column.levels) for column in read(rows).columns[1:]] == [10, 5, 5, 5]
