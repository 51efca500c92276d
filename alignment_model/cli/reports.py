"""Commands about what comes out: report, export, freeze, snapshots."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, TypeVar

from alignment_model import workflows
from alignment_model.analysis import Analysis
from alignment_model.cli import files, output
from alignment_model.cli.opening import opened, settings_of
from alignment_model.errors import UsageError
from alignment_model.report.audiences import audience
from alignment_model.report.exports import Choices
from alignment_model.report.model import Report

T = TypeVar("T")
USUAL_FORMATS = "xlsx,html,json"


def report(options: Namespace) -> None:
    """Write every number of a wave as JSON."""
    data = _data(options)
    output.write(options.json, (output.as_json(data) + "\n").encode())


def export(options: Namespace) -> None:
    """Write a wave's report as files."""
    codes = _codes(options)
    folder = Path(options.to)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"'{folder}' is not a folder to write into: {output.reason(error)}.") from None
    choices = _choices(options)
    chosen = _part(_report(options), options)
    made = [file for code in codes for file in workflows.export_files(chosen, code, choices)]
    for name, content in made:
        (folder / name).parent.mkdir(exist_ok=True)
        output.write(str(folder / name), content)
        output.result(str(folder / name))


def _codes(options: Namespace) -> list[str]:
    """The formats asked for, else the audience's, else the usual ones."""
    if options.formats is None and options.audience:
        return list(audience(options.audience).files)
    return _formats(USUAL_FORMATS if options.formats is None else options.formats)


def _part(report: Report, options: Namespace) -> Report:
    if options.audience and options.sections:
        raise UsageError("An audience has its own sections: give --audience or --sections, not both.")
    if options.audience:
        return workflows.audience_report(report, options.audience)
    return workflows.some_sections(report, _listed(options.sections))


def _choices(options: Namespace) -> Choices:
    template = None if options.template is None else output.read(options.template)
    return Choices(options.paper, template)


def _listed(text: str) -> list[str]:
    return [code.strip() for code in text.split(",") if code.strip()]


def _formats(text: str) -> list[str]:
    known = [entry.code for entry in workflows.EXPORT_FORMATS]
    codes = _listed(text)
    for code in codes:
        if code not in known:
            raise UsageError(f"'{code}' is not a format. Choose from {', '.join(known)}.")
    if not codes:
        raise UsageError(f"--formats names no format. Choose from {', '.join(known)}.")
    return list(dict.fromkeys(codes))


def _report(options: Namespace) -> Report:
    if options.snapshot is None:
        return _made(options, workflows.make_report, workflows.wave_report)
    if options.file or options.survey or options.wave:
        raise UsageError("Give --snapshot, or --file, or --survey and --wave; not several of them.")
    with opened(options) as store:
        return workflows.open_snapshot(store, options.snapshot)[1]


def _data(options: Namespace) -> dict[str, Any]:
    return _made(options, workflows.report_data, workflows.wave_report_data)


def _made(options: Namespace, of_file: Callable[[Analysis], T], of_wave: Callable[..., T]) -> T:
    """What is asked for of a file, or of a stored wave."""
    settings = settings_of(options)
    if options.file:
        read = files.read_file(options)
        responses = files.answers_of(read, options)
        output.show_problems(read.recognition.problems)
        return of_file(workflows.analyse_file(responses, read.source, settings))
    if not options.survey or not options.wave:
        raise UsageError("Say what to report on: --file FILE, or --survey S and --wave W.")
    with opened(options) as store:
        return of_wave(store, options.survey, options.wave, settings)


def freeze(options: Namespace) -> None:
    """Freeze a wave's report."""
    with opened(options) as store:
        record = workflows.freeze_snapshot(
            store, options.survey, options.wave, options.note, settings=settings_of(options)
        )
    output.result(record.id)


def verify(options: Namespace) -> int:
    """Say whether a file says what was frozen: 0 when it does, 1 when not, with the places."""
    content = output.read(options.file)
    with opened(options) as store:
        found = workflows.check_file(store, content)
    frozen_on = "" if found.record is None else found.record.created_at[:16].replace("T", " ")
    output.result(workflows.check_sentence(found, frozen_on))
    for place, one, other in found.differences:
        output.result(f"{place}\t{one}\t{other}")
    return 0 if found.word in ("same", "alike") else 1


def list_snapshots(options: Namespace) -> None:
    """List snapshots, the latest first."""
    with opened(options) as store:
        found = workflows.list_snapshots(store, options.survey)
    if options.json:
        output.show_json([asdict(record) for record in found])
        return
    if not found:
        output.message("Nothing is frozen yet.")
    for record in found:
        output.result(
            "\t".join(
                (record.id, record.created_at[:16], record.survey, record.wave, record.note, record.sha256)
            )
        )
