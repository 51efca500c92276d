"""How long an analysis takes, by size: `python -m benchmarks.analysis_speed`.

Aims on two ordinary cores: under 2 s for an organisation of 230, under 5 s for 33,000 people and a few questions;
counting those 33,000 takes under a second of it, a chance band that was never asked for under a tenth.
"""

from __future__ import annotations

import random
import resource
from collections.abc import Callable
from functools import partial
from time import perf_counter

from alignment_model.analysis import analyse
from alignment_model.counts import count
from alignment_model.framework import Layer
from alignment_model.measures import null_agreement
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import Question, Questionnaire, Scale
from alignment_model.responses import Attribution, Respondent, ResponseSet
from alignment_model.sample import sample_organisation

REPEATS = 3


def crowd(people: int, questions: int, seed: int = 1) -> ResponseSet:
    """A large survey of a few questions: executives, managers and staff, answering at random."""
    rng = random.Random(seed)
    asked = Questionnaire(
        "crowd",
        "Crowd",
        "1",
        (Layer("trust", "Trust", 1),),
        (Scale("five", ("1", "2", "3", "4", "5")),),
        tuple(Question(f"Q{i}", f"Question {i}", scale="five", layer="trust") for i in range(questions)),
        custom=True,
    )
    roles = rng.choices(("Other executive", "Manager", "Employee"), (2, 8, 90), k=people)
    answers = [{f"Q{i}": rng.randint(1, 5) for i in range(questions)} for _ in range(people)]
    persons = tuple(Respondent(str(i), role, own) for i, (role, own) in enumerate(zip(roles, answers)))
    return ResponseSet(asked, persons, attribution=Attribution(frozenset()))


def fastest(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the first time and of the fastest of those after it."""
    times = []
    for _ in range(1 + REPEATS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return times[0], min(times[1:])


def main() -> None:
    """Print a table."""
    cases = {
        "sample, 234 people, 54 scaled questions": sample_organisation(),
        "sample, 2,000 employees": sample_organisation(employees=2_000),
        "33,000 people, 1 question": crowd(33_000, 1),
        "33,000 people, 6 questions": crowd(33_000, 6),
    }
    many = crowd(33_000, 1)
    parts: dict[str, Callable[[], object]] = {
        name: partial(analyse, responses, policy=PrivacyPolicy()) for name, responses in cases.items()
    }
    parts |= {
        "counting 33,000 people": partial(count, many, PrivacyPolicy()),
        "a chance band of 12 leaders": partial(null_agreement, [1] * 12, 6, 5),
        "a chance band of groups of 1 to 40": partial(null_agreement, [1, 1, 1, 40, 33], 6, 5),
    }
    print(f"{'':42}{'first':>8}{'again':>8}")
    for name, work in parts.items():
        first, again = fastest(work)
        print(f"{name:42}{first:7.2f}s{again:7.2f}s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
