"""From an upload to what was recognised in it: read once, with progress, and kept while the person decides."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from alignment_model import wording, workflows
from alignment_model.errors import InputError
from alignment_model.intake import Recognition
from alignment_model.intake.cells import SourceFile, content_hash
from alignment_model.ui import components, data, state
from alignment_model.ui.importing import mapping as import_mapping
from alignment_model.ui.importing import summary as import_summary

TYPES = ["xlsx", "xlsm", "csv", "tsv", "txt", "xls", "ods"]
KEPT = 6  # files held in memory, over all sessions
SHOW_PROGRESS_AFTER = 2.0  # seconds


class Shelf:
    """The last few files read and recognised, by content; a person who decides reruns the page many times."""

    def __init__(self) -> None:
        self.items: OrderedDict[Hashable, Any] = OrderedDict()

    def get(self, key: Hashable) -> Any:
        """What was kept, or None."""
        return self.items.get(key)

    def put(self, key: Hashable, value: Any) -> Any:
        """Keep it; the oldest goes."""
        self.items[key] = value
        while len(self.items) > 2 * KEPT:
            self.items.popitem(last=False)
        return value


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def upload() -> UploadedFile | None:
    """The file somebody gave, and their mapping file if they have one."""
    rounds = st.session_state.setdefault(state.UPLOAD_ROUND, 0)
    uploaded = st.file_uploader("Survey file", type=TYPES, key=f"{state.UPLOAD}_{rounds}", max_upload_size=25)
    if uploaded is None:
        st.session_state.pop(state.MAPPING, None)
        return None
    with st.expander("I have a mapping file"):
        given = st.file_uploader("Mapping file", type=["toml"], key=f"{state.MAPPING}_file_{rounds}")
        if given is not None and st.button("Use this mapping"):
            import_mapping.use(given.getvalue().decode("utf-8", errors="replace"))
    return uploaded


def forget() -> None:
    """Empty the upload after an import."""
    st.session_state[state.UPLOAD_ROUND] += 1
    st.session_state.pop(state.MAPPING, None)


def source_of(uploaded: UploadedFile) -> SourceFile:
    """The file as cells, read once.

    Raises
    ------
    InputError
        When it is no table we can read.
    """
    content = uploaded.getvalue()
    key = ("source", content_hash(content), uploaded.name)
    return _shelf().get(key) or _shelf().put(key, _read(content, uploaded.name))


def _read(content: bytes, name: str) -> SourceFile:
    """Read with a bar and a way out; a click on Cancel ends the run at the bar's next step, and the reading with it."""
    bar, way_out = st.empty(), st.empty()
    pace = Pace(time.monotonic())
    offered = False

    def progress(rows: int, total: int | None) -> None:
        nonlocal offered
        now = time.monotonic()
        share, words = pace.standing(rows, total, now)
        if now - pace.started < SHOW_PROGRESS_AFTER:
            return
        if not offered:
            way_out.button("Cancel", on_click=forget, icon=":material/close:", key="cancel_reading")
            offered = True
        bar.progress(share, words)

    with st.spinner("Reading the file"):
        found = workflows.read_upload(content, name, progress=progress)
    bar.empty()
    way_out.empty()
    return found


@dataclass
class Pace:
    """How fast rows come, counted from the first ones: opening a workbook takes time that says nothing of the rest."""

    started: float  # seconds of a monotonic clock
    first: tuple[float, int] | None = None

    def standing(self, rows: int, total: int | None, now: float) -> tuple[float, str]:
        """How much is read (0 to 1), and in words, with about how long the rest takes."""
        if not rows:
            return 0.0, "Opening the file"
        if self.first is None:
            self.first = (now, rows)
        if not total:
            return 0.0, f"{rows:,} rows read"
        read = f"{rows:,} of {total:,} rows read"
        since, before = self.first
        if rows > before:
            left = max(1, round((now - since) * (total - rows) / (rows - before)))
            read += f", about {wording.count(left, 'second')} left"
        return min(1.0, rows / total), read


def recognised(uploaded: UploadedFile) -> Recognition | None:
    """What the file holds under the decisions taken so far; None, with the reasons shown, when it cannot be read."""
    try:
        source = source_of(uploaded)
        mapping = st.session_state.get(state.MAPPING, "")
        key = ("recognition", source.content_hash, source.name, mapping)
        found = _shelf().get(key)
        if found is None:
            with st.spinner("Recognising questions and roles"):
                found = workflows.recognise_file(source, mapping=mapping, store=data.store())
            _shelf().put(key, found)
        return found
    except InputError as error:
        components.problem("This file cannot be read. Nothing was stored.")
        import_summary.problems(error.problems, uploaded.name)
        return None
