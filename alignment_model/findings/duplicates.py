"""Initiatives that may be the same thing twice: one purpose, different owners."""

from __future__ import annotations

from collections.abc import Sequence

from alignment_model.framework import fold
from alignment_model.responses import Initiative

ALIKE = 0.6  # shared words of all words of both purposes
FILLERS = "a an and at by can for from in into is it its of on or our so that the their to we with"
EMPTY_WORDS = frozenset(FILLERS.split())


def possible_duplicates(items: Sequence[Initiative]) -> tuple[tuple[str, ...], ...]:
    """Groups of names of initiatives that share a purpose and have different owners.

    >>> one = Initiative("Invoice bot", owner_function="Finance", purpose="Read supplier invoices")
    >>> two = Initiative("Paperless", owner_function="Purchasing", purpose="Read the supplier invoices.")
    >>> possible_duplicates([one, two])
    (('Invoice bot', 'Paperless'),)
    """
    words = [frozenset(fold(item.purpose).split()) - EMPTY_WORDS for item in items]
    group = list(range(len(items)))
    for second in range(len(items)):
        for first in range(second):
            if _alike(words[first], words[second]) and _other_owner(items[first], items[second]):
                kept, merged = sorted((group[first], group[second]))
                group = [kept if number == merged else number for number in group]
    names = [
        tuple(items[i].name for i in range(len(items)) if group[i] == number) for number in sorted(set(group))
    ]
    return tuple(found for found in names if len(found) > 1)


def _alike(first: frozenset[str], second: frozenset[str]) -> bool:
    return bool(first and second) and len(first & second) / len(first | second) >= ALIKE


def _other_owner(first: Initiative, second: Initiative) -> bool:
    functions = fold(first.owner_function), fold(second.owner_function)
    if all(functions):
        return functions[0] != functions[1]
    owners = fold(first.accountable_owner), fold(second.accountable_owner)
    return all(owners) and owners[0] != owners[1]
