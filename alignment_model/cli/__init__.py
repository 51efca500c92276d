"""The command line: every use case for a script.

`parser` says what may be typed, `running` turns failures into sentences and exit codes, and the command
modules (`files`, `surveys`, `reports`) each call one use case and print what came of it.
"""

from alignment_model.cli.running import main

__all__ = ["main"]
