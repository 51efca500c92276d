"""Commands about what is stored: import, undo, surveys, delete."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import asdict

from alignment_model import wording, workflows
from alignment_model.cli import files, output
from alignment_model.cli.opening import opened, person, settings_of
from alignment_model.errors import UsageError
from alignment_model.responses import Attribution, ResponseSet


def import_file(options: Namespace) -> None:
    """Store a file as one wave of a survey."""
    with opened(options) as store:
        read = files.read_file(options, store)
        responses = files.answers_of(read, options)
        output.show_problems(read.recognition.problems)
        attribution = _attribution(options, responses, read.details)
        _note_elsewhere(workflows.preview_import(store, responses, read.source))
        record = workflows.import_wave(
            store,
            responses,
            read.source,
            attribution=attribution,
            mapping=read.mapping,
            form=read.recognition.form,
            problems=read.recognition.problems,
            replace_wave=options.replace,
            actor=person(),
            minimum_group=settings_of(options).minimum_group,
        )
    people = wording.count(record.respondents, "respondent")
    output.result(f"Imported {people} as wave '{record.wave}' of survey '{record.survey}'.")


def _note_elsewhere(preview: workflows.Preview) -> None:
    for old in preview.already:
        if old.survey != preview.responses.survey:
            output.message(f"Note: this file is also wave '{old.wave}' of survey '{old.survey}'.")


def _attribution(
    options: Namespace, responses: ResponseSet, details: workflows.WorkbookDetails
) -> Attribution:
    """Who is shown by name of role: only roles whose respondents were told, by somebody's word."""
    roles = workflows.roles_to_confirm(responses)
    if not roles:
        return responses.attribution
    if options.confirm_attribution:
        return workflows.confirmed(responses, options.confirm_attribution)
    if details.confirmed:
        return workflows.confirmed(responses, f"{details.confirmed_by or 'Somebody'} (in the workbook)")
    listing = wording.listing(roles)
    if options.attributed:
        raise UsageError(
            f"{listing} would be shown by name of role. Add --confirm-attribution NAME to say who confirms "
            "that these respondents were told, or use --attributed none."
        )
    output.message(
        f"Note: {listing} will be protected like every other group, because nobody confirmed that these "
        "respondents were told they are shown by name of role. Add --confirm-attribution NAME to show them."
    )
    return Attribution(frozenset())


def undo(options: Namespace) -> None:
    """Take the latest import of a wave back."""
    with opened(options) as store:
        wave = workflows.find_wave(store, options.survey, options.wave)
        record = workflows.undo_import(store, wave.import_id, actor=person())
    output.result(f"Undone: '{record.file_name}' is no longer wave '{record.wave}' of '{record.survey}'.")
    if record.replaces is not None:
        output.result("What it had replaced is current again.")


def list_all(options: Namespace) -> None:
    """List surveys and their waves."""
    with opened(options) as store:
        found = workflows.list_surveys(store)
    if options.json:
        output.show_json([asdict(survey) for survey in found])
        return
    if not found:
        output.message("Nothing is stored yet.")
    for survey in found:
        for wave in survey.waves:
            when = wave.wave_date.isoformat() if wave.wave_date else "no date"
            people = wording.count(wave.respondents, "respondent")
            output.result("\t".join((survey.name, wave.name, when, people, wave.file_name)))


def delete(options: Namespace) -> None:
    """Delete a survey, or one of its waves, for good."""
    survey, wave = options.survey, options.wave
    what = f"wave '{wave}' of survey '{survey}'" if wave else f"survey '{survey}'"
    if not options.yes:
        raise UsageError(
            f"This deletes every answer and snapshot of {what} for good. Add --yes if you mean it."
        )
    with opened(options) as store:
        if wave:
            workflows.delete_wave(store, survey, wave)
        else:
            workflows.delete_survey(store, survey)
    output.result(f"Deleted {what}.")
