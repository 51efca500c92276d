"""The open questions about a file, one plain widget each: only what nobody but a person can know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import streamlit as st

from alignment_model import wording
from alignment_model.intake import (
    ColumnChoice,
    ColumnMapping,
    RecognisedColumn,
    Recognition,
    RoleChoice,
    mapping_to_toml,
    proposed_mapping,
)
from alignment_model.intake.recognition.scales.scale_reading import DOUBT_DIRECTION, DOUBT_SPELLING
from alignment_model.ui import components, data
from alignment_model.ui.emphasis import main_button
from alignment_model.ui.importing import mapping as import_mapping

LEAVE_OUT = "Leave these people out"
SPEAKS_FOR, SPEAKS_AGAINST = "Agreeing is good", "Agreeing is bad"
SAME_QUESTION, NOT_USED = "Yes, it is that question", "No, leave the column out"
BETWEEN_LABELS = " < "
Choices = dict[tuple[str, int], ColumnChoice]


def show(recognition: Recognition) -> None:
    """A form with the open questions; answering them is kept for the next wave of the same form."""
    if not recognition.questions or not recognition.columns:
        return
    proposed = proposed_mapping(recognition)
    choices: Choices = {(choice.column, choice.occurrence): choice for choice in proposed.columns}
    st.subheader("Decide what the file does not say", anchor=False)
    with st.form("open_questions"):
        if not any(column.match for column in recognition.columns):
            _own_questions(choices)
        role = _role(recognition, proposed)
        choices = {**choices, **dict(_columns(recognition, choices))}
        if st.form_submit_button("Apply", type=main_button()):
            decided = replace(proposed, role=role, columns=tuple(choices.values()))
            import_mapping.use(mapping_to_toml(decided))


def _own_questions(choices: Choices) -> None:
    count = sum(choice.own for choice in choices.values())
    components.note(
        f"None of our questions is in this file. {wording.count(count, 'rated column')} will be loaded as questions of "
        "your own, in one group. To sort them into layers or groups, use the table below first."
    )


def _role(recognition: Recognition, proposed: ColumnMapping) -> RoleChoice | None:
    roles = {role.code: role.name for role in data.framework().roles}
    if recognition.role is None:
        return _role_column(recognition, roles)
    values = dict(proposed.role.values) if proposed.role else {}
    for answer, meaning in recognition.role.mapped.items():
        if meaning is None:
            people = wording.count(recognition.role.counts[answer], "person", "people")
            options = [*roles, LEAVE_OUT]
            likely = recognition.role.proposed.get(answer)
            chosen = st.selectbox(
                components.plain(f"“{answer}” ({people}) stands for"),
                options,
                index=options.index(likely) if likely in options else None,
                format_func=lambda code: roles.get(code, code),
                placeholder="Choose a role",
                key=_key(recognition, "role", answer),
            )
            if chosen is not None:
                values[answer] = "" if chosen == LEAVE_OUT else chosen
    return RoleChoice(recognition.role.header, values, recognition.role.occurrence)


def _role_column(recognition: Recognition, roles: dict[str, str]) -> RoleChoice | None:
    columns = recognition.columns
    chosen = st.selectbox(
        "Which column says each person's role?",
        range(len(columns)),
        index=None,
        format_func=lambda index: columns[index].header or f"Column {index + 1}",
        placeholder="Choose the column, or say below that everybody has one role",
        key=_key(recognition, "role_column", ""),
    )
    everybody = st.selectbox(
        "Or everybody answered as",
        list(roles),
        index=None,
        format_func=lambda code: roles[code],
        placeholder="Choose a role",
        key=_key(recognition, "everybody", ""),
    )
    if chosen is not None:
        return RoleChoice(columns[chosen].header, {}, columns[chosen].occurrence)
    return RoleChoice("", {"": everybody}) if everybody else None


def _columns(recognition: Recognition, choices: Choices) -> Iterator[tuple[tuple[str, int], ColumnChoice]]:
    asked: dict[tuple[object, ...], tuple[str, ...]] = {}
    for column in recognition.columns:
        place = (column.header, column.occurrence)
        choice = choices.get(place)
        if column.match is not None and not column.match.sure and column.choice is None:
            choice = _same_question(recognition, column)
        elif column.question is not None and any(read.kind == "doubtful" for read in column.reads.values()):
            choice = _answers(recognition, column, choice)
        elif choice is not None and choice.own:
            choice = _own(recognition, column, choice, asked)
        if choice is not None:
            yield place, choice


def _same_question(recognition: Recognition, column: RecognisedColumn) -> ColumnChoice:
    assert column.match is not None
    question = recognition.questionnaire.question(column.match.code)
    chosen = st.radio(
        components.plain(f"Is “{column.header}” our question “{question.text}”?"),
        [SAME_QUESTION, NOT_USED],
        key=_key(recognition, "match", column.index),
    )
    if chosen == NOT_USED:
        return ColumnChoice(column.header, column.occurrence, ignore=True)
    return ColumnChoice(column.header, column.occurrence, question=question.code)


def _answers(recognition: Recognition, column: RecognisedColumn, choice: ColumnChoice | None) -> ColumnChoice:
    assert column.question is not None
    labels = recognition.questionnaire.scale_of(column.question).labels
    base = choice or ColumnChoice(column.header, column.occurrence, question=column.question.code)
    meant = dict(base.read_as)
    for answer, read in column.reads.items():
        if read.kind == "doubtful":
            meant[answer] = st.selectbox(
                components.plain(f"“{answer}” under “{column.question.label}” means"),
                labels,
                index=labels.index(read.read_as) if read.read_as in labels else 0,
                key=_key(recognition, "answer", f"{column.index}_{answer}"),
            )
    return replace(base, read_as=meant)


def _own(
    recognition: Recognition,
    column: RecognisedColumn,
    choice: ColumnChoice,
    asked: dict[tuple[object, ...], tuple[str, ...]],
) -> ColumnChoice:
    if choice.reversed is None:
        chosen = st.segmented_control(
            components.plain(f"Is it good or bad when people agree: “{choice.text or column.header}”"),
            [SPEAKS_FOR, SPEAKS_AGAINST],
            key=_key(recognition, "direction", column.index),
        )
        choice = replace(choice, reversed={SPEAKS_FOR: False, SPEAKS_AGAINST: True}.get(chosen))
    if column.reading is None:
        return choice
    if not choice.labels:
        shared = (column.group, column.levels)
        if shared not in asked:
            asked[shared] = _labels(recognition, column) if _scale_is_open(column) else column.levels
        choice = replace(choice, labels=asked[shared], off_scale=choice.off_scale or tuple(column.off_scale))
    return replace(choice, read_as={**choice.read_as, **_spellings(recognition, column, choice)})


def _scale_is_open(column: RecognisedColumn) -> bool:
    assert column.reading is not None
    return bool(set(column.reading.doubts) - {DOUBT_SPELLING, DOUBT_DIRECTION})


def _spellings(recognition: Recognition, column: RecognisedColumn, choice: ColumnChoice) -> dict[str, str]:
    """Answers that resemble a label or none: which label each means."""
    assert column.reading is not None
    odd = {**column.reading.corrected, **dict.fromkeys(column.reading.unknown, "")}
    return {
        answer: st.selectbox(
            components.plain(f"“{answer}” under “{choice.text or column.header}” means"),
            choice.labels,
            index=choice.labels.index(likely) if likely in choice.labels else 0,
            key=_key(recognition, "spelling", f"{column.index}_{answer}"),
        )
        for answer, likely in odd.items()
        if answer not in choice.read_as
    }


def _labels(recognition: Recognition, column: RecognisedColumn) -> tuple[str, ...]:
    text = st.text_input(
        components.plain(f"Answers to “{column.group or column.header}”, from lowest to highest"),
        value=BETWEEN_LABELS.join(column.levels),
        help="Write the answers in order with < between them. Include levels nobody chose.",
        key=_key(recognition, "labels", column.index),
    )
    return tuple(label.strip() for label in text.split(BETWEEN_LABELS.strip()) if label.strip())


def _key(recognition: Recognition, kind: str, name: object) -> str:
    return f"open_{kind}_{name}_{recognition.content_hash[:12]}"
