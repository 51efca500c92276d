"""Organisations with a pattern planted or absent: how often is it found, how often seen where it is not?

`python -m benchmarks.planted_truth_study [--organisations N] [--processes N]` prints the tables of
`docs/analyst/planted-truth-study.md`. "Found" and "false alarm" mean the word Present.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from alignment_model.analysis.model import NOT_ENOUGH, PRESENT, WATCH
from alignment_model.analysis.wave import gather
from alignment_model.findings.pattern_rules import load_pattern_rules
from alignment_model.findings.patterns import pattern_findings
from alignment_model.findings.register import register_result
from alignment_model.framework import PATTERN_CODES
from alignment_model.privacy import PrivacyPolicy
from alignment_model.questionnaire import RATING
from alignment_model.responses import Respondent, ResponseSet
from alignment_model.sample import sample_organisation

LOWER = 0.5  # chance that a gloomy person answers one level lower
FIRST_PLANTED = 10_000  # seeds of planted organisations are others than those of ordinary ones


@dataclass(frozen=True)
class Setting:
    """Who answers, and what is made harder. `executives` come on top of one CEO, CFO and CTO."""

    name: str
    executives: int
    managers: int
    board: int = 0
    register: bool = True
    wave: str = "2026 Q1"
    gloomy: bool = False


SETTINGS = (
    Setting("3 leaders", 0, 0),
    Setting("3 leaders, 10 managers", 0, 10),
    Setting("8 leaders", 5, 0),
    Setting("8 leaders, 10 managers", 5, 10),
    Setting("8 leaders, 20 managers", 5, 20),
    Setting("8 leaders, 40 managers", 5, 40),
    Setting("14 leaders, 40 managers", 5, 40, board=6),
)
HARDER = (
    Setting("no register", 5, 40, register=False),
    Setting("half strength", 5, 40, wave="2026 Q2"),
    Setting("gloomy", 5, 40, gloomy=True),
)
Words = dict[str, str]


def words(seed: int, planted: Sequence[str], setting: Setting) -> Words:
    """The word of every pattern in one organisation."""
    wave = sample_organisation(
        seed=seed,
        patterns=planted,
        managers=setting.managers,
        employees=0,
        board=setting.board,
        executives=setting.executives,
        wave=setting.wave,
    )
    if not setting.register:
        wave = replace(wave, initiatives=())
    evidence = gather(gloomy(wave, seed) if setting.gloomy else wave, PrivacyPolicy())
    found = pattern_findings(evidence, register_result(evidence), load_pattern_rules(), draws=1)
    return {finding.code: finding.word for finding in found}


def gloomy(wave: ResponseSet, seed: int) -> ResponseSet:
    """The same organisation in a bad mood: half of all answers to statements one level less favourable."""
    rng = np.random.default_rng([seed, 99])
    asked = wave.questionnaire
    turned = {question.code: question.reversed for question in asked.of_kind(RATING)}

    def lowered(person: Respondent) -> Respondent:
        answers = dict(person.answers)
        for code in sorted(set(answers) & set(turned)):
            if rng.random() < LOWER:
                step = 1 if turned[code] else -1
                answers[code] = min(max(int(answers[code]) + step, 1), asked.levels_of(code))
        return replace(person, answers=answers)

    return replace(wave, respondents=tuple(lowered(person) for person in wave.respondents))


@dataclass(frozen=True)
class Rates:
    """Of one pattern in one setting, shares of organisations."""

    found: float  # planted and Present
    watched: float  # planted and Watch
    not_enough: float  # planted and Not enough evidence
    false_alarm: float  # nothing planted, and Present
    beside: float  # something else planted, and Present: the worst of the other twelve


def study(setting: Setting, organisations: int, pool: ProcessPoolExecutor) -> dict[str, Rates]:
    """Every pattern's rates in one setting."""
    seeds = range(organisations)
    later = range(FIRST_PLANTED, FIRST_PLANTED + organisations)
    ordinary = list(pool.map(partial(words, planted=(), setting=setting), seeds, chunksize=10))
    planted = {
        code: list(pool.map(partial(words, planted=(code,), setting=setting), later, chunksize=10))
        for code in PATTERN_CODES
    }
    return {
        code: Rates(
            found=_share(planted[code], code, PRESENT),
            watched=_share(planted[code], code, WATCH),
            not_enough=_share(planted[code], code, NOT_ENOUGH),
            false_alarm=_share(ordinary, code, PRESENT),
            beside=max(_share(planted[other], code, PRESENT) for other in PATTERN_CODES if other != code),
        )
        for code in PATTERN_CODES
    }


def _share(found: Sequence[Words], code: str, word: str) -> float:
    return sum(one[code] == word for one in found) / len(found)


def cell(rates: Rates) -> str:
    """Recall / false alarms; the share of Watch where nothing is ever Present; or "not enough"."""
    if rates.not_enough == 1:
        return "not enough"
    if rates.found == 0:
        return f"Watch {rates.watched:.2f}"
    return f"{rates.found:.2f} / {max(rates.false_alarm, rates.beside):.2f}"


def table(settings: Sequence[Setting], results: Sequence[dict[str, Rates]]) -> str:
    """One row a pattern, one column a setting, as Markdown."""
    lines = ["| pattern | " + " | ".join(setting.name for setting in settings) + " |"]
    lines.append("|---|" + "---|" * len(settings))
    lines += [
        f"| {code} | " + " | ".join(cell(result[code]) for result in results) + " |" for code in PATTERN_CODES
    ]
    return "\n".join(lines)


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--organisations", type=int, default=100)
    parser.add_argument("--processes", type=int, default=2)
    chosen = parser.parse_args()
    with ProcessPoolExecutor(chosen.processes) as pool:
        for settings in (SETTINGS, HARDER):
            print(table(settings, [study(setting, chosen.organisations, pool) for setting in settings]))
            print()


if __name__ == "__main__":
    main()
