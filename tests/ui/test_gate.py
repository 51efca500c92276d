"""The gate before the app: who may open it, and that everybody else gets share links and nothing besides."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Scope

from alignment_model.errors import UsageError
from alignment_model.settings import load_settings
from alignment_model.ui import gate
from tests.ui.asking import Answer, Client

PASSPHRASE = "three calm words"
EVERYWHERE = (
    "/",
    "/gaps?survey=AI",
    "/snapshots",
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/upload_file/a/b",
    "/_stcore/metrics",
    "/media/0f3b.pdf",
    "/static/js/index.js",
    "/component/x/index.html",
    "/app/static/x",
    "/sneak",
    "/S/abc",
    "//s/abc",
    "/x/../s",
    "/leave",
)


class World:
    """A gate before something that says "inside", and a clock that is moved by hand."""

    def __init__(self, passphrase: str = "") -> None:
        self.now, self.tick = datetime(2026, 11, 20, 12, tzinfo=UTC), 0.0
        inside = Starlette(routes=[Route("/{path:path}", _inside, methods=["GET", "POST", "PUT"])])
        self.gate = gate.Gate(inside, lambda: passphrase, lambda: self.now, lambda: self.tick)
        self.client = Client(self.gate)

    def enter(self, passphrase: str, path: str = "/gaps?wave=2", **headers: str) -> Answer:
        """Fill the form in as a browser would."""
        form = re.search(r'name="form" value="([^"]+)"', self.client.get(path).text)
        fields = {"form": form.group(1) if form else "", "passphrase": passphrase}
        return self.client.post(path, fields, headers)


async def _inside(request: Request) -> PlainTextResponse:
    return PlainTextResponse("inside")


def connection(client: str, host: str, **headers: str) -> Request:
    named = [
        (b"host", host.encode()),
        *((k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()),
    ]
    return Request({"type": "http", "client": (client, 1), "headers": named})


@pytest.mark.parametrize("path", EVERYWHERE)
def test_without_a_passphrase_a_reader_from_elsewhere_is_told_the_same_whatever_is_asked_for(
    path: str,
) -> None:
    client = World().client
    answers = [client.request(method, path, b"x") for method in ("GET", "POST", "PUT", "DELETE")]
    assert {answer.content for answer in answers} == {client.get("/").content}
    assert {answer.status_code for answer in answers} == {403}
    assert b"inside" not in answers[0].content


@pytest.mark.parametrize("path", EVERYWHERE)
def test_with_a_passphrase_everything_is_behind_it(path: str) -> None:
    world = World(PASSPHRASE)
    for method in ("GET", "PUT", "DELETE"):
        assert b"inside" not in world.client.request(method, path).content


@pytest.mark.parametrize("path", ["/s", "/s/abc", "/s/abc/download/pdf", "/healthz"])
def test_share_links_and_health_are_open_to_all(path: str) -> None:
    assert World().client.get(path).text == World(PASSPHRASE).client.get(path).text == "inside"


@pytest.mark.parametrize(
    ("client", "host", "headers", "is_local"),
    [
        ("127.0.0.1", "127.0.0.1:8501", {}, True),
        ("127.0.0.1", "localhost:8501", {}, True),
        ("::1", "[::1]:8501", {}, True),
        ("::ffff:127.0.0.1", "localhost", {}, True),
        ("127.0.0.1", "surveys.example.org", {}, False),
        ("127.0.0.1", "localhost.example.org", {}, False),
        ("127.0.0.1", "", {}, False),
        ("127.0.0.1", "localhost", {"x_forwarded_for": "203.0.113.9"}, False),
        ("127.0.0.1", "localhost", {"forwarded": "for=203.0.113.9"}, False),
        ("10.0.0.7", "localhost", {}, False),
        ("203.0.113.9", "127.0.0.1", {}, False),
    ],
)
def test_this_machine_is_told_by_address_host_and_the_lack_of_a_proxy(
    client: str, host: str, headers: dict[str, str], is_local: bool
) -> None:
    assert gate.from_this_machine(connection(client, host, **headers)) is is_local


def test_the_passphrase_opens_the_app_at_the_place_that_was_asked_for() -> None:
    world = World(PASSPHRASE)
    wrong = world.enter("three calm word")
    assert (wrong.status_code, "not the passphrase" in wrong.text) == (403, True)
    right = world.enter(PASSPHRASE)
    assert (right.status_code, right.headers["location"]) == (303, "/gaps?wave=2")
    cookie = right.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Path=/", "Secure", "Max-Age=43200"))
    assert PASSPHRASE not in cookie
    assert world.client.get("/gaps").text == "inside"


def test_nobody_is_sent_to_another_place_after_the_form() -> None:
    assert World(PASSPHRASE).enter(PASSPHRASE, "//evil.example/x").headers["location"] == "/evil.example/x"


def test_a_ticket_ends_by_time_by_leaving_and_with_the_passphrase() -> None:
    world = World(PASSPHRASE)
    world.enter(PASSPHRASE)
    ticket = dict(world.client.cookies)
    other = World("three other words")
    other.client.cookies.update(ticket)
    assert "asks for its passphrase" in other.client.get("/").text
    left = world.client.get("/leave")
    assert (left.status_code, left.headers["location"]) == (303, "/")
    assert "asks for its passphrase" in world.client.get("/").text
    world.client.cookies.update(ticket)
    assert world.client.get("/").text == "inside"
    world.now += timedelta(hours=12, seconds=1)
    assert "asks for its passphrase" in world.client.get("/").text


def test_a_ticket_that_was_tampered_with_opens_nothing() -> None:
    world = World(PASSPHRASE)
    world.enter(PASSPHRASE)
    until, proof = world.client.cookies["alignment_app"].split(".")
    turned = proof[:-1] + ("1" if proof[-1] == "0" else "0")
    for ticket in (f"{int(until) + 1}.{proof}", f"{until}.{turned}", "", f"{until}.", proof, f"x.{proof}"):
        world.client.cookies["alignment_app"] = ticket
        assert b"inside" not in world.client.get("/").content


def test_passphrases_cannot_be_tried_for_long_nor_from_another_site(monkeypatch) -> None:
    world = World(PASSPHRASE)
    assert "set-cookie" in world.enter(PASSPHRASE, **{"sec-fetch-site": "cross-site"}).headers
    assert "alignment_app" not in world.client.cookies
    monkeypatch.setattr(
        gate.access, "passphrase_fits", lambda given, kept: False
    )  # scrypt is tried elsewhere
    codes = [world.enter(f"guess {number}").status_code for number in range(16)]
    assert codes == [403] * 15 + [429]
    world.tick += gate.QUARTER_HOUR
    assert world.enter("another").status_code == 403


def socket(world: World, cookie: str, messages: list[Message]) -> list[Message]:
    """What a websocket's server side says and hears behind the gate."""
    heard: list[Message] = []
    said: list[Message] = []
    waiting = iter(messages)

    async def inside(scope: Scope, receive: Any, send: Any) -> None:
        for _ in messages:
            heard.append(await receive())
            world.now += timedelta(hours=7)

    async def receive() -> Message:
        return next(waiting)

    async def send(message: Message) -> None:
        said.append(message)

    world.gate.app = inside
    headers = [(b"host", b"surveys.example.org"), (b"cookie", f"alignment_app={cookie}".encode())]
    scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("203.0.113.9", 1), "headers": headers}
    asyncio.run(world.gate(scope, receive, send))
    return heard + said


