"""What a person starts from: the mapping as we would make it, and the mark by which a form is known again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping, RoleChoice
from alignment_model.intake.mapping.own_questions import doubtful_direction
from alignment_model.intake.recognition.kinds import METADATA, RATING
from alignment_model.intake.recognition.scales.scale_reading import DOUBT_DIRECTION
from alignment_model.intake.text import fold

if TYPE_CHECKING:
    from alignment_model.intake.recognition.model import RecognisedColumn, Recognition
    from alignment_model.intake.recognition.options import OptionGroup

OTHER_GROUP = "Questions of our own"


def form_fingerprint(recognition: Recognition) -> str:
    """A mark that is the same for every wave of one form: over its headings, whatever their order."""
    headings = sorted(fold(c.header) for c in recognition.columns if c.kind != METADATA and fold(c.header))
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:16]


def proposed_mapping(recognition: Recognition) -> ColumnMapping:
    """The mapping we would make: decisions taken so far, our questions where they match, rated columns as own ones.

    Passed back to `recognise` as it is, it asks only what nobody but a person can know.
    """
    earlier = recognition.mapping
    ours = any(column.match for column in recognition.columns)
    spread = {group.columns[0]: group for group in recognition.groups if group.scale is not None}
    choices = [
        _choice(column, ours, spread.get(column.index))
        for column in recognition.columns
        if not _is_role(column, recognition)
    ]
    kept = [choice for choice in choices if choice is not None and not choice.ignore]
    ignored = [choice for choice in choices if choice is not None and choice.ignore]
    return ColumnMapping(
        title=earlier.title if earlier else "",
        sheet=earlier.sheet if earlier else "",
        role=_role(recognition),
        columns=(*kept, *ignored),
        keep=earlier.keep if earlier else (),
        leave_out=earlier.leave_out if earlier else (),
        attributed_roles=earlier.attributed_roles if earlier else None,
        form=form_fingerprint(recognition),
    )


def _is_role(column: RecognisedColumn, recognition: Recognition) -> bool:
    return recognition.role_column is not None and column.index in recognition.role_column.columns


def _role(recognition: Recognition) -> RoleChoice | None:
    role = recognition.role
    if role is None:
        return recognition.mapping.role if recognition.mapping else None
    values = {answer: code for answer, code in role.mapped.items() if code is not None}
    return RoleChoice(role.header, values, role.occurrence)


def _choice(column: RecognisedColumn, ours: bool, spread: OptionGroup | None) -> ColumnChoice | None:
    if column.choice is not None:
        return column.choice
    if column.kind == METADATA or not column.header:
        return None
    if column.match is not None:
        sure = column.match.sure
        return ColumnChoice(column.header, column.occurrence, question=column.match.code) if sure else None
    if column.kind == RATING and column.reading is not None and not ours:
        return own_choice(column)
    if spread is not None and not ours:
        return _spread_choice(column, spread)
    return ColumnChoice(column.header, column.occurrence, ignore=True)


def _spread_choice(column: RecognisedColumn, group: OptionGroup) -> ColumnChoice:
    """A single choice spread over columns, whose options are a scale, as a question of the team's own."""
    return ColumnChoice(
        column=column.header,
        occurrence=column.occurrence,
        text=group.question,
        group=OTHER_GROUP,
        reversed=None if doubtful_direction(group.question) else False,
        labels=group.scale.labels if group.scale is not None and not group.scale.doubts else (),
    )


def own_choice(column: RecognisedColumn) -> ColumnChoice:
    """A rated column as a question of the team's own; its direction stays open where it is doubtful."""
    reading = column.reading
    doubtful = doubtful_direction(column.header) or (
        reading is not None and DOUBT_DIRECTION in reading.doubts
    )
    settled = reading is not None and not reading.doubts and not reading.unknown
    return ColumnChoice(
        column=column.header,
        occurrence=column.occurrence,
        text=column.item or column.header,
        group=column.group or OTHER_GROUP,
        reversed=None if doubtful else False,
        labels=column.levels if settled else (),
        off_scale=tuple(answer for answer in column.off_scale) if settled else (),
    )
