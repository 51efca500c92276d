"""Counts per question and role, and the rating matrix: the working forms, and the place of suppression.

Nothing about a hidden role, or about a question too few of a protected role answered, is in either form,
so that nothing downstream can forget it. Counts are as asked; matrix and `oriented` counts have reversed
questions flipped, so that higher always speaks for the layer. Neither depends on the order of rows.
"""

from alignment_model.counts.build import count
from alignment_model.counts.forms import Cell, Counts, RatingMatrix
from alignment_model.counts.roles import effective_policy, effective_role, people_by_role
from alignment_model.counts.rows import CountRow, count_rows, counts_from_rows
from alignment_model.counts.texts import shown_texts

__all__ = [
    "Cell",
    "CountRow",
    "Counts",
    "RatingMatrix",
    "count",
    "count_rows",
    "counts_from_rows",
    "effective_policy",
    "effective_role",
    "people_by_role",
    "shown_texts",
]
