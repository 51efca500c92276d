"""A fresh server on its own database and a real browser for each journey."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from alignment_model import workflows
from alignment_model.settings import Settings
from tests.e2e.browser import require_browser
from tests.e2e.waiting import rest, watched

PROJECT = Path(__file__).resolve().parents[2]
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]
LOCAL = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:", "file:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever stands here drives a browser."""
    for item in items:
        if Path(item.fspath).is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.browser)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """The address of a server started for this test alone; its database is empty."""
    with running_server(tmp_path / "alignment.db") as address:
        yield address


@pytest.fixture(scope="session")
def sample_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server with the sample organisation loaded; shared, so tests leave it as they find it."""
    database = tmp_path_factory.mktemp("sample") / "alignment.db"
    with workflows.open_store(Settings(f"sqlite:///{database}")) as store:
        workflows.load_sample(store)
    with running_server(database) as address:
        yield address


class running_server:
    """Start the app as a person would and wait until it answers."""

    def __init__(self, database: Path, folder: Path = PROJECT, **environment: str) -> None:
        self.database, self.folder, self.environment = database, folder, environment

    def __enter__(self) -> str:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "app.py",
                "--server.port",
                str(port),
                "--server.headless",
                "true",
                "--server.fileWatcherType",  # a file saved meanwhile must not change the program under test
                "none",
            ],
            cwd=self.folder,
            env={
                **os.environ,
                "PYTHONPATH": str(PROJECT),
                "ALIGNMENT_DATABASE_URL": f"sqlite:///{self.database}",
                **self.environment,
            },
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{port}"
        _wait_for(f"{address}/_stcore/health")
        return address

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)


def _wait_for(url: str, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    raise AssertionError(f"{url} did not answer within {seconds} seconds")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file's journeys, with every host but this machine unreachable.

    It ends with the file: while it runs, its event loop would be in the way of other tests of this worker.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=require_browser(), args=BROWSER_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser session of its own."""
    with browser.new_context(viewport={"width": 1366, "height": 768}, accept_downloads=True) as session:
        yield watched(session)


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A tab that fails the test when the app asks another machine for anything or logs an error."""
    tab = context.new_page()
    strangers: list[str] = []
    errors: list[str] = []
    tab.on(
        "request",
        lambda request: strangers.append(request.url) if not request.url.startswith(LOCAL) else None,
    )
    tab.on(
        "console",
        lambda message: errors.append(message.text) if _is_fault(message.text, message.type) else None,
    )
    yield tab
    assert not strangers, f"requests left this machine: {strangers[:3]}"
    assert not errors, f"the browser logged: {errors[:3]}"


def _is_fault(text: str, kind: str) -> bool:
    """Errors of ours; the 404 of Streamlit's own probe on a deep link is its normal way of finding the server."""
    return kind == "error" and "404" not in text


@pytest.fixture
def settled() -> Callable[[Page], None]:
    """Wait until the page stands still."""
    return rest
