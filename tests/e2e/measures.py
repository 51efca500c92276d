"""What can be measured of a page in a real browser: where text stands, how large it is, what a screen reader meets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "file:", "about:")
PROBE = "/_stcore/"  # Streamlit asks a deep link's folder for its server first, and then the root
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SERIOUS = ("serious", "critical")
WORD = re.compile(r"[^\W\d_][\w’'-]*")

# Every visible piece of text with its box and its size on the screen, shadow roots and SVG included.
TEXTS = """
(scope) => {
  const found = [];
  const shown = (node) => {
    const style = getComputedStyle(node);
    const box = node.getBoundingClientRect();
    if (box.width <= 1 && box.height <= 1 && style.display !== "contents") return false; // for screen readers only
    if (style.display !== "contents" && !node.checkVisibility()) return false; // in an expander that is shut
    return style.visibility !== "hidden" && Number(style.opacity) > 0.01 && style.display !== "none";
  };
  const add = (text, rects, size, svg, chart, cut) => {
    for (const box of rects)
      if (box.width > 0.5 && box.height > 0.5)
        found.push({ text, left: box.left, top: box.top, right: box.right, bottom: box.bottom, size, svg, chart, cut });
  };
  const shortened = (node) => {
    for (let box = node; box && box !== document.body; box = box.parentElement)
      if (getComputedStyle(box).textOverflow === "ellipsis" && box.scrollWidth > box.clientWidth + 1) return true;
    return false;
  };
  const charts = [...document.querySelectorAll("svg.marks")];
  const walk = (node, visible) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.textContent.trim();
      if (!text || !visible) return;
      const range = document.createRange();
      range.selectNodeContents(node);
      add(text, range.getClientRects(), parseFloat(getComputedStyle(node.parentElement).fontSize), false, -1,
        shortened(node.parentElement));
      return;
    }
    if (node.nodeType === Node.ELEMENT_NODE) {
      if (["STYLE", "SCRIPT", "TITLE", "NOSCRIPT"].includes(node.tagName)) return;
      visible = visible && shown(node);
      if (node.tagName === "text" && node.ownerSVGElement) {
        const text = node.textContent.trim();
        const scale = node.getScreenCTM() ? Math.abs(node.getScreenCTM().d) || 1 : 1;
        const chart = charts.indexOf(node.closest("svg.marks"));
        const size = parseFloat(getComputedStyle(node).fontSize) * scale;
        if (text && visible) add(text, [node.getBoundingClientRect()], size, true, chart, text.endsWith("…"));
        return;
      }
      if (node.shadowRoot) for (const child of node.shadowRoot.childNodes) walk(child, visible);
    }
    for (const child of node.childNodes) walk(child, visible);
  };
  walk(document.querySelector(scope) ?? document.body, true);
  const frames = charts.map((chart) => chart.getBoundingClientRect());
  const painted = document.querySelectorAll(".vega-embed canvas").length;
  return { found, painted, frames: frames.map((box) => [box.left, box.top, box.right, box.bottom]) };
}
"""


@dataclass(frozen=True)
class Words:
    """A piece of text on the screen, px; `chart` is the number of the chart it belongs to, -1 for none.

    `cut` says that it ends in an ellipsis, because it did not fit.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    svg: bool
    chart: int
    cut: bool = False

    def covers(self, other: Words) -> bool:
        """Whether the letters, without the air above and below them, lie on one another."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        (top, bottom), (others_top, others_bottom) = self.letters, other.letters
        return wide > 1.5 and min(bottom, others_bottom) - max(top, others_top) > 1.5

    @property
    def letters(self) -> tuple[float, float]:
        """Top and bottom of the letters: the middle 0.8 em of the line."""
        middle = (self.top + self.bottom) / 2
        return middle - 0.4 * self.size, middle + 0.4 * self.size


@dataclass(frozen=True)
class Screen:
    """All text of a page, and the frames of its charts (left, top, right, bottom)."""

    words: tuple[Words, ...]
    frames: tuple[tuple[float, float, float, float], ...]

    def overlapping(self, *, charts_only: bool = False) -> list[tuple[str, str]]:
        """Pairs of texts that cover each other; `charts_only` looks inside each chart."""
        chosen = [word for word in self.words if word.chart >= 0 or not charts_only]
        return [
            (one.text, other.text)
            for one, other in _near(chosen)
            if (not charts_only or one.chart == other.chart) and one.covers(other)
        ]

    def clipped(self) -> list[str]:
        """Chart labels that run out of their chart, or were shortened to fit in it."""
        found = []
        for word in (word for word in self.words if word.chart >= 0):
            left, top, right, bottom = self.frames[word.chart]
            high, low = word.letters
            if (
                word.cut
                or word.left < left - 2
                or word.right > right + 2
                or high < top - 2
                or low > bottom + 2
            ):
                found.append(word.text)
        return found

    def shortened(self) -> list[str]:
        """Texts outside charts that end in an ellipsis because their box is too narrow."""
        return list(dict.fromkeys(word.text for word in self.words if word.cut and word.chart < 0))

    def smallest(self) -> float:
        """The size of the smallest text, px on the screen."""
        return min(word.size for word in self.words)

    def word_count(self) -> int:
        """How many words there are to read; numbers and signs are none."""
        pieces = dict.fromkeys((word.text, word.chart, round(word.top)) for word in self.words)
        return sum(len(WORD.findall(text)) for text, _, _ in pieces)


def _near(words: list[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs that share some height of the page, each once, the upper one first."""
    words = sorted(words, key=lambda word: word.top)
    for index, one in enumerate(words):
        for other in words[index + 1 :]:
            if other.top >= one.bottom:
                break
            yield one, other


