"""One text for one value: the JSON that hashes are taken of."""

from __future__ import annotations

import json
from typing import Any


def canonical(value: Any) -> str:
    """The value as JSON: keys sorted, no spaces, no NaN, UTF-8 as it is, numbers as short as exact.

    >>> canonical({"b": 1.50, "a": ("é", None)})
    '{"a":["é",null],"b":1.5}'
    >>> canonical(float("nan"))
    Traceback (most recent call last):
    ValueError: Out of range float values are not JSON compliant
    """
    return json.dumps(value, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def settled(value: Any) -> Any:
    """The value as it is after a trip through `canonical`: what is built and what is reopened are alike.

    >>> settled({"b": (1, 2), "a": 0.1})
    {'a': 0.1, 'b': [1, 2]}
    """
    return json.loads(canonical(value))
