"""Keep what a team agreed to do, and see in every later wave what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime

from alignment_model import store as stores
from alignment_model.analysis import Analysis
from alignment_model.commitments import (
    LONGEST_NOTE,
    LONGEST_OWNER,
    LONGEST_TEXT,
    STATES,
    Commitment,
)
from alignment_model.errors import ERROR, InputError, Problem
from alignment_model.findings.commitments import Standing, cannot_say, since
from alignment_model.findings.trends import Trend
from alignment_model.framework import Layer
from alignment_model.questionnaire import Question, Questionnaire
from alignment_model.settings import Settings
from alignment_model.store import Store
from alignment_model.workflows.clock import stamp
from alignment_model.workflows.looking import compare_stored_waves

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 1, 1)
TrendOf = Callable[[str], Trend]  # the wave a commitment came from -> what changed since


def list_commitments(store: Store, survey: str) -> tuple[Commitment, ...]:
    """All commitments of a survey, in the order they were made."""
    return stores.list_commitments(store, survey)


def commitments_of(store: Store, survey: str, wave: str) -> tuple[Commitment, ...]:
    """What was agreed up to this wave: open ones first, by their date; then the others, the latest change first."""
    names = _waves(store, survey)
    upto = names[: names.index(wave) + 1] if wave in names else [wave]
    later = set(names) - set(upto)
    found = [item for item in list_commitments(store, survey) if item.wave not in later]
    settled = sorted(
        (item for item in found if not item.open), key=lambda item: item.changed_at, reverse=True
    )
    return (*sorted((item for item in found if item.open), key=lambda item: item.due), *settled)


def commitments_version(store: Store, survey: str, wave: str) -> str:
    """Twelve letters that change with everything `commitments_of` gives."""
    held = "|".join(f"{item.id}{item.changed_at}" for item in commitments_of(store, survey, wave))
    return hashlib.sha256(held.encode()).hexdigest()[:12]


def carried_commitments(
    store: Store, analysis: Analysis, settings: Settings, trend_of: TrendOf | None = None
) -> tuple[Standing, ...]:
    """What was agreed up to the wave of this analysis, earlier ones with what the survey says has happened since.

    `trend_of` spares a caller that has the comparisons already from making them again.
    """
    survey, wave = analysis.survey, analysis.wave

    def compared(before: str) -> Trend:
        return compare_stored_waves(store, survey, before, wave, settings)

    stored = _waves(store, survey)
    made: dict[str, Trend] = {}
    standings = []
    for item in commitments_of(store, survey, wave):
        if item.wave == wave:
            standings.append(Standing(item))
        elif item.wave not in stored:
            standings.append(Standing(item, cannot_say(f"{item.wave} is not stored any more")))
        else:
            if item.wave not in made:
                made[item.wave] = (trend_of or compared)(item.wave)
            question, layer = talked_about(analysis, item)
            standings.append(Standing(item, since(made[item.wave], item, question, layer)))
    return tuple(standings)


def talked_about(analysis: Analysis, item: Commitment) -> tuple[Question | None, Layer | None]:
    """The question and layer a commitment came from, where this wave asks them."""
    asked = (result.question for result in analysis.questions)
    question = next((entry for entry in asked if item.question and entry.code == item.question), None)
    wanted = item.layer or (question.layer if question else "")
    return question, next((layer.layer for layer in analysis.layers if wanted and layer.code == wanted), None)


def add_commitment(
    store: Store, survey: str, commitment: Commitment, *, actor: str = "", now: datetime | None = None
) -> Commitment:
    """Keep what was agreed.

    Raises
    ------
    InputError
        With everything that is missing or cannot be meant; nothing is stored then.
    NotFoundError
        When there is no such survey or wave.
    """
    asked = stores.read_counts(store, survey, commitment.wave)[0].questionnaire
    checked = _checked(commitment, [*_unknown(commitment, asked)])
    return stores.add_commitment(store, survey, checked, at=stamp(now), by=actor)


def change_commitment(
    store: Store, survey: str, commitment: Commitment, *, actor: str = "", now: datetime | None = None
) -> Commitment:
    """Put this in place of what the commitment with its id says.

    Raises
    ------
    InputError
        With everything that is missing or cannot be meant; nothing is stored then.
    NotFoundError, ConflictError
        When it is not there any more, or somebody else changed it meanwhile.
    """
    return stores.change_commitment(store, survey, _checked(commitment), at=stamp(now), by=actor)


def remove_commitment(store: Store, survey: str, commitment_id: str) -> Commitment:
    """Take out what was entered by mistake; what it said comes back. NotFoundError when it is not there."""
    return stores.remove_commitment(store, survey, commitment_id)


def _waves(store: Store, survey: str) -> list[str]:
    found = next((entry for entry in stores.list_surveys(store) if entry.name == survey), None)
    return [wave.name for wave in found.waves] if found else []


def _checked(given: Commitment, more: Sequence[Problem] = ()) -> Commitment:
    """The commitment in plain single-spaced text; InputError when something is missing or cannot be meant."""
    one_line = {name: " ".join(getattr(given, name).split()) for name in ("text", "owner")}
    tidy = replace(given, **one_line, note=given.note.strip())
    problems = [*_problems(tidy), *more]
    if problems:
        raise InputError(problems)
    return tidy


def _problems(item: Commitment) -> Iterator[Problem]:
    for place, text, wanted, longest in (
        ("What", item.text, "what is going to be done", LONGEST_TEXT),
        ("Owner", item.owner, "a role or a name", LONGEST_OWNER),
    ):
        if not text:
            yield _problem("missing", place, "nothing", wanted, "Fill it in.")
        yield from _too_long(place, text, longest)
    yield from _too_long("Note", item.note, LONGEST_NOTE)
    if not EARLIEST <= item.due <= LATEST:
        yield _problem("due", "Due", str(item.due), f"a day from {EARLIEST} to {LATEST}", "Choose a day.")
    if item.state not in STATES:
        yield _problem("state", "State", f"'{item.state}'", f"one of {', '.join(STATES)}", "Choose one.")


def _unknown(item: Commitment, asked: Questionnaire) -> Iterator[Problem]:
    """What the commitment is said to come from and this wave does not ask."""
    if item.question and item.question not in asked:
        yield _problem(
            "question", "Question", f"'{item.question}'", "a question of this wave", "Use its code."
        )
    layers = [layer.code for layer in asked.layers]
    if item.layer and item.layer not in layers:
        yield _problem("layer", "Layer", f"'{item.layer}'", f"one of {', '.join(layers)}", "Use its code.")


def _too_long(place: str, text: str, longest: int) -> Iterator[Problem]:
    if len(text) > longest:
        found = f"{len(text):,} characters"
        yield _problem("too_long", place, found, f"at most {longest:,}", "Say it more shortly.")


def _problem(code: str, place: str, found: str, expected: str, fix: str) -> Problem:
    return Problem(f"commitment.{code}", ERROR, found, expected, fix, "", place)
