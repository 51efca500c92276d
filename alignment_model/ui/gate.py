"""The gate before the app: whoever may not open it gets share links, and nothing else by any way.

It stands before pages, websocket, uploads, media and static files alike, because a page's own check would
guard none of the others. Without a passphrase the app opens on this machine only; with one, everybody is asked.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from alignment_model import access
from alignment_model.errors import UsageError
from alignment_model.settings import load_settings
from alignment_model.ui.shared import entry, pages
from alignment_model.workflows.clock import utc_now

ALWAYS_OPEN = "/healthz"
LEAVE = "/leave"
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
TICKET = "app"  # what a ticket of this gate is for: one of a share link does not open it
COOKIE = entry.Cookie("alignment_app", "/", 12 * 60 * 60, "lax")
SALT = b"alignment app v1"  # fixed, so that several processes and a restart know each other's tickets
QUARTER_HOUR = 15 * 60
REFUSED = 1008  # websocket close code: policy
QUESTION = entry.Question(
    "Executive Alignment asks for its passphrase",
    "Whoever runs this app has it. A link to a shared report needs no passphrase of the app.",
    "Open the app",
)


class Gate:
    """ASGI middleware. `passphrase` gives the app's own, `now` the time, `tick` a clock for the limits."""

    def __init__(
        self,
        app: ASGIApp,
        passphrase: Callable[[], str] = lambda: load_settings().passphrase,
        now: Callable[[], datetime] = utc_now,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self.app, self.passphrase, self.now, self.tick = app, passphrase, now, tick
        self.tries = access.RateLimit(15, QUARTER_HOUR)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request or websocket."""
        if scope["type"] not in ("http", "websocket") or _is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        try:
            kept = _kept(self.passphrase())
        except UsageError as error:
            logging.getLogger("alignment_model").error("%s", error)
            await self._refuse(scope, receive, send, pages.not_now())
            return
        if self._may_enter(HTTPConnection(scope), kept):
            await self.app(scope, self._while_it_lasts(scope, receive, kept), send)
        elif scope["type"] == "http":
            answer = await self._outside(Request(scope, receive), kept)
            await answer(scope, receive, send)
        else:
            await self._refuse(scope, receive, send, pages.links_only())

    def _may_enter(self, connection: HTTPConnection, kept: str) -> bool:
        if not kept:
            return from_this_machine(connection)
        leaving = connection.scope["path"] == LEAVE
        return not leaving and access.ticket_fits(_ticket(connection), kept, TICKET, self.now())

    def _while_it_lasts(self, scope: Scope, receive: Receive, kept: str) -> Receive:
        """A websocket's messages, until its ticket is over: then it is as if the reader had left."""
        if scope["type"] == "http" or not kept:
            return receive
        ticket = _ticket(HTTPConnection(scope))

        async def checked() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and not access.ticket_fits(
                ticket, kept, TICKET, self.now()
            ):
                return {"type": "websocket.disconnect", "code": REFUSED}
            return message

        return checked

    async def _outside(self, request: Request, kept: str) -> Response:
        if not kept:
            return pages.links_only()
        if request.url.path == LEAVE:
            answer = RedirectResponse("/", status_code=303, headers=pages.HEADERS)
            answer.delete_cookie(COOKIE.name, COOKIE.path)
            return answer
        if request.method != "POST":
            return entry.ask(request, QUESTION)
        return await self._enter(request, kept)

    async def _enter(self, request: Request, kept: str) -> Response:
        given = await entry.given(request)
        if given is None:
            return entry.ask(request, QUESTION)
        client = request.client.host if request.client else "unknown"
        if not self.tries.take(client, self.tick()):
            return pages.too_many()
        if not await run_in_threadpool(access.passphrase_fits, given, kept):
            return entry.ask(request, QUESTION, wrong=True)
        until = int(self.now().timestamp()) + COOKIE.seconds
        answer = RedirectResponse(_same_place(request), status_code=303, headers=pages.HEADERS)
        entry.set_cookie(answer, request, COOKIE, access.entry_ticket(kept, TICKET, until))
        return answer

    async def _refuse(self, scope: Scope, receive: Receive, send: Send, answer: Response) -> None:
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": REFUSED})
            return
        await answer(scope, receive, send)


def from_this_machine(connection: HTTPConnection) -> bool:
    """Whether a request was made on this machine itself, by all it says: its address, its Host, no proxy's mark."""
    client, host = connection.client, urlsplit(f"//{connection.headers.get('host', '')}").hostname
    passed_on = any(name in connection.headers for name in PASSED_ON)
    return client is not None and _is_loopback(client.host) and _is_loopback(host or "") and not passed_on


def _is_loopback(host: str) -> bool:
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def _is_open(path: str) -> bool:
    return path in (ALWAYS_OPEN, "/s") or path.startswith("/s/")


def _ticket(connection: HTTPConnection) -> str:
    return connection.cookies.get(COOKIE.name, "")


def _same_place(request: Request) -> str:
    """The address that was asked for, as a path of ours: never another host's."""
    path = "/" + request.url.path.lstrip("/\\")
    return f"{path}?{request.url.query}" if request.url.query else path


@lru_cache(maxsize=4)
def _kept(passphrase: str) -> str:
    return access.hash_passphrase(passphrase, SALT) if passphrase else ""
