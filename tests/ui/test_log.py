"""A terminal shows where the app is, and nothing that would alarm whoever started it."""

from __future__ import annotations

import subprocess
import sys

from alignment_model.ui import registry

# What the server does with app.py: import it once, outside any session.
IMPORT = "import runpy; runpy.run_path('app.py')"


def test_the_app_is_imported_without_a_word() -> None:
    run = subprocess.run(
        [sys.executable, "-c", IMPORT], cwd=registry.PROJECT, capture_output=True, text=True, check=True
    )
    assert run.stdout + run.stderr == ""
