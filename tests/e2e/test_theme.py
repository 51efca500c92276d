"""A company's theme in the browser: its colours, its font, its logo; and no app at all with half of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from alignment_model import workflows
from alignment_model.charts.style.theme import read_theme
from alignment_model.settings import Settings
from tests.company import ACCENT, FAMILY, company
from tests.e2e.conftest import PROJECT, running_server
from tests.e2e.measures import screen

CONFIG = PROJECT / ".streamlit" / "config.toml"
FONT_LOADED = (
    f"[...document.fonts].some(face => face.status === 'loaded' && face.family.includes('{FAMILY}'))"
)


def test_the_app_shows_the_companys_theme(
    tmp_path: Path, page: Page, settled: Callable[[Page], None]
) -> None:
    theme, config = company(tmp_path / "company"), tmp_path / ".streamlit" / "config.toml"
    config.parent.mkdir()
    shutil.copy(CONFIG, config)  # Streamlit looks for it beside the program
    shutil.copy(PROJECT / "app.py", tmp_path)
    workflows.write_config(read_theme(theme), config)
    database = tmp_path / "alignment.db"
    with workflows.open_store(Settings(f"sqlite:///{database}")) as store:
        workflows.load_sample(store)
    with running_server(database, tmp_path, ALIGNMENT_THEME=str(theme)) as server:
        page.goto(server)
        expect(page.get_by_test_id("stSidebarLogo")).to_be_visible(timeout=60_000)
        settled(page)
        assert page.evaluate(FONT_LOADED)
        heading = page.locator("[data-testid=stMain] h2").first
        assert FAMILY in heading.evaluate("node => getComputedStyle(node).fontFamily")
        assert screen(page, "[data-testid=stMain]").clipped() == []
        page.goto(f"{server}/?present=1")
        kicker = page.locator(".presenter-head .kicker")
        expect(kicker).to_be_visible(timeout=60_000)
        settled(page)
        red, green, blue = bytes.fromhex(ACCENT[1:])
        assert kicker.evaluate("node => getComputedStyle(node).color") == f"rgb({red}, {green}, {blue})"
        expect(page.get_by_role("img", name="Example Company")).to_be_visible()


def test_the_app_does_not_start_half_themed(tmp_path: Path) -> None:
    theme = company(tmp_path)
    done = subprocess.run(
        [sys.executable, str(PROJECT / "app.py")],
        cwd=PROJECT,
        env={**os.environ, "ALIGNMENT_THEME": str(theme)},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "The app did not start. config.toml, key 'theme.font': found 'sans-serif', expected" in done.stderr
    assert "Traceback" not in done.stderr
