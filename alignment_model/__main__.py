"""`python -m alignment_model`."""

import sys

from alignment_model.cli.running import explain_fault, main

if __name__ == "__main__":
    sys.excepthook = explain_fault
    sys.exit(main())
