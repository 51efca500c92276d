"""Organisations with a pattern planted or absent: how often is it found, how often seen where it is not?

`python -m benchmarks.planted_truth_study [main|sizes|harder|confusion ...]` prints the tables of
`docs/analyst/planted-truth-study.md`. "Found" and "false alarm" mean the word Present. Seeds are fixed: the ordinary
organisations are numbers 80 000 and on, those with a pattern 90 000 and on, so every run gives the same table.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from scipy.stats import binomtest

from alignment_model.analysis.model import NOT_ENOUGH, PRESENT, WATCH
from alignment_model.analysis.wave import gather
from alignment_model.findings.patterns.found import pattern_findings
from alignment_model.findings.patterns.rules import load_pattern_rules
from alignment_model.findings.register import register_result
from alignment_model.framework import PATTERN_CODES, load_framework
from alignment_model.privacy import PrivacyPolicy
from alignment_model.responses import ResponseSet
from alignment_model.sample import sample_organisation
from benchmarks.second_generator import Case, organisation

ORDINARY, PLANTED = 80_000, 90_000  # first seeds; thresholds were set on lower ones
FIRST, SECOND = "sample", "second"
Words = dict[str, str]


@dataclass(frozen=True)
class Setting:
    """Who answers, and what is made harder. `executives` come on top of one CEO, CFO and CTO."""

    name: str
    executives: int = 5
    managers: int = 40
    board: int = 0
    register: bool = True
    generator: str = SECOND
    strength: float = 1.0
    mood: float = 0.0
    others: bool = False  # one to three further patterns at the same time


SIZES = (
    Setting("3 leaders", 0, 0),
    Setting("3 leaders, 10 managers", 0, 10),
    Setting("8 leaders", 5, 0),
    Setting("8 leaders, 10 managers", 5, 10),
    Setting("8 leaders, 20 managers", 5, 20),
    Setting("8 leaders, 40 managers", 5, 40),
    Setting("14 leaders, 40 managers", 5, 40, board=6),
)
HARDER = (
    Setting("no register", register=False),
    Setting("among others", others=True),
    Setting("half strength", strength=0.5),
    Setting("gloomy", mood=-0.5),
    Setting("very gloomy", mood=-0.8),
)
MAIN = (Setting("sample's generator", generator=FIRST), Setting("second generator"))


def words(seed: int, planted: Sequence[str], setting: Setting) -> Words:
    """The word of every pattern in one organisation."""
    if setting.others:
        planted = beside(seed, planted)
    wave = made(seed, planted, setting)
    evidence = gather(wave if setting.register else replace(wave, initiatives=()), PrivacyPolicy())
    found = pattern_findings(evidence, register_result(evidence), load_pattern_rules(), draws=1)
    return {finding.code: finding.word for finding in found}


def beside(seed: int, planted: Sequence[str]) -> tuple[str, ...]:
    """The planted patterns with one to three others drawn from the seed; nothing stays nothing."""
    rng = np.random.default_rng([seed, 5])
    free = [code for code in PATTERN_CODES if code not in planted]
    chosen = rng.permutation(free)[: int(rng.integers(1, 4))] if planted else []
    return (*planted, *(str(code) for code in chosen))


def made(seed: int, planted: Sequence[str], setting: Setting) -> ResponseSet:
    """One organisation by the setting's generator."""
    if setting.generator == FIRST:
        return sample_organisation(
            seed=seed,
            patterns=planted,
            managers=setting.managers,
            employees=0,
            board=setting.board,
            executives=setting.executives,
        )
    sizes = {"CEO": 1, "CFO": 1, "CTO": 1, "Board": setting.board}
    sizes |= {"Other executive": setting.executives, "Manager": setting.managers}
    return organisation(seed, Case(tuple(planted), setting.strength, setting.mood), sizes)


@dataclass(frozen=True)
class Found:
    """Every organisation's words in one setting: the ordinary ones, and those with each pattern planted."""

    setting: Setting
    ordinary: Sequence[Words]
    planted: dict[str, Sequence[Words]]

    @property
    def n(self) -> int:
        """Organisations a pattern."""
        return len(self.ordinary)

    def times(self, code: str, word: str) -> int:
        """How many organisations with the pattern planted get this word."""
        return sum(one[code] == word for one in self.planted[code])

    def false_alarms(self, code: str) -> int:
        """How many of the ordinary organisations are said to have the pattern."""
        return sum(one[code] == PRESENT for one in self.ordinary)

    def mistaken(self, other: str, code: str) -> float:
        """Share of organisations with the other pattern planted in which this one is Present."""
        return sum(one[code] == PRESENT for one in self.planted[other]) / len(self.planted[other])

    def worst(self, code: str) -> float:
        """The most frequent false alarm beside another pattern, over the other twelve."""
        return max(self.mistaken(other, code) for other in PATTERN_CODES if other != code)


