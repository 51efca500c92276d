"""What a person should know or decide about columns and rows that no question explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from alignment_model.errors import QUESTION, WARNING, Problem
from alignment_model.intake import problems as say
from alignment_model.intake.grid import Table
from alignment_model.intake.mapping.model import ColumnMapping
from alignment_model.intake.recognition.kinds import METADATA, RATING
from alignment_model.intake.recognition.model import RecognisedColumn
from alignment_model.intake.recognition.rows import REASONS, RowNote
from alignment_model.intake.recognition.scales.scale_reading import (
    DOUBT_DIRECTION,
    DOUBT_ENDS,
    DOUBT_GAP,
    DOUBT_LEVELS,
    DOUBT_MIDPOINT,
    DOUBT_ORDER,
    DOUBT_SPELLING,
    DOUBT_STEPS,
)
from alignment_model.intake.text import shortened

MOST_NAMED = 10
_DOUBTS = {
    DOUBT_ORDER: ("scale.order", "numeric codes {levels} whose order the file does not tell", "the order of the codes",
                  "Export the labels instead of the codes, or give the codes in order."),
    DOUBT_STEPS: ("scale.steps", "numbered answers {levels}", "steps from low to high, or kinds without an order",
                  "Confirm {levels} if they rise, or leave the column out."),
    DOUBT_GAP: ("scale.gap", "{missing} between the others, which nobody chose", "whether it could be chosen",
                "Confirm {levels}, or give the levels."),
    DOUBT_ENDS: ("scale.ends", "answers up to {highest} only, on a scale whose ends are not in the file",
                 "the lowest and highest number people could choose", "Confirm {levels}, or give the levels."),
    DOUBT_MIDPOINT: ("scale.midpoint", "a scale whose middle nobody chose", "whether people were offered a middle answer",
                     "Confirm {levels}, or give the levels."),
    DOUBT_LEVELS: ("scale.levels", "too few answers to know the whole scale", "all the levels people could choose",
                   "Confirm {levels}, or give the levels."),
    DOUBT_SPELLING: ("label.doubtful", "the answer {corrected}", "a label of the scale", "Say which label it is."),
    DOUBT_DIRECTION: ("scale.direction", "a scale whose lowest number is the favourable one", "which end is favourable",
                      "Say whether a high number speaks for the statement."),
}  # fmt: skip


def check_unmapped(
    columns: Sequence[RecognisedColumn],
    table: Table,
    notes: Sequence[RowNote],
    mapping: ColumnMapping | None,
    taken: set[int],
) -> list[Problem]:
    """Doubts about scales, columns nobody has assigned, rows that are flagged."""
    loose = [c for c in columns if c.question is None and c.choice is None and c.index not in taken]
    decided = mapping is not None and bool(mapping.columns)
    found: list[Problem] = []
    if not decided:
        found += _loose_columns(columns, loose, table)
    elif not any(column.question for column in columns):
        found.append(_nothing_mapped(table.sheet.name))
    asked = [c for c in columns if _open_scale(c, decided)]
    return [
        *found,
        *_scale_doubts(asked, table),
        *_unknown_labels(asked, table),
        *_row_notes(notes, table.sheet.name),
    ]


def _open_scale(column: RecognisedColumn, decided: bool) -> bool:
    """Whether a column's own scale is used and nobody has confirmed it."""
    if column.reading is None or column.kind != RATING or column.match is not None:
        return False
    if column.choice is not None:
        return column.question is not None and not column.choice.labels
    return not decided


def _loose_columns(
    columns: Sequence[RecognisedColumn], loose: Sequence[RecognisedColumn], table: Table
) -> list[Problem]:
    sheet = table.sheet.name
    if any(column.question for column in columns):
        unknown = [column for column in loose if column.kind != METADATA and column.header]
        found = [
            say.unknown_heading(c.header, sheet, table.header_address(c.index)) for c in unknown[:MOST_NAMED]
        ]
        if len(unknown) > MOST_NAMED:
            found.append(say.unknown_heading(f"{len(unknown) - MOST_NAMED} more headings", sheet, ""))
        return found
    ratings = [column for column in loose if column.kind == RATING]
    rated = (
        "no rated column" if not ratings else f"{len(ratings)} rated column{'s' if len(ratings) > 1 else ''}"
    )
    return [
        Problem(
            "questions.none_ours",
            QUESTION,
            found=f"{rated} and none of our questions",
            expected="columns assigned to layers, or to groups of your own",
            fix="Confirm or change the mapping, then read the file with it.",
            sheet=sheet,
        )
    ]