def test_a_websocket_of_a_stranger_is_closed_before_it_opens() -> None:
    for world in (World(), World(PASSPHRASE)):
        assert socket(world, "", [{"type": "websocket.connect"}]) == [
            {"type": "websocket.close", "code": 1008}
        ]


def test_a_websocket_ends_with_its_ticket() -> None:
    world = World(PASSPHRASE)
    world.enter(PASSPHRASE)
    asked = [{"type": "websocket.connect"}, *({"type": "websocket.receive", "bytes": b"x"} for _ in range(2))]
    heard = socket(world, world.client.cookies["alignment_app"], asked)
    assert [message["type"] for message in heard] == [
        "websocket.connect",
        "websocket.receive",
        "websocket.disconnect",
    ]


def test_a_passphrase_that_is_too_short_opens_nothing_and_is_said_in_words() -> None:
    with pytest.raises(UsageError, match="ALIGNMENT_PASSPHRASE has 5 characters; it must have 8 to 200"):
        load_settings({"ALIGNMENT_PASSPHRASE": "short"})

    def faulty() -> str:
        raise UsageError("ALIGNMENT_PASSPHRASE has 5 characters.")

    world = World()
    world.gate.passphrase = faulty
    answer = world.client.get("/")
    assert (answer.status_code, "characters" in answer.text) == (503, False)


def test_settings_do_not_print_the_passphrase() -> None:
    assert PASSPHRASE not in repr(load_settings({"ALIGNMENT_PASSPHRASE": PASSPHRASE}))
