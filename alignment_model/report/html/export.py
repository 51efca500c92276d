"""The report as one self-contained web page: no network, readable without JavaScript, made to be printed.

Charts are still SVG in two layouts, wide and phone; a few lines of script name a mark when it is pointed at.
A content security policy inside the page forbids everything else. The same report gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from alignment_model.charts import PRINT_LOOK
from alignment_model.charts.style.theme import theme
from alignment_model.report.html.blocks import block_html, escape, paragraph
from alignment_model.report.identity import faces, family, logo_address
from alignment_model.report.mark import mark_line
from alignment_model.report.model import Report, Section
from alignment_model.report.origin import TITLE, origin_of

HERE = Path(__file__).parent
COLOURS = ("ink", "quiet", "faint", "hair", "paper", "panel", "accent", "hidden")


def to_html(report: Report) -> bytes:
    """The whole report as one UTF-8 HTML document."""
    script, style = (HERE / "page.js").read_text(encoding="utf-8"), _style()
    parts = (
        "<!doctype html>",
        '<html lang="en-GB">',
        _head(report, script, style),
        "<body>",
        '<a class="skip" href="#content">Skip to the report</a>',
        _cover(report),
        _contents(report),
        '<main id="content">',
        *(_section(section) for section in report.sections),
        "</main>",
        _footer(report),
        f"<script>{script}</script>",
        "</body>",
        "</html>",
        "",
    )
    return "\n".join(parts).encode("utf-8")


def _head(report: Report, script: str, style: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    title = " · ".join(part for part in (report.title, report.wave) if part)
    return (
        f'<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f'<meta name="generator" content="{escape(mark_line(report))}">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>"
    )


@cache
def _style() -> str:
    colours = "".join(f"--{name}:{getattr(PRINT_LOOK.colours, name)};" for name in COLOURS)
    rules = (HERE / "page.css").read_text(encoding="utf-8")
    return f"\n{faces()}:root{{{colours}--font:{family()}}}\n{rules}"


def _cover(report: Report) -> str:
    lead = report.sections[0].finding if report.sections else ""
    return (
        f'<header class="cover">\n{_logo()}<p class="kind">Executive alignment report</p>\n'
        f'<h1 dir="auto">{escape(report.title)}</h1>\n{paragraph(report.subtitle, "subtitle")}\n'
        f"{paragraph(lead, 'headline') if lead else ''}\n"
        f"{paragraph(report.warning, 'note') if report.warning else ''}\n</header>"
    )


def _logo() -> str:
    logo, address = theme().logo, logo_address()
    return f'<img class="logo" src="{address}" alt="{escape(logo.alt)}">\n' if logo else ""


def _contents(report: Report) -> str:
    rows = "\n".join(
        f'<li><a href="#{escape(section.code)}" dir="auto">{escape(section.title)}</a></li>'
        for section in report.sections
    )
    return f'<nav class="contents" aria-label="Contents">\n<h2>Contents</h2>\n<ol>\n{rows}\n</ol>\n</nav>'


def _section(section: Section) -> str:
    # The first section's finding stands on the cover already.
    finding = "" if section.code == "overview" else section.finding
    blocks = "\n".join(
        block_html(block, f"{section.code}-{number}") for number, block in enumerate(section.blocks)
    )
    return (
        f'<section id="{escape(section.code)}" aria-labelledby="{escape(section.code)}-title">\n'
        f'<h2 id="{escape(section.code)}-title" dir="auto">{escape(section.title)}</h2>\n'
        f"{paragraph(finding, 'finding') if finding else ''}\n{blocks}\n</section>"
    )


def _footer(report: Report) -> str:
    rows = "\n".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in origin_of(report))
    listed = f"<h2>{TITLE}</h2>\n<dl>\n{rows}\n</dl>"
    return f'<footer>\n{listed}\n<p class="note">Made by the Executive Alignment Dashboard.</p>\n</footer>'
