"""Further tools, older exports and other languages: header rows, own columns, who did not finish or only tried."""

import pytest

from alignment_model import data_files
from alignment_model.errors import DataFileError
from alignment_model.intake.recognition.survey_words import survey_words
from tests.intake.builders import read
from tests.intake.tools.test_tools import PLAN, qualtrics

STAMP = "2026-01-02 09:00:00"


def kinds(found):
    return [column.kind for column in found.columns]


def states(found):
    return [(note.row, note.reason, note.excluded) for note in found.rows]


def test_typeform_may_have_the_questions_above_their_options():
    rows = [
        ["", "Which tools do you use?", "", "How true?", "", "", "", ""],
        [
            "#",
            "Chat",
            "Search",
            "It is clear",
            "It is led",
            "What is your role?",
            "Start Date (UTC)",
            "Network ID",
        ],
        *[
            [f"{n:032x}", "Chat", "Search" if n else "", answer, answer, "Manager", STAMP, "ab"]
            for n, answer in enumerate(PLAN)
        ],
    ]
    found = read(rows)
    assert (found.tool, found.header_rows, found.respondents) == ("typeform", 2, 4)
    assert kinds(found) == [
        "metadata",
        "multi",
        "multi",
        "rating",
        "rating",
        "choice",
        "metadata",
        "metadata",
    ]
    assert (found.columns[4].group, found.columns[5].group, found.role.index) == ("How true?", "", 5)


def test_an_older_qualtrics_export_has_its_names_in_the_second_row():
    rows = [
        ["V1", "V2", "V4", "V7", "V8", "V9", "V10", "Q1_1", "Q1_2", "LocationAccuracy"],
        [
            "ResponseID",
            "ResponseSet",
            "ExternalDataReference",
            "Status",
            "StartDate",
            "EndDate",
            "Finished",
            "How much do you agree?-It is clear",
            "How much do you agree?-It is led",
            "LocationAccuracy",
        ],
        *[
            [
                f"R_{n}",
                "Default Response Set",
                "",
                1 if n == 0 else 0,
                STAMP,
                STAMP,
                1,
                1 + n % 5,
                1 + n % 4,
                -1,
            ]
            for n in range(12)
        ],
    ]
    found = read(rows)
    assert (found.tool, found.header_rows) == ("qualtrics", 2) and states(found) == [(3, "preview", True)]
    assert kinds(found) == ["metadata"] * 7 + ["rating", "rating", "metadata"]
    assert (found.columns[8].group, found.columns[8].item) == ("How much do you agree?", "It is led")


def test_the_group_qualtrics_adds_to_a_recommendation_is_no_answer():
    rows = qualtrics('"')
    for place, value in enumerate(
        ["Q3_NPS_GROUP", "Recommend? - Group", '{"ImportId": "QID3_NPS_GROUP"}', *"1231"]
    ):
        rows[place] = [*rows[place], value]
    assert kinds(read(rows))[-1] == "metadata"


@pytest.mark.parametrize(
    ("start", "end", "changed"),
    [
        ("Begintijd", "Tijd van voltooien", "Tijd van laatste wijziging"),
        ("Ora di inizio", "Ora di completamento", "Ora dell’ultima modifica"),
        ("Startzeit", "Fertigstellungszeit", "Letzte Änderungszeit"),
    ],
)
def test_microsoft_forms_says_in_each_language_when_an_answer_was_changed(start, end, changed):
    rows = [
        ["ID", start, end, changed, "Plan"],
        *[[n, "9:00", "9:05", "", answer] for n, answer in enumerate(PLAN)],
    ]
    assert kinds(read(rows)) == ["metadata"] * 4 + ["rating"]


def test_redcap_is_read_as_codes_and_as_labels():
    raw = [
        [
            "record_id",
            "redcap_survey_identifier",
            "plan_timestamp",
            "plan",
            "tools___1",
            "tools___2",
            "plan_complete",
        ],
        *[[n, "", STAMP, answer, n % 2, 1, 0 if n == 3 else 2] for n, answer in enumerate(PLAN)],
    ]
    labels = [
        [
            "Record ID",
            "Survey Identifier",
            "Survey Timestamp",
            "Plan",
            "Tools? (choice=Chat)",
            "Tools? (choice=Search)",
            "Complete?",
        ],
        *[
            [
                n,
                "",
                STAMP,
                answer,
                "Checked" if n % 2 else "Unchecked",
                "Checked",
                "Incomplete" if n == 3 else "Complete",
            ]
            for n, answer in enumerate(PLAN)
        ],
    ]
    for rows in (raw, labels):
        found = read(rows)
        assert found.tool == "redcap" and states(found) == [(5, "incomplete", False)]
        assert kinds(found) == ["metadata"] * 3 + ["rating", "multi", "multi", "metadata"]


