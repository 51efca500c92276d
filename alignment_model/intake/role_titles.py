"""What a title somebody writes as their role means: an alias of a role, a title around one, or a likely kind of title.

`sure` is only said where the title itself names the role; whatever is told by its shape alone is `likely` and asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from alignment_model.framework import Role, load_framework
from alignment_model.intake.text import fold
from alignment_model.intake.title_shapes import (
    LIKELY,
    NOTHING,
    SURE,
    UNKNOWN,
    Meaning,
    aliases_of_roles,
    counted_as,
    shape_of,
)

CEO, BOARD, EXECUTIVE, MANAGER, EMPLOYEE = "CEO", "Board", "Other executive", "Manager", "Employee"

_GENDERS = re.compile(r"\s*\((?:[mwfdxhvn]\s*[/|]\s*)+[mwfdxhvn]\)|\s*\(all genders\)", re.IGNORECASE)
_ENDINGS = re.compile(
    r"(?<=\w)(?:[/·.•*:_]|\()-?(?:innen|in|es|e|as|a|os|rice|trice|ère|euse|ne|ive|r|n)\)?(?:[·.]?s)?(?!\w)"
)
_INNER_CAPITAL = re.compile(r"(?<=[a-zäöüß])In(?:nen)?\b")
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}\s*[.):–-]|\(?[a-z]\)|level \d+\s*[-–:])\s*", re.IGNORECASE)
_SPOKEN = re.compile(
    r"^(?:i['’]?m|i am|ich bin|je suis|soy|sou|ik ben|the|an|a|ein|eine|une|un|een)\s+", re.IGNORECASE
)
_SPLIT = re.compile(
    r"\s*(?:[/,;:|&()\[\]–—]|\s-\s|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bo\b|\by\b|\bet\b|\ben\b)\s*",
    re.IGNORECASE,
)
_STANDING_IN = re.compile(
    r"^(interim|acting|ad interim|kommissarisch\w*)\s|\s(ad interim|interim|interino|a i)$"
)
_LEVELS = re.compile(
    r"^(senior|sr|junior|jr|first level|frontline|front line|mid level|regular|l\d)\s"
    r"|\s(level|role|position|i{1,3}|iv|or equivalent|o equivalente|ou equivalent|oder vergleichbar)$"
)
_LED = (
    r"(manag\w*|supervis\w*|(direct )?reports|people|leader\w*|leading|fuhrung\w*|personalverantwort\w*|leitung\w*"
    r"|encadr\w*|(personal|gente|personas|equipo) a cargo|lideranc\w*|subordinad\w*|leidinggev\w*)\b"
)
_LEADS_NOBODY = re.compile(
    r"\b(no|not|non|do not|dont|without|ohne|kein\w*|sans|sin|sem|zonder|niet)( \w+)? " + _LED
)
_LEADS_SOMEBODY = re.compile(
    r"\b(with|mit|avec|con|com|met)( \w+)? " + _LED + r"|^i (manage|lead|supervise)\b"
)
_PAST = re.compile(r"^(former|ex|past|retired|ehemalig\w*|ancien\w*|antigu\w*)\b")
_SECRETARIES = re.compile(r"\b(board|company|general) secretary\b|\bsecretary (general|to the board)\b")
_ASSISTANTS = re.compile(
    r"^(personal |executive )?(assistan[tz]|assisten[tz]\w*|asistente|assistente|secretary|sekretar\w*)\b"
    r"(?! (manager|vice|director|head|chief|general|professor))|\bassistant$"
)
_DEPUTIES = re.compile(r"^(deputy|stellv\w*)\s|\s(adjoint|adjointe|adjunto|adjunta)$")
_ABOVE = re.compile(r"\s(and|or|und|oder|et|ou|y|o) (above|higher|up|hoher|superior|superieur)$")
_OVER_A_PART = re.compile(
    r"^(.+?) (?:of|for|de|du|des|d|der|von|van|del|da|do|im|in|fur)(?: (?:the|la|el|l|le|les|der))? .+$"
)
_RANKS = frozenset({"managing director", "president"})  # alone an office, with a region or unit a rank


def title_meaning(answer: str) -> Meaning:
    """The role a title means, as the code of one that is counted, and how sure that is.

    >>> title_meaning("Geschäftsführer:in (CEO)"), title_meaning("Deputy CFO"), title_meaning("Astronaut")
    (('CEO', 'sure'), ('Other executive', 'likely'), ('', 'unknown'))
    """
    text = plain_title(answer)
    folded = fold(text)
    parts = [part for part in _SPLIT.split(text) if part.strip()]
    whole = _named(text)
    if whole and not ("/" in text and whole not in _with_slash() and len(_codes(parts)) > 1):
        return counted_as(whole), SURE
    return _with_condition(folded) or _of_parts(parts) or shape_of(folded)


def office_of(answer: str) -> Role | None:
    """The one role a title names, offices such as the COO told apart; None when it names none or several.

    >>> office_of("COO (Chief operating officer)").code
    'COO'
    """
    text = plain_title(answer)
    if found := load_framework().recognise_role(text):
        return found
    roles = {
        role.code: role for part in _SPLIT.split(text) if (role := load_framework().recognise_role(part))
    }
    return next(iter(roles.values())) if len(roles) == 1 else None


def plain_title(answer: str) -> str:
    """A title without number, article, "I am" and the endings that name both genders.

    >>> plain_title("2. Abteilungsleiter:in (m/w/d)"), plain_title("I am the CEO")
    ('Abteilungsleiter', 'CEO')
    """
    text = _NUMBERED.sub("", _GENDERS.sub("", answer))
    text = _INNER_CAPITAL.sub("", _ENDINGS.sub("", text))
    for _ in range(2):
        text = _SPOKEN.sub("", text)
    return text.strip() or answer


@cache
def _joined() -> dict[str, str]:
    """Aliases of several words written as one: "teamlead" → Manager."""
    return {alias.replace(" ", ""): code for alias, code in aliases_of_roles().items() if len(alias) >= 6}


@cache
def _with_slash() -> frozenset[str]:
    """The codes whose aliases are themselves written with a stroke, such as "CTO/CIO"."""
    return frozenset(
        role.code for role in load_framework().roles if any("/" in alias for alias in role.aliases)
    )


def _named(text: str) -> str:
    """The code of the role a text names by itself, standing in for it or at a level of it; "" when none."""
    folded = fold(text)
    aliases = aliases_of_roles()
    for plain in (folded, _STANDING_IN.sub("", folded), _LEVELS.sub("", folded)):
        if plain in aliases:
            return aliases[plain]
    return _joined().get(folded.replace(" ", ""), "") if len(folded) >= 6 else ""


def _codes(parts: Sequence[str]) -> set[str]:
    return {counted_as(code) for part in parts if (code := _named(part))}


def _with_condition(folded: str) -> Meaning | None:
    """Titles a word turns into another: of the past, an assistant's, a deputy's, with or without people to lead."""
    if _PAST.search(folded) or _SECRETARIES.search(folded):
        return NOTHING
    if _ASSISTANTS.search(folded):
        return EMPLOYEE, LIKELY
    if _DEPUTIES.search(folded):
        return _deputy(_DEPUTIES.sub("", folded))
    if _ABOVE.search(folded):
        code, _ = title_meaning(_ABOVE.sub("", folded))
        return (code, SURE if code == EXECUTIVE else LIKELY) if code else NOTHING
    if _LEADS_NOBODY.search(folded):
        return _leading(_LEADS_NOBODY.sub(" ", folded), EMPLOYEE)
    if _LEADS_SOMEBODY.search(folded):
        return _leading(_LEADS_SOMEBODY.sub(" ", folded), MANAGER)
    return None


def _deputy(of: str) -> Meaning:
    code, certainty = title_meaning(of)
    if certainty == UNKNOWN:
        return NOTHING
    return (code if code in (BOARD, MANAGER, EMPLOYEE) else EXECUTIVE), LIKELY


def _leading(rest: str, otherwise: str) -> Meaning:
    """A title with what it says of people to lead taken out: a leader's stays, a manager's without people is asked."""
    code = counted_as(named) if (named := _named(rest)) else ""
    if code in ("", EMPLOYEE, otherwise):
        return otherwise, SURE
    return code, SURE if code != MANAGER else LIKELY


def _of_parts(parts: Sequence[str]) -> Meaning | None:
    named = {part: code for part in parts if (code := _named(part) or _over_a_part(part))}
    roles = {counted_as(code) for code in named.values()}
    if len(roles) > 1:
        return _several(roles, [code for code in named.values() if code == EXECUTIVE])
    if not roles:
        return None
    role = roles.pop()
    others = [part for part in parts if part not in named]
    fitting = ("", role) if role in (MANAGER, EMPLOYEE) else ("", role, CEO)  # an owner may hold any office
    doubtful = any(shape_of(fold(part))[0] not in fitting for part in others)
    only_ranks = others and all(fold(part) in _RANKS for part in named)
    return role, LIKELY if doubtful or only_ranks else SURE


def _over_a_part(title: str) -> str:
    """The role of "Manager of X", "Gerente de X": the title before the part it is over."""
    found = _OVER_A_PART.match(fold(title))
    shape = shape_of(fold(title))
    if not found or found[1] in _RANKS or shape[0] == BOARD or shape[1] == SURE:
        return ""
    return _named(found[1])


def _several(roles: set[str], general: Sequence[str]) -> Meaning:
    """Titles that name several roles: an office beside a general word for executives is that office."""
    offices = roles - {EXECUTIVE, BOARD, MANAGER, EMPLOYEE}
    if roles & {MANAGER, EMPLOYEE} or not offices:
        return NOTHING
    if len(offices) > 1:
        return EXECUTIVE, SURE if general else LIKELY
    return offices.pop(), SURE if general and BOARD not in roles else LIKELY
