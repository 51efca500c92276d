"""From a file's cells to what it means: tool, headings, respondents, roles, questions, problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from alignment_model.errors import Problem
from alignment_model.intake import problems as say
from alignment_model.intake.cells import Sheet, SourceFile
from alignment_model.intake.check import check_cells, check_dates, check_identifiers
from alignment_model.intake.decisions import chosen, chosen_groups, missing_column, occurrences
from alignment_model.intake.grid import Column, Table, build_table
from alignment_model.intake.mapping.matching import BY_MAPPING, Match, match_columns
from alignment_model.intake.mapping.model import ColumnChoice, ColumnMapping
from alignment_model.intake.mapping.unmapped import check_unmapped
from alignment_model.intake.recognition.column_reading import ColumnReader
from alignment_model.intake.recognition.kinds import Described, describe
from alignment_model.intake.recognition.model import Recognition
from alignment_model.intake.recognition.options import OptionGroup, option_groups
from alignment_model.intake.recognition.role_reading import read_roles
from alignment_model.intake.recognition.rows import RowNote, note_rows
from alignment_model.intake.recognition.sheet_choice import choose_sheet
from alignment_model.intake.register import is_register, read_register
from alignment_model.intake.sheets import is_long, is_summary
from alignment_model.intake.tools import Tool, View, tool_of
from alignment_model.questionnaire import Questionnaire, load_questionnaire
from alignment_model.responses import Initiative


@dataclass(frozen=True)
class _Read:
    """A responses sheet once its columns are described."""

    tool: Tool
    table: Table
    metadata: Mapping[int, str]
    notes: tuple[RowNote, ...]
    kept: np.ndarray
    columns: tuple[Described, ...]
    groups: tuple[OptionGroup, ...]
    choices: Mapping[int, ColumnChoice]
    matches: Mapping[int, Match]
    problems: tuple[Problem, ...] = field(default=())


def recognise(
    source: SourceFile, *, questionnaire: Questionnaire | None = None, mapping: ColumnMapping | None = None
) -> Recognition:
    """What a file holds. Nothing in its content raises: whatever is wrong is a problem with its place.

    Parameters
    ----------
    source : a file as read.
    questionnaire : the questions columns are matched to; the product's own when omitted.
    mapping : a person's decisions for this form; what it decides is not asked again.
    """
    questionnaire = questionnaire or load_questionnaire()
    initiatives, register_problems = _registers(source)
    found = [*source.problems, *register_problems]
    choice = choose_sheet(source.sheets, mapping.sheet if mapping else "")
    found.extend(choice.problems)
    sheet = choice.sheet
    refused = None if sheet is None else _refused(sheet)
    if sheet is None or refused:
        found.extend([refused] if refused else [])
        recognition = _nothing(source, questionnaire, mapping, initiatives, found, sheet)
    else:
        read = _read_sheet(sheet, questionnaire, mapping)
        if not read.kept.any():
            found.append(say.no_rows(sheet.name))
        recognition = _recognised(source, questionnaire, mapping, initiatives, read, found)
    return replace(recognition, sheets=choice.names)


def _refused(sheet: Sheet) -> Problem | None:
    """Why a sheet is not one row a person, if it is not."""
    if is_summary(sheet):
        return say.summary_table(sheet.name)
    return say.long_table(sheet.name) if is_long(sheet) else None


def _registers(source: SourceFile) -> tuple[tuple[Initiative, ...], list[Problem]]:
    initiatives: list[Initiative] = []
    problems: list[Problem] = []
    for sheet in source.sheets:
        if not sheet.hidden and is_register(sheet):
            found, wrong = read_register(sheet)
            initiatives.extend(found)
            problems.extend(wrong)
    return tuple(initiatives), problems


def _nothing(
    source: SourceFile,
    questionnaire: Questionnaire,
    mapping: ColumnMapping | None,
    initiatives: tuple[Initiative, ...],
    problems: list[Problem],
    sheet: Sheet | None = None,
) -> Recognition:
    return Recognition(
        source_name=source.name,
        content_hash=source.content_hash,
        tool="plain",
        encoding=source.encoding,
        delimiter=source.delimiter,
        sheet=(sheet.name or None) if sheet else None,
        header_rows=0,
        respondents=0,
        rows=(),
        columns=(),
        role=None,
        problems=tuple(problems),
        initiatives=initiatives,
        questionnaire=questionnaire,
        mapping=mapping,
    )


def _read_sheet(sheet: Sheet, questionnaire: Questionnaire, mapping: ColumnMapping | None) -> _Read:
    view = View(sheet)
    tool = tool_of(view, questionnaire)
    header_rows = tool.header_rows(view)
    headers = tool.headers(view, header_rows)
    table = build_table(sheet, header_rows, headers)
    choices, missing = chosen(headers, mapping)
    metadata = {
        place: kind for place, kind in tool.metadata(view, headers).items() if _is_metadata(place, choices)
    }
    keep, leave_out = (mapping.keep, mapping.leave_out) if mapping else ((), ())
    notes, kept = note_rows(table, tool, metadata, keep, leave_out)
    columns = describe(table, kept, metadata, recoded=tool.recoded)
    groups = option_groups(columns, kept)
    found, problems = chosen_groups(missing, groups, headers, sheet.name)
    choices |= found
    named = [header for header in headers if header.index not in metadata and header.index not in choices]
    matches = match_columns(named, questionnaire)
    for place, choice in choices.items():
        if choice.question and choice.question in questionnaire and not choice.ignore:
            matches[place] = Match(choice.question, 1.0, BY_MAPPING)
        elif choice.question and not choice.ignore:
            problems.append(say.no_such_question(choice.question, sheet.name, table.header_address(place)))
    if mapping and any(choice.own or choice.question for choice in mapping.columns):
        matches = {place: match for place, match in matches.items() if place in choices or match.sure}
    return _Read(tool, table, metadata, notes, kept, columns, groups, choices, matches, tuple(problems))


def _is_metadata(place: int, choices: Mapping[int, ColumnChoice]) -> bool:
    return place not in choices or choices[place].ignore


def _recognised(
    source: SourceFile,
    questionnaire: Questionnaire,
    mapping: ColumnMapping | None,
    initiatives: tuple[Initiative, ...],
    read: _Read,
    problems: list[Problem],
) -> Recognition:
    table, sheet = read.table, read.table.sheet.name
    seen = occurrences([column.header for column in table.columns])
    roles = read_roles(table, read.columns, read.kept, mapping, read.matches, seen)
    reader = ColumnReader(table, read.kept, questionnaire, read.columns, read.choices, read.matches, seen)
    taken = set(roles.column.columns) - {-1} if roles.column else set()
    columns = tuple(
        reader.column(described, role=described.column.index in taken) for described in read.columns
    )
    mapped = {column.index for column in columns if column.question is not None} | taken
    identifiers = _identifiers(table, read.metadata)
    problems = [
        *problems,
        *read.problems,
        *roles.problems,
        *reader.problems,
        *reader.points(),
        *check_cells(table, read.kept, mapped),
        *check_identifiers(table, read.kept, identifiers),
        *check_dates(table, read.kept, read.columns, mapped),
        *check_unmapped(columns, table, read.notes, mapping, taken),
    ]
    if mapping and mapping.role and roles.column is None:
        problems.append(missing_column(mapping.role.column, sheet))
    return Recognition(
        source_name=source.name,
        content_hash=source.content_hash,
        tool=read.tool.name,
        encoding=source.encoding,
        delimiter=source.delimiter,
        sheet=sheet or None,
        header_rows=table.header_rows,
        respondents=int(read.kept.sum()),
        rows=read.notes,
        columns=columns,
        role=roles.role,
        problems=tuple(problems),
        initiatives=initiatives,
        questionnaire=questionnaire,
        groups=read.groups,
        mapping=mapping,
        table=table,
        kept=read.kept,
        role_column=roles.column,
        identifiers=identifiers,
    )


def _identifiers(table: Table, metadata: Mapping[int, str]) -> Column | None:
    """The column that names each respondent: a response or respondent id, nearly always filled."""
    for column in table.columns:
        wanted = metadata.get(column.index) == "id" and column.header.item.casefold() not in (
            "network id",
            "token",
        )
        if wanted and len(column.answers) >= 0.5 * max(1, table.rows):
            return column
    return None
