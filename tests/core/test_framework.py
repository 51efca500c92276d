"""The framework file: complete, consistent, and honest about its own faults."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from alignment_model.data_files import DATA_DIRECTORY
from alignment_model.errors import DataFileError
from alignment_model.framework import BASE_ROLES, LAYER_CODES, PATTERN_CODES, fold, load_framework
from alignment_model.questionnaire import load_questionnaire

FRAMEWORK = load_framework()
TEXT = (DATA_DIRECTORY / "framework.toml").read_text(encoding="utf-8")
PATTERNS = tomllib.loads((DATA_DIRECTORY / "patterns.toml").read_text(encoding="utf-8"))["patterns"]
SIGNALS = [(pattern["code"], signal) for pattern in PATTERNS for signal in pattern["signals"]]
SIGNAL_IDS = [signal["code"] for _, signal in SIGNALS]
REGISTER = {
    "register.pilot_conversion",
    "register.pilot_age_months",
    "register.no_outcome_share",
    "register.no_owner_share",
    "register.announced_unmeasured_share",
    "register.duplicate_share",
    "register.purpose_missing_share",
    "register.low_adoption_share",
}
ANSWERED = {
    "position",
    "gap",
    "disagreement",
    "dont_know",
    "chain_gap",
    "theory_gap",
    "overlap",
    "effect_range",
}


def test_the_framework_has_everything_the_sources_describe() -> None:
    assert [layer.code for layer in sorted(FRAMEWORK.layers, key=lambda layer: layer.order)] == list(
        LAYER_CODES
    )
    assert [role.code for role in FRAMEWORK.roles][:7] == list(BASE_ROLES)
    assert tuple(pattern.code for pattern in FRAMEWORK.patterns) == PATTERN_CODES
    sizes = {
        name: len(getattr(FRAMEWORK, name))
        for name in ("lenses", "stages", "domains", "imperatives", "themes")
    }
    assert sizes == {"lenses": 10, "stages": 6, "domains": 4, "imperatives": 4, "themes": 7}
    assert [stage.kind for stage in FRAMEWORK.stages] == ["activity"] * 3 + ["outcome"] * 3
    assert len(FRAMEWORK.preconditions) == 3
    assert len(FRAMEWORK.reference_figures) >= 30


def test_every_lens_has_an_outcome_it_cares_about() -> None:
    named = {lens for outcome in FRAMEWORK.value_outcomes for lens in outcome.lenses}
    assert named == {lens.code for lens in FRAMEWORK.lenses}


def test_every_imperative_and_theme_answers_a_pattern() -> None:
    assert {item.imperative for item in FRAMEWORK.patterns} == {item.code for item in FRAMEWORK.imperatives}
    assert {theme for item in FRAMEWORK.patterns for theme in item.themes} == {
        item.code for item in FRAMEWORK.themes
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Chief Financial Officer", "CFO"),
        ("finance director", "CFO"),
        ("  C.F.O ", "CFO"),
        ("Vorstand", "Other executive"),
        ("Geschäftsführer", "Other executive"),
        ("geschaftsfuhrer", "Other executive"),
        ("Vorstandsvorsitzender", "CEO"),
        ("Directrice générale", "CEO"),
        ("Non-executive director", "Board"),
        ("Consejo de administración", "Board"),
        ("Raad van commissarissen", "Board"),
        ("Team lead", "Manager"),
        ("Middle manager", "Manager"),
        ("Mandos intermedios", "Manager"),
        ("Individual contributor", "Employee"),
        ("Staff", "Employee"),
        ("Funcionário", "Employee"),
        ("Medewerker", "Employee"),
        ("IT director", "CIO"),
        ("astronaut", None),
    ],
)
def test_a_role_is_known_by_what_people_call_it(text: str, code: str | None) -> None:
    role = FRAMEWORK.recognise_role(text)
    assert (role.code if role else None) == code


def test_protected_roles_and_offices_are_as_promised() -> None:
    attributed = {role.code for role in FRAMEWORK.roles if role.attributed and not role.counts_as}
    assert attributed == {"CEO", "CFO", "CTO"}
    offices = {role.code for role in FRAMEWORK.roles if role.counts_as}
    assert offices == {"COO", "CIO", "CDO", "CHRO", "CMO", "CRO", "General Counsel"}
    assert all(role.attributed and role.leadership for role in FRAMEWORK.roles if role.counts_as)


def test_every_figure_names_its_source_and_bears_on_something_that_exists() -> None:
    codes = {question.code for question in load_questionnaire().questions}
    for table in ("layers", "patterns", "stages", "domains"):
        codes |= {item.code for item in getattr(FRAMEWORK, table)}
    for figure in FRAMEWORK.reference_figures:
        assert set(figure.bears_on) <= codes, figure.code
        assert figure.publisher and figure.source_note.startswith(("AIVAG", "AID", "TRG")), figure.code
        assert re.search(r"\d", figure.value), figure.code
        assert 2020 <= figure.year <= 2026, figure.code


def test_every_layer_and_pattern_has_a_published_figure_beside_it() -> None:
    for code in (*LAYER_CODES, *PATTERN_CODES):
        assert FRAMEWORK.figures_for(code), code
    assert FRAMEWORK.figures_for("no_such_code") == ()


def test_the_figure_that_is_about_a_subject_comes_before_those_that_touch_it() -> None:
    found = [figure.bears_on.index("trust_ceiling") for figure in FRAMEWORK.figures_for("trust_ceiling")]
    assert found == sorted(found) and found[0] == 0 and found[-1] > 0


def test_no_published_figure_is_left_without_a_page_that_shows_it() -> None:
    pages = {
        item.code
        for table in ("layers", "patterns", "stages", "domains")
        for item in getattr(FRAMEWORK, table)
    }
    for figure in FRAMEWORK.reference_figures:
        assert pages & set(figure.bears_on), figure.code


def test_folding_is_blind_to_case_accents_and_punctuation() -> None:
    assert fold("Directeur général (PDG)") == fold("directeur-general pdg")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('code = "trust_ceiling"', 'code = "trust_roof"', ("patterns", "code", "trust_ceiling")),
        ('imperative = "define_value"', 'imperative = "hope"', ("patterns[2]", "imperative", "hope")),
        ('themes = ["readiness"]', 'themes = ["luck"]', ("patterns", "themes", "luck")),
        ('counts_as = "Other executive"', 'counts_as = "Nobody"', ("roles[7]", "counts_as", "Nobody")),
        ('kind = "outcome"', 'kind = "magic"', ("stages[3]", "magic")),
        ('lenses = ["ceos"]', 'lenses = ["aliens"]', ("value_outcomes[0]", "lenses", "aliens")),
        ('"Vorstandsmitglied"', '"Finance director"', ("roles[4]", "aliases", "CFO")),
        ('key_concern = "What changes in practice"', "", ("lenses[4]", "key_concern")),
        ("order = 3", 'order = "three"', ("layers[2]", "order", "int")),
        ('version = "1"', "version = 1", ("version",)),
    ],
)
def test_a_fault_names_file_table_and_key(tmp_path: Path, old: str, new: str, words: tuple[str, ...]) -> None:
    assert old in TEXT
    path = tmp_path / "framework.toml"
    path.write_text(TEXT.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_framework(path)
    for word in ("framework.toml", *words):
        assert word in str(caught.value)


def test_a_missing_or_broken_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="missing"):
        load_framework(tmp_path / "framework.toml")
    path = tmp_path / "broken.toml"
    path.write_text("version = ", encoding="utf-8")
    with pytest.raises(DataFileError, match=r"broken\.toml: this is not valid TOML"):
        load_framework(path)


def test_every_pattern_has_three_to_six_signals_of_two_kinds() -> None:
    assert [pattern["code"] for pattern in PATTERNS] == list(PATTERN_CODES)
    for pattern in PATTERNS:
        assert 3 <= len(pattern["signals"]) <= 6, pattern["code"]
        assert len({signal["source"] for signal in pattern["signals"]}) >= 2, pattern["code"]


def test_a_survey_without_register_and_employees_can_be_judged() -> None:
    for pattern in PATTERNS:
        total = sum(signal["weight"] for signal in pattern["signals"])
        asked = sum(s["weight"] for s in pattern["signals"] if s["source"] not in ("register", "employees"))
        assert asked / total >= 0.6, pattern["code"]


@pytest.mark.parametrize(("pattern", "signal"), SIGNALS, ids=SIGNAL_IDS)
def test_a_signal_is_whole_and_gives_its_reason(pattern: str, signal: dict[str, object]) -> None:
    register = str(signal["measure"]).startswith("register.")
    assert signal["measure"] in (REGISTER if register else ANSWERED)
    assert ("roles" not in signal) == register == (signal["source"] == "register")
    assert signal.get("roles", "leadership") in ("leadership", "managers", "employees")
    assert signal["none"] != signal["full"]
    assert signal["weight"] > 0
    assert len(str(signal["reason"]).split()) >= 8, "a threshold has a reason"
    assert len(str(signal["label"])) <= 42


def test_signal_codes_are_unique() -> None:
    assert len(set(SIGNAL_IDS)) == len(SIGNAL_IDS)


# Managers' view of growth counts only on average with the leaders', and has half the weight of another signal.
EARLY = {"managers_see_activity_rising": 0.38}


def test_ordinary_positions_are_no_evidence_and_clear_ones_are() -> None:
    """A statement at 3.3 to 3.6 counts nothing or nearly; one at 2.2 (or 4.6) counts in full."""
    for _, signal in SIGNALS:
        if signal["measure"] != "position":
            continue
        span = signal["full"] - signal["none"]
        most = EARLY.get(signal["code"], 0.26)
        assert all((x - signal["none"]) / span <= most for x in (3.3, 3.6)), signal["code"]
        assert (2.2 - signal["none"]) / span >= 1 or (4.6 - signal["none"]) / span >= 1, signal["code"]
