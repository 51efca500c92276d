"""Slow functions of tables worked out once for each content: waves, trends and trials of rules ask for the same ones.

Only a digest of what was given is kept beside the result, never an answer.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Callable, Mapping
from functools import wraps
from threading import Lock
from typing import Any, ParamSpec, TypeVar

import numpy as np

Given = ParamSpec("Given")
Found = TypeVar("Found")
_ALL: list[OrderedDict[bytes, Any]] = []
_ONE_AT_A_TIME = Lock()


def remembered(most: int) -> Callable[[Callable[Given, Found]], Callable[Given, Found]]:
    """Keep the last `most` results of a function that depends on its arguments alone and whose result never changes.

    >>> calls = []
    >>> total = remembered(8)(lambda table: calls.append(1) or float(np.sum(table)))
    >>> total([[1, 2]]), total(np.array([[1, 2]])), total([[2, 1]]), len(calls)
    (3.0, 3.0, 3.0, 2)
    """

    def decorate(function: Callable[Given, Found]) -> Callable[Given, Found]:
        kept: OrderedDict[bytes, Found] = OrderedDict()
        _ALL.append(kept)

        @wraps(function)
        def ask(*args: Given.args, **options: Given.kwargs) -> Found:
            mark = _mark((args, options))
            if mark is None:
                return function(*args, **options)
            with _ONE_AT_A_TIME:
                if mark in kept:
                    kept.move_to_end(mark)
                    return kept[mark]
            found = function(*args, **options)
            with _ONE_AT_A_TIME:
                kept[mark] = found
                if len(kept) > most:
                    kept.popitem(last=False)
            return found

        return ask

    return decorate


def forget() -> None:
    """Work everything out anew from now on."""
    with _ONE_AT_A_TIME:
        for kept in _ALL:
            kept.clear()


def _mark(given: Any) -> bytes | None:
    """A digest of what is given; None where that is anything but numbers, texts and tables of them."""
    try:
        return hashlib.sha256(repr(_content(given)).encode()).digest()
    except (TypeError, ValueError):
        return None


def _content(value: Any) -> Any:
    """What tells two arguments apart, with tables by shape and a digest of their numbers."""
    if isinstance(value, Mapping):
        return [(key, _content(item)) for key, item in value.items()]
    if isinstance(value, tuple):
        return tuple(_content(item) for item in value)
    if isinstance(value, np.ndarray | list):
        table = np.ascontiguousarray(value, dtype=float)
        return table.shape, hashlib.sha256(table.tobytes()).hexdigest()
    if value is None or isinstance(value, bool | int | float | str):
        return value
    raise TypeError(f"{type(value).__name__} is not known by its content")
