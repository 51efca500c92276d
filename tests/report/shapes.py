"""What kinds of organisation a report has to survive, from three leaders to twelve roles and other scripts."""

from __future__ import annotations

from dataclasses import dataclass

USUAL = {"CEO": 1, "CFO": 1, "CTO": 1, "Board": 6, "Other executive": 5, "Manager": 40, "Employee": 180}
SECRET = "the-secret-of-a-hidden-role"
SECRET_NUMBER = 4.7653219
ROLE_NAMES = (*USUAL, "COO", "CIO", "CHRO", "CMO", "General Counsel")


@dataclass(frozen=True)
class Shape:
    """What kind of organisation to make up."""

    sizes: tuple[tuple[str, int], ...] = tuple(USUAL.items())
    questions: int = 5
    text: str = "Our AI does what we need it to do in daily work"
    known: bool = True  # False: every statistic is a reason
    extras: bool = True
    survey: str = "Northwind AI alignment"
    seed: int = 1


SHAPES = {
    "usual": Shape(questions=4),
    "three leaders": Shape(sizes=(("CEO", 1), ("CFO", 1), ("CTO", 1)), questions=3, extras=False),
    "twelve roles": Shape(sizes=tuple((role, 7) for role in ROLE_NAMES), questions=2, seed=3),
    "long questions": Shape(
        text="We know, and could each say in one sentence, " + "why this matters " * 9, questions=2, seed=4
    ),
    "other scripts": Shape(
        survey="الاتساق 领导层一致性 🧭 <b>&\"'",
        text="هل الذكاء مفيد 我们知道为什么 🤖 </script>",
        questions=2,
    ),
    "hidden groups": Shape(
        sizes=(("CEO", 1), ("CFO", 1), ("Board", 4), ("Manager", 3), ("Employee", 30)), questions=2, seed=5
    ),
    "no statistics": Shape(known=False, questions=2),
    "nothing but notes": Shape(sizes=(), questions=0, extras=False, known=False),
}
