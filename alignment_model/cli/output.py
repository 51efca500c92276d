"""Where results and messages go: results to standard output or a file, messages to standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from alignment_model.errors import QUESTION, WARNING, Problem, UsageError

STANDARD = "-"
MOST_NOTES = 20
PREFIXES = {WARNING: "Note: ", QUESTION: "To decide: "}


def message(text: str) -> None:
    """A sentence for the person, not part of the result."""
    print(text, file=sys.stderr)


def show_problems(problems: Iterable[Problem]) -> None:
    """One problem a line: every error and question, and the first notes."""
    notes = 0
    for problem in problems:
        notes += problem.severity == WARNING
        if problem.severity != WARNING or notes <= MOST_NOTES:
            message(PREFIXES.get(problem.severity, "") + " ".join(problem.sentence.split()))
    if notes > MOST_NOTES:
        message(f"Note: {notes - MOST_NOTES} more notes; inspect --json lists all.")


def result(text: str) -> None:
    """A line of the result."""
    write(STANDARD, (text + "\n").encode("utf-8", "replace"))


def show_json(value: Any) -> None:
    """The result as JSON."""
    result(as_json(value))


def as_json(value: Any) -> str:
    """JSON to be read by people and programs; the same value gives the same text."""
    return json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False, default=str)


def write(target: str, content: bytes) -> None:
    """Write a result to a file, or to standard output when `target` is "-".

    Raises
    ------
    UsageError
        When it cannot be written there.
    """
    if target == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    try:
        path.write_bytes(content)
    except (OSError, ValueError) as error:
        raise UsageError(f"'{target}' cannot be written: {reason(error)}.") from None
    message(f"Wrote {target}.")


def read(target: str) -> bytes:
    """The bytes of a file.

    Raises
    ------
    UsageError
        When it cannot be read.
    """
    try:
        return Path(target).read_bytes()
    except (OSError, ValueError) as error:
        raise UsageError(f"'{target}' cannot be read: {reason(error)}.") from None


def read_text(target: str | None) -> str:
    """The text of a file; empty when none is named.

    Raises
    ------
    UsageError
        When it cannot be read, or is not UTF-8.
    """
    if not target:
        return ""
    try:
        return read(target).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"'{target}' is not a text file in UTF-8.") from None


def reason(error: Exception) -> str:
    """What the system says, as the end of a sentence."""
    text = getattr(error, "strerror", None) or str(error)
    return text[:1].lower() + text[1:].rstrip(".")
