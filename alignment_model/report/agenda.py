"""The agenda of an alignment session as one page to print: conversations, who stands where, minutes, checklist."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alignment_model import charts
from alignment_model.analysis.model import Analysis, Conversation
from alignment_model.charts import PRINT_LOOK
from alignment_model.charts.drawing.names import role_name
from alignment_model.framework import Framework, load_framework
from alignment_model.report.html.blocks import escape
from alignment_model.report.identity import faces, family
from alignment_model.report.svg import inline_svg
from alignment_model.wording import count

POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"
OPENING, CLOSING = 10, 15  # minutes
AGREED = "Agreed, by whom, until when:"
WIDTH = 660  # px: what fits between the margins of A4 and Letter, so that type is printed at its own size
STYLE = """
@page{margin:16mm}
body{font:15px/1.45 FAMILY;color:INK;background:PAPER;
max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:26px;margin:0 0 .2rem}h2{font-size:19px;margin:0 0 .3rem;break-after:avoid}
p{margin:.3rem 0}.quiet{color:QUIET}
article{border-top:1px solid HAIR;padding:1rem 0 .6rem;break-inside:avoid}
article.long{break-inside:auto}.minutes{float:right;font-weight:600}
.ask{font-size:17px;font-weight:600}svg{max-width:100%;height:auto}ul{list-style:none;padding:0}
li{padding:.35rem 0;break-inside:avoid}li::before{content:"";display:inline-block;width:.8em;height:.8em;
border:1.5px solid INK;margin-right:.6em;vertical-align:-.08em}
.lines{border-bottom:1px solid HAIR;height:1.9rem;margin-bottom:.4rem;color:QUIET;font-size:13px;line-height:1.9rem}
table{border-collapse:collapse;width:100%;margin-top:.6rem}th{font-weight:600;text-align:center;font-size:13px}
th:first-child,td:first-child{text-align:left}td{border-top:1px solid HAIR;padding:.18rem .2rem;text-align:center}
tr{break-inside:avoid}.box{display:inline-block;width:.8em;height:.8em;border:1.5px solid INK}
.done{width:0;height:0;border-width:calc(.4em + 1.5px)}
.named li::before{display:none}
"""
Row = tuple[
    str, tuple[bool, ...]
]  # an initiative and what was ticked for it: necessity, then the preconditions


def agenda_html(analysis: Analysis, checklist: Sequence[Row] = ()) -> bytes:
    """The agenda as a self-contained HTML document; without conversations it says so.

    `checklist` holds a row an initiative, filled boxes where the team has ticked.
    """
    framework = load_framework()
    minutes = sum(talk.minutes for talk in analysis.conversations) + OPENING + CLOSING
    title = f"Agenda: {analysis.survey}, {analysis.wave}"
    parts = [
        "<!doctype html>",
        '<html lang="en-GB"><head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(title)}</title><style>{_style()}</style></head><body>",
        f'<h1 dir="auto">{escape(title)}</h1>',
        f'<p dir="auto">{escape(analysis.headline)}</p>',
        f'<p class="quiet">{count(len(analysis.conversations), "conversation")}, {minutes} minutes in all.</p>',
        _slot("Opening", OPENING, "What we came to decide, and the rule of the day: ask before you argue."),
        *(_conversation(talk, analysis, framework) for talk in analysis.conversations),
        "" if analysis.conversations else "<p>No question divides leadership enough to give it time.</p>",
        _checklist(framework, checklist),
        _slot("Closing", CLOSING, "What each of us commits to, with an owner and a date.", lines=4),
        "</body></html>",
    ]
    return "\n".join(part for part in parts if part).encode("utf-8")


def _style() -> str:
    colours = PRINT_LOOK.colours
    text = STYLE.replace("FAMILY", family())
    for name in ("ink", "paper", "quiet", "hair"):
        text = text.replace(name.upper(), getattr(colours, name))
    return faces() + text


def _slot(title: str, minutes: int, text: str, lines: int = 0) -> str:
    rule = f'<div class="lines">{AGREED}</div>' * lines
    return (
        f'<article><span class="minutes">{minutes} min</span><h2>{escape(title)}</h2>'
        f"<p>{escape(text)}</p>{rule}</article>"
    )


def _conversation(talk: Conversation, analysis: Analysis, framework: Framework) -> str:
    result = analysis.question(talk.question)
    leaders = tuple(role for role in analysis.shown_roles if role.leadership)
    chart = charts.positions_on_scale((result,), leaders, look=replace(PRINT_LOOK, width=WIDTH))
    svg = inline_svg(charts.spec(chart), f"talk-{talk.rank}-", escape(chart.alt))
    imperative = next((item.name for item in framework.imperatives if item.code == talk.imperative), "")
    names = {role.code: role_name(role) for role in leaders}
    asked = f"“{result.question.text}” Farthest from the others: {names.get(talk.farthest, talk.farthest)}."
    return (
        f'<article><span class="minutes">{talk.minutes} min</span>'
        f'<h2 dir="auto">{talk.rank}. {escape(result.question.label)}</h2>'
        f'<p class="quiet" dir="auto">{escape(asked)}</p>{svg}'
        f'<p class="ask" dir="auto">{escape(talk.prompt)}</p>'
        f'<p class="quiet">{escape(f"Serves: {imperative}." if imperative else "")}</p>'
        f'<div class="lines">{AGREED}</div></article>'
    )


def _checklist(framework: Framework, initiatives: Sequence[Row]) -> str:
    """The questions, and under them a row of boxes an initiative."""
    asked = [framework.necessity_question, *(item.question for item in framework.preconditions)]
    heads = [
        "Initiative",
        "Necessity",
        *(item.code.replace("_", " ").capitalize() for item in framework.preconditions),
    ]
    rows = "".join(
        f'<tr><td dir="auto">{escape(name)}</td>{"".join(_box(done) for done in ticked)}</tr>'
        for name, ticked in initiatives
    )
    names = heads[1:] if rows else [""] * len(asked)
    items = "".join(
        f"<li>{f'<b>{escape(name)}.</b> ' if name else ''}{escape(row)}</li>"
        for name, row in zip(names, asked)
    )
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    named = ' class="named"' if rows else ""
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>" if rows else ""
    return f'<article class="long"><h2>Before any initiative goes on</h2><ul{named}>{items}</ul>{table}</article>'


def _box(done: bool) -> str:
    told = "ticked" if done else "not ticked"
    return f'<td><span class="box{" done" if done else ""}" role="img" aria-label="{told}"></span></td>'
