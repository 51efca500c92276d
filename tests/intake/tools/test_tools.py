"""Each tool is known by its own marks; header rows and metadata follow."""

import pytest

from tests.intake.builders import codes, read

PLAN = ["Agree", "Disagree", "Strongly agree", "Neutral"]
QUALTRICS = [
    ["StartDate", "EndDate", "Status", "Finished", "ResponseId", "Q1", "Q2_1", "Q2_2"],
    [
        "Start Date",
        "End Date",
        "Response Type",
        "Finished",
        "Response ID",
        "Your role?",
        "How true? - It is clear",
        "How true? - It is led",
    ],
]


def qualtrics(quote, statuses=("IP Address",) * 4, finished=("True",) * 4):
    ids = ["startDate", "endDate", "status", "finished", "_recordId", "QID1", "QID2_1", "QID2_2"]
    third = ["{" + f"{quote}ImportId{quote}: {quote}{name}{quote}" + "}" for name in ids]
    people = [
        [
            "2026-01-02 09:00:00",
            "2026-01-02 09:09:00",
            statuses[n],
            finished[n],
            f"R_{n}",
            "Manager",
            PLAN[n],
            PLAN[n],
        ]
        for n in range(4)
    ]
    return [*QUALTRICS, third, *people]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_qualtrics_is_known_by_its_import_ids_in_json_or_python_quotes(quote):
    found = read(qualtrics(quote))
    assert (found.tool, found.header_rows, found.respondents) == ("qualtrics", 3, 4)
    assert [column.kind for column in found.columns] == ["metadata"] * 5 + ["choice", "rating", "rating"]
    assert found.columns[6].group == "How true?" and found.columns[6].item == "It is clear"


def test_qualtrics_previews_are_kept_out_and_unfinished_answers_flagged():
    found = read(qualtrics('"', ("Survey Preview", *["IP Address"] * 3), ("True", "False", "True", "True")))
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(4, "preview")]
    assert [(note.row, note.reason) for note in found.flagged_rows] == [(5, "incomplete")]
    assert found.respondents == 3


@pytest.mark.parametrize(
    ("state", "other", "unfinished"),
    [
        ("Umfragevorschau", "IP-Adresse", "Falsch"),
        ("Aperçu de l’enquête", "Adresse IP", "Faux"),
        ("Vista previa de la encuesta", "Dirección IP", "Falso"),
        ("Pré-visualização da pesquisa", "Endereço IP", "Não"),
        ("Enquêtevoorbeeld", "IP-adres", "Onwaar"),
        ("Offline survey preview", "IP Address", "False"),
        ("17", "0", "0"),
    ],
)
def test_qualtrics_previews_and_unfinished_answers_are_known_in_each_language(state, other, unfinished):
    found = read(qualtrics('"', (state, other, other, other), ("1", unfinished, "1", "1")))
    assert [(note.row, note.reason) for note in found.excluded_rows] == [(4, "preview")]
    assert [(note.row, note.reason) for note in found.flagged_rows] == [(5, "incomplete")]


def test_surveymonkey_fills_its_questions_to_the_right():
    rows = [
        ["Respondent ID", "Collector ID", "Your role?", "How true?", "", "Anything else?"],
        ["", "", "Response", "It is clear", "It is led", "Open-Ended Response"],
        *[[n, 7, "Manager", PLAN[n % 4], PLAN[n % 3], f"Word {n}"] for n in range(8)],
    ]
    found = read(rows)
    assert (found.tool, found.header_rows) == ("surveymonkey", 2)
    assert found.columns[4].header == "How true? – It is led"


@pytest.mark.parametrize("stamp", ["Timestamp", "Zeitstempel", "Horodateur", "Marca temporal", "Tijdstempel"])
def test_google_forms_starts_with_a_timestamp(stamp):
    rows = [
        [stamp, "Role", "How true? [It is clear]"],
        *[["1/2/2026 9:00:00", "Manager", answer] for answer in PLAN],
    ]
    found = read(rows)
    assert (found.tool, found.columns[0].kind, found.columns[2].kind) == ("googleforms", "metadata", "rating")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("Start time", "Completion time"),
        ("Startzeit", "Fertigstellungszeit"),
        ("Heure de début", "Heure de fin"),
    ],
)
def test_microsoft_forms_has_a_start_and_a_completion(start, end):
    rows = [
        ["ID", start, end, "Rolle", "Plan"],
        *[[n, "9:00", "9:05", "Manager", answer] for n, answer in enumerate(PLAN)],
    ]
    assert read(rows).tool == "msforms"


def test_limesurvey_flags_who_did_not_submit():
    rows = [
        ["Response ID", "Date submitted", "Last page", "G1Q1. Role", "G1Q2[SQ1]. How true? [It is clear]"]
    ]
    rows += [[n, "2026-01-02 09:00:00" if n else None, 3, "Manager", answer] for n, answer in enumerate(PLAN)]
    found = read(rows)
    assert found.tool == "limesurvey" and [note.reason for note in found.flagged_rows] == ["incomplete"]
    assert (found.columns[4].group, found.columns[4].item) == ("How true?", "It is clear")


def test_typeform_starts_with_a_hash():
    rows = [["#", "Role", "Plan", "Submit Date (UTC)", "Network ID"]]
    rows += [[f"{n:032x}", "Manager", answer, "2026-01-02 09:00:00", "ab"] for n, answer in enumerate(PLAN)]
    found = read(rows)
    assert found.tool == "typeform" and [column.kind for column in found.columns][::4] == [
        "metadata",
        "metadata",
    ]


def test_a_table_of_no_tool_is_plain():
    assert read([["Role", "Plan"], *[["Manager", answer] for answer in PLAN]]).tool == "plain"


def test_no_tool_asks_about_its_own_columns():
    assert "column.unknown" not in codes(read(qualtrics('"')))


def test_qualtrics_without_its_import_ids_is_known_by_codes_over_their_questions():
    rows = [
        ["Finished", "Q4_1", "Q4_2", "Q5_1", "Q5_2", "Q5_2_TEXT"],
        ["Finished", "How true? - It is clear", "How true? - It is led", "Which tools? - Selected Choice - Chat",
         "Which tools? - Selected Choice - Others:", "Which tools? - Others: - Text"],
        *[["TRUE", answer, answer, "Chat", "Others:", "Abacus"] for answer in PLAN],
    ]  # fmt: skip
    found = read(rows)
    assert (found.tool, found.header_rows, found.respondents) == ("qualtrics", 2, 4)
    assert [column.kind for column in found.columns] == [
        "metadata",
        "rating",
        "rating",
        "multi",
        "multi",
        "text",
    ]
    assert found.columns[3].item == "Chat"


def test_limesurvey_is_known_by_codes_before_its_headings():
    rows = [
        [
            "id. Response ID",
            "submitdate. Date submitted",
            "mood. How do you feel?",
            "Aim[SQ001]. How true? [It is clear]",
        ],
        *[[n, "" if n == 2 else "2026-01-02 09:00:00", "Good", answer] for n, answer in enumerate(PLAN)],
    ]
    found = read(rows)
    assert (found.tool, len(found.flagged_rows)) == ("limesurvey", 1)
    assert [column.header for column in found.columns[2:]] == ["How do you feel?", "How true? – It is clear"]