def screen(page: Page, scope: str = "body") -> Screen:
    """Measure what is on the screen now. AssertionError when a chart is painted on canvas, where no text is found."""
    seen: dict[str, Any] = page.evaluate(TEXTS, scope)
    assert not seen["painted"], f"charts painted on canvas, where no label can be measured: {seen['painted']}"
    return Screen(tuple(Words(**found) for found in seen["found"]), tuple(map(tuple, seen["frames"])))


def scrolls_sideways(page: Page) -> bool:
    """Whether the page is wider than the window."""
    return bool(
        page.evaluate(
            """() => [document.scrollingElement, document.querySelector("[data-testid=stMain]")]
            .some((box) => box && box.scrollWidth > box.clientWidth + 1)"""
        )
    )


@cache
def _axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def serious_findings(page: Page, allowed: dict[str, str]) -> list[str]:
    """axe-core's serious and critical findings by WCAG 2.2 AA, without those on `allowed` selectors' elements."""
    if not page.evaluate("() => Boolean(window.axe)"):
        page.evaluate(_axe())
    report = page.evaluate(
        """([tags, allowed]) => axe.run(document, { runOnly: tags, resultTypes: ["violations"] }).then((result) =>
          result.violations.flatMap((rule) => rule.nodes.map((node) => {
            const target = node.target.flat();
            let root = document, element = null;
            for (const step of target) { element = root.querySelector(step); root = element?.shadowRoot ?? root; }
            const key = allowed.find((entry) => entry.startsWith(rule.id + " ")
              && element?.closest(entry.slice(rule.id.length + 1)));
            return { rule: rule.id, impact: node.impact, where: target.join(" "), html: node.html, key };
          })))""",
        [STANDARDS, list(allowed)],
    )
    return [
        f"{found['rule']} ({found['impact']}) at {found['where']}: {found['html'][:160]}"
        for found in report
        if found["impact"] in SERIOUS and not found.get("key")
    ]


class Watch:
    """Collects what a tab asks of other machines and what it logs as an error."""

    def __init__(self, page: Page) -> None:
        self.strangers: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self._asked(request.url))
        page.on("websocket", lambda socket: self._asked(socket.url))
        page.on("console", lambda message: self._logged(message.type, message.text, message.location["url"]))
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _asked(self, url: str) -> None:
        if not url.startswith(LOCAL):
            self.strangers.append(url)

    def _logged(self, kind: str, text: str, url: str) -> None:
        """Errors; the 404 of Streamlit's own probe on a deep link is its normal way of finding the server."""
        if kind == "error" and not ("404" in text and PROBE in url):
            self.errors.append(f"{text} ({url})")
