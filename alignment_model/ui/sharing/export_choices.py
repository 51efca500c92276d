"""What may be chosen for an export on the screen: the PDF's paper, a company's template for the deck."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import streamlit as st

from alignment_model import workflows
from alignment_model.errors import UsageError
from alignment_model.ui import components
from alignment_model.workflows import ExportChoices

PAPERS = {"a4": "A4", "us-letter": "US Letter"}
LARGEST = 30  # MB


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choices, and a mark of them for cache keys."""

    choices: ExportChoices
    mark: str


def ask(key: str) -> Chosen:
    """Ask for paper and template; a template that cannot be used is refused with the reason."""
    paper = st.segmented_control(
        "Paper of the PDF",
        list(PAPERS),
        format_func=PAPERS.get,
        default="a4",
        required=True,
        key=f"{key}_paper",
    )
    given = st.file_uploader(
        "Your PowerPoint template (optional)",
        type=["pptx", "potx"],
        max_upload_size=LARGEST,
        help="A light background, slides between 4:3 and 16:9, no macros. Its own slides are left out.",
        key=f"{key}_template",
    )
    template = None if given is None else _checked(given.getvalue())
    mark = "" if template is None else hashlib.sha256(template).hexdigest()
    return Chosen(ExportChoices(paper if paper in PAPERS else "a4", template), f"{paper}/{mark}")


def _checked(content: bytes) -> bytes | None:
    """The template when it can be used; what was found in it is said either way."""
    try:
        components.note(workflows.template_sentence(content))
    except UsageError as error:
        components.problem(f"{error} The deck is made in the product's own look.")
        return None
    return content
