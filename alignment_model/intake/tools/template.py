"""Our own template: question codes in the first row, texts in the second, one person a row below."""

from __future__ import annotations

from alignment_model.intake.grid import Header
from alignment_model.intake.recognition.headings.headers import header_texts
from alignment_model.intake.text import fold
from alignment_model.intake.tools.base import Tool, View
from alignment_model.questionnaire import Questionnaire


def template_tool(questionnaire: Questionnaire) -> Tool:
    """The template of this questionnaire as a tool: a sheet whose first row holds its codes."""
    codes = {fold(question.code) for question in questionnaire.questions}
    texts = {fold(question.text) for question in questionnaire.questions}

    def matches(view: View) -> bool:
        return len(codes & set(view.names)) >= max(3, len(codes) // 4)

    def header_rows(view: View) -> int:
        second = [fold(text) for text in view.row(1)]
        known = sum(1 for text in second if text in texts)
        return view.first + (2 if known >= 3 or known >= 0.5 * max(1, sum(map(bool, second))) else 1)

    def headers(view: View, rows: int) -> list[Header]:
        names, *below = header_texts(view.sheet, rows)[view.first :]
        items = below[-1] if below else names
        return [
            Header(index, item or code, code=code if fold(code) in codes else "")
            for index, (code, item) in enumerate(zip(names, items))
        ]

    return Tool("template", matches, header_rows, headers)
