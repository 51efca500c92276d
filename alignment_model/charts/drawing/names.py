"""What roles and numbers are called on a chart."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from alignment_model.analysis.model import Agreement, RoleSummary
from alignment_model.findings.words import role_phrase
from alignment_model.framework import load_framework
from alignment_model.measures.statistic import Statistic
from alignment_model.wording import listing

GROUPS = {"Other executive": "Other executives", "Manager": "Managers", "Employee": "Employees"}
NAME_SHOWN = 24  # letters; those of twice the width count twice
OFFICES = frozenset(role.code for role in load_framework().roles if role.code.isupper())
SHORT = {"Other executive": "Execs", "Manager": "Managers", "Employee": "Staff", "General Counsel": "GC"}


def role_name(role: RoleSummary) -> str:
    """What a role is called on a chart: offices by their letters, groups as groups, others by their name.

    A long name of a custom survey is cut at a word, so that it stands beside its mark in any picture.

    >>> role_name(RoleSummary("CEO", "Chief executive", 1, True, True, True))
    'CEO'
    >>> role_name(RoleSummary("x", "Heads of regional distribution centres", 9, False, True, False))
    'Heads of regional…'
    """
    if role.code in OFFICES:
        return role.code
    return _cut(GROUPS.get(role.code, role.name))


def role_in_a_sentence(role: RoleSummary) -> str:
    """What a role is called inside a sentence: the CFO, managers."""
    return in_a_sentence(role.code, {role.code: role_name(role)})


def in_a_sentence(code: str, names: Mapping[str, str]) -> str:
    """What the role with this code is called inside a sentence; `names` says what a survey's own are called.

    >>> in_a_sentence("CFO", {}), in_a_sentence("Manager", {}), in_a_sentence("x", {"x": "Plant heads"})
    ('the CFO', 'managers', 'Plant heads')
    """
    phrase = role_phrase(code)
    return names.get(code, code) if phrase == code else phrase


def _cut(name: str) -> str:
    widths = [2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in name]
    if sum(widths) <= NAME_SHOWN:
        return name
    kept = name[: next(end for end in range(len(name)) if sum(widths[: end + 1]) >= NAME_SHOWN)]
    at_word = kept.rsplit(" ", 1)[0]
    return f"{at_word if len(at_word) > NAME_SHOWN / 2 else kept}…"


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
        order = list(names)
        camps = [
            listing(
                [
                    names.get(code, code)
                    for code in sorted(camp, key=lambda c: order.index(c) if c in order else 99)
                ]
            )
            for camp in agreement.camps
        ]
        return f"{agreement.word}: {' against '.join(camps)}"
    who = listing([names.get(code, code) for code in agreement.who])
    return f"{agreement.word}: {who}" if who else agreement.word
