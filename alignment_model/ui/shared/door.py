"""The door: every request under /s/ comes through here, and is checked anew against the store.

Order matters: limits first (they cost nothing), then the token, then the passphrase, and only then the report.
Strangers, ended links and wrong paths take the same way through it and get the same answer.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from threading import Semaphore

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from alignment_model import access, workflows
from alignment_model.errors import AlignmentError
from alignment_model.store import LinkRecord, Store
from alignment_model.ui.shared import entry, pages
from alignment_model.ui.shared.files import Files
from alignment_model.workflows.clock import utc_now

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
ENTRY = "entry"  # the cookie that says: the passphrase was given
ENTRY_SECONDS = 30 * 60
MINUTE = 60
QUESTION = entry.Question(
    "This report asks for a passphrase",
    "Whoever sent you the link has the passphrase.",
    "Open the report",
)


class Door:
    """Answers for share links. `opened` gives the store, `now` the time; the limits are this door's own."""

    def __init__(
        self,
        opened: Callable[[], Store],
        now: Callable[[], datetime] = utc_now,
        tick: Callable[[], float] = time.monotonic,
    ) -> None:
        self.opened, self.now, self.tick = opened, now, tick
        self.files = Files()
        self.requests_of_client = access.RateLimit(120, MINUTE)
        self.requests_of_token = access.RateLimit(240, MINUTE)
        self.misses_of_client = access.RateLimit(30, 10 * MINUTE)
        self.tries_of_client = access.RateLimit(15, 15 * MINUTE)
        self.tries_of_link = access.RateLimit(100, 15 * MINUTE)
        self._trying = Semaphore(2)  # scrypt takes memory: never many at once

    def routes(self) -> list[Route]:
        """Everything at and under /s."""
        return [Route(path, self.answer, methods=METHODS) for path in ("/s", "/s/{path:path}")]

    async def answer(self, request: Request) -> Response:
        """One request."""
        try:
            return await self._answer(request)
        except AlignmentError as error:
            logging.getLogger("alignment_model").error("A share link failed with %s", type(error).__name__)
            return pages.not_now()

    async def nowhere(self, request: Request) -> Response:
        """One request for something that is not here."""
        client = _client(request)
        return self._missed(client) if self._may_ask(client, "") else pages.too_many()

    async def _answer(self, request: Request) -> Response:
        client = _client(request)
        token, code = _asked(request)
        if not self._may_ask(client, token):
            return pages.too_many()
        link = await run_in_threadpool(self._open, token)
        if link is None or (code and code not in link.downloads):
            return self._missed(client)
        if link.passphrase and not self._entered(request, link):
            return await self._outside(request, link, client, token, code)
        if request.method not in ("GET", "HEAD"):
            return self._missed(client)
        return await run_in_threadpool(self._show, request.method, link, token, code)

    def _may_ask(self, client: str, token: str) -> bool:
        now = self.tick()
        by_client = self.requests_of_client.take(client, now)
        by_token = self.requests_of_token.take(access.token_digest(token), now)
        return by_client and by_token and not self.misses_of_client.spent(client, now)

    def _missed(self, client: str) -> Response:
        self.misses_of_client.take(client, self.tick())
        return pages.nothing_here()

    def _open(self, token: str) -> LinkRecord | None:
        return workflows.open_link(self.opened(), token, now=self.now())

    def _show(self, method: str, link: LinkRecord, token: str, code: str) -> Response:
        content, name, mime = self.files.get(self.opened(), link, code or "html")
        if self._open(token) is None:  # ended while the file was made
            return pages.nothing_here()
        if code:
            return pages.file(content, name, mime)
        if method == "GET":
            workflows.count_view(self.opened(), link, now=self.now())
        return pages.report(content, link, token)

    def _entered(self, request: Request, link: LinkRecord) -> bool:
        ticket = request.cookies.get(ENTRY, "")
        return access.ticket_fits(ticket, link.passphrase, link.id, self.now())

    async def _outside(
        self, request: Request, link: LinkRecord, client: str, token: str, code: str
    ) -> Response:
        if code:
            return RedirectResponse(f"../../{token}", status_code=303, headers=pages.HEADERS)
        if request.method == "POST":
            return await self._enter(request, link, client, token)
        return entry.ask(request, QUESTION)

    async def _enter(self, request: Request, link: LinkRecord, client: str, token: str) -> Response:
        given = await entry.given(request)
        if given is None:
            return entry.ask(request, QUESTION)
        now = self.tick()
        by_client = self.tries_of_client.take(f"{link.id} {client}", now)
        if not by_client or not self.tries_of_link.take(link.id, now):
            return pages.too_many()
        if not await run_in_threadpool(self._fits, given, link):
            return entry.ask(request, QUESTION, wrong=True)
        until = int(self.now().timestamp()) + ENTRY_SECONDS
        answer = RedirectResponse(token, status_code=303, headers=pages.HEADERS)
        ticket = access.entry_ticket(link.passphrase, link.id, until)
        # Lax: the report stands in a sandbox, from which its own downloads count as coming from outside.
        cookie = entry.Cookie(ENTRY, request.url.path, ENTRY_SECONDS, "lax")
        entry.set_cookie(answer, request, cookie, ticket)
        return answer

    def _fits(self, passphrase: str, link: LinkRecord) -> bool:
        with self._trying:
            return access.passphrase_fits(passphrase, link.passphrase)


def _client(request: Request) -> str:
    return request.client.host if request.client else "unknown"


def _asked(request: Request) -> tuple[str, str]:
    """Token and format that the path names; an empty token when it is no path of ours, however it is written."""
    token, *rest = request.path_params.get("path", "").split("/")
    whole = not rest or (len(rest) == 2 and rest[0] == "download" and rest[1] != "")
    plain = b"%" not in request.scope.get("raw_path", b"")
    if not (whole and plain and access.is_token(token)):
        return "", ""
    return token, rest[1] if rest else ""
