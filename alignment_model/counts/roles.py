"""Who is counted under which role, and who may be named."""

from __future__ import annotations

from alignment_model.framework import BASE_ROLES, Framework, load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import Respondent, ResponseSet


def effective_role(code: str, policy: PrivacyPolicy, framework: Framework) -> str:
    """The role answers are counted under: an office such as COO is one only where it is attributed.

    >>> effective_role("COO", PrivacyPolicy(), load_framework())
    'Other executive'
    """
    if code in BASE_ROLES or code in policy.attributed:
        return code
    known = next((role for role in framework.roles if role.code == code), None)
    return known.counts_as if known is not None and known.counts_as else code


def effective_policy(responses: ResponseSet, policy: PrivacyPolicy) -> PrivacyPolicy:
    """Attributed is only who both the policy and the statement given to respondents call so."""
    return policy.told_to(responses.attribution)


def people_by_role(responses: ResponseSet, policy: PrivacyPolicy) -> dict[str, list[Respondent]]:
    """Respondents by the role they are counted under, in office order."""
    framework = load_framework()
    policy = effective_policy(responses, policy)
    order = {role.code: role.order for role in framework.roles}
    found: dict[str, list[Respondent]] = {}
    for person in responses.respondents:
        found.setdefault(effective_role(person.role, policy, framework), []).append(person)
    return {role: found[role] for role in sorted(found, key=lambda code: (order.get(code, 999), code))}
