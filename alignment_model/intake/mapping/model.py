"""What a person decided about a file: which column is what, and what to leave out. Frozen, and a TOML file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RoleChoice:
    """The role column and what its answers mean: answer → role code, "" for people who are left out."""

    column: str
    values: Mapping[str, str] = field(default_factory=dict)
    occurrence: int = 1


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """What one column is.

    `column` is its heading (`occurrence` tells columns of the same heading apart, from 1). Either
    `question` is the code of one of our questions, or the column is a question of the team's own: its
    `text`, the framework's `layer` or an own `group` it belongs to, `reversed` when agreeing speaks
    against the layer (None: not decided), `labels` from lowest to highest, answers that are `off_scale`,
    answers to `read_as` a label, and the pattern signals it `feeds`. `ignore` leaves the column out.
    """

    column: str
    occurrence: int = 1
    question: str = ""
    text: str = ""
    short: str = ""
    layer: str = ""
    group: str = ""
    reversed: bool | None = None
    labels: tuple[str, ...] = ()
    off_scale: tuple[str, ...] = ()
    read_as: Mapping[str, str] = field(default_factory=dict)
    feeds: tuple[str, ...] = ()
    ignore: bool = False

    @property
    def own(self) -> bool:
        """Whether the column is a question of the team's own."""
        return not self.ignore and not self.question


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Every decision about one form; the same form's next wave is read with it without asking again.

    `keep` and `leave_out` name reasons ("preview", "incomplete", …) or single rows ("row 12").
    `attributed_roles` are shown by name of role; None leaves the usual ones.
    """

    title: str = ""
    sheet: str = ""
    role: RoleChoice | None = None
    columns: tuple[ColumnChoice, ...] = ()
    keep: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    attributed_roles: tuple[str, ...] | None = None
    form: str = ""  # fingerprint of the form this mapping was made for
