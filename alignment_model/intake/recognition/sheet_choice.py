"""Which sheet of a workbook holds the responses, and what to ask when several may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from alignment_model.errors import QUESTION, WARNING, Problem
from alignment_model.intake.cells import Sheet
from alignment_model.intake.problems import NO_RESPONSES
from alignment_model.intake.recognition.headings.headers import header_texts
from alignment_model.intake.register import is_register
from alignment_model.intake.roles import ENOUGH_RECOGNISED, SURE, role_meaning
from alignment_model.intake.sheets import is_summary
from alignment_model.intake.text import cell_text, fold
from alignment_model.intake.tools import SURVEY_TOOLS, View
from alignment_model.wording import listing

RESPONSES = (
    "responses",
    "antworten",
    "reponses",
    "respuestas",
    "respostas",
    "antwoorden",
    "data",
    "form responses 1",
    "sheet1",
    "form1",
)
_NEVER = {"read me", "readme", "lists", "instructions", "anleitung", "codebook", "summary", "dictionary"}
SCANNED_ROWS = 200
ALIKE = 0.7  # share of headings two sheets have in common when they are the same form
TEMPLATE_SHEET = "responses"


@dataclass(frozen=True)
class SheetChoice:
    """The sheet to read, or None; the tables one may choose among; and what has to be said about it."""

    sheet: Sheet | None
    names: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, eq=False)
class _Candidate:
    """A sheet that is a table, and how much speaks for its rows being people."""

    sheet: Sheet

    @cached_property
    def named(self) -> bool:
        return fold(self.sheet.name) == TEMPLATE_SHEET

    @cached_property
    def evidence(self) -> int:
        """2: a survey tool wrote it; 1: a column holds roles, some of them several times; 0: nothing."""
        if is_summary(self.sheet):
            return -1
        view = View(self.sheet)
        if any(tool.matches(view) for tool in SURVEY_TOOLS):
            return 2
        return int(any(_are_roles(column) for column in _columns(self.sheet)))

    @cached_property
    def headings(self) -> frozenset[str]:
        """The headings, folded."""
        return frozenset(name for name in View(self.sheet).names if name)

    @property
    def rank(self) -> tuple[bool, int, int, bool]:
        """By which the likeliest sheet is the greatest."""
        name = fold(self.sheet.name)
        return self.named, self.evidence, _filled(self.sheet), name in RESPONSES

    def like(self, other: _Candidate) -> bool:
        """Whether both hold answers to the same form."""
        shared = len(self.headings & other.headings)
        return shared >= 2 and shared >= ALIKE * max(len(self.headings), len(other.headings))


def choose_sheet(sheets: Sequence[Sheet], wanted: str = "") -> SheetChoice:
    """The sheet that holds the responses; a person's choice (`wanted`) goes before ours, hidden or not."""
    tables = [_Candidate(sheet) for sheet in sheets if _may_hold_answers(sheet)]
    names = tuple(candidate.sheet.name for candidate in tables)
    for candidate in tables:
        if wanted and fold(candidate.sheet.name) == fold(wanted):
            return SheetChoice(candidate.sheet, names)
    shown = sorted((c for c in tables if not c.sheet.hidden), key=lambda c: c.rank, reverse=True)
    if not shown:
        return SheetChoice(None, names, (_none_shown(names) if names else NO_RESPONSES,))
    best, *others = shown
    problems = tuple(_about_others(best, others))
    if wanted:
        problems = (_wanted_missing(wanted, best.sheet), *problems)
    return SheetChoice(best.sheet, names, problems)


def _may_hold_answers(sheet: Sheet) -> bool:
    return fold(sheet.name) not in _NEVER and not is_register(sheet) and is_table(sheet)


def is_table(sheet: Sheet) -> bool:
    """Whether a sheet has headings over at least two columns."""
    texts = header_texts(sheet, 12)
    return any(sum(1 for text in row if text) >= 2 for row in texts)


def _about_others(best: _Candidate, others: Sequence[_Candidate]) -> list[Problem]:
    """A question when another sheet holds answers to the same form, a warning when it may hold other answers."""
    if best.named or best.evidence < 0:
        return []
    alike = [other for other in others if other.evidence >= 0 and best.like(other)]
    if alike:
        return [_several([candidate.sheet for candidate in (best, *alike)])]
    return [_other(candidate.sheet) for candidate in others if candidate.evidence > 0]


def _columns(sheet: Sheet) -> list[list[str]]:
    rows = header_texts(sheet, SCANNED_ROWS)
    return [[row[place] for row in rows if row[place]] for place in range(len(rows[0]) if rows else 0)]


def _are_roles(texts: Sequence[str]) -> bool:
    """Whether a column below its heading holds roles, of several people: in a pivot table each stands once."""
    counts = Counter(texts[1:])
    known = sum(count for text, count in counts.items() if role_meaning(text).certainty == SURE)
    return known > len(counts) and known >= ENOUGH_RECOGNISED * sum(counts.values())


def _filled(sheet: Sheet) -> int:
    return sum(1 for row in sheet.rows[:2000] for value in row if value is not None and value != "")


def _rows(sheet: Sheet) -> str:
    """ "'Leaders' (32 rows)"."""
    filled = sum(1 for row in sheet.rows[1:] if any(cell_text(value) for value in row))
    return f"'{sheet.name}' ({filled:,} row{'' if filled == 1 else 's'})"


def _several(sheets: Sequence[Sheet]) -> Problem:
    return Problem(
        "sheet.several",
        QUESTION,
        found=f"the same headings on several sheets: {listing([_rows(sheet) for sheet in sheets])}",
        expected="all answers on one sheet",
        fix="Choose the sheet to read. To load them together, put all rows on one sheet.",
    )


def _other(sheet: Sheet) -> Problem:
    return Problem(
        "sheet.other",
        WARNING,
        found=f"a table on sheet {_rows(sheet)} as well, which was not read",
        expected="one table of answers",
        fix="Choose that sheet if it holds the answers.",
        sheet=sheet.name,
    )


def _none_shown(names: Sequence[str]) -> Problem:
    return Problem(
        "sheet.hidden",
        QUESTION,
        found=f"tables on hidden sheets only: {listing([repr(name) for name in names])}",
        expected="answers on a sheet that can be seen",
        fix="Choose the sheet, or show it in the spreadsheet program and save the file.",
    )


def _wanted_missing(wanted: str, read: Sheet) -> Problem:
    return Problem(
        "mapping.sheet",
        WARNING,
        found=f"no sheet '{wanted}', which the mapping names",
        expected="a sheet of that name",
        fix=f"Sheet '{read.name}' was read instead. Check that it holds the answers.",
        sheet=read.name,
    )
