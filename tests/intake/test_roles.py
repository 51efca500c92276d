"""The role column is found by its answers, and every answer means one role or is asked."""

import pytest

from alignment_model.errors import DataFileError
from alignment_model.intake.role_titles import office_of
from alignment_model.intake.roles import role_meaning
from alignment_model.intake.title_shapes import title_shapes
from tests.intake.builders import only, read


@pytest.mark.parametrize(
    ("answer", "role"),
    [
        ("ceo", "CEO"), ("CFO (Chief Financial Officer)", "CFO"), ("Chief technology officer", "CTO"),
        ("Other executives", "Other executive"), ("Managers", "Manager"), ("Employees", "Employee"),
        ("Board member", "Board"), ("COO", "Other executive"), ("Vice President, Sales", "Other executive"),
        ("Manager / Team lead", "Manager"), ("Mitarbeiterin", "Employee"), ("Staff", "Employee"),
        ("Executive", "Other executive"), ("Geschäftsführer:in (CEO)", "CEO"),
        ("2. Abteilungsleiter*in (m/w/d)", "Manager"), ("MitarbeiterIn", "Employee"),
        ("Directeur·rice financier·ère", "CFO"), ("Director/a de tecnología", "CTO"),
        ("Empleado/a (sin personal a cargo)", "Employee"), ("Interim CFO", "CFO"), ("I am the CEO", "CEO"),
        ("VP Engineering", "Other executive"), ("Chief data & AI officer", "Other executive"),
        ("C-level (CEO, CFO, CTO)", "Other executive"), ("Executive (VP and above)", "Other executive"),
        ("Board of management", "Other executive"), ("Teamlead", "Manager"), ("Senior director", "Manager"),
        ("Responsable de service", "Manager"), ("Mitarbeiter mit Führungsverantwortung", "Manager"),
        ("Not a manager", "Employee"), ("Mitarbeitende ohne Personalverantwortung", "Employee"),
        ("Niet-leidinggevend", "Employee"), ("Gerente general", "CEO"), ("CIO / IT-Leiter", "Other executive"),
        ("Board member (no management role)", "Board"), ("DAF", "CFO"), ("DSI", "Other executive"), ("DG", "CEO"),
        ("Senior software engineer", "Employee"), ("Data analyst II", "Employee"),
        ("Owner/Executive/C-Level", "Other executive"),
        ("Founder & CTO", "CTO"), ("Senior Director of Product", "Manager"), ("Directrice RH", "Other executive"),
    ],
)  # fmt: skip
def test_aliases_mean_their_role(answer, role):
    assert (role_meaning(answer).role, role_meaning(answer).certainty) == (role, "sure")


@pytest.mark.parametrize(
    ("answer", "role"),
    [
        ("Managr", "Manager"), ("Head of wizardry", "Manager"), ("Deputy CFO", "Other executive"), ("Owner", "CEO"),
        ("Managing Director (Germany)", "CEO"), ("Chairman & CEO", "CEO"), ("CFO/COO", "CFO"),
        ("CEO EMEA", "CEO"), ("Regional CFO", "CFO"), ("Technicien", "Employee"),
        ("Assistant to the CEO", "Employee"), ("Head of unit", "Manager"),
        ("Führungskraft ohne Personalverantwortung", "Manager"), ("Lead software engineer", "Employee"),
        ("Stellvertretender Abteilungsleiter", "Manager"), ("Administrator", "Employee"), ("Manager or above", "Manager"),
    ],
)  # fmt: skip
def test_likely_roles_are_only_proposed(answer, role):
    assert (role_meaning(answer).role, role_meaning(answer).certainty) == (role, "likely")


@pytest.mark.parametrize(
    "answer",
    ["Astronaut", "Manager / Employee and CEO", "7", "Former CEO", "Executive/Director", "Board / Executive",
     "Board secretary", "Student", "Self-employed"],
)  # fmt: skip
def test_other_answers_are_unknown_or_likely_never_sure(answer):
    assert role_meaning(answer).certainty != "sure"


@pytest.mark.parametrize(
    "answer", ["COO", "coo (Chief operating officer)", "Interim COO - Operations director"]
)
def test_an_office_is_told_apart_however_it_is_written(answer):
    assert office_of(answer).code == "COO"


