"""What the further pages ask for, worked out once per version of the data; `data` holds what every page needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import streamlit as st

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.analysis.model import ConsensusMapResult, OpenAnswer
from alignment_model.findings.chasm import Chasm
from alignment_model.findings.patterns.rules import PatternRules
from alignment_model.findings.question_detail import QuestionDetail
from alignment_model.findings.terms import MarkedAnswer
from alignment_model.findings.trends import Trend
from alignment_model.questionnaire import load_questionnaire
from alignment_model.responses import Initiative
from alignment_model.settings import Settings
from alignment_model.store import Setting, WaveSummary
from alignment_model.ui import data, state
from alignment_model.ui.reading.numbers import names_of


def question_detail(analysis: Analysis, code: str) -> QuestionDetail:
    """One question with everything about it."""
    return _question_detail(data.current_version(), code, _analysis=analysis)


@st.cache_resource(max_entries=200, show_spinner=False)
def _question_detail(version: str, code: str, *, _analysis: Analysis) -> QuestionDetail:
    return workflows.look_at_question(_analysis, code)


def consensus_map(analysis: Analysis, topic: str, everyone: bool) -> ConsensusMapResult | None:
    """One consensus map."""
    return _consensus_map(data.current_version(), topic, everyone, _analysis=analysis)


@st.cache_resource(max_entries=60, show_spinner="Drawing the map")
def _consensus_map(
    version: str, topic: str, everyone: bool, *, _analysis: Analysis
) -> ConsensusMapResult | None:
    return workflows.look_at_map(_analysis, topic, everyone)


def map_topics(analysis: Analysis) -> dict[str, str]:
    """What a map can be made of: code to name."""
    return workflows.map_choices(analysis)


def chasm(analysis: Analysis) -> Chasm:
    """Leadership against managers and employees."""
    return workflows.look_at_chasm(analysis)


def waves() -> tuple[WaveSummary, ...]:
    """The waves of the chosen survey, oldest first."""
    survey = st.session_state.get(state.SURVEY)
    return next((entry.waves for entry in data.surveys() if entry.name == survey), ())


def trend(before: str, after: str, linked: bool) -> Trend:
    """What changed between two waves of the chosen survey."""
    survey = st.session_state[state.SURVEY]
    return _trend(survey, before, after, linked, trend_version(before, after, linked), data.settings())


def trend_version(before: str, after: str, linked: bool) -> str:
    """What a comparison rests on now; a cache key."""
    survey = st.session_state[state.SURVEY]
    versions = [workflows.data_version(data.store(), survey, wave) for wave in (before, after)]
    return f"{survey}/{before}/{after}/{linked}/{'/'.join(versions)}/{data.settings().minimum_group}/{data.database()}"


@st.cache_resource(max_entries=12, show_spinner="Comparing the waves")
def _trend(survey: str, before: str, after: str, linked: bool, version: str, settings: Settings) -> Trend:
    return workflows.compare_stored_waves(data.store(), survey, before, after, settings, linked=linked)


def wave_analysis(wave: str) -> Analysis:
    """The analysis of another wave of the chosen survey."""
    survey = st.session_state[state.SURVEY]
    return data.analysis_of(survey, wave)


def words_of(*codes: str) -> list[str]:
    """The words of our own questions."""
    return [load_questionnaire().question(code).text for code in codes]


def wave_day(analysis: Analysis) -> date | None:
    """The wave's date, when it has one."""
    return date.fromisoformat(analysis.wave_date) if analysis.wave_date else None


def terms(answers: Sequence[OpenAnswer]) -> tuple[tuple[MarkedAnswer, ...], tuple[str, ...]]:
    """Open answers with shared and unshared terms marked, and the shared terms."""
    return workflows.look_at_terms(answers)


def role_names(analysis: Analysis) -> dict[str, str]:
    """What all roles are called on the screen, leadership together too."""
    return {"Leadership": "Leadership"} | names_of(analysis.roles)


def role_name(analysis: Analysis, code: str) -> str:
    """What a role is called on the screen."""
    return names_of(analysis.roles).get(code, code)


def agenda(analysis: Analysis) -> tuple[bytes, str, str]:
    """The agenda to print: bytes, file name, MIME type."""
    return workflows.agenda(analysis, checklist(analysis.survey))


def rules() -> PatternRules:
    """The pattern rules in force."""
    return workflows.pattern_rules(data.store())


def edited_rules() -> Setting | None:
    """The edited rules as kept; None when the program's own are in force."""
    return workflows.edited_rules(data.store())


def rules_differ(changes: Mapping[str, workflows.Thresholds]) -> bool:
    """Whether these thresholds are other than those in force; UsageError when they cannot be meant."""
    return workflows.with_thresholds(rules(), changes).patterns != rules().patterns


def rules_effect(
    analysis: Analysis, changes: Mapping[str, workflows.Thresholds]
) -> tuple[workflows.PatternEffect, ...]:
    """What other thresholds would do to the patterns of the current wave."""
    wanted = workflows.with_thresholds(rules(), changes)
    return _effect(data.current_version(), wanted.digest, _analysis=analysis, _rules=wanted)


@st.cache_resource(max_entries=20, show_spinner="Judging the wave by these thresholds")
def _effect(
    version: str, digest: str, *, _analysis: Analysis, _rules: PatternRules
) -> tuple[workflows.PatternEffect, ...]:
    other = workflows.analyse_wave(
        data.store(), _analysis.survey, _analysis.wave, data.settings(), rules=_rules
    )
    return workflows.rules_effect(_analysis, other)


def save_rules(changes: Mapping[str, workflows.Thresholds]) -> None:
    """Judge by these thresholds from now on."""
    workflows.save_rules(data.store(), workflows.with_thresholds(rules(), changes))


def reset_rules() -> None:
    """Back to the program's own rules."""
    workflows.reset_rules(data.store())


def checklist(survey: str) -> dict[str, frozenset[str]]:
    """What was ticked per initiative."""
    return workflows.read_checklist(data.store(), survey)


def save_checklist(survey: str, ticks: Mapping[str, frozenset[str]]) -> None:
    """Keep what was ticked."""
    workflows.save_checklist(data.store(), survey, ticks)


def initiatives(analysis: Analysis) -> tuple[Initiative, ...]:
    """The wave's register in its own order."""
    return workflows.list_initiatives(data.store(), analysis.survey, analysis.wave)


def save_initiatives(analysis: Analysis, items: Sequence[Initiative]) -> None:
    """Put this register in place of the wave's own."""
    workflows.save_initiatives(data.store(), analysis.survey, analysis.wave, items)
