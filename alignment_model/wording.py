"""Numbers, dates and lists as people read them: one way everywhere, in app, exports and command line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MINUS = "−"


def number(value: float, decimals: int = 1, *, sign: bool = False) -> str:
    """A number with a real minus sign and no negative nought; `sign` writes the plus of a change too.

    >>> number(-0.04), number(-1.25, 2), number(0.09, 2, sign=True)
    ('0.0', '−1.25', '+0.09')
    """
    text = f"{abs(value):.{decimals}f}"
    if not float(text):
        return text
    return f"{MINUS if value < 0 else '+' if sign else ''}{text}"


def points(value: float, *, sign: bool = False) -> str:
    """Scale points with one decimal.

    >>> points(1.24), points(-1.24, sign=True), points(0.04, sign=True)
    ('1.2', '−1.2', '0.0')
    """
    return number(value, sign=sign)


NARROW = 5.0  # a range of changes this narrow needs a decimal to tell them apart


def change(value: float, unit: str = "%", spread: float = NARROW) -> str:
    """A change with its sign and unit: whole numbers, with a decimal only where the range they stand in is narrow.

    >>> change(-8.2, spread=15), change(1.24, spread=2), change(-0.3, spread=15)
    ('−8 %', '+1.2 %', '0 %')
    """
    text = f"{abs(value):.{1 if spread < NARROW else 0}f}".removesuffix(".0")
    sign = "" if float(text) == 0 else MINUS if value < 0 else "+"
    return f"{sign}{text} {unit}".strip()


def percent(share: float) -> str:
    """A share 0..1 as a whole per cent.

    >>> percent(0.456)
    '46 %'
    """
    return f"{round(share * 100)} %"


NO_BREAK = "\u00a0"
_UNIT = re.compile(r"(?<=\d) (?=%|of \d)|(?<=\d of) (?=\d)")


def unbroken(text: str) -> str:
    """The text with every number held on a line with its per cent sign or its scale: for screens.

    >>> unbroken("85 % of 12 pilots, 4.5 of 5").split(" ")
    ['85\\xa0%', 'of', '12', 'pilots,', '4.5\\xa0of\\xa05']
    """
    return _UNIT.sub(NO_BREAK, text)


_MEASURES = r"%|per cent\b|percentage points?\b|points?\b|million\b|thousand\b|months?\b|minutes\b"
_MONTHS = "|".join(MONTHS)
_TOGETHER = re.compile(
    rf"(?<=\d) (?={_MEASURES})|(?<=\bper) (?=cent\b)|(?<=\b[A-Z]{{3}}) (?=\d)|(?<=\d) (?=Q\d)"
    rf"|(?<=\d) (?=to {MINUS}?\d)|(?<=\d to) (?={MINUS}?\d)"
    rf"|(?<=\d) (?=(?:{_MONTHS})\b)|(?<=\d (?:{_MONTHS})) (?=\d{{4}})"
)


def together(text: str) -> str:
    """The text with a number and all that belongs to it (unit, currency, month, other end) on one line: for files.

    >>> together("46 % of EUR 1.3 million by 20 Nov 2026").replace(NO_BREAK, "_")
    '46_% of EUR_1.3_million by 20_Nov_2026'
    """
    return _TOGETHER.sub(NO_BREAK, text)


def correlation(value: float) -> str:
    """Two decimals, as agreement is written.

    >>> correlation(0.874), correlation(-0.19), correlation(1.0), correlation(-0.001)
    ('0.87', '−0.19', '1.00', '0.00')
    """
    return number(value, 2)


def money(amount: float, currency: str = "") -> str:
    """Money, rounded to what people say.

    >>> money(1_260_000, "EUR"), money(83_400), money(950)
    ('EUR 1.3 million', '83 thousand', '950')
    """
    size = abs(amount)
    if size >= 1_000_000:
        text = f"{amount / 1_000_000:.1f} million"
    elif size >= 10_000:
        text = f"{amount / 1_000:.0f} thousand"
    else:
        text = f"{amount:,.0f}"
    return f"{currency} {text}".strip()


def day(value: date) -> str:
    """A date as 20 Nov 2026.

    >>> day(date(2026, 11, 20))
    '20 Nov 2026'
    """
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def moment(stamp: str) -> str:
    """A moment stored in UTC as people read it.

    >>> moment("2026-11-28T11:08:00+00:00")
    '28 Nov 2026, 11:08 UTC'
    """
    when = datetime.fromisoformat(stamp)
    return f"{day(when.date())}, {when:%H:%M} UTC"


def headline(sentence: str) -> str:
    """A sentence as it stands on top: without its full stop, unless another stands before it.

    >>> headline("The CFO stands lower."), headline("Nobody answered. Nobody was asked.")
    ('The CFO stands lower', 'Nobody answered. Nobody was asked.')
    """
    return sentence if ". " in sentence else sentence.removesuffix(".")


def listing(names: Sequence[str], last: str = "and") -> str:
    """Names in a sentence; `last` stands before the last of them.

    >>> listing(["CEO"]), listing(["CEO", "CFO"], "or"), listing(["CEO", "CFO", "Board"])
    ('CEO', 'CEO or CFO', 'CEO, CFO and Board')
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} {last} {names[-1]}"


def count(n: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    >>> count(1, "person", "people"), count(6, "person", "people")
    ('1 person', '6 people')
    """
    return f"{n:,} {singular if n == 1 else plural or singular + 's'}"


def printable(text: str) -> str:
    """The text without what no file can show: control signs, signs that turn the direction of reading.

    >>> printable("a\\x00b\\u202ec\\u00a0d") == "abc\\u00a0d"
    True
    """
    return "".join(letter for letter in text if letter.isprintable() or _space(letter))


def _space(letter: str) -> bool:
    return letter in "\n\t" or unicodedata.category(letter) == "Zs"
