"""One wave's responses in, one frozen `Analysis` out."""

from alignment_model.analysis.model import Analysis

__all__ = ["Analysis"]
