"""Doubt and numbers in the report's sentences: who, how far, how sure."""

from __future__ import annotations

from collections.abc import Mapping

from alignment_model import wording
from alignment_model.analysis.model import CLEAR, POSSIBLE, UNKNOWN_WORD, Agreement, Analysis, Gap, NullBand
from alignment_model.findings.headline import how_sure
from alignment_model.findings.words import opened, role_phrase, verb
from alignment_model.measures.statistic import Statistic
from alignment_model.report.model import Text
from alignment_model.report.names import Names

NO_ANSWERS = "No answers"
Cell = float | int | str | None


def cell(found: Statistic | None) -> Cell:
    """The value for a table, or the reason as text.

    >>> cell(Statistic.of(3.5)), cell(Statistic.none("only one respondent")), cell(None)
    (3.5, 'Only one respondent', None)
    """
    if found is None:
        return None
    return found.value if found.known else opened(found.reason or "")


def position(positions: Mapping[str, Statistic], role: str) -> Cell:
    """Where a role stands, or why nobody can tell: hidden, nobody answered, no answers at all.

    >>> position({"CEO": Statistic.of(3.5)}, "CEO"), position({}, "CFO")
    (3.5, 'No answers')
    """
    return cell(positions[role]) if role in positions else NO_ANSWERS


def interval(found: Statistic, decimals: int = 1) -> str:
    """The 95 % interval as text, or why there is none.

    >>> interval(Statistic.of(1.2, interval=(0.4, 2.04)))
    '0.4 to 2.0'
    >>> interval(Statistic.of(1, interval_reason="one question"))
    'None: one question'
    """
    if found.interval is not None:
        low, high = (_fixed(end, decimals) for end in found.interval)
        return f"{low} to {high}"
    return f"None: {found.interval_reason}" if found.interval_reason else ""


def band(found: NullBand | None) -> str:
    """What random answers would give, as text."""
    return "" if found is None else f"{found.low:.2f} to {found.high:.2f}"


def chance(p: float) -> str:
    """How often random answers agree at least this much.

    >>> chance(0.031), chance(0.0004)
    ('3 % of the time', 'almost never')
    """
    return "almost never" if p < 0.005 else f"{wording.percent(p)} of the time"


def doubt(agreement: Agreement) -> str:
    """The doubt about an agreement in two or three sentences."""
    if agreement.word == UNKNOWN_WORD or not agreement.value.known:
        return f"{UNKNOWN_WORD}: {agreement.value.reason}."
    found = [f"Agreement is {agreement.value.value:.2f}, where 1 means all the same and 0 half at each end."]
    if agreement.value.interval:
        found.append(f"With other questions of this kind it would lie between {_ends(agreement.value)}.")
    elif agreement.value.interval_reason:
        found.append(f"There is no interval: {agreement.value.interval_reason}.")
    if agreement.null_band is not None and agreement.p is not None:
        found.append(
            f"As many people answering at random would reach {band(agreement.null_band)}, "
            f"and this much or more {chance(agreement.p)}."
        )
    return " ".join(found)


def gap_sentence(gap: Gap, layer: str) -> str:
    """Who stands how far above whom, on which layer, how sure."""
    difference = gap.difference.value or 0.0
    high, low = (gap.from_role, gap.to_role) if difference >= 0 else (gap.to_role, gap.from_role)
    sure = how_sure(gap) if gap.word in (CLEAR, POSSIBLE) else "within chance"
    stand = verb([high], "stands", "stand")
    far = wording.points(abs(difference))
    return f"{opened(role_phrase(high))} {stand} {far} points above {role_phrase(low)} on {layer}, {sure}."


def about(agreement: Agreement, names: Names) -> str:
    """Whom a verdict is about: one role, or two camps; empty when it is about all."""
    if agreement.camps:
        return " against ".join(wording.listing(names.role_list(camp)) for camp in agreement.camps)
    return wording.listing(names.role_list(agreement.who))


def people(analysis: Analysis) -> str:
    """How many answered."""
    return wording.count(analysis.respondents, "person", "people")


def lead(text: str) -> tuple[Text, ...]:
    """The sentence to take away; nothing when there is no sentence."""
    return (Text(text, "lead"),) if text else ()


def body(text: str) -> tuple[Text, ...]:
    """A paragraph; nothing when there is no text."""
    return (Text(text),) if text else ()


def note(text: str) -> tuple[Text, ...]:
    """Method or doubt; nothing when there is no text."""
    return (Text(text, "note"),) if text else ()


def ended(text: str) -> str:
    """A sentence with its full stop.

    >>> ended("All rank alike"), ended("Do they?"), ended("")
    ('All rank alike.', 'Do they?', '')
    """
    return text if not text or text.endswith((".", "?", "!", "…")) else f"{text}."


def _ends(found: Statistic) -> str:
    low, high = found.interval or (0.0, 0.0)
    return f"{low:.2f} and {high:.2f}"


def _fixed(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    return text.replace("-", wording.MINUS) if float(text) else text.lstrip("-")
