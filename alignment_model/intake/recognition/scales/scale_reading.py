"""What reading a column's answers as an ordered scale gives, whichever way it was done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Doubts: what a person should confirm before the scale is used.
DOUBT_ORDER = "order"  # numeric codes whose order the file does not tell
DOUBT_STEPS = "steps"  # numbered answers that may be kinds rather than steps
DOUBT_GAP = "gap"  # a number between the others that nobody chose
DOUBT_ENDS = "ends"  # how far the numbers go is not in the file
DOUBT_MIDPOINT = "midpoint"  # whether there is a middle level nobody chose
DOUBT_LEVELS = "levels"  # several usual scales fit
DOUBT_DIRECTION = "direction"  # the low number seems to be the favourable one
DOUBT_SPELLING = "spelling"  # a label was read as another that it only resembles


@dataclass(frozen=True)
class ScaleReading:
    """An ordered scale and where each answer found stands on it.

    `labels` run from lowest to highest and include levels nobody chose. `level_of` maps every spelling
    found to its level 1..K, `off` every answer off the scale to "dont_know" or "no_answer"; `unknown`
    are answers that could not be placed, `corrected` those read as a label they resemble.
    """

    labels: tuple[str, ...]
    level_of: Mapping[str, int]
    off: Mapping[str, str] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()
    corrected: Mapping[str, str] = field(default_factory=dict)
    family: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def levels(self) -> int:
        """How many levels the scale has."""
        return len(self.labels)

    def counts(self, answers: Mapping[str, int]) -> tuple[int, ...]:
        """How often each level was chosen, lowest first."""
        totals = [0] * len(self.labels)
        for answer, count in answers.items():
            if answer in self.level_of:
                totals[self.level_of[answer] - 1] += count
        return tuple(totals)

    def off_counts(self, answers: Mapping[str, int]) -> dict[str, int]:
        """How often each answer off the scale was given, spelled as found."""
        return {answer: count for answer, count in answers.items() if answer in self.off}
