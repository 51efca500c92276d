"""Text is the same whatever encoding it arrives in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.intake.reading.decoding import decode_text

GERMAN = "Rolle;Führung\nVorstand;Stimme völlig zu – größtenteils\nMitarbeiter;weiß nicht, „später“\n"
FRENCH = "Rôle;Réponse\nDirecteur;Plutôt d’accord à l’étranger\nSalarié;Ça dépend… déjà\n"
SPANISH = "Rol;¿Está de acuerdo?\nDirección;Ni de acuerdo ni en desacuerdo, señor\n"
WESTERN = st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60)


@pytest.mark.parametrize(
    "codec, encoding, bom",
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", True),
        ("utf-16", "utf-16", True),
        ("utf-16-le", "utf-16-le", False),
        ("utf-16-be", "utf-16-be", False),
        ("utf-32", "utf-32", True),
        ("cp1252", "windows-1252", False),
        ("mac-roman", "mac-roman", False),
    ],
)
@pytest.mark.parametrize("text", [GERMAN, FRENCH, SPANISH])
def test_every_encoding_gives_the_same_text(text, codec, encoding, bom):
    decoded = decode_text(text.encode(codec))
    assert (decoded.text, decoded.encoding, decoded.bom) == (text, encoding, bom)


def test_big_endian_utf16_with_a_mark_is_read():
    assert decode_text(b"\xfe\xff" + GERMAN.encode("utf-16-be")).text == GERMAN


def test_a_bad_byte_in_utf8_spoils_only_itself_and_its_line_is_named():
    decoded = decode_text(GERMAN.encode() + b"CEO;Don\x92t know\n")
    assert decoded.text == GERMAN + "CEO;Don’t know\n"
    (problem,) = decoded.problems
    assert (problem.code, problem.cell) == ("file.bad_bytes", "line 4")


def test_a_byte_no_encoding_knows_becomes_a_mark():
    assert decode_text("Führung für alle ".encode() + b"\x81").text == "Führung für alle \ufffd"


def test_an_old_encoding_is_said_to_be_guessed():
    (problem,) = decode_text(GERMAN.encode("cp1252")).problems
    assert problem.code == "file.encoding_guessed"
    assert "Windows-1252" in problem.found


def test_half_a_character_at_the_end_of_utf16_is_told():
    decoded = decode_text(GERMAN.encode("utf-16-le")[:-1])
    assert decoded.text[:-1] == GERMAN[:-1]
    assert [problem.code for problem in decoded.problems] == ["file.bad_bytes"]


def test_zero_characters_are_left_out_and_told():
    decoded = decode_text(b"Role,Q1\nCE\x00O,4\nCFO,5\nCTO,3\nBoard member,4\n")
    assert decoded.text.startswith("Role,Q1\nCEO,4\n")
    assert [(problem.code, problem.cell) for problem in decoded.problems] == [
        ("file.nul_characters", "line 2")
    ]


@given(WESTERN)
def test_utf8_is_always_read_back_exactly(text):
    assert decode_text(text.encode()).text == text


@given(st.binary(max_size=300))
def test_any_bytes_at_all_become_text(data):
    assert isinstance(decode_text(data).text, str)
