"""The one list of pages: menu, links between pages and tests are made from it.

To add a page: write `pages/<section>/<page>.py`, add a row here, and the tests will open it in every state. A page
that shows a wave also says in `answers.py` which questions it answers.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

PROJECT = Path(__file__).resolve().parent.parent.parent
SECTIONS = ("Understand", "Discuss", "Share", "Manage", "Help")


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file, its place in the menu and in the URL, and what it is for.

    `needs_wave` says that it shows a wave, `pictured` that it shows it in at least one chart.
    """

    code: str
    title: str
    section: str
    file: str
    icon: str
    purpose: str
    needs_wave: bool = True
    pictured: bool = True
    default: bool = False

    def streamlit_page(self) -> StreamlitPage:
        """The page as Streamlit's navigation wants it."""
        return st.Page(
            PROJECT / self.file,
            title=self.title,
            icon=self.icon,
            url_path=None if self.default else self.code,
            default=self.default,
        )


PAGES = (
    Page(
        "overview",
        "Overview",
        "Understand",
        "pages/understand/overview.py",
        ":material/target:",
        "Where leaders agree and where not, in one picture.",
        default=True,
    ),
    Page(
        "layers",
        "Layers",
        "Understand",
        "pages/understand/layers.py",
        ":material/layers:",
        "Each of the four layers, question by question.",
    ),
    Page(
        "gaps",
        "Gaps",
        "Understand",
        "pages/understand/gaps.py",
        ":material/height:",
        "How far roles stand apart, and how sure that is.",
    ),
    Page(
        "question",
        "Question",
        "Understand",
        "pages/understand/question.py",
        ":material/help:",
        "Everything about one question: who stands where, how each answered, how sure that is.",
    ),
    Page(
        "consensus_map",
        "Consensus map",
        "Understand",
        "pages/understand/consensus_map.py",
        ":material/explore:",
        "Which roles rank the same things alike, and in which camps they stand.",
    ),
    Page(
        "executives_and_managers",
        "Executives and managers",
        "Understand",
        "pages/understand/executives_and_managers.py",
        ":material/groups:",
        "What leadership sees of the work, and what those see who do it.",
    ),
    Page(
        "value",
        "Value",
        "Understand",
        "pages/understand/value.py",
        ":material/diamond:",
        "What each role wants from AI: what all share, and what only one wants.",
    ),
    Page(
        "value_chain",
        "Value chain",
        "Understand",
        "pages/understand/value_chain.py",
        ":material/conversion_path:",
        "Where each role sees value break between a running system and the accounts.",
    ),
    Page(
        "theory_and_reality",
        "Theory and reality",
        "Understand",
        "pages/understand/theory_and_reality.py",
        ":material/compare_arrows:",
        "What was designed against what works today, for people, systems, incentives and culture.",
    ),
    Page(
        "the_number",
        "The number",
        "Understand",
        "pages/understand/the_number.py",
        ":material/percent:",
        "What each role expects AI to do to operating cost, and how sure each is.",
    ),
    Page(
        "patterns",
        "Patterns",
        "Understand",
        "pages/understand/patterns.py",
        ":material/category_search:",
        "Patterns of misalignment with the evidence for and against.",
    ),
    Page(
        "initiatives",
        "Initiatives",
        "Understand",
        "pages/understand/initiatives.py",
        ":material/rocket_launch:",
        "What is under way, which money has no agreed outcome, which pilots never arrive.",
    ),
    Page(
        "trends",
        "Trends",
        "Understand",
        "pages/understand/trends.py",
        ":material/trending_up:",
        "Two waves side by side: what moved clearly, what did not, what cannot be compared.",
    ),
    Page(
        "conversations",
        "Conversations",
        "Discuss",
        "pages/discuss/conversations.py",
        ":material/forum:",
        "The five conversations worth having, with an agenda to print.",
    ),
    Page(
        "commitments",
        "Commitments",
        "Discuss",
        "pages/discuss/commitments.py",
        ":material/handshake:",
        "What was agreed, who does it until when, and what has happened since.",
        pictured=False,
    ),
    Page(
        "open_answers",
        "Open answers",
        "Discuss",
        "pages/discuss/open_answers.py",
        ":material/format_quote:",
        "Why we deploy AI, leader beside leader, in their own words.",
        pictured=False,
    ),
    Page(
        "present",
        "Present",
        "Discuss",
        "pages/discuss/present.py",
        ":material/slideshow:",
        "One message a screen for the room, with notes for whoever leads the day.",
        needs_wave=False,
    ),
    Page(
        "snapshots",
        "Snapshots",
        "Share",
        "pages/share/snapshots.py",
        ":material/photo_camera:",
        "Freeze the numbers, open them as they were, take them along as a file.",
        needs_wave=False,
    ),
    Page(
        "board_pack",
        "Board pack",
        "Share",
        "pages/share/board_pack.py",
        ":material/inventory_2:",
        "Deck, PDF and link for the board, the executive team or managers, in one go.",
        needs_wave=False,
    ),
    Page(
        "links",
        "Share links",
        "Share",
        "pages/share/links.py",
        ":material/link:",
        "Let people read a snapshot without an account, for a while.",
        needs_wave=False,
    ),
    Page(
        "compare",
        "Compare",
        "Share",
        "pages/share/compare.py",
        ":material/compare:",
        "Two frozen snapshots side by side, and any kept file against what was frozen.",
        needs_wave=False,
    ),
    Page(
        "import",
        "Import",
        "Manage",
        "pages/manage/import.py",
        ":material/upload_file:",
        "Load a workbook or a survey tool's export.",
        needs_wave=False,
    ),
    Page(
        "pattern_thresholds",
        "Thresholds",
        "Manage",
        "pages/manage/pattern_thresholds.py",
        ":material/tune:",
        "What counts as evidence for a pattern, and what another threshold would change.",
        needs_wave=False,
    ),
    Page(
        "methods",
        "Methods",
        "Help",
        "pages/help/methods.py",
        ":material/function:",
        "How every number is computed, and when it misleads.",
        needs_wave=False,
    ),
)


def page(code: str) -> Page:
    """The page with this code."""
    return next(entry for entry in PAGES if entry.code == code)


def by_section() -> dict[str, list[Page]]:
    """The pages in menu order."""
    return {section: [entry for entry in PAGES if entry.section == section] for section in SECTIONS}
