"""Ordered labels in six languages, with typos, missing levels and answers off the scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.intake.recognition.scales.label_scales import read_labels
from alignment_model.intake.recognition.scales.scale_words import scale_words

WHOLE = [
    ["Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree"],
    ["Completely disagree", "Mostly disagree", "Somewhat disagree", "Neutral", "Somewhat agree", "Mostly agree",
     "Completely agree"],
    ["Stimme überhaupt nicht zu", "Stimme eher nicht zu", "Teils/teils", "Stimme eher zu", "Stimme voll und ganz zu"],
    ["Trifft gar nicht zu", "Trifft eher nicht zu", "Trifft eher zu", "Trifft voll und ganz zu"],
    ["Pas du tout d'accord", "Plutôt pas d'accord", "Neutre", "Plutôt d'accord", "Tout à fait d'accord"],
    ["Totalmente en desacuerdo", "En desacuerdo", "Ni de acuerdo ni en desacuerdo", "De acuerdo",
     "Totalmente de acuerdo"],
    ["Discordo totalmente", "Discordo", "Não concordo nem discordo", "Concordo", "Concordo totalmente"],
    ["Helemaal mee oneens", "Mee oneens", "Neutraal", "Mee eens", "Helemaal mee eens"],
    ["Highly distrust", "Somewhat distrust", "Neither trust nor distrust", "Somewhat trust", "Highly trust"],
    ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"],
    ["Very unlikely", "Unlikely", "Neither likely nor unlikely", "Likely", "Very likely"],
    ["Not at all important", "Slightly important", "Moderately important", "Very important", "Extremely important"],
    ["Nie", "Selten", "Manchmal", "Oft", "Immer"],
    ["Jamais", "Rarement", "Parfois", "Souvent", "Toujours"],
    ["Nunca", "Casi nunca", "A veces", "Casi siempre", "Siempre"],
    ["Nooit", "Zelden", "Soms", "Vaak", "Altijd"],
    ["Very poor", "Poor", "Fair", "Good", "Excellent"],
    ["Sehr schlecht", "Schlecht", "Mittelmäßig", "Gut", "Sehr gut"],
    ["Not at all", "To a small extent", "To some extent", "To a large extent", "To a very large extent"],
    ["Nada", "Poco", "Algo", "Bastante", "Mucho"],
    ["Très insatisfait", "Insatisfait", "Neutre", "Satisfait", "Très satisfait"],
    ["Muito improvável", "Improvável", "Neutro", "Provável", "Muito provável"],
    ["Very low", "Low", "Medium", "High", "Very high"],
    ["Never", "A few times a year", "Monthly", "Weekly", "Daily"],
    ["Never contributes", "Rarely contributes", "Sometimes contributes", "Very often contributes", "Always contributes"],
    ["Once every few weeks", "Once every few days", "Once a day", "Several times a day"],
    ["Lowest", "Low", "Medium", "High", "Highest"],
    ["Negativo", "Neutro", "Altamente positivo"],
    ["Rara", "Ocasional", "Frequente"],
]  # fmt: skip


@pytest.mark.parametrize("labels", WHOLE, ids=lambda labels: labels[0])
def test_a_whole_scale_is_put_in_order(labels):
    found = read_labels(dict.fromkeys(sorted(labels), 10))
    assert found is not None and [label for label in found.labels] == labels


@given(st.permutations(WHOLE[0]))
def test_the_order_of_the_answers_does_not_matter(labels):
    assert read_labels(dict.fromkeys(labels, 10)).labels == tuple(WHOLE[0])


@given(st.sampled_from(WHOLE), st.data())
def test_counts_add_up_to_the_answers_on_the_scale(labels, data):
    answers = {label: data.draw(st.integers(1, 50)) for label in labels}
    assert sum(read_labels(answers).counts(answers)) == sum(answers.values())


def test_case_apostrophes_and_accents_are_forgiven():
    answers = {"TOUT À FAIT D’ACCORD": 20, "plutot d'accord": 20, "Plutôt pas d’accord": 20}
    assert read_labels(answers).counts(answers)[-1] == 20


def test_a_label_nobody_chose_stays_a_level():
    answers = {"Completely Agree": 6, "Mostly Agree": 12, "Neutral": 8, "Somewhat Agree": 9, "Somewhat Disagree": 3,
               "Mostly Disagree": 1}  # fmt: skip
    found = read_labels(answers)
    assert found.labels[0] == "Completely Disagree" and found.counts(answers)[0] == 0 and found.levels == 7


def test_a_middle_nobody_chose_among_many_answers_was_not_offered():
    assert read_labels({"Strongly agree": 93, "Agree": 60, "Disagree": 16}).levels == 4


def test_a_middle_nobody_chose_among_few_answers_is_a_doubt():
    found = read_labels({"Strongly agree": 3, "Agree": 2, "Disagree": 1})
    assert found.levels == 5 and found.doubts == ("midpoint",)


def test_labels_anchored_at_the_end_are_read():
    found = read_labels({"extremely important": 40, "very": 21, "moderately": 8})
    assert found.levels == 5 and found.labels[2:] == ("moderately", "very", "extremely important")


def test_a_scale_around_an_unknown_word_is_ordered_by_its_modifiers():
    labels = ["not rusty", "slightly rusty", "neutral", "rather rusty", "extremely rusty"]
    assert list(read_labels(dict.fromkeys(sorted(labels), 9)).labels) == labels


def test_a_typo_everywhere_is_the_label():
    answers = {"stronlgy disagree": 17, "somewhat disagree": 26, "neutral": 23, "somewhat agree": 43,
               "strongly agree": 27}  # fmt: skip
    assert read_labels(answers).counts(answers) == (17, 26, 23, 43, 27)


def test_agree_and_disagree_are_never_taken_for_each_other():
    found = read_labels({"Strongly agree": 9, "Strongly disagre": 9, "Agree": 9, "Disagree": 9, "Neutral": 4})
    assert found.level_of["Strongly disagre"] == 1


@pytest.mark.parametrize("label", ["Don't know", "N/A", "Weiß nicht", "Prefer not to say", "Sans opinion"])
def test_answers_off_the_scale_are_no_level(label):
    found = read_labels({"Agree": 20, "Disagree": 20, "Neutral": 5, label: 7})
    assert label in found.off and label not in found.level_of


def test_not_sure_is_a_level_where_others_are_sure():
    assert read_labels({"Very sure": 9, "Somewhat sure": 9, "Not sure": 9}).labels[0] == "Not sure"


@pytest.mark.parametrize(
    "labels",
    [["Yes", "No"], ["Rare", "Medium rare", "Medium", "Medium Well", "Well"], ["Sales", "Finance", "IT"]],
)
def test_options_that_are_no_scale_are_none(labels):
    assert read_labels(dict.fromkeys(labels, 10)) is None


def test_an_answer_that_fits_nowhere_stays_unknown():
    found = read_labels({"Agree": 20, "Disagree": 20, "Neutral": 5, "Ask my cat": 1})
    assert found.unknown == ("Ask my cat",)


def test_every_label_of_the_vocabulary_has_a_position_between_the_ends():
    assert all(-1 <= word.position <= 1 for words in scale_words().labels.values() for word in words)


def test_labels_that_come_with_an_explanation_are_read_by_their_first_words():
    answers = {
        "Often - every week": 20,
        "Rarely - once a year": 9,
        "Sometimes - every month": 12,
        "Never - not yet": 3,
    }
    found = read_labels(answers)
    assert found.labels == tuple(sorted(answers, key=lambda label: "NRSO".index(label[0])))


def test_a_level_of_a_listed_scale_nobody_chose_stays_a_level():
    found = read_labels({"Ad hoc": 9, "Defined": 12, "Managed": 8})
    assert found.labels == ("Ad hoc", "Developing", "Defined", "Managed", "Optimised")


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ("Unfamiliar (N/A)", "no_answer"),
        ("Unsure / Not applicable", "dont_know"),
        ("N/A - skip, I have not tried it", "no_answer"),
        ("Weiß nicht / keine Angabe", "dont_know"),
        ("Strongly agree - I know it well", ""),
        ("Good / very good", ""),
    ],
)
def test_answers_off_the_scale_may_be_put_in_several_words(answer, kind):
    assert scale_words().off_scale_kind(answer) == kind


def test_many_answers_on_four_levels_imply_no_fifth():
    assert (
        read_labels({"Not true at all": 20, "Slightly true": 20, "Somewhat true": 20, "Very true": 20}).levels
        == 4
    )


def test_an_answer_of_other_words_beside_its_equal_is_not_taken_for_a_level():
    found = read_labels({"Stimme zu": 9, "Stimme nicht zu": 9, "Stimme eher zu": 9, "trifft nicht zu": 4})
    assert found.unknown == ("trifft nicht zu",)


def test_levels_nobody_chose_are_written_like_the_others():
    assert read_labels({"STRONGLY AGREE": 12, "AGREE": 12, "DISAGREE": 12}).labels[0] == "STRONGLY DISAGREE"
