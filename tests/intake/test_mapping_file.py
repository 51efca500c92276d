"""The mapping file: read, written, read again; every fault named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignment_model.errors import InputError
from alignment_model.framework import load_framework
from alignment_model.intake import ColumnChoice, ColumnMapping, RoleChoice, load_mapping, mapping_to_toml

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
ROLES = st.sampled_from(["", *(role.code for role in load_framework().roles)])
LABELS = st.lists(TEXT, min_size=2, max_size=4, unique=True).map(tuple)
CHOICES = st.builds(
    ColumnChoice,
    column=TEXT,
    occurrence=st.integers(1, 3),
    question=TEXT,
    text=TEXT,
    layer=st.sampled_from(["", "societal_trust"]),
    reversed=st.sampled_from([None, True, False]),
    labels=st.one_of(st.just(()), LABELS),
    read_as=st.dictionaries(TEXT, TEXT, max_size=2),
    ignore=st.booleans(),
)
MAPPINGS = st.builds(
    ColumnMapping,
    title=TEXT,
    role=st.one_of(
        st.none(), st.builds(RoleChoice, TEXT, st.dictionaries(TEXT, ROLES, max_size=3), st.integers(1, 2))
    ),
    columns=st.lists(CHOICES, max_size=3).map(tuple),
    keep=st.lists(TEXT, max_size=2).map(tuple),
    attributed_roles=st.one_of(st.none(), st.just(("CEO", "COO"))),
    form=TEXT,
)


@given(MAPPINGS)
def test_a_mapping_survives_the_file(mapping):
    assert load_mapping(mapping_to_toml(mapping)) == mapping


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("colour = 1", "colour", "the key 'colour'"),
        ("title = 3", "title", "3"),
        ("[role]\nvalues = {}", "role.column", "nothing"),
        ('[role]\ncolumn = "R"\n[role.values]\nBoss = "Boss"', "role.values.Boss", "the role 'Boss'"),
        ('[[questions]]\nlayer = "x"', "questions[1].column", "nothing"),
        ('[[questions]]\ncolumn = "A"\nlayer = "x"', "questions[1].layer", "'x'"),
        ('[[questions]]\ncolumn = "A"\nlabels = ["one"]', "questions[1].labels", "['one']"),
        ('[[questions]]\ncolumn = "A"\nreversed = "no"', "questions[1].reversed", "'no'"),
        ('attributed_roles = ["King"]', "attributed_roles", "the role 'King'"),
    ],
)
def test_a_fault_is_named_with_table_and_key(text, place, found):
    with pytest.raises(InputError) as caught:
        load_mapping(text)
    assert [(problem.cell, problem.found) for problem in caught.value.problems if problem.cell == place] == [
        (place, found)
    ]


def test_text_that_is_not_toml_is_refused():
    with pytest.raises(InputError, match="not TOML"):
        load_mapping("role = [")


def test_all_faults_are_named_at_once():
    with pytest.raises(InputError) as caught:
        load_mapping('colour = 1\nsize = 2\n[[questions]]\nlayer = "x"')
    assert len(caught.value.problems) == 4
