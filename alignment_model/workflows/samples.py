"""Workbooks of ours: the blank template, and the sample organisation, to look at before one has data."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from alignment_model import sample
from alignment_model.data_files import DATA_DIRECTORY
from alignment_model.errors import StoreError
from alignment_model.framework import load_framework
from alignment_model.intake.template.workbook import write_template as write_blank
from alignment_model.intake.template.workbook import write_workbook
from alignment_model.questionnaire import load_questionnaire
from alignment_model.sample.agreed import AGREED
from alignment_model.store import Store
from alignment_model.store.tables import UNDONE
from alignment_model.workflows.commitments import add_commitment, list_commitments
from alignment_model.workflows.details import workbook_details
from alignment_model.workflows.importing import (
    confirmed,
    file_responses,
    import_wave,
    read_upload,
    recognise_file,
)
from alignment_model.workflows.surveys import list_imports

SAMPLE_SURVEY = sample.SURVEY
CONFIRMED_BY = "Sample organisation"


def write_template(target: str | Path | BinaryIO) -> None:
    """Write the blank workbook to a path or an open binary file."""
    write_blank(target, load_questionnaire(), load_framework())


def template_bytes() -> bytes:
    """The blank workbook as bytes."""
    target = BytesIO()
    write_template(target)
    return target.getvalue()


def sample_bytes(**choices: Any) -> bytes:
    """A filled workbook of a fictional organisation; the choices are those of `sample_organisation`.

    Raises
    ------
    UsageError
        When a pattern is not known or a size is negative.
    """
    target = BytesIO()
    write_workbook(target, sample.sample_organisation(**choices))
    return target.getvalue()


def load_sample(store: Store, *, now: datetime | None = None) -> str:
    """Import the sample's workbooks as one survey; the survey's name. What is there already stays.

    Raises
    ------
    StoreError
        When the sample workbooks are missing from this installation.
    """
    files = sorted((DATA_DIRECTORY / "samples").glob("*.xlsx"))
    if len(files) < len(sample.WAVES):
        raise StoreError("The sample workbooks are missing from data/samples/; install the program again.")
    stored = {entry.wave for entry in list_imports(store, SAMPLE_SURVEY) if entry.status != UNDONE}
    for file, (wave, _) in zip(files, sample.WAVES):
        if wave not in stored:
            _load(store, file, wave, now)
    if not stored and not list_commitments(store, SAMPLE_SURVEY):
        for item in AGREED:
            add_commitment(store, SAMPLE_SURVEY, item, actor=CONFIRMED_BY, now=now)
    return SAMPLE_SURVEY


def _load(store: Store, file: Path, wave: str, now: datetime | None) -> None:
    source = read_upload(file.read_bytes(), file.name)
    said = workbook_details(source)
    responses = file_responses(
        recognise_file(source),
        survey=SAMPLE_SURVEY,
        wave=wave,
        wave_date=said.wave_date,
        currency=said.currency,
    )
    told = confirmed(responses, CONFIRMED_BY, now=now)
    import_wave(store, responses, source, attribution=told, actor=CONFIRMED_BY, now=now)