def test_an_office_of_several_people_is_none():
    assert office_of("COO / CIO") is None and office_of("Astronaut") is None


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('role = "Wizard"\ncertainty = "sure"\npatterns = ["a"]', "'Wizard' is no role"),
        ('role = "CEO"\ncertainty = "quite"\npatterns = ["a"]', "'quite' is not known"),
        ('role = "CEO"\ncertainty = "sure"\npatterns = ["("]', "no regular expression"),
    ],
)
def test_a_fault_in_the_titles_names_file_and_table(written, says, tmp_path, monkeypatch):
    (tmp_path / "role_titles.toml").write_text(f"[[titles]]\n{written}", encoding="utf-8")
    monkeypatch.setattr("alignment_model.data_files.DATA_DIRECTORY", tmp_path)
    with pytest.raises(DataFileError, match=says) as error:
        title_shapes.__wrapped__()
    assert "role_titles.toml" in str(error.value) and "titles[0]" in str(error.value)


def test_the_column_with_known_roles_wins_over_another_that_is_called_role():
    rows = [["Role", "Role group"], *[["Wizard", "Manager"], ["Bard", "Staff"], ["Druid", "Executive"]] * 4]
    assert read(rows).role.header == "Role group"


def test_a_column_is_found_by_its_answers_alone():
    rows = [["Colour", "You are"], *[["red", "Manager"], ["blue", "CEO"], ["red", "Employee"]] * 4]
    assert read(rows).role.header == "You are"


def test_a_single_choice_spread_over_columns_is_one_role():
    rows = [["Respondent ID", "Collector ID", "Your role", "", "", "Plan"],
            ["", "", "CEO", "Manager", "Employee", "Response"],
            *[[n, 1, *["CEO" if n == 0 else "", "Manager" if n in (1, 2) else "", "Employee" if n > 2 else ""], "Agree"]
              for n in range(6)]]  # fmt: skip
    found = read(rows)
    assert found.role.counts == {"CEO": 1, "Manager": 2, "Employee": 3} and found.role.index == 2


def test_what_is_written_beside_other_is_the_role_where_it_means_one():
    given = [("CEO", ""), ("Manager", ""), ("", "CFO"), ("Other", "wizard"), ("", "druid")]
    rows = [["Respondent ID", "Collector ID", "Your role", "", "Plan"],
            ["", "", "Response", "Other (please specify)", "Response"],
            *[[n, 1, *answers, "Agree"] for n, answers in enumerate(given)]]  # fmt: skip
    found = read(rows)
    assert found.role.index == 2 and found.role.counts == {
        "CEO": 1,
        "Manager": 1,
        "CFO": 1,
        "Other": 1,
        "druid": 1,
    }


def test_a_title_beside_options_in_a_column_each_counts_and_never_takes_their_place():
    given = [("Manager", "", ""), ("Manager", "", ""), ("", "Employee", ""), ("", "", "Chief of staff")]
    rows = [["Respondent ID", "Collector ID", "What is your role?", "", "", "Plan"],
            ["", "", "Manager", "Employee", "Other (please specify)", "Response"],
            *[[n, 1, *answers, "Agree"] for n, answers in enumerate(given)]]  # fmt: skip
    found = read(rows)
    assert found.role.index == 2 and found.role.counts["Chief of staff"] == 1 and found.role.blank == 0


def test_numbers_under_a_question_on_the_role_are_asked_about_not_rated():
    rows = [
        ["What is your role?", "Plan", "Budget", "Skills"],
        *[[1 + n % 3, 1 + n % 5, 1 + n % 4, 5] for n in range(20)],
    ]
    found = read(rows)
    assert found.role.index == 0 and set(found.role.mapped.values()) == {None}
    assert [column.kind for column in found.columns][:2] == ["choice", "rating"]


@pytest.mark.parametrize(
    "heading", ["Which tools help you in your role?", "What role does AI play?", "My role is clear"]
)
def test_a_question_that_only_speaks_of_roles_is_not_the_role(heading):
    rows = [[heading, "Plan"], *[["Chat", "Agree"], ["Search", "Disagree"]] * 4]
    assert read(rows).role is None


def test_the_role_stands_in_the_contract():
    rows = [["Role", "Plan"], ["CEO", "Agree"], ["Manager", "Agree"], ["Manager", "Disagree"]]
    assert read(rows).as_dict()["role"] == {"index": 0, "header": "Role", "counts": {"CEO": 1, "Manager": 2}}


def test_roles_that_differ_in_capitals_only_are_asked_about_once():
    rows = [["Role", "We share one plan"], ["Astronaut", 4], ["ASTRONAUT", 3], ["Manager", 2]]
    found = read(rows)
    assert only(found, "role.unknown").count("2 people") == 1
