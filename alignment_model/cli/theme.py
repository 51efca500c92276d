"""`theme`: check a company's theme, and write Streamlit's part of it."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from alignment_model import workflows
from alignment_model.cli import output

FAULTS = 1


def theme(options: Namespace) -> int:
    """Say what is measured and what is at fault; with `--write-config`, write when nothing is."""
    found, measured, faults = workflows.check_theme(Path(options.file) if options.file else None)
    if options.all:
        for entry in measured:
            word = "FAULT" if entry.fault else "ok"
            output.result(f"{word:5} {entry.value:6.2f} of {entry.least:<4g} {entry.what}")
    for fault in faults:
        output.message(f"{found.file.name}: {fault}")
    if faults:
        return FAULTS
    if options.write_config:
        output.message(f"Wrote {workflows.write_config(found)}.")
    output.result(
        f"{found.file.name}: “{found.name}” holds, {len(measured)} distances and contrasts measured."
    )
    return 0
