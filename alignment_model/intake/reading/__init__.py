"""Bytes to cells: the formats survey tools export, read without trusting a single byte of them."""

from alignment_model.intake.reading.source import read_source

__all__ = ["read_source"]
