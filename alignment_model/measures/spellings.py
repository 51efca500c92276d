"""Names that the field's packages use for the same thing, understood beside the product's own."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import wraps
from typing import ParamSpec, TypeVar

P, R = ParamSpec("P"), TypeVar("R")


def also(**names: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let a keyword be called by another package's name: `also(level="metric")` reads level as metric.

    >>> @also(centre="about")
    ... def deviation(about="mean"):
    ...     return about
    >>> deviation(centre="median")
    'median'
    >>> deviation(about="mean", centre="median")
    Traceback (most recent call last):
    TypeError: deviation() takes about or centre, not both
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def called(*arguments: P.args, **keywords: P.kwargs) -> R:
            for other in names.keys() & keywords.keys():
                if names[other] in keywords:
                    raise TypeError(f"{function.__name__}() takes {names[other]} or {other}, not both")
                keywords[names[other]] = keywords.pop(other)
            return function(*arguments, **keywords)

        return called

    return decorate


def one_of(given: str, known: Collection[str], what: str) -> str:
    """The given word if it is known, else a ValueError that lists those that are.

    >>> one_of("mode", ("mean", "median"), "about")
    Traceback (most recent call last):
    ValueError: about is one of mean, median; found 'mode'
    """
    if given not in known:
        raise ValueError(f"{what} is one of {', '.join(known)}; found {given!r}")
    return given
