"""Names for codes, so that nothing a person reads shows a code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from alignment_model.analysis.model import Analysis
from alignment_model.framework import load_framework
from alignment_model.questionnaire import TEXT, load_questionnaire

LEADERSHIP = "Leadership"


def spelled(code: str) -> str:
    """A code as words, for codes nothing names.

    >>> spelled("customer_value")
    'Customer value'
    """
    text = code.replace("_", " ").strip()
    return text[:1].upper() + text[1:]


@dataclass(frozen=True)
class Names:
    """What roles, layers, questions, outcomes, stages, domains and imperatives are called."""

    roles: Mapping[str, str]
    layers: Mapping[str, str]
    questions: Mapping[str, str]
    outcomes: Mapping[str, str]
    stages: Mapping[str, str]
    domains: Mapping[str, str]
    imperatives: Mapping[str, str]
    themes: Mapping[str, str]

    def of(self, kind: str, code: str) -> str:
        """The name of a code of this kind ("role", "layer", ...); the code in words when nobody named it."""
        return getattr(self, kind + "s").get(code) or spelled(code)

    def role(self, code: str) -> str:
        """A role's name; "Leadership" stands for the leadership roles together."""
        return self.roles.get(code) or code

    def role_list(self, codes: Iterable[str]) -> list[str]:
        """Several roles' names."""
        return [self.role(code) for code in codes]

    def as_dict(self) -> dict[str, dict[str, str]]:
        """The names machine readers need besides the ones standing beside their codes."""
        return {
            kind: dict(getattr(self, kind))
            for kind in ("roles", "outcomes", "stages", "domains", "imperatives")
        }


def with_short_names(analysis: Analysis) -> Analysis:
    """The same analysis with roles called as in its sentences: CEO, Board, Other executives, Managers."""
    roles = tuple(replace(role, name=short_name(role.code, role.name)) for role in analysis.roles)
    return replace(analysis, roles=roles)


def short_name(code: str, name: str) -> str:
    """A role's name as in sentences.

    >>> short_name("CEO", "Chief executive"), short_name("Manager", "Manager"), short_name("Owner", "Owner")
    ('CEO', 'Managers', 'Owner')
    """
    if code.isupper() or code == "Board":
        return code
    plurals = {role.code: role.plural for role in load_framework().roles if not role.attributed}
    return plurals.get(code, name)


def names_of(analysis: Analysis) -> Names:
    """The names one analysis needs: its own for roles, layers and questions, the framework's for the rest."""
    framework = load_framework()

    def named(items: Iterable[Any]) -> dict[str, str]:
        return {item.code: item.name for item in items}

    return Names(
        roles=named(analysis.roles),
        layers={layer.code: layer.layer.name for layer in analysis.layers},
        questions=_questions(analysis),
        outcomes=named(framework.value_outcomes) | dict(analysis.value.names if analysis.value else {}),
        stages=named(framework.stages),
        domains=named(framework.domains),
        imperatives=named(framework.imperatives),
        themes=named(framework.themes),
    )


def _questions(analysis: Analysis) -> dict[str, str]:
    """Scaled questions from the analysis; open ones, which it only knows by code, from our questionnaire."""
    ours = {} if analysis.custom else {item.code: item.text for item in load_questionnaire().of_kind(TEXT)}
    return ours | {result.question.code: result.question.label for result in analysis.questions}
