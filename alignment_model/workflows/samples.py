"""The sample organisation: three waves to look at before one has data of one's own."""

from __future__ import annotations

from datetime import datetime

from alignment_model.data_files import DATA_DIRECTORY
from alignment_model.errors import StoreError
from alignment_model.store import Store
from alignment_model.workflows.importing import (
    confirmed,
    file_responses,
    import_wave,
    read_upload,
    recognise_file,
)
from alignment_model.workflows.surveys import list_imports

SAMPLE_SURVEY = "Sample organisation"
CONFIRMED_BY = "Sample (invented people)"


def load_sample(store: Store, *, now: datetime | None = None) -> str:
    """Import the sample's workbooks as one survey; the survey's name. What is there already stays.

    Raises
    ------
    StoreError
        When the sample workbooks are missing from this installation.
    """
    files = sorted((DATA_DIRECTORY / "samples").glob("*.xlsx"))
    if not files:
        raise StoreError("The sample workbooks are missing: data/samples/ holds no .xlsx file.")
    stored = {entry.sha256 for entry in list_imports(store, SAMPLE_SURVEY) if entry.status != "undone"}
    for file in files:
        source = read_upload(file.read_bytes(), file.name)
        if source.content_hash in stored:
            continue
        recognition = recognise_file(source)
        responses = file_responses(recognition, survey=SAMPLE_SURVEY, wave=file.stem)
        told = confirmed(responses, CONFIRMED_BY, now=now)
        import_wave(store, responses, source, attribution=told, actor="Sample", now=now)
    return SAMPLE_SURVEY
