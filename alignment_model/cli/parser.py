"""What may be typed after `python -m alignment_model`."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from alignment_model import __version__
from alignment_model.cli import commitments, files, reports, surveys, theme
from alignment_model.commitments import STATES
from alignment_model.settings import DATABASE_VARIABLE, THEME_VARIABLE

Command = argparse.ArgumentParser
EXIT_CODES = "Exit codes: 0 done, 1 problems with the input (one sentence a line), 2 wrong use."


def build_parser() -> argparse.ArgumentParser:
    """The parser; every command carries the function that runs it in `run`."""
    parser = argparse.ArgumentParser(
        prog="python -m alignment_model",
        description="See how far a leadership team agrees about AI, and what to discuss first.",
        epilog=EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=__version__)
    _database(parser, None)
    parser.set_defaults(run=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int | None], text: str) -> Command:
        made = commands.add_parser(name, help=text, description=text, epilog=EXIT_CODES)
        made.set_defaults(run=run)
        _database(made, argparse.SUPPRESS)
        return made

    _file_commands(command)
    _survey_commands(command)
    _report_commands(command)
    _commitment_commands(command)
    return parser


def _file_commands(command: Callable[..., Command]) -> None:
    template = command("template", files.template, "Write the blank workbook people fill in.")
    template.add_argument("out", metavar="OUT.xlsx", help="where to write it; - for standard output")

    sample = command("sample", files.sample, "Write a filled workbook of an invented organisation.")
    sample.add_argument("out", metavar="OUT.xlsx", help="where to write it; - for standard output")
    sample.add_argument("--seed", type=int, metavar="N", help="the same seed gives the same file")
    for group in ("managers", "employees", "board", "executives"):
        sample.add_argument(f"--{group}", type=int, metavar="N", help=f"how many {group} answer")
    sample.add_argument(
        "--pattern",
        action="extend",
        nargs="+",
        metavar="CODE",
        help="the patterns to plant instead of the usual ones; none plants none",
    )
    sample.add_argument("--wave", metavar="NAME", help="the wave's name")

    questionnaire = command("questionnaire", files.questionnaire, "Show the questionnaire.")
    questionnaire.add_argument("--json", action="store_true", help="as JSON, with every code")

    inspect = command("inspect", files.inspect, "Say what is recognised in a file; nothing is stored.")
    inspect.add_argument("file", metavar="FILE", help="a workbook or csv file")
    inspect.add_argument("--json", action="store_true", help="as JSON")
    _mapping(inspect)

    looks = command("theme", theme.theme, "Check colours, fonts and logo; nothing wrong ends with 0.")
    looks.add_argument(
        "file", nargs="?", metavar="FILE", help=f"a theme file; else the one {THEME_VARIABLE} names"
    )
    looks.add_argument("--check", action="store_true", help="only check, which is also done without it")
    looks.add_argument("--all", action="store_true", help="list every contrast and distance")
    looks.add_argument(
        "--write-config", action="store_true", help="write the theme into .streamlit/config.toml"
    )


def _survey_commands(command: Callable[..., Command]) -> None:
    load = command("import", surveys.import_file, "Store a file as one wave of a survey.")
    load.add_argument("file", metavar="FILE", help="a workbook or csv file")
    load.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    load.add_argument("--wave", required=True, metavar="W", help="the wave's name")
    _mapping(load)
    _attributed(load)
    load.add_argument(
        "--confirm-attribution",
        metavar="NAME",
        help="who confirms that respondents of attributed roles were told",
    )
    load.add_argument("--replace", action="store_true", help="replace the wave if it holds data")

    undo = command("undo", surveys.undo, "Take the latest import of a wave back.")
    undo.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    undo.add_argument("--wave", required=True, metavar="W", help="the wave's name")

    listing = command("surveys", surveys.list_all, "List surveys, waves and imports.")
    listing.add_argument("--json", action="store_true", help="as JSON")

    delete = command("delete", surveys.delete, "Delete a survey or a wave with its answers and snapshots.")
    delete.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    delete.add_argument("--wave", default="", metavar="W", help="only this wave")
    delete.add_argument("--yes", action="store_true", help="say that it is meant")


def _report_commands(command: Callable[..., Command]) -> None:
    report = command("report", reports.report, "Write every number of a wave as JSON.")
    _what(report)
    report.add_argument(
        "--json", required=True, metavar="OUT", help="where to write it; - for standard output"
    )

    export = command("export", reports.export, "Write a wave's report as files.")
    _what(export)
    export.add_argument("--snapshot", metavar="ID", help="a snapshot instead of a file or wave")
    export.add_argument("--to", required=True, metavar="DIR", help="the folder to write into")
    export.add_argument(
        "--formats",
        metavar="LIST",
        help="pptx, pdf, xlsx, html, json, csv, png, svg; by commas",
    )
    export.add_argument(
        "--audience", metavar="WHO", help="board, executive_team or managers: their sections and formats"
    )
    export.add_argument("--sections", default="", metavar="LIST", help="only these sections; by commas")
    export.add_argument("--paper", default="a4", metavar="PAPER", help="of the PDF: a4 or us-letter")
    export.add_argument("--template", metavar="FILE.pptx", help="a company's template for the deck")

    freeze = command("freeze", reports.freeze, "Freeze a wave's report as a snapshot.")
    freeze.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    freeze.add_argument("--wave", required=True, metavar="W", help="the wave's name")
    freeze.add_argument("--note", default="", metavar="TEXT", help="what it is for")

    verify = command("verify", reports.verify, "Check a report's file against what was frozen.")
    verify.add_argument("file", metavar="FILE", help="JSON, HTML, PDF, Excel, PowerPoint, or a zip of ours")

    snapshots = command("snapshots", reports.list_snapshots, "List snapshots.")
    snapshots.add_argument("--survey", default="", metavar="S", help="only of this survey")
    snapshots.add_argument("--json", action="store_true", help="as JSON")


def _commitment_commands(command: Callable[..., Command]) -> None:
    commit = command("commit", commitments.commit, "Keep what a team agreed to do.")
    commit.add_argument("text", metavar="TEXT", help="what is going to be done")
    commit.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    commit.add_argument("--wave", required=True, metavar="W", help="the wave it was agreed in")
    commit.add_argument("--owner", required=True, metavar="WHO", help="a role or a name")
    commit.add_argument("--due", required=True, metavar="DAY", help="until when, as 2026-12-31")
    commit.add_argument("--question", metavar="CODE", help="the question it came from")
    commit.add_argument("--layer", metavar="CODE", help="the layer it came from")

    listing = command("commitments", commitments.list_all, "List what was agreed.")
    listing.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    listing.add_argument("--wave", metavar="W", help="up to this wave, open ones first")
    listing.add_argument("--json", action="store_true", help="as JSON")

    settle = command("settle", commitments.settle, "Say what became of a commitment.")
    settle.add_argument("id", metavar="ID", help="its id, from the list")
    settle.add_argument("--survey", required=True, metavar="S", help="the survey's name")
    settle.add_argument("--state", required=True, choices=STATES, help="what became of it")
    settle.add_argument("--note", metavar="TEXT", help="in the team's words")


def _what(command: Command) -> None:
    command.add_argument("--file", metavar="FILE", help="a workbook or csv file, without storing it")
    command.add_argument("--survey", metavar="S", help="the survey's name")
    command.add_argument("--wave", metavar="W", help="the wave's name")
    _mapping(command)
    _attributed(command)


def _mapping(command: Command) -> None:
    command.add_argument(
        "--mapping", metavar="FILE", help="a mapping file (TOML) that says what the columns are"
    )


def _attributed(command: Command) -> None:
    command.add_argument(
        "--attributed",
        action="extend",
        nargs="+",
        metavar="ROLE",
        help="the roles shown by name of role instead of CEO, CFO and CTO; none protects all",
    )


def _database(command: Command, default: str | None) -> None:
    command.add_argument(
        "--database",
        metavar="URL",
        default=default,
        help=f"the database; else {DATABASE_VARIABLE}, else an SQLite file of its own",
    )
