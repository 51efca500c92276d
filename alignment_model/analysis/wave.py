"""Analyse one wave: count with suppression, then let the findings speak."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alignment_model.analysis.model import Analysis, RoleSummary
from alignment_model.counts import count, effective_policy, shown_texts
from alignment_model.findings.chain import chain_result
from alignment_model.findings.consensus_map import value_map
from alignment_model.findings.conversations import conversations
from alignment_model.findings.evidence import Evidence, is_leadership
from alignment_model.findings.gaps import layer_gaps, question_gaps
from alignment_model.findings.group_map import group_maps
from alignment_model.findings.headline import headline, most_divisive
from alignment_model.findings.layers import layer_results
from alignment_model.findings.notes import notes
from alignment_model.findings.number import number_result
from alignment_model.findings.open_answers import open_answers
from alignment_model.findings.patterns.found import pattern_findings
from alignment_model.findings.patterns.rules import PatternRules, load_pattern_rules
from alignment_model.findings.questions import question_result
from alignment_model.findings.register import register_result
from alignment_model.findings.theory_reality import theory_reality_result
from alignment_model.findings.value import value_result
from alignment_model.framework import load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import RATING, TEXT
from alignment_model.responses import ResponseSet


def analyse(
    responses: ResponseSet,
    *,
    policy: PrivacyPolicy,
    seed: int = 0,
    provenance: Mapping[str, Any] | None = None,
    rules: PatternRules | None = None,
    earlier: Iterable[ResponseSet] = (),
) -> Analysis:
    """Everything that may be shown about one wave.

    Parameters
    ----------
    responses
        One wave's checked responses, nothing suppressed yet.
    policy
        From how many people groups are shown, and who is attributed (never more than respondents were told).
    seed
        Of the simulations; the same responses in any order with the same seed give the same analysis.
    provenance
        Where the responses come from; digests of questionnaire and rules are added to it.
    rules
        Pattern rules; `data/patterns.toml` unless given.
    earlier
        Versions of this same wave that were shown before; groups that differ from one by too few are hidden.
    """
    rules = rules or load_pattern_rules()
    evidence = gather(responses, policy, seed, earlier)
    return Analysis(
        survey=responses.survey,
        wave=responses.wave,
        wave_date=responses.wave_date.isoformat() if responses.wave_date else "",
        custom=responses.questionnaire.custom,
        currency=responses.currency,
        respondents=len(responses.respondents),
        roles=role_summaries(evidence),
        notes=notes(evidence),
        provenance=_provenance(responses, rules, seed, policy) | dict(provenance or {}),
        **_alignment(evidence, rules),
        **_asked_apart(evidence),
    )


def _alignment(evidence: Evidence, rules: PatternRules) -> dict[str, Any]:
    """What rests on the rated statements: agreement, gaps, patterns, and what to talk about."""
    layers, overall = layer_results(evidence)
    gaps = layer_gaps(evidence)
    register = register_result(evidence)
    patterns = pattern_findings(evidence, register, rules)
    return {
        "layers": layers,
        "overall": overall,
        "gaps": gaps,
        "question_gaps": question_gaps(evidence),
        "register": register,
        "patterns": patterns,
        "conversations": conversations(evidence, layers, gaps, patterns, rules),
        "headline": headline(layers, overall, gaps),
        "most_divisive": most_divisive(layers),
    }


def _asked_apart(evidence: Evidence) -> dict[str, Any]:
    """What has its own kind of question, and the scaled questions outside the layers."""
    layers = {layer.code for layer in evidence.questionnaire.layers}
    value = value_result(evidence)
    return {
        "other_questions": tuple(
            question_result(evidence, question)
            for question in evidence.questionnaire.scaled
            if question.kind != RATING or question.layer not in layers
        ),
        "value": value,
        "consensus_map": value_map(evidence, value),
        "group_maps": group_maps(evidence),
        "chain": chain_result(evidence),
        "theory_reality": theory_reality_result(evidence),
        "number": number_result(evidence),
        "open_answers": open_answers(evidence),
        "open_questions": {item.code: item.text for item in evidence.questionnaire.of_kind(TEXT)},
    }


def gather(
    responses: ResponseSet, policy: PrivacyPolicy, seed: int = 0, earlier: Iterable[ResponseSet] = ()
) -> Evidence:
    """Counts, rating matrix and what may be quoted: all that findings are made from."""
    counts, matrix = count(responses, policy, earlier=earlier)
    return Evidence(
        counts=counts,
        matrix=matrix,
        policy=effective_policy(responses, policy),
        initiatives=responses.initiatives,
        wave_date=responses.wave_date,
        currency=responses.currency,
        seed=seed,
        texts=shown_texts(responses, policy, counts),
    )


def role_summaries(evidence: Evidence) -> tuple[RoleSummary, ...]:
    """Who answered, in office order."""
    names = {role.code: role.name for role in load_framework().roles}
    return tuple(
        RoleSummary(
            code=role.code,
            name=names.get(role.code, role.code),
            n=role.n,
            attributed=role.attributed,
            shown=role.shown,
            leadership=is_leadership(role.code),
            reason=role.reason,
        )
        for role in evidence.counts.roles
    )


def _provenance(
    responses: ResponseSet, rules: PatternRules, seed: int, policy: PrivacyPolicy
) -> dict[str, Any]:
    questionnaire = responses.questionnaire
    return {
        "questionnaire": questionnaire.code,
        "questionnaire_version": questionnaire.version,
        "questionnaire_digest": questionnaire.digest,
        "framework_version": load_framework().version,
        "rules_version": rules.version,
        "rules_digest": rules.digest,
        "seed": seed,
        "minimum_group": policy.minimum,
        "attributed": sorted(policy.told_to(responses.attribution).attributed),
    }