def _nothing_mapped(sheet: str) -> Problem:
    return Problem(
        "questions.none_mapped",
        QUESTION,
        found="no column that answers a question",
        expected="at least one column mapped to a question",
        fix="Assign at least one column in the mapping.",
        sheet=sheet,
    )


def _scale_doubts(columns: Sequence[RecognisedColumn], table: Table) -> list[Problem]:
    """One question for each doubt and scale, however many columns share it."""
    groups: dict[tuple[object, ...], list[RecognisedColumn]] = {}
    for column in columns:
        for doubt in column.reading.doubts if column.reading else ():
            groups.setdefault((doubt, column.group or "", column.levels), []).append(column)
    found = []
    for (doubt, *_), members in groups.items():
        code, what, expected, fix = _DOUBTS[str(doubt)]
        first = members[0]
        chosen = [level for level, count in zip(first.levels, first.counts) if count]
        corrected = first.reading.corrected if first.reading else {}
        words = {
            "levels": ", ".join(f"'{shortened(level, 30)}'" for level in first.levels),
            "highest": chosen[-1] if chosen else "",
            "missing": ", ".join(f"'{level}'" for level in first.levels if level not in chosen),
            "corrected": ", ".join(f"'{answer}', probably '{label}'" for answer, label in corrected.items()),
        }
        rest = f", here and in {say.more(len(members) - 1, 'column')}" if len(members) > 1 else ""
        found.append(
            Problem(code, QUESTION, what.format(**words) + rest, expected, fix.format(**words), table.sheet.name,
                    table.header_address(first.index))
        )  # fmt: skip
    return found


def _unknown_labels(columns: Sequence[RecognisedColumn], table: Table) -> list[Problem]:
    """One question for each answer and scale, however many columns hold it."""
    groups: dict[tuple[str, tuple[str, ...]], list[RecognisedColumn]] = {}
    for column in columns:
        for answer in column.reading.unknown if column.reading else ():
            groups.setdefault((answer, column.levels), []).append(column)
    found = []
    for (answer, levels), members in groups.items():
        first = members[0]
        rows = (first.source or table.columns[first.index]).rows_with(answer)
        cell = table.address(rows[0], first.index) if rows else table.header_address(first.index)
        rest = f" and {say.more(len(members) - 1, 'column')}" if len(members) > 1 else ""
        found.append(
            Problem(
                "label.unknown",
                QUESTION,
                found=f"'{shortened(answer)}' for '{shortened(first.header)}'{rest}",
                expected=f"one of {', '.join(repr(level) for level in levels)}, or an answer off the scale",
                fix="Say where on the scale it stands, or that it is off the scale.",
                sheet=table.sheet.name,
                cell=cell,
            )
        )
    return found


def _row_notes(notes: Sequence[RowNote], sheet: str) -> list[Problem]:
    counts = Counter((note.reason, note.excluded) for note in notes)
    found = []
    for (reason, excluded), count in counts.items():
        if reason == "blank":
            continue
        first = next(note for note in notes if (note.reason, note.excluded) == (reason, excluded))
        rows = f"row {first.row}" if count == 1 else f"row {first.row} and {say.more(count - 1, 'row')}"
        found.append(
            Problem(
                f"row.{reason}",
                WARNING,
                found=f"{rows}: {REASONS[reason]}",
                expected="one row for each person who answered",
                fix="Left out; keep it if it should count."
                if excluded
                else "Kept; leave it out if it should not count.",
                sheet=sheet,
                cell=f"A{first.row}",
            )
        )
    return found
