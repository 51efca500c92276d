"""Reasons in words that concern the whole wave: what is missing, and what that means."""

from __future__ import annotations

from alignment_model.findings.evidence import EMPLOYEE, MANAGER, Evidence
from alignment_model.findings.leaders import too_few_leaders
from alignment_model.findings.words import opened, role_phrase
from alignment_model.measures.resampling import FEWEST_QUESTIONS
from alignment_model.wording import count, listing


def notes(evidence: Evidence) -> tuple[str, ...]:
    """Everything a reader should know before reading a number."""
    return (
        *_hidden(evidence),
        *_leadership(evidence),
        *_groups(evidence),
        *_answers(evidence),
        *_questions(evidence),
        *_register(evidence),
    )


def _hidden(evidence: Evidence) -> list[str]:
    reasons: dict[str, list[str]] = {}
    for role in evidence.counts.roles:
        if not role.shown:
            who = f"{role_phrase(role.code)} ({count(role.n, 'person', 'people')})"
            reasons.setdefault(role.reason, []).append(who)
    return [f"{reason.replace(': ', ', ', 1)}: {listing(roles)}." for reason, roles in reasons.items()]


def _leadership(evidence: Evidence) -> list[str]:
    if not evidence.leadership:
        return [f"{opened(too_few_leaders(evidence, 0))}, so there is no agreement between roles."]
    if len(evidence.leadership) == 1:
        only = role_phrase(evidence.leadership[0])
        reason = too_few_leaders(evidence, 1, "answered")
        return [f"{opened(reason)} ({only}), so there is no agreement between roles."]
    return []


def _groups(evidence: Evidence) -> list[str]:
    answered = {role.code for role in evidence.counts.roles}
    if not evidence.leadership:
        return []
    return [
        f"No {name} answered, so leadership cannot be compared with them."
        for role, name in ((MANAGER, "managers"), (EMPLOYEE, "employees"))
        if role not in answered
    ]


def _questions(evidence: Evidence) -> list[str]:
    thin = [
        layer.name
        for layer in sorted(evidence.questionnaire.layers, key=lambda item: item.order)
        if len(evidence.questionnaire.in_layer(layer.code)) < FEWEST_QUESTIONS
    ]
    if not thin:
        return []
    have, its = ("has", "its") if len(thin) == 1 else ("have", "their")
    return [
        f"{listing(thin)} {have} fewer than {FEWEST_QUESTIONS} questions, so {its} agreement has no interval."
    ]


def _answers(evidence: Evidence) -> list[str]:
    if evidence.counts.shown and not evidence.counts.cells:
        return ["No scaled question has an answer that may be shown."]
    return []


def _register(evidence: Evidence) -> list[str]:
    if evidence.initiatives:
        return []
    return ["No initiative register was given, so nothing is known of spend, pilots and outcomes."]
