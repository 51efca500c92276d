"""Find Chromium for the browser tests, or install it: `python -m tests.e2e.browser`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
VARIABLE = "ALIGNMENT_TEST_BROWSER"


def find_browser() -> str | None:
    """The path of a Chromium: the variable's, the machine's own, or the one Playwright installed."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or _installed_by_playwright()


def install_browser() -> None:
    """Install Chromium: with Playwright's installer, else (as root on Debian or Ubuntu) from the distribution."""
    if (
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False).returncode
        == 0
    ):
        return
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"DEBIAN_FRONTEND": "noninteractive", **os.environ}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=quiet)


def require_browser() -> str:
    """The path of a Chromium, installed if need be; a sentence and exit 1 when that is not possible."""
    path = find_browser()
    if path is None:
        install_browser()
        path = find_browser()
    if path is None:
        sys.exit(f"The browser tests need Chromium. Install it, or name its path in {VARIABLE}.")
    return path


def _installed_by_playwright() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


if __name__ == "__main__":
    print(f"Chromium for the browser tests: {require_browser()}")
