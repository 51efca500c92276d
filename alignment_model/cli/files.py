"""Commands about files only: template, sample, questionnaire, inspect. Nothing is stored."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alignment_model import workflows
from alignment_model.cli import output
from alignment_model.errors import UsageError
from alignment_model.framework import PATTERN_CODES, load_framework
from alignment_model.intake import Recognition
from alignment_model.intake.cells import SourceFile
from alignment_model.privacy import DEFAULT_ATTRIBUTED
from alignment_model.questionnaire import Questionnaire, load_questionnaire
from alignment_model.responses import ResponseSet
from alignment_model.store import Store
from alignment_model.workflows import WorkbookDetails

NONE = "none"
SAMPLE_LIMITS = {
    "seed": 2**63 - 1,
    "managers": 100_000,
    "employees": 100_000,
    "board": 100_000,
    "executives": 100_000,
}


def template(options: Namespace) -> None:
    """Write the blank workbook."""
    output.write(options.out, workflows.template_bytes())


def sample(options: Namespace) -> None:
    """Write a filled workbook of an invented organisation."""
    output.write(options.out, workflows.sample_bytes(**_sample_choices(options)))


def _sample_choices(options: Namespace) -> dict[str, object]:
    choices: dict[str, object] = {}
    for name, most in SAMPLE_LIMITS.items():
        number = getattr(options, name)
        if number is not None and not 0 <= number <= most:
            raise UsageError(f"--{name} is {number}; it must be a whole number between 0 and {most}.")
        if number is not None:
            choices[name] = number
    if options.pattern is not None:
        choices["patterns"] = _patterns(options.pattern)
    if options.wave is not None:
        choices["wave"] = options.wave
    return choices


def _patterns(codes: list[str]) -> list[str]:
    if codes == [NONE]:
        return []
    for code in codes:
        if code not in PATTERN_CODES:
            known = ", ".join(PATTERN_CODES)
            raise UsageError(f"'{code}' is not a pattern. Choose from {known}; or none alone.")
    return codes


def questionnaire(options: Namespace) -> None:
    """Show the questionnaire."""
    asked = load_questionnaire()
    if options.json:
        output.show_json(asked.as_dict() | {"digest": asked.digest})
        return
    for line in _questionnaire_lines(asked):
        output.result(line)


def _questionnaire_lines(asked: Questionnaire) -> Iterable[str]:
    yield f"{asked.title}, version {asked.version}, about {asked.minutes} minutes"
    for question in asked.questions:
        yield f"{question.code}\t{question.kind}\t{question.text}"


def inspect(options: Namespace) -> int:
    """Say what is recognised in a file; 1 when it could not be stored as it is."""
    read = read_file(options)
    found = read.recognition
    if options.json:
        output.show_json(found.as_dict())
    else:
        for line in _inspect_lines(found):
            output.result(line)
    output.show_problems(found.problems)
    return 0 if found.importable else 1


def _inspect_lines(found: Recognition) -> Iterable[str]:
    sheet = f", sheet '{found.sheet}'" if found.sheet else ""
    yield f"{found.source_name}: {found.tool}{sheet}, {found.respondents} respondents"
    for note in found.excluded_rows:
        yield f"left out: row {note.row}, {note.sentence}"
    if found.role is not None:
        roles = ", ".join(f"{answer} {n}" for answer, n in found.role.counts.items())
        yield f"role: '{found.role.header}': {roles}"
    for group in found.groups:
        counted = ", ".join(f"{option} {n}" for option, n in zip(group.options, group.counts))
        yield f"options\t{group.kind}\t{group.question}\t{counted}\tblank {group.blank}"
    for column in found.columns:
        code = column.question.code if column.question else "-"
        answers = ", ".join(f"{label} {n}" for label, n in zip(column.levels, column.counts))
        yield f"{code}\t{column.kind}\t{column.header}\t{answers}\tblank {column.blank}"


@dataclass(frozen=True)
class ReadFile:
    """A file as read for a command: what it says, and the mapping it was read with."""

    source: SourceFile
    recognition: Recognition
    details: WorkbookDetails
    mapping: str


def read_file(options: Namespace, store: Store | None = None) -> ReadFile:
    """Read and recognise the file the options name; `store` may know the mapping of the form.

    Raises
    ------
    UsageError
        When it cannot be opened.
    InputError
        When it is no table, or the mapping file is at fault.
    """
    mapping = output.read_text(options.mapping)
    source = workflows.read_upload(output.read(options.file), Path(options.file).name)
    recognition = workflows.recognise_file(source, mapping=mapping, store=store)
    return ReadFile(source, recognition, workflows.workbook_details(source), mapping)


def answers_of(read: ReadFile, options: Namespace) -> ResponseSet:
    """The file's checked answers under the survey, wave and attributed roles the options name.

    Raises
    ------
    InputError
        With every problem that keeps the answers from being used.
    """
    return workflows.file_responses(
        read.recognition,
        survey=options.survey or read.details.survey or Path(options.file).stem,
        wave=options.wave or read.details.wave or "File",
        wave_date=read.details.wave_date,
        currency=read.details.currency,
        attributed=_attributed_roles(options.attributed, read),
    )


def _attributed_roles(given: list[str] | None, read: ReadFile) -> frozenset[str]:
    if given is None:
        mapping = read.recognition.mapping
        mapped = mapping.attributed_roles if mapping else None
        return DEFAULT_ATTRIBUTED if mapped is None else frozenset(mapped)
    if given == [NONE]:
        return frozenset()
    found = {text: load_framework().recognise_role(text) for text in given}
    for text, role in found.items():
        if role is None:
            known = ", ".join(role.code for role in load_framework().roles)
            raise UsageError(f"'{text}' is not a role. Choose from {known}; or none alone.")
    return frozenset(role.code for role in found.values() if role is not None)
