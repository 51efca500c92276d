"""What was recognised in a file, and everything wrong with it, each with its cell."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import streamlit as st

from alignment_model import wording
from alignment_model.errors import ERROR, QUESTION, WARNING, Problem
from alignment_model.intake import Recognition
from alignment_model.ui import components

TOOLS = {
    "template": "Our workbook",
    "plain": "A plain table",
    "qualtrics": "Qualtrics",
    "surveymonkey": "SurveyMonkey",
    "googleforms": "Google Forms",
    "msforms": "Microsoft Forms",
    "limesurvey": "LimeSurvey",
    "typeform": "Typeform",
}
SEVERITY = {ERROR: "Mend in the file", QUESTION: "To decide", WARNING: "Worth knowing"}
SHOWN = 40
NOT_ASKED = ("sheet.", "questions.none_mapped")  # decided by a picker above, or in the table of columns
ORDER = (ERROR, QUESTION, WARNING)


def show(recognition: Recognition) -> None:
    """The file in five facts."""
    with st.container(horizontal=True):
        st.metric("Written by", TOOLS.get(recognition.tool, recognition.tool))
        st.metric("Respondents", f"{recognition.respondents:,}")
        st.metric("Questions used", f"{len(recognition.matched):,}")
        st.metric("Role column", "Not found" if recognition.role is None else _short(recognition.role.header))
        if recognition.initiatives:
            st.metric("Initiatives", f"{len(recognition.initiatives):,}")
    facts = [f"Sheet {recognition.sheet}." if recognition.sheet else ""]
    facts.append(f"{wording.count(recognition.header_rows, 'heading row')}.")
    if recognition.excluded_rows:
        facts.append(
            f"{wording.count(len(recognition.excluded_rows), 'row')} kept out, with the reason below."
        )
    components.note(" ".join(fact for fact in facts if fact))


def problems(found: Sequence[Problem], file_name: str) -> None:
    """The problems, worst first, each with its cell; and the same as a file."""
    if not found:
        st.success("Nothing is wrong with this file.")
        return
    ordered = sorted(found, key=lambda problem: ORDER.index(problem.severity))
    listed = [problem for problem in ordered if not _asked_below(problem)]
    if not listed:
        return  # the form below has a heading and a widget for each
    st.subheader(_headline(listed), anchor=False)
    _table(listed)
    st.download_button(
        "Download the list",
        data=lambda: as_csv(ordered),
        file_name=f"problems in {file_name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
    )


def _asked_below(problem: Problem) -> bool:
    """Whether a widget further down asks it, so that it need not stand in the table as well."""
    return problem.severity == QUESTION and not problem.code.startswith(NOT_ASKED)


def _table(listed: Sequence[Problem]) -> None:
    st.table(
        [
            {
                "": SEVERITY[problem.severity],
                "Where": components.plain(problem.place),
                "Found": components.plain(problem.found),
                "Expected": components.plain(problem.expected),
                "How to mend it": components.plain(problem.fix),
            }
            for problem in listed[:SHOWN]
        ],
        hide_index=True,
    )
    if len(listed) > SHOWN:
        components.note(f"The first {SHOWN} of {len(listed):,}. The download has all of them.")


def _headline(found: Sequence[Problem]) -> str:
    counts = {severity: sum(problem.severity == severity for problem in found) for severity in ORDER}
    parts = [
        f"{counts[ERROR]} to mend in the file" if counts[ERROR] else "",
        f"{counts[QUESTION]} to decide" if counts[QUESTION] else "",
        f"{counts[WARNING]} worth knowing" if counts[WARNING] else "",
    ]
    return wording.listing([part for part in parts if part])


def as_csv(found: Sequence[Problem]) -> bytes:
    """The problems as a csv file that spreadsheets open without running anything."""
    text = io.StringIO()
    writer = csv.DictWriter(
        text, fieldnames=["severity", "sheet", "cell", "found", "expected", "fix", "code"]
    )
    writer.writeheader()
    for problem in found:
        writer.writerow({key: _harmless(value) for key, value in problem.as_row().items()})
    return text.getvalue().encode("utf-8-sig")


def _harmless(value: str) -> str:
    return "'" + value if value.startswith(("=", "+", "-", "@", "\t")) else value


def _short(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
