"""Run one command: exit code 0 done, 1 problems with the input, 2 wrong use. Every failure is a sentence."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from types import TracebackType

from alignment_model.cli import output
from alignment_model.cli.parser import build_parser
from alignment_model.errors import AlignmentError, ConflictError, InputError

DONE, PROBLEMS, WRONG_USE, STOPPED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in `arguments` (without the program's name); the exit code.

    Errors we can explain go to standard error, one sentence a line. Ctrl+C ends with 130.
    """
    parser = build_parser()
    options = parser.parse_args(arguments)
    if options.run is None:
        parser.print_help(sys.stderr)
        return WRONG_USE
    try:
        return options.run(options) or DONE
    except InputError as error:
        output.show_problems(error.problems)
        return PROBLEMS
    except ConflictError as error:
        output.message(str(error))
        return PROBLEMS
    except AlignmentError as error:
        output.message(str(error))
        return WRONG_USE
    except BrokenPipeError:
        # The reader of our output has left, as `| head` does; nothing can be said to it any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        output.message("Stopped. Nothing was stored half.")
        return STOPPED


def explain_fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """A fault of ours, as a sentence that helps to find it; set as `sys.excepthook` by `__main__`."""
    place = trace
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({place.tb_frame.f_code.co_filename}, line {place.tb_lineno})" if place else ""
    words = " ".join(str(error).split())
    output.message(f"This is a fault of the program, please report it: {kind.__name__}: {words}{where}")
