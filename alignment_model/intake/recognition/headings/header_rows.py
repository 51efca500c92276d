"""How many rows a table's headings take, and how many rows of titles stand above them."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.intake.cells import Sheet
from alignment_model.intake.recognition.headings.headers import SAMPLE_ROWS, header_texts, is_single_mark
from alignment_model.intake.text import as_number, fold

MOST_HEADER_ROWS = 3


def title_rows(sheet: Sheet) -> int:
    """Rows above the table that hold a title or nothing: at most one filled cell where the table has many."""
    texts = header_texts(sheet, 12)
    filled = [sum(1 for text in row if text) for row in texts]
    widest = max(filled, default=0)
    place = 0
    while place < min(8, len(filled) - 1) and widest >= 3 and _is_title(texts, filled, place, widest):
        place += 1
    return place if place < 8 and filled and filled[place] >= 2 else 0


def _is_title(texts: list[list[str]], filled: list[int], place: int, widest: int) -> bool:
    if filled[place] > (2 if widest >= 8 else 1):
        return False
    below = texts[place + 1]
    grouped = any(is_single_mark(text) or fold(text).startswith("other please specify") for text in below)
    return not (filled[place] and grouped)


def plain_header_rows(sheet: Sheet, first: int = 0) -> int:
    """How many header rows a table has when no tool tells: 1 to 3 below the title rows, by what stands beneath."""
    texts = header_texts(sheet, first + MOST_HEADER_ROWS + SAMPLE_ROWS)
    if _three_levels(texts, first):
        return first + 3
    rows = first + 1
    while rows < min(first + MOST_HEADER_ROWS, len(texts) - 1) and _looks_like_header(texts, first, rows):
        rows += 1
    return rows


def _three_levels(texts: list[list[str]], first: int) -> bool:
    """Whether parts, questions and statements stand above each other, each filling gaps of the row above."""
    if len(texts) < first + 5:
        return False
    rows = texts[first : first + 3]
    gaps = [_gaps_filled(rows[place], rows[place + 1]) for place in (0, 1)]
    return gaps[0] >= 1 and gaps[1] >= 2 and not any(_answers_given(texts, first + place) for place in (1, 2))


def _gaps_filled(above: Sequence[str], row: Sequence[str]) -> int:
    return sum(1 for over, text in zip(above, row) if text and not over)


def _answers_given(texts: list[list[str]], place: int) -> int:
    """How many cells of a row hold what others answer below, or a number."""
    below = texts[place + 1 :]
    return sum(
        1
        for column, text in enumerate(texts[place])
        if text and (as_number(text) is not None or text in {row[column] for row in below})
    )


def _leaves_people_out(texts: list[list[str]], place: int) -> bool:
    """Whether a row is blank where everybody below has an answer, such as a name, and says what nobody answers."""
    row, below = texts[place], [r for r in texts[place + 1 :] if any(r)]
    if len(below) < 4 or sum(1 for text in row if text) < 2 or _answers_given(texts, place):
        return False
    blank = [column for column, text in enumerate(row) if not text and all(r[column] for r in below)]
    return len(blank) >= 2


def _looks_like_header(texts: list[list[str]], first: int, place: int) -> bool:
    """Whether a row below the first header row is a header too, by comparison with the rows beneath it."""
    row, below = texts[place], texts[place + 1 :]
    marks = sum(1 for text in row if is_single_mark(text))
    if marks >= 2 or (marks == 1 and sum(1 for text in row if text) <= 2 and "" in texts[first]):
        return True
    votes = [vote for column in range(len(row)) if (vote := _vote(row[column], [r[column] for r in below]))]
    header = votes.count("header")
    if _gaps_filled(texts[first], row) >= 2 and not votes.count("answer"):
        return True
    if _leaves_people_out(texts, place):
        return True
    return header >= 3 and header >= 0.7 * len(votes)


def _vote(text: str, below: Sequence[str]) -> str:
    """What a cell looks like beside the answers beneath it: "header", "answer" or "" when they do not tell."""
    answers = [answer for answer in below if answer]
    if not text or len(answers) < 3:
        return ""
    numeric = sum(1 for answer in answers if as_number(answer) is not None) >= 0.9 * len(answers)
    if numeric:
        return "header" if as_number(text) is None else "answer"
    distinct = set(answers)
    if text in distinct:
        return "answer"
    if len(answers) >= 6 and len(distinct) <= 0.4 * len(answers):
        return "header"
    shortest, longest = min(map(len, answers)), max(map(len, answers))
    return "header" if len(text) > 2 * longest + 10 and shortest < 40 else ""
