"""What the server does beside the pages: health, security headers, and a calm word when a page fails."""

from __future__ import annotations

import logging
import sys

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from alignment_model import __version__, workflows
from alignment_model.charts.style.theme import theme
from alignment_model.errors import AlignmentError
from alignment_model.ui.gate import Gate
from alignment_model.ui.shared import site

# 'unsafe-eval' is what the chart library needs; the hash is Streamlit's one inline script.
CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "script-src 'self' 'unsafe-eval' 'wasm-unsafe-eval' blob:"
        " 'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='",
        "worker-src 'self' blob:",
        "connect-src 'self' ws: wss:",
        "frame-ancestors 'self'",
    )
)
HEADERS = (
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)


class SecurityHeaders:
    """Adds the headers above to every response that does not bring its own; nothing is loaded from outside."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = list(message.get("headers", []))
                names = {name.lower() for name, _ in own}
                added = (header for header in HEADERS if header[0] not in names)
                message = {**message, "headers": [*own, *added]}
            await send(message)

        await self.app(scope, receive, send_with_headers)


async def health(request: Request) -> JSONResponse:
    """Whether the app answers, for whoever watches it."""
    return JSONResponse({"status": "ok", "version": __version__})


async def font(request: Request) -> Response:
    """A font file of the company's theme; the product's own comes with Streamlit."""
    served = (
        {}
        if theme().fonts.bundled
        else {
            f"{number}{path.suffix.lower()}": path for number, (path, _, _) in enumerate(theme().fonts.faces)
        }
    )
    path = served.get(request.path_params["name"])
    if path is None:
        return Response(status_code=404)
    kind = path.suffix.lower().removeprefix(".")
    return Response(path.read_bytes(), media_type=f"font/{kind}", headers={"Cache-Control": "max-age=3600"})


def require_theme() -> None:
    """Start with the whole theme or not at all: a sentence on the terminal says what is wrong."""
    try:
        workflows.require_theme(st.get_option)
    except AlignmentError as error:
        sys.exit(f"The app did not start. {error}")


ROUTES = [Route("/healthz", health), Route(f"{workflows.FONT_ADDRESS}/{{name}}", font), *site.ROUTES]
MIDDLEWARE = [Middleware(SecurityHeaders), Middleware(Gate)]


def page_failed(error: Exception) -> bool:
    """Say that a page failed, without its inner life; the log names the kind of error and the place, no answers."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "unknown place"
    logging.getLogger("alignment_model").error("A page failed with %s at %s", type(error).__name__, place)
    st.error(
        "This page could not be drawn. Your data is safe. Reload the page; if it happens again, tell whoever runs it."
    )
    return True
