"""What roles and numbers are called on a chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from alignment_model.analysis.model import Agreement, RoleSummary
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import listing

GROUPS = {"Other executive": "Other executives", "Manager": "Managers", "Employee": "Employees"}
SHORT = {"Other executive": "Execs", "Manager": "Managers", "Employee": "Staff", "General Counsel": "GC"}


def role_name(role: RoleSummary) -> str:
    """What a role is called on a chart: offices by their letters, groups as groups, others by their name.

    >>> role_name(RoleSummary("CEO", "Chief executive", 1, True, True, True))
    'CEO'
    """
    return role.code if role.code.isupper() else GROUPS.get(role.code, role.name)


def role_names(roles: Sequence[RoleSummary]) -> dict[str, str]:
    """Role code to name; "Leadership" names the leadership roles together."""
    return {"Leadership": "Leadership"} | {role.code: role_name(role) for role in roles}


def short_name(role: RoleSummary) -> str:
    """The name where there is little room.

    >>> short_name(RoleSummary("Other executive", "Other executives", 5, False, True, True))
    'Execs'
    """
    return SHORT.get(role.code, role_name(role))


def standing(
    roles: Sequence[RoleSummary], positions: Mapping[str, Statistic]
) -> list[tuple[float, RoleSummary]]:
    """Shown roles with a known position, lowest first; those who stand together in office order."""
    pairs = [(positions[role.code].value, role) for role in roles if role.shown and role.code in positions]
    return sorted(((value, role) for value, role in pairs if value is not None), key=lambda pair: pair[0])


def agreement_text(value: float | None) -> str:
    """Agreement with two decimals; empty when there is none.

    >>> agreement_text(0.856), agreement_text(None)
    ('0.86', '')
    """
    return "" if value is None else f"{value:.2f}"


def verdict(agreement: Agreement, names: Mapping[str, str]) -> str:
    """The verdict in a few words, naming who it is about."""
    if agreement.camps:
        camps = [listing([names.get(code, code) for code in camp]) for camp in agreement.camps]
        return f"{agreement.word}: {' against '.join(camps)}"
    who = listing([names.get(code, code) for code in agreement.who])
    return f"{agreement.word}: {who}" if who else agreement.word
