"""What slides take from a report: its numbers by name, its notes, its parts by code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from alignment_model.charts import PRINT_LOOK
from alignment_model.report.model import Chart, Report, Section, Table, Text
from alignment_model.report.names import short_name
from alignment_model.report.pptx.charts import Series

DOTS = 10  # questions a slide has room for


class Facts:
    """A report, ready for slides. It looks up; it never computes."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.data = report.data
        shown = [role for role in self.data.get("roles", ()) if role["shown"]]
        self.roles: Mapping[str, str] = {
            role["role"]: short_name(role["role"], role["name"]) for role in shown
        }
        self.layers: Mapping[str, str] = {
            layer["layer"]: layer["name"] for layer in self.data.get("layers", ())
        }
        self.questions: Mapping[str, Mapping[str, Any]] = {
            question["question"]: question for question in self._questions()
        }

    def section(self, code: str) -> Section | None:
        """The section with this code, if the report has it."""
        return next((section for section in self.report.sections if section.code == code), None)

    def role(self, code: str) -> str:
        """A role's short name; "Leadership" as it is."""
        return self.roles.get(code, code)

    def label(self, code: str) -> str:
        """A question's short text, also where the question itself is not part of the report."""
        question = self.questions.get(code, {})
        known = (self.data.get("executives_and_managers") or {}).get("labels", {})
        return str(question.get("short") or question.get("text") or known.get(code) or code)

    def series(self, values: Mapping[str, Sequence[float | None]]) -> list[Series]:
        """A series a role, in office order, in the role's colour; roles with nothing to show are left out."""
        return [
            Series(name, values[code], PRINT_LOOK.colours.role(code), code)
            for code, name in self.roles.items()
            if any(value is not None for value in values.get(code, ()))
        ]

    def _questions(self) -> list[Mapping[str, Any]]:
        layered = [question for layer in self.data.get("layers", ()) for question in layer["questions"]]
        return [*layered, *self.data.get("other_questions", ())]


def tables(section: Section) -> list[Table]:
    """The section's tables, in order."""
    return [block for block in section.blocks if isinstance(block, Table)]


def chart(section: Section, code: str) -> Chart | None:
    """The section's chart with this code."""
    return next((block for block in section.blocks if isinstance(block, Chart) and block.code == code), None)


def notes_of(section: Section, *more: str) -> str:
    """What stands under a slide: the section's method and doubt, then more."""
    told = [block.text for block in section.blocks if isinstance(block, Text) and block.style == "note"]
    return "\n\n".join(part for part in (*more, *told) if part)


def widest(questions: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Questions by spread, the widest first, as many as a slide holds."""
    return sorted(questions, key=lambda item: -(item["spread"]["value"] or 0.0))[:DOTS]
