"""The one place that decides what is too few to show; pages, charts, exports, links and commands obey it.

A role is *attributed* (shown by name of role, however few) or *protected* (shown from `minimum` respondents).
Numbers over several roles are made of shown roles only, so nothing hidden can be had by subtraction; where a
total is published beside its parts, `complementary` hides parts until the hidden ones are many enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from alignment_model.responses import Attribution

FLOOR = 3  # no setting goes below this
DEFAULT_MINIMUM = 5
COMMENT_MINIMUM = 10
DEFAULT_ATTRIBUTED = frozenset({"CEO", "CFO", "CTO"})


NOBODY = "Nobody answered"
HIDDEN = "Hidden: "  # how every reason begins that protects people
TOO_CLOSE = f"{HIDDEN}too few answers differ from an earlier version of this wave"


def protects(reason: str | None) -> bool:
    """Whether a number is missing to protect people, and not because nobody was asked or answered.

    >>> protects("Hidden: fewer than 5 people"), protects(NOBODY), protects(None)
    (True, False, False)
    """
    return reason is not None and reason.startswith(HIDDEN)


def why_not_as_one(roles: int) -> str:
    """Why the mean of so many leadership roles would still say what single leaders said; empty when not.

    >>> why_not_as_one(5), why_not_as_one(2)[:40]
    ('', 'Only 2 leadership roles may be shown, so')
    """
    if roles >= FLOOR:
        return ""
    return (
        f"Only {roles} leadership roles may be shown, so leadership as one would say what each of them said: "
        f"{FLOOR} are needed"
    )


@dataclass(frozen=True, slots=True)
class RoleVisibility:
    """Whether anything may be shown about a role, and why not. How many took part is always told."""

    code: str
    n: int
    attributed: bool
    shown: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PrivacyPolicy:
    """Who is attributed, and from how many respondents a protected group is shown.

    >>> PrivacyPolicy(minimum=2)
    Traceback (most recent call last):
    ValueError: groups of fewer than 3 are never shown, so the minimum cannot be 2.
    """

    attributed: frozenset[str] = DEFAULT_ATTRIBUTED
    minimum: int = DEFAULT_MINIMUM
    comment_minimum: int = COMMENT_MINIMUM

    def __post_init__(self) -> None:
        if self.minimum < FLOOR:
            raise ValueError(
                f"groups of fewer than {FLOOR} are never shown, so the minimum cannot be {self.minimum}."
            )
        if self.comment_minimum < self.minimum:
            raise ValueError("comments need at least as many respondents as numbers do.")

    def told_to(self, attribution: Attribution) -> PrivacyPolicy:
        """This policy with only those roles attributed whose respondents were told so at the import.

        >>> policy = PrivacyPolicy().told_to(Attribution(frozenset({"CEO", "COO"})))
        >>> sorted(policy.attributed)
        ['CEO']
        """
        both = self.attributed & attribution.attributed_roles
        return PrivacyPolicy(both, self.minimum, self.comment_minimum)

    @classmethod
    def of_attribution(cls, attribution: Attribution, minimum: int = DEFAULT_MINIMUM) -> PrivacyPolicy:
        """The policy respondents were told of when the wave was imported."""
        return cls(attribution.attributed_roles, minimum, max(COMMENT_MINIMUM, minimum))

    def visibility(self, sizes: Mapping[str, int]) -> tuple[RoleVisibility, ...]:
        """The decision for every role, in the order given; `sizes` are respondents per role.

        >>> [(role.code, role.shown) for role in PrivacyPolicy().visibility({"CEO": 1, "Manager": 4})]
        [('CEO', True), ('Manager', False)]
        """
        return tuple(
            RoleVisibility(role, n, role in self.attributed, not self.too_few(role, n), self.reason(role, n))
            for role, n in sizes.items()
        )

    def too_close(self, role: str, before: Iterable[Hashable], after: Iterable[Hashable]) -> bool:
        """Whether two cuts of one protected group differ by so few people that these could be worked out.

        `before` and `after` hold one item a respondent, equal for equal answers. The same answers in both
        are no danger: nothing can be had by subtraction.

        >>> PrivacyPolicy().too_close("Manager", ["a", "b", "c"], ["c", "b", "a", "d"])
        True
        >>> PrivacyPolicy().too_close("Manager", ["a", "b"], ["b", "a"])
        False
        """
        return role not in self.attributed and 0 < different_people(before, after) < self.minimum

    def too_few(self, role: str, n: int) -> bool:
        """Whether `n` answers of this role are too few to show any number about."""
        return n < 1 or (role not in self.attributed and n < self.minimum)

    def reason(self, role: str, n: int) -> str:
        """Why nothing is shown, in words; empty when it is shown."""
        if n < 1:
            return NOBODY
        return f"{HIDDEN}fewer than {self.minimum} people" if self.too_few(role, n) else ""

    def comments_shown(self, role: str, n: int) -> bool:
        """Whether open answers of this role may be shown word for word."""
        return n >= 1 and (role in self.attributed or n >= self.comment_minimum)


def complementary(sizes: Mapping[str, int], minimum: int) -> frozenset[str]:
    """Parts of a published total to hide: those below `minimum`, and more until the hidden ones reach it.

    Parameters
    ----------
    sizes
        Respondents per part of a whole whose total is shown.
    minimum
        Parts below this are hidden; so are the next smallest until all hidden together reach it.

    >>> sorted(complementary({"Sales": 4, "Tech": 9}, 5))
    ['Sales', 'Tech']
    >>> sorted(complementary({"a": 1, "b": 1, "c": 1, "d": 8, "e": 9}, 5))
    ['a', 'b', 'c', 'd']
    >>> sorted(complementary({"a": 2, "b": 3, "c": 9}, 5))
    ['a', 'b']
    """
    answered = sorted((n, part) for part, n in sizes.items() if n > 0)
    hidden = [part for n, part in answered if n < minimum]
    rest = [(n, part) for n, part in answered if n >= minimum]
    while hidden and rest and (sum(sizes[part] for part in hidden) < minimum or len(hidden) < 2):
        hidden.append(rest.pop(0)[1])
    return frozenset(hidden)


def different_people(before: Iterable[Hashable], after: Iterable[Hashable]) -> int:
    """Fewest people whose coming, going or change of answer turns one cut of a group into the other.

    >>> different_people(["a", "a", "b"], ["a", "c", "c", "b"])
    2
    """
    first, second = Counter(before), Counter(after)
    return max((first - second).total(), (second - first).total())
