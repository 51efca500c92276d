"""Commands about what was agreed: commit, commitments, settle."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict, replace
from datetime import date

from alignment_model import workflows
from alignment_model.cli import output
from alignment_model.cli.opening import opened, person
from alignment_model.commitments import Commitment
from alignment_model.errors import NotFoundError, UsageError


def commit(options: Namespace) -> None:
    """Keep what was agreed; its id."""
    agreed = Commitment(
        options.text,
        options.owner,
        _day(options.due),
        options.wave,
        options.question or "",
        options.layer or "",
    )
    with opened(options) as store:
        made = workflows.add_commitment(store, options.survey, agreed, actor=person())
    output.result(made.id)


def list_all(options: Namespace) -> None:
    """List what was agreed, open ones first."""
    with opened(options) as store:
        if options.wave:
            workflows.find_wave(store, options.survey, options.wave)
            found = workflows.commitments_of(store, options.survey, options.wave)
        else:
            found = workflows.list_commitments(store, options.survey)
    if options.json:
        output.show_json([asdict(item) for item in found])
        return
    if not found:
        output.message("Nothing was agreed yet.")
    for item in found:
        output.result("\t".join((item.id, item.state, str(item.due), item.owner, item.wave, item.text)))


def settle(options: Namespace) -> None:
    """Say what became of a commitment."""
    with opened(options) as store:
        found = workflows.list_commitments(store, options.survey)
        item = next((item for item in found if item.id == options.id), None)
        if item is None:
            raise NotFoundError(f"There is no commitment '{options.id}' in survey '{options.survey}'.")
        note = item.note if options.note is None else options.note
        changed = replace(item, state=options.state, note=note)
        workflows.change_commitment(store, options.survey, changed, actor=person())
    output.result(f"“{item.text}” is {options.state}.")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a day. Write it as 2026-12-31.") from None
