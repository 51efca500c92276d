"""Whether a sheet is a crosstab or a tool's summary: counts, shares and means of answers rather than people's answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from alignment_model.intake.cells import Sheet
from alignment_model.intake.recognition.headings.headers import header_texts
from alignment_model.intake.recognition.metadata import ID, metadata_kind
from alignment_model.intake.recognition.scales.label_scales import read_labels
from alignment_model.intake.recognition.survey_words import survey_words
from alignment_model.intake.text import as_number, fold

SCANNED_ROWS = 400
MOST_COLUMNS = 16  # of a table that counts the answers to one question, or sums up each question in a row
_PERCENT = re.compile(r"[+-]?\d{1,3}([.,]\d+)?\s*%")


def is_summary(sheet: Sheet) -> bool:
    """Whether a sheet holds counts, shares or means rather than one row a person."""
    texts = header_texts(sheet, SCANNED_ROWS)
    rows = [[text for text in row if text] for row in texts]
    return (
        _has_marks([row for row in rows if row])
        or _summed_up(texts)
        or _all_shares(texts)
        or _measured(texts)
    )


def is_long(sheet: Sheet) -> bool:
    """Whether a sheet holds one row an answer: a column of questions, one of answers, and people who come again."""
    texts = header_texts(sheet, SCANNED_ROWS)
    names = [fold(text) for text in texts[0]] if texts else []
    body = [row for row in texts[1:] if any(row)]
    words = survey_words()
    questions = [place for place, name in enumerate(names) if name in words.long_questions]
    answers = [place for place, name in enumerate(names) if name in words.long_answers]
    people = [place for place, name in enumerate(names) if place not in questions and _names_people(name)]
    if not questions or not answers or len(body) < 6 or len(names) > MOST_COLUMNS:
        return False
    asked = {row[questions[0]] for row in body}
    again = any(len({row[place] for row in body}) <= 0.6 * len(body) for place in people)
    return 2 <= len(asked) <= 0.5 * len(body) and again


def _names_people(name: str) -> bool:
    return metadata_kind(name) == ID or name.endswith((" id", " number"))


def _measured(texts: Sequence[Sequence[str]]) -> bool:
    """Whether one column says of every row which measure it holds, such as "Percentage" and "Count" in turn."""
    words = survey_words()
    measures = words.counts | words.shares | words.statistics
    body = [row for row in texts[1:] if any(row)]
    if len(body) < 4:
        return False
    for place in range(1, max(map(len, body))):
        said = {fold(row[place]) if place < len(row) else "" for row in body}
        if len(said) >= 2 and said <= measures:
            return True
    return False


def _has_marks(rows: Sequence[Sequence[str]]) -> bool:
    """The words a tool puts in its summary: "Answered", "Skipped", "Answer Choices"."""
    words = survey_words()
    seen = {fold(row[0]) for row in rows if len(row) <= MOST_COLUMNS} & words.summary_marks
    if {"answered", "skipped"} <= seen or ("answer choices" in seen and len(seen) >= 2):
        return True
    return any({"answer choices", "responses"} <= {fold(text) for text in row} for row in rows)


def _summed_up(texts: Sequence[Sequence[str]]) -> bool:
    """Whether headings name counts, shares or statistics, or are the labels of a scale, and numbers stand below."""
    for place, row in enumerate(texts[:12]):
        headings = [_name(text) for text in row]
        named = [name for name in headings if name]
        body = [below for below in texts[place + 1 :] if any(below)]
        if not 2 <= len(named) <= MOST_COLUMNS or len(body) < 2:
            continue
        told = _statistics(headings) or _labels(row)
        if told and _numbers_below(body, told):
            return True
    return False


def _name(heading: str) -> str:
    return "percent" if heading.strip() == "%" else fold(heading)


def _statistics(headings: Sequence[str]) -> list[int]:
    """The columns of counts and shares of answers, or of means and deviations; none when headings do not say so."""
    words = survey_words()
    counts = [place for place, name in enumerate(headings) if place and name in words.counts]
    shares = [place for place, name in enumerate(headings) if name in words.shares]
    means = [place for place, name in enumerate(headings) if name in words.statistics]
    answers = any(name in words.answers for name in headings)
    if counts and (shares or answers):
        return [*counts, *shares]
    return [*means, *counts] if len(means) >= 2 or (means and counts) else []


def _labels(row: Sequence[str]) -> list[int]:
    """The columns whose headings are the levels of one scale."""
    labels = {text: 1 for text in row[1:] if text}
    if len(labels) < 3:
        return []
    found = read_labels(labels)
    places = [place for place, text in enumerate(row) if place and found and text in found.level_of]
    return places if len(places) >= 3 else []


def _numbers_below(body: Sequence[Sequence[str]], places: Sequence[int]) -> bool:
    cells = [row[place] for row in body for place in places if place < len(row) and row[place]]
    numbers = sum(1 for cell in cells if as_number(cell) is not None or _PERCENT.fullmatch(cell))
    ticks = all(cell in ("0", "1") for cell in cells)  # people's marks in a column an option
    return len(cells) >= 2 and numbers >= 0.9 * len(cells) and not ticks


def _all_shares(texts: list[list[str]]) -> bool:
    """A label in the first column and nothing but shares or counts beside it, with a total or shares of 100 %."""
    body = [row for row in texts[1:] if sum(1 for text in row if text) >= 2]
    if not 2 <= len(body) <= 120:
        return False
    labels = [row[0] for row in body]
    cells = [text for row in body for text in row[1:] if text]
    shares = sum(1 for text in cells if _PERCENT.fullmatch(text))
    numbers = sum(1 for text in cells if as_number(text) is not None)
    labelled = sum(1 for label in labels if label and as_number(label) is None) >= 0.8 * len(labels)
    distinct = len({fold(label) for label in labels if label}) >= 0.6 * len(labels)
    if not labelled or not distinct or not cells:
        return False
    if shares >= 0.45 * len(cells) and shares + numbers >= 0.8 * len(cells):
        return True
    totals = {fold(label) for label in labels} | {fold(text) for text in texts[0]}
    total = bool(totals & survey_words().totals)
    return total and shares + numbers >= 0.95 * len(cells) and _adds_up(body)


def _adds_up(body: list[list[str]]) -> bool:
    """Whether a last row or column is the sum of the others, as in a crosstab."""
    matrix = [[as_number(text.replace("%", "")) or 0.0 for text in row[1:]] for row in body]
    width = max(len(row) for row in matrix)
    matrix = [row + [0.0] * (width - len(row)) for row in matrix]
    last_row = all(abs(sum(row[c] for row in matrix[:-1]) - matrix[-1][c]) <= 1 for c in range(width))
    last_column = width >= 3 and all(abs(sum(row[:-1]) - row[-1]) <= 1 for row in matrix)
    return last_row or last_column
