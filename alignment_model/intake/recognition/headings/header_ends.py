"""The ends of a scale as a heading names them: "(1 = not at all, 5 = very much)", "on a scale of 1 to 10"."""

from __future__ import annotations

import re
from dataclasses import dataclass

HIGHEST = 10  # an eleven-point scale, 0 to 10
_ANCHOR = re.compile(
    r"(?<![\d.,/-])(\d{1,2})\s*(?:=|:|[-–—]|\bis\b|\bmeans\b|\bbeing\b|\bbedeutet\b|\bsignifie\b|\bsignifica\b|\()\s*"
    r"([^\W\d_][^\d=;,)(/…]{1,60}?)\s*(?=[)\],;/…=]|\.{1,3}(?:\s|$)|\s[-–—]\s|\s*\b\d|$)",
    re.IGNORECASE,
)
_HIGHEST_NAMED = re.compile(
    r"(?:(?:the|das|der|die|le|la|el|o|a|de|het) )?(?:highest|best|most|maximum|höchste\w*|beste\w*|plus haut|meilleur|"
    r"más alto|mejor|máximo|mais alto|melhor|hoogste)(?: (?:score|rating|value|grade|possible|wert|note|valor))?",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s+(?:to|and|through|bis|und|à|et|a|y|e|tot|en|where|until|hasta|até)$|[\s.:–—-]+$", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?:\b(?:scale|skala|échelle|escala|schaal|rate|rating|von|from|de|van|between|zwischen)\b[^\d]{0,25})"
    r"(\d)\s*(?:[-–—]|to|bis|à|al?|até|hasta|tot|and|und|et|y|e|en|through)\s*(\d{1,2})\b|[(\[]\s*(\d)\s*[-–—]\s*(\d{1,2})\s*[)\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class HeaderEnds:
    """Ends of a scale as its header names them; labels are "" when only the numbers stand there."""

    low: int
    high: int
    low_label: str = ""
    high_label: str = ""


def header_ends(header: str) -> HeaderEnds | None:
    """The ends a header names: "(1 = not at all, 5 = very much)", "on a scale of 1 to 10".

    >>> header_ends("How ready are we? (1 = not at all, 5 = fully)")
    HeaderEnds(low=1, high=5, low_label='not at all', high_label='fully')
    >>> header_ends("10 - strongly agree, 1 - strongly disagree").low_label
    'strongly disagree'
    >>> header_ends("Rate from 0 to 10").high
    10
    """
    anchors = {int(number): _JOINED.sub("", label).strip(" ?*") for number, label in _ANCHOR.findall(header)}
    if len(anchors) >= 2 and max(anchors) <= HIGHEST and min(anchors) in (0, 1):
        low, high = min(anchors), max(anchors)
        return HeaderEnds(low, high, anchors[low], anchors[high])
    if len(anchors) == 1 and 3 <= max(anchors) <= HIGHEST and _HIGHEST_NAMED.fullmatch(anchors[max(anchors)]):
        return HeaderEnds(1, max(anchors), "", anchors[max(anchors)])
    found = _SPAN.search(header)
    if found:
        low, high = (int(end) for end in found.groups() if end is not None)
        if low in (0, 1) and low + 1 < high <= HIGHEST:
            return HeaderEnds(low, high)
    return None
