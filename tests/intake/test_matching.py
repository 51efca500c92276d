"""Columns are our questions by code, by text and by text that is nearly the same."""

from alignment_model.intake.grid import Header
from alignment_model.intake.mapping.matching import match_columns
from alignment_model.questionnaire import load_questionnaire
from tests.intake.builders import read

QUESTION = load_questionnaire().question("TC2")


def match(item, group="", code=""):
    return match_columns([Header(0, item, group, code)], load_questionnaire()).get(0)


def test_a_code_is_sure():
    assert match("tc2").how == "code" and match("tc2").confidence == 1


def test_a_text_is_sure_whatever_its_number_case_and_stem():
    for heading in (QUESTION.text.upper(), f"7. {QUESTION.text}", f"Q7) {QUESTION.text}"):
        assert match(heading).code == "TC2" and match(heading).confidence == 1
    assert match(QUESTION.text, group="How far do you agree?").code == "TC2"


def test_a_code_before_other_words_is_sure():
    assert match("TC2 The data that AI needs").code == "TC2"


def test_a_reworded_text_is_proposed_with_its_likeness():
    found = match("The data our AI needs is complete, current and easy to get")
    assert (
        found.code == "TC2" and found.how == "likeness" and 0.78 <= found.confidence < 0.92 and not found.sure
    )


def test_another_statement_is_not_taken():
    assert match("The canteen serves good soup on Fridays") is None


def test_a_proposed_match_is_a_question_of_the_file():
    rows = [
        ["Role", "The data our AI needs is complete, current and easy to get"],
        ["CEO", 4],
        ["Manager", 3],
    ]
    asked = [problem for problem in read(rows).problems if problem.code == "question.doubtful"]
    assert len(asked) == 1 and "% alike" in asked[0].expected


def test_our_questions_are_told_apart_from_each_other():
    headers = [Header(place, question.text) for place, question in enumerate(load_questionnaire().questions)]
    found = match_columns(headers, load_questionnaire())
    assert [found[place].code for place in range(len(headers))] == [
        q.code for q in load_questionnaire().questions
    ]
