"""Somebody with a share link, on a running server: the report opens, and nothing else by any way."""

from __future__ import annotations

import http.client
from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import urlsplit

import pytest

from alignment_model import store as stores
from alignment_model import workflows
from alignment_model.report.snapshot import freeze
from alignment_model.ui import registry
from alignment_model.workflows import LinkOptions
from alignment_model.workflows.clock import utc_now
from tests.e2e.conftest import running_server
from tests.report.organisations import reported
from tests.store.making import AT, responses, source

ELSEWHERE = {"Host": "surveys.example.org", "X-Forwarded-For": "203.0.113.9"}
PAGES = [f"/{'' if entry.default else entry.code}" for entry in registry.PAGES]
OTHER_WAYS = [
    "/?survey=AI+survey",
    "/?present=1",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/metrics",
    "/_stcore/upload_file/session/file",
    "/media/0123456789abcdef.pdf",
    "/static/manifest.json",
    "/component/none/index.html",
    "/app/static/logo.png",
]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A server with one snapshot and one link: its address and the link's path."""
    database = tmp_path_factory.mktemp("held") / "alignment.db"
    body = freeze(reported("three leaders"), note="", created_at=AT, versions={}).text
    with stores.open_store(f"sqlite:///{database}") as store:
        stores.add_import(store, responses(), source())
        snapshot = stores.add_snapshot(store, body, survey="AI survey", wave="Spring", at=AT)
        ends = utc_now() + timedelta(days=7)
        _, token = workflows.issue_link(store, snapshot.id, LinkOptions(ends))
    with running_server(database) as address:
        yield address, f"/s/{token}"


def asked(address: str, path: str, method: str = "GET", **headers: str) -> tuple[int, str]:
    """Status and body, asked as raw as a programme can."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request(method, path, headers={**ELSEWHERE, **headers})
    answer = connection.getresponse()
    body = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, body


def test_the_link_opens_and_no_page_and_no_other_way_does(held: tuple[str, str]) -> None:
    address, link = held
    status, report = asked(address, link)
    assert (status, "Shared with you to read" in report) == (200, True)
    answers = {path: asked(address, path) for path in (*PAGES, *OTHER_WAYS)}
    assert {status for status, _ in answers.values()} == {403}
    assert {"This address shows shared reports only" in body for _, body in answers.values()} == {True}


@pytest.mark.parametrize(
    "forged",
    [
        {"Host": "127.0.0.1"},
        {"X-Forwarded-For": "127.0.0.1"},
        {"Host": "localhost", "X-Forwarded-For": "127.0.0.1, 127.0.0.1"},
        {"Cookie": "alignment_app=99999999999.0; entry=99999999999.0"},
    ],
)
def test_what_a_reader_says_of_himself_opens_nothing(held: tuple[str, str], forged: dict[str, str]) -> None:
    assert asked(held[0], "/", **forged)[0] == 403


def test_the_websocket_of_the_app_stays_closed_to_a_reader(held: tuple[str, str]) -> None:
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Protocol": "streamlit",
    }
    assert asked(held[0], "/_stcore/stream", **upgrade)[0] == 403
    assert asked(held[0], f"{held[1]}/stream", **upgrade)[0] in (403, 404)
