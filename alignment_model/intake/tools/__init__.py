"""The survey tools whose exports are known: one file each, or described in `data/survey_columns.toml`."""

from __future__ import annotations

from alignment_model.intake.tools.base import Tool, View
from alignment_model.intake.tools.described import PLAIN, described_tools
from alignment_model.intake.tools.googleforms import GOOGLE_FORMS
from alignment_model.intake.tools.limesurvey import LIMESURVEY
from alignment_model.intake.tools.msforms import MS_FORMS
from alignment_model.intake.tools.qualtrics import QUALTRICS
from alignment_model.intake.tools.surveymonkey import SURVEYMONKEY
from alignment_model.intake.tools.template import template_tool
from alignment_model.intake.tools.typeform import TYPEFORM
from alignment_model.questionnaire import Questionnaire

SURVEY_TOOLS = (QUALTRICS, SURVEYMONKEY, MS_FORMS, TYPEFORM, LIMESURVEY, GOOGLE_FORMS)


def tool_of(view: View, questionnaire: Questionnaire) -> Tool:
    """The tool that wrote a sheet; a plain table when none is recognised."""
    for tool in (template_tool(questionnaire), *described_tools(), *SURVEY_TOOLS):
        if tool.matches(view):
            return tool
    return PLAIN


__all__ = ["PLAIN", "SURVEY_TOOLS", "Tool", "View", "tool_of"]
