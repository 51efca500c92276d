"""A report on the screen: walks its sections and blocks, exactly as an exporter does."""

from __future__ import annotations

import streamlit as st

from alignment_model import wording
from alignment_model.charts import PRINT_LOOK
from alignment_model.report import formats
from alignment_model.report.model import Block, Chart, Report, Section, Table, Text
from alignment_model.store import SnapshotRecord
from alignment_model.ui import components, data, screen, state
from alignment_model.ui.pictures import PHONE_WIDTH
from alignment_model.ui.sharing import chart_files, compare_data, export_choices, link_data
from alignment_model.workflows import USUAL_CHOICES, ExportChoices


def show_snapshot(snapshot_id: str) -> None:
    """One kept snapshot, as frozen."""
    entry, report = data.snapshot(snapshot_id)
    if st.button("Back to all snapshots", icon=":material/arrow_back:"):
        st.query_params.pop(state.SNAPSHOT, None)
        st.rerun()
    components.heading("snapshots", report.title)
    components.note(snapshot_line(entry))
    components.note(compare_data.moved_sentence(entry))
    with st.expander("Sections, paper and template of the files", icon=":material/tune:"):
        wanted = link_data.sections(snapshot_id)
        left_out = st.multiselect(
            "Leave out",
            list(wanted),
            format_func=wanted.get,
            placeholder="Nothing: every section",
            help="What is left out is in no file, and in none of its data. The overview always stays.",
            key=f"left_out_{snapshot_id}",
        )
        chosen = export_choices.ask(f"view_{snapshot_id}")
    kept = link_data.kept_sections(wanted, left_out)
    with st.container(horizontal=True):
        downloads(
            snapshot_id,
            data.file_stem(entry),
            key=f"view_{snapshot_id}",
            sections=kept,
            choices=chosen.choices,
        )
    show(report)
    components.note(f"SHA-256 of the frozen numbers: {entry.sha256}")


def snapshot_line(entry: SnapshotRecord) -> str:
    """When it was frozen, what for, and its mark."""
    note = f" {entry.note}." if entry.note else ""
    return f"Frozen {wording.moment(entry.created_at)}.{note} Mark {entry.sha256[:12]}."


def downloads(
    snapshot_id: str,
    stem: str,
    *,
    key: str,
    sections: tuple[str, ...] = (),
    choices: ExportChoices = USUAL_CHOICES,
) -> None:
    """One button a format; the file is built when it is asked for."""
    for entry in data.export_formats():
        st.download_button(
            entry.label,
            data=lambda code=entry.code: data.export_snapshot(snapshot_id, code, sections, choices),
            file_name=f"{stem}.{entry.extension}",
            mime=entry.mime,
            on_click="ignore",
            key=f"{key}_{entry.code}",
        )


def show(report: Report) -> None:
    """All sections, one under the other."""
    for section in report.sections:
        _section(section)


def _section(section: Section) -> None:
    st.subheader(components.plain(section.title), anchor=False)
    if section.finding:
        st.markdown(f"**{components.plain(section.finding)}**")
    for number, block in enumerate(section.blocks):
        _block(block, f"{section.code}_{number}")


def _block(block: Block, key: str) -> None:
    if isinstance(block, Text):
        (components.note if block.style == "note" else _paragraph)(block.text)
    elif isinstance(block, Table):
        _table(block, key)
    else:
        _chart(block, key)


def _paragraph(text: str) -> None:
    st.write(components.plain(text))


def _table(block: Table, key: str) -> None:
    if block.title:
        st.markdown(f"**{components.plain(block.title)}**")
    components.table(
        [
            {column.name: formats.shown(cell, column.format) for column, cell in zip(block.columns, row)}
            for row in block.rows
        ],
        alt=block.title,
        key=f"report_table_{key}",
    )
    if block.note:
        components.note(block.note)


def _chart(block: Chart, key: str) -> None:
    st.markdown(f"**{components.plain(block.title)}**")
    if block.subtitle:
        components.note(block.subtitle)
    narrow = screen.width() < PHONE_WIDTH and block.narrow
    drawing = dict(block.narrow if narrow else block.spec)
    drawing.pop("description", None)
    drawing["background"] = (
        PRINT_LOOK.colours.paper
    )  # frozen charts are drawn in ink, so they bring their paper along
    st.vega_lite_chart(
        drawing,
        width="content" if narrow else "stretch",
        theme=None,
        alt=block.alt,
        key=f"report_chart_{key}",
    )
    chart_files.buttons(lambda: block, name=block.code, key=f"report_{key}")