def test_kobotoolbox_has_its_groups_before_a_stroke():
    rows = [
        [
            "start",
            "end",
            "today",
            "Statements/It is clear",
            "Statements/It is led",
            "_id",
            "_uuid",
            "_submission_time",
            "_index",
        ],
        *[
            [STAMP, STAMP, "2026-01-02", answer, answer, 70 + n, f"{n}-ab", STAMP, n]
            for n, answer in enumerate(PLAN)
        ],
    ]
    found = read(rows)
    assert (found.tool, kinds(found)) == ("kobotoolbox", ["metadata"] * 3 + ["rating"] * 2 + ["metadata"] * 4)
    assert (found.columns[4].group, found.columns[4].item) == ("Statements", "It is led")


def test_alchemer_has_its_statements_before_their_question():
    rows = [
        [
            "Response ID",
            "Time Started",
            "Date Submitted",
            "Status",
            "Comments",
            "City",
            "It is clear:How true?",
            "It is led:How true?",
        ],
        *[
            [n, STAMP, STAMP, "Partial" if n == 2 else "Complete", "", "Bonn", answer, answer]
            for n, answer in enumerate(PLAN)
        ],
    ]
    found = read(rows)
    assert (found.tool, states(found)) == ("alchemer", [(4, "incomplete", False)])
    assert kinds(found) == ["metadata"] * 6 + ["rating"] * 2
    assert (found.columns[7].group, found.columns[7].item) == ("How true?", "It is led")


def test_sosci_has_codes_over_texts_and_marks_pretests():
    rows = [
        ["CASE", "QUESTNNR", "MODE", "STARTED", "PL01_01", "PL01_02", "TIME001", "FINISHED", "MAXPAGE"],
        [
            "Interview-Nummer",
            "Fragebogen",
            "Interview-Modus",
            "Beginn",
            "Plan: Er ist klar",
            "Plan: Er wird geführt",
            "Verweildauer Seite 1",
            "Abgeschlossen?",
            "Hinterste Seite",
        ],
        *[
            [
                300 + n,
                "base",
                "pretest" if n == 0 else "interview",
                STAMP,
                1 + n % 5,
                -9 if n == 2 else 1 + n % 5,
                20 + n,
                0 if n == 1 else 1,
                4,
            ]
            for n in range(12)
        ],
    ]
    found = read(rows)
    assert (found.tool, found.header_rows) == ("sosci", 2)
    assert states(found) == [(3, "preview", True), (4, "incomplete", False)]
    assert kinds(found) == ["metadata"] * 4 + ["rating"] * 2 + ["metadata"] * 3
    assert found.columns[5].off_scale == {"-9": 1}


def test_unipark_says_in_codes_who_finished_and_who_tested():
    rows = [
        ["lfdn", "tester", "dispcode", "lastpage", "v_1", "v_2", "browser", "date_of_last_access"],
        *[
            [n, 1 if n == 0 else 0, 22 if n == 1 else 31, 7, 1 + n % 5, 1 + n % 5, "Chrome", STAMP]
            for n in range(12)
        ],
    ]
    found = read(rows)
    assert (found.tool, states(found)) == ("unipark", [(2, "preview", True), (3, "incomplete", False)])
    assert kinds(found) == ["metadata"] * 4 + ["rating"] * 2 + ["metadata"] * 2


def test_a_status_is_understood_in_tables_of_no_tool_too():
    rows = [
        ["Response ID", "Response Status", "Plan"],
        *[
            [n, ("Completed", "Partial", "Terminated", "Completed")[n], answer]
            for n, answer in enumerate(PLAN)
        ],
    ]
    found = read(rows)
    assert found.tool == "plain" and [note.row for note in found.flagged_rows] == [3, 4]


def test_people_who_were_asked_and_did_not_respond_are_flagged():
    rows = [["Role", "Responded", "Plan"], *[["Manager", n % 2, PLAN[n] if n % 2 else ""] for n in range(4)]]
    assert [note.row for note in read(rows).flagged_rows] == [2, 4]


def test_a_fault_in_the_tools_names_file_and_table(monkeypatch, tmp_path):
    text = (data_files.DATA_DIRECTORY / "survey_columns.toml").read_text(encoding="utf-8")
    (tmp_path / "survey_columns.toml").write_text(
        text.replace('["lfdn", "dispcode"]', '["lfdn"]'), encoding="utf-8"
    )
    monkeypatch.setattr("alignment_model.data_files.DATA_DIRECTORY", tmp_path)
    with pytest.raises(DataFileError, match="at least two marks"):
        survey_words.__wrapped__()


def test_typeform_writes_a_title_beside_other_and_a_score_of_its_own():
    given = [("Finance director", ""), ("Team member", ""), ("Other", "Chief of staff"), ("", "CEO")]
    rows = [
        [
            "#",
            "Which of these describes you best?",
            "Other",
            "Plan",
            "score",
            "Submit Date (UTC)",
            "Network ID",
        ]
    ]
    rows += [[f"{n:032x}", *given[n], PLAN[n], n, STAMP, "ab"] for n in range(4)]
    found = read(rows)
    assert kinds(found)[3:] == ["rating", "metadata", "metadata", "metadata"]
    assert found.role.counts == {"Finance director": 1, "Team member": 1, "Chief of staff": 1, "CEO": 1}
