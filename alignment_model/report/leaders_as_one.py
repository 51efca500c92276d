"""Leadership as one: only numbers that rest on enough leadership roles to be nobody's own."""

from __future__ import annotations

from dataclasses import replace

from alignment_model.analysis.model import Analysis, QuestionResult
from alignment_model.findings.chasm import Chasm, chasm
from alignment_model.privacy import FLOOR


def leaders_as_one(analysis: Analysis) -> Chasm:
    """Leadership against each group, without the questions too few leadership roles answered."""
    telling = {result.question.code for result in analysis.questions if _enough(analysis, result)}
    gaps = tuple(gap for gap in analysis.question_gaps if gap.question in telling)
    found = chasm(replace(analysis, question_gaps=gaps))
    themes = tuple(
        theme for theme in found.themes if all(q.question.code in telling for q in theme.questions)
    )
    unknown = tuple(row for row in found.unknown if row.question in telling)
    return replace(found, themes=themes, unknown=unknown)


def _enough(analysis: Analysis, result: QuestionResult) -> bool:
    """Whether as many leadership roles stand behind a mean as are needed, or all there are."""
    leaders = [role.code for role in analysis.shown_roles if role.leadership]
    known = [code for code in leaders if (found := result.positions.get(code)) is not None and found.known]
    return len(known) >= min(FLOOR, len(leaders))
