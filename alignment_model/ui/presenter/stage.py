"""One slide on the screen: words and chart laid out on a stage of fixed size, scaled to the window as a whole."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import streamlit as st

from alignment_model.charts import Look, spec
from alignment_model.charts.drawing.typesetting import text_width, wrap
from alignment_model.charts.style.theme import theme
from alignment_model.report.identity import logo_address
from alignment_model.ui import light_or_dark
from alignment_model.ui.presenter import address
from alignment_model.ui.presenter.view import CONTENT_WIDTH, STAGE_HEIGHT, Line, Picture, Slide, View
from alignment_model.wording import unbroken

CSS = Path(__file__).with_name("stage.css")
TITLE, COVER = 54, 84  # font sizes, px on the stage; stage.css sets the same
LINE_HEIGHT = 1.16
LINE_SIZES = (112, 96, 84, 72, 60, 54, 48)  # of lines of words, px; stage.css takes the one chosen
LEAD, LINE_GAP = 56, 32  # px; stage.css sets the same
FEW_LINES, MANY_LINES_SIZE = 3, 60  # up to so many lines what stands behind one stands below it
ASIDE, ASIDE_BELOW = 36, 48  # px; stage.css sets the same
MOST_TITLE_LINES = 4
KICKER_ROOM, SUBTITLE_ROOM, GAPS, FOOT = 52, 48, 32, 172  # px: margins and the bar below included

Drawing = tuple[str, dict[str, Any]]  # an alternative text and a specification


def key_of(slide: Slide, hidden: bool) -> str:
    """What a slide's picture is called in the cache."""
    return f"{slide.code}/{address.HIDDEN if hidden else address.SHOWN}"


def draw(view: View, key: str, version: str) -> None:
    """Draw the slide; `key` and `version` say which, so that it is built once."""
    st.html(CSS)
    st.html(_colours(view))
    with st.container(key="presenter_stage"):
        st.html(_head(view))
        if view.picture is not None:
            with st.container(key="presenter_picture"):
                picture(view, key, version)
        elif view.lines:
            st.html(lines(view))


def picture(view: View, key: str, version: str) -> None:
    """The slide's chart, as SVG, so that it stays sharp at every scale."""
    alt, drawing = prepare(view, key, version)
    st.vega_lite_chart(drawing, width="content", theme=None, alt=alt, key="presenter_chart")


def prepare(view: View, key: str, version: str) -> Drawing:
    """Build the slide's chart, or take it from the cache."""
    if view.picture is None:
        return "", {}
    return _built(key, version, light_or_dark.mode(), picture_height(view), _picture=view.picture)


@st.cache_data(max_entries=400, show_spinner=False)
def _built(key: str, version: str, mode: str, height: int, *, _picture: Picture) -> Drawing:
    look = Look(mode=mode, size="projector", width=CONTENT_WIDTH, height=height)
    result = _picture.builder(*_picture.parts, look=look, **_picture.options)
    drawing = spec(result)
    drawing.pop("description", None)
    drawing["usermeta"] = {"embedOptions": {"renderer": "svg"}}
    return result.alt, drawing


def title_lines(view: View) -> list[str]:
    """The title in as few lines as it needs."""
    size = COVER if view.cover else TITLE
    return _balanced(view.title.removesuffix("."), CONTENT_WIDTH, size, lines=MOST_TITLE_LINES, bold=True)


def _balanced(text: str, width: int, size: int, *, lines: int = 0, bold: bool = False) -> list[str]:
    """The text in as few lines as it needs, all about equally long: no word stands alone on the last one."""
    found = wrap(text, width, size, lines=lines, bold=bold)
    for narrow in range(width, width // 2, -40):
        narrower = wrap(text, narrow, size, bold=bold)
        if len(narrower) > len(found):
            break
        found = narrower
    return found


def picture_height(view: View) -> int:
    """What the words leave for the chart, px on the stage."""
    size = COVER if view.cover else TITLE
    words = (
        KICKER_ROOM + len(title_lines(view)) * size * LINE_HEIGHT + (SUBTITLE_ROOM if view.subtitle else 0)
    )
    return int(STAGE_HEIGHT - words - GAPS - FOOT)


def _head(view: View) -> str:
    title = "".join(f"<span>{html.escape(line)}</span>" for line in title_lines(view))
    subtitle = f'<p class="subtitle">{html.escape(unbroken(view.subtitle))}</p>' if view.subtitle else ""
    kind = "cover" if view.cover else "plain"
    logo = _logo() if view.cover else ""
    return (
        f'{logo}<div class="presenter-head {kind}"><p class="kicker">{html.escape(view.kicker)}</p>'
        f"<h1>{title}</h1>{subtitle}</div>"
    )


def _logo() -> str:
    logo = theme().logo
    if logo is None:
        return ""
    return f'<img class="presenter-logo" src="{logo_address(light_or_dark.mode())}" alt="{html.escape(logo.alt)}">'


def lines(view: View) -> str:
    """Lines of words, as large as they fit; what stands behind a line stands below it where lines are few."""
    below = len(view.lines) <= FEW_LINES
    size = _line_size(view, below)
    rows = "".join(
        f"<li>{_lead(line)}<span>{_pieces(line, size, below)}</span>{'' if below else _aside(line)}</li>"
        for line in view.lines
    )
    kind = "many" if not below else "few" if len(view.lines) > 1 else "one"
    return f'<ol class="presenter-lines {kind}" style="--presenter-line:{size}">{rows}</ol>'


def _pieces(line: Line, size: int, below: bool) -> str:
    pieces = "".join(f"<i>{html.escape(piece)}</i>" for piece in _wrapped(line, size, below))
    return pieces + (_aside(line) if below else "")


def _lead(line: Line) -> str:
    return f"<b>{html.escape(line.lead)}</b>" if line.lead else ""


def _aside(line: Line) -> str:
    return f"<em>{html.escape(line.aside)}</em>" if line.aside else ""


def _wrapped(line: Line, size: int, below: bool) -> list[str]:
    before = LEAD + LINE_GAP if line.lead else 0
    behind = 0.0 if below or not line.aside else text_width(line.aside, ASIDE) + LINE_GAP
    return _balanced(line.text, int(CONTENT_WIDTH - before - behind), size)


def _line_size(view: View, below: bool) -> int:
    """The largest size at which every line fits its share of the room, px on the stage."""
    room = picture_height(view) / len(view.lines) - 2 * LINE_GAP
    aside = ASIDE_BELOW * 1.5 if below else 0

    def fits(size: int) -> bool:
        return all(len(_wrapped(line, size, below)) * size * 1.2 + aside <= room for line in view.lines)

    sizes = [size for size in LINE_SIZES if below or size <= MANY_LINES_SIZE]
    return next((size for size in sizes if fits(size)), LINE_SIZES[-1])


def _colours(view: View) -> str:
    colours = theme().palettes[light_or_dark.mode()]
    return (
        f"<style>:root{{--presenter-ink:{colours.ink};--presenter-quiet:{colours.quiet};"
        f"--presenter-accent:{colours.accent};--presenter-hair:{colours.hair};"
        f"--presenter-picture:{picture_height(view)};}}</style>"
    )