def look(setting: Setting, organisations: int, pool: ProcessPoolExecutor) -> Found:
    """Generate and judge; the same seeds in every setting, so that columns differ by the setting alone."""
    seeds, later = range(ORDINARY, ORDINARY + organisations), range(PLANTED, PLANTED + organisations)
    ordinary = list(pool.map(partial(words, planted=(), setting=setting), seeds, chunksize=10))
    planted = {
        code: list(pool.map(partial(words, planted=(code,), setting=setting), later, chunksize=10))
        for code in PATTERN_CODES
    }
    return Found(setting, ordinary, planted)


def share(times: int, n: int) -> str:
    """A share with its 95 % interval (Wilson).

    >>> share(40, 40)
    '1.00 (0.91 to 1)'
    """
    low, high = binomtest(times, n).proportion_ci(method="wilson")
    return f"{times / n:.2f} ({_short(low)} to {_short(high)})"


def _short(value: float) -> str:
    text = f"{value:.2f}"
    return {"1.00": "1", "0.00": "0"}.get(text, text)


def name_of(code: str) -> str:
    """What the pattern is called."""
    return load_framework().pattern(code).name


def main_table(found: Sequence[Found]) -> str:
    """Recall and false alarms with their intervals, one pair of columns a generator."""
    heads = [
        f"{one.setting.name}: {what}" for one in found for what in ("recall", "false alarms", "worst beside")
    ]
    rows = [
        [
            cell
            for one in found
            for cell in (
                share(one.times(code, PRESENT), one.n),
                share(one.false_alarms(code), one.n),
                f"{one.worst(code):.2f}",
            )
        ]
        for code in PATTERN_CODES
    ]
    return markdown(["pattern", *heads], [[name_of(code), *row] for code, row in zip(PATTERN_CODES, rows)])


def cell(found: Found, code: str) -> str:
    """Recall / false alarms with nothing planted / worst beside another pattern, and the Watch where it is often;
    or "not enough"."""
    if found.times(code, NOT_ENOUGH) == found.n:
        return "not enough"
    watch = found.times(code, WATCH) / found.n
    if found.times(code, PRESENT) == 0:
        return f"Watch {watch:.2f}"
    shares = [found.times(code, PRESENT) / found.n, found.false_alarms(code) / found.n]
    if not found.setting.others:
        shares.append(found.worst(code))
    told = " / ".join(f"{value:.2f}" for value in shares)
    return told + (f" (Watch {watch:.2f})" if watch >= 0.1 else "")


def settings_table(found: Sequence[Found]) -> str:
    """One column a setting."""
    rows = [[name_of(code), *(cell(one, code) for one in found)] for code in PATTERN_CODES]
    return markdown(["pattern", *(one.setting.name for one in found)], rows)


def confusion_table(found: Sequence[Found]) -> str:
    """Planted down, Present across, by number; nothing planted last. Shares below .005 are left empty."""
    one = found[-1]
    heads = [str(number) for number in range(1, len(PATTERN_CODES) + 1)]
    rows = [
        [f"{number} {name_of(other)}", *(_rate(one.mistaken(other, code)) for code in PATTERN_CODES)]
        for number, other in enumerate(PATTERN_CODES, 1)
    ]
    rows.append(["nothing", *(_rate(one.false_alarms(code) / one.n) for code in PATTERN_CODES)])
    return markdown(["planted", *heads], rows)


def _rate(value: float) -> str:
    return "" if value < 0.005 else f"{value:.2f}"


def markdown(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])


TABLES: dict[str, tuple[Sequence[Setting], Callable[[Sequence[Found]], str]]] = {
    "main": (MAIN, main_table),
    "sizes": (SIZES, settings_table),
    "harder": (HARDER, settings_table),
    "confusion": (MAIN[1:], confusion_table),
}


def main() -> None:
    """Print the tables asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", choices=list(TABLES), default=list(TABLES))
    parser.add_argument("--organisations", type=int, default=200)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for name in chosen.tables:
            settings, table = TABLES[name]
            found = [look(setting, chosen.organisations, pool) for setting in settings]
            print(f"{name}, {chosen.organisations} organisations a cell\n\n{table(found)}\n", flush=True)


if __name__ == "__main__":
    main()
