"""One wave's responses in, one frozen `Analysis` out."""

from typing import Any

from alignment_model.analysis.model import Analysis

__all__ = ["Analysis", "analyse"]


def __getattr__(name: str) -> Any:
    """`analyse` is loaded when first asked for: findings need the model above before it can be."""
    if name == "analyse":
        from alignment_model.analysis.wave import analyse

        return analyse
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
