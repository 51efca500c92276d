"""One wave's responses in, one frozen `Analysis` out."""

from typing import Any

from alignment_model.analysis.model import Analysis

__all__ = ["Analysis", "analyse", "compare_waves"]


def __getattr__(name: str) -> Any:
    """Both functions are loaded when first asked for: findings need the model above before they can be."""
    if name == "analyse":
        from alignment_model.analysis.wave import analyse

        return analyse
    if name == "compare_waves":
        from alignment_model.analysis.trend import compare_waves

        return compare_waves
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
