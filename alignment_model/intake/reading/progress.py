"""Telling how far reading has come, and stopping when asked to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alignment_model.errors import Cancelled

Progress = Callable[[int, int | None], None]
CancelCheck = Callable[[], bool]


@dataclass(frozen=True)
class Watch:
    """The two ends a caller may hold: hear of rows read (and how many there are, if known), and cancel."""

    progress: Progress | None = None
    cancelled: CancelCheck | None = None

    def check(self) -> None:
        """Raise `Cancelled` if the caller has asked to stop."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled("Reading was cancelled. Nothing was stored.")

    def rows(self, read: int, total: int | None) -> None:
        """Report `read` rows of `total` and look whether to stop."""
        self.check()
        if self.progress is not None:
            self.progress(read, total)
