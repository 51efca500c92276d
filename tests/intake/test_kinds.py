"""What each column is taken for."""

from random import Random

import pytest

from alignment_model.errors import QUESTION
from tests.intake.builders import column, read


def kind(found, place=1):
    return found.columns[place].kind


def test_a_slider_is_a_number():
    assert kind(column(*range(0, 100, 7), heading="Use the slider")) == "number"


def test_years_of_experience_are_a_number_not_a_rating():
    assert kind(column(1, 2, 3, 4, 5, 3, 2, heading="How many years have you worked here?")) == "number"


def test_a_forced_ranking_is_no_rating():
    dice = Random(1)
    rows = [["Role", "Rank these [Data]", "Rank these [People]", "Rank these [Tools]"]]
    rows += [["Manager", *dice.sample([1, 2, 3], 3)] for _ in range(12)]
    found = read(rows)
    assert [column.kind for column in found.columns[1:]] == ["ranking"] * 3
    assert found.columns[1].levels == ("1", "2", "3")


def test_a_ranking_in_one_cell_is_a_ranking():
    assert kind(column("A;B;C;", "B;A;C;", "C;A;B;", heading="Put in order")) == "ranking"


def test_shared_out_points_are_numbers():
    rows = [["Role", "Spend [Data]", "Spend [People]"], *[["Manager", p, 100 - p] for p in (10, 20, 30, 20)]]
    assert [column.kind for column in read(rows).columns[1:]] == ["number", "number"]


def test_an_attention_check_is_no_rating():
    found = column("Agree", "Agree", "Disagree", heading='Please select "Agree" for this row')
    assert kind(found) == "attention_check"


def test_open_text_is_text():
    assert kind(column(*[f"We should do thing {n} first" for n in range(9)])) == "text"


@pytest.mark.parametrize(
    "answers",
    [
        ("Chat;Code;", "Chat;", "Code;Search;", "Search;"),
        ("Chat, Code", "Chat", "Code, Search", "Chat, Search", "Chat, Code, Search"),
        ("Chat|Code", "Chat|Search", "Code", "Chat|Code", "Chat"),
    ],
)
def test_several_answers_in_a_cell_are_multi(answers):
    found = column(*answers, heading="Which tools do you use?")
    assert kind(found) == "multi" and set(found.columns[1].levels) == {"Chat", "Code", "Search"}


def test_one_column_an_option_is_multi_and_its_other_is_text():
    rows = [["Role", "Tools [Chat]", "Tools [Code]", "Tools [Other]"]]
    rows += [["Manager", "Yes", "No", ""], ["Manager", "Yes", "Yes", "Abacus"], ["Manager", "No", "Yes", ""]]
    assert [column.kind for column in read(rows).columns[1:]] == ["multi", "multi", "text"]


def test_options_exported_without_their_question_are_multi():
    rows = [
        ["Role", "Chat", "Code"],
        ["Manager", "Chat", "Code"],
        ["Manager", "", "Code"],
        ["CEO", "Chat", ""],
    ]
    assert [column.kind for column in read(rows).columns[1:]] == ["multi", "multi"]


def test_a_column_that_only_its_neighbours_explain_shares_their_scale():
    rows = [["Role", "How true? [A]", "How true? [B]"]]
    rows += [
        ["Manager", "Agree", answer] for answer in ["Disagree", "Agree", "Strongly agree", "Neutral"] * 10
    ]
    found = read(rows)
    assert found.columns[1].kind == "rating" and found.columns[1].levels == found.columns[2].levels


def test_a_blank_heading_over_row_numbers_is_metadata():
    rows = [["", "Role", "Plan"], *[[n, "Manager", "Agree"] for n in range(8)]]
    assert kind(read(rows), 0) == "metadata"


def test_addresses_are_metadata_whatever_their_heading():
    assert kind(column(*[f"10.0.0.{n}" for n in range(9)], heading="Where from")) == "metadata"


def test_na_and_none_are_answers_not_blanks():
    found = column("None", "NA", "Some", "None", "Some", "None", heading="Budget in your area")
    assert found.columns[1].blank == 0


def test_dont_know_and_blank_are_counted_apart():
    found = column("Agree", "Disagree", "Neutral", "Don't know", "", None, "Agree")
    assert found.columns[1].off_scale == {"Don't know": 1} and found.columns[1].blank == 2


def test_codes_out_of_order_ask_once_for_all_columns_that_share_them():
    dice = Random(2)
    rows = [["StartDate", "EndDate", "Finished", "ResponseId", "Q1_1", "Q1_2"]]
    rows += [["a", "b", "True", f"R_{n}", *dice.choices([1, 2, 3, 4, 6], k=2)] for n in range(40)]
    rows.insert(
        1,
        [
            "Start Date",
            "End Date",
            "Finished",
            "Response ID",
            "Please rate us - Speed",
            "Please rate us - Trust",
        ],
    )
    asked = [problem for problem in read(rows).problems if problem.code == "scale.order"]
    assert len(asked) == 1 and asked[0].severity == QUESTION and "here and in 1 more column" in asked[0].found


def test_options_put_in_places_are_a_ranking():
    dice = Random(2)
    rows = [["Role", "Order these [Rank 1]", "Order these [Rank 2]", "Order these [Rank 3]"]]
    rows += [["Manager", *dice.sample(["Data", "People", "Tools"], 3)] for _ in range(9)]
    assert [column.kind for column in read([*rows, ["Manager", "Tools", "", ""]]).columns[1:]] == [
        "ranking"
    ] * 3


def test_options_beside_not_selected_are_multi_by_their_codes():
    rows = [["Role", "q4_0001", "q4_0002"]]
    rows += [["Manager", "Chat", "Not selected"], ["CEO", "Not selected", "Code"], ["CFO", "Chat", "Code"]]
    found = read(rows)
    assert [column.kind for column in found.columns[1:]] == ["multi", "multi"]
    assert found.columns[1].options == (1, 2)


def test_options_of_numbered_questions_stay_apart():
    rows = [["Respondent", "3. Chat.", "3. Code.", "4. Mail.", "4. Post."]]
    rows += [[n, "Chat.", "Code.", "Mail.", "Post."] for n in (7, 9, 4)]
    assert [column.options for column in read(rows).columns[1:]] == [(1, 2), (1, 2), (3, 4), (3, 4)]


def test_row_numbers_in_the_first_column_name_the_respondents():
    found = read([["No", "We share one plan"], *[[n, 1 + n % 5] for n in range(1, 20)]])
    assert [column.kind for column in found.columns] == ["metadata", "rating"]


def test_a_statement_without_a_name_belongs_to_its_grid():
    found = read([["Role", "How often? []", "How often? [Chat]"], *[["Manager", "", "Often"]] * 3])
    assert [column.group for column in found.columns[1:]] == ["How often?", "How often?"]


def test_commas_within_an_option_do_not_tear_it_apart():
    answers = (
        "Yes, when asked",
        "Yes, when asked, Never",
        "Talks (long, short), Never",
        "Talks (long, short)",
        "Never",
    )
    found = column(*answers, heading="Which apply?")
    assert dict(zip(found.columns[1].levels, found.columns[1].counts)) == {
        "Never": 3, "Talks (long, short)": 2, "Yes, when asked": 2,
    }  # fmt: skip


def test_consent_is_no_attention_check():
    heading = (
        'CONSENT: Please select your choice below. Clicking on the "agree" button means that you take part.'
    )
    assert column("Agree", "Agree", "Agree", heading=heading).columns[1].kind != "attention_check"
