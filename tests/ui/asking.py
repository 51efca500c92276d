"""Ask an ASGI app as raw as a socket would: no client in between tidies paths up, follows or hides anything."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from urllib.parse import unquote, urlencode

from starlette.datastructures import Headers
from starlette.types import ASGIApp


@dataclass
class Answer:
    """What came back."""

    status_code: int
    headers: Headers
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()

    @property
    def cookies(self) -> dict[str, str]:
        kept = SimpleCookie(self.headers.get("set-cookie", ""))
        return {name: morsel.value for name, morsel in kept.items()}


@dataclass
class Client:
    """A reader's programme; it keeps every cookie it is given and sends them everywhere."""

    app: ASGIApp
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str) -> Answer:
        return self.request("GET", path)

    def post(self, path: str, data: dict[str, str], headers: dict[str, str] | None = None) -> Answer:
        return self.request("POST", path, urlencode(data).encode(), headers)

    def request(
        self, method: str, path: str, content: bytes = b"", headers: dict[str, str] | None = None
    ) -> Answer:
        """One request; `path` as it would stand in the request line."""
        sent = {"host": "share.example", **(headers or {})}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        bare, _, query = path.partition("?")
        scope = {
            "type": "http",
            "http_version": "1.1",
            "method": method,
            "scheme": "https",
            "path": unquote(bare),
            "raw_path": bare.encode(),
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
            "client": ("203.0.113.9", 5000),
            "server": ("share.example", 443),
        }
        answer = asyncio.run(self._ask(scope, content))
        self.cookies.update(answer.cookies)
        return answer

    async def _ask(self, scope: dict, content: bytes) -> Answer:
        parts: list[dict] = []

        async def receive() -> dict:
            return {"type": "http.request", "body": content, "more_body": False}

        async def send(message: dict) -> None:
            parts.append(message)

        await self.app(scope, receive, send)
        start, *bodies = parts
        return Answer(
            start["status"], Headers(raw=start["headers"]), b"".join(part.get("body", b"") for part in bodies)
        )
