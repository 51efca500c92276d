"""The form that asks for a passphrase, before a shared report and before the app itself.

Its hidden value has to fit a cookie that another site can neither read nor set, so that nobody else's page can
fill it in.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response

from alignment_model.ui.shared import pages

FORM = "form"  # the cookie that says: the form is ours
FORM_SECONDS = 30 * 60
LONGEST_FORM = 4096  # bytes
SAME_SITE = ("", "same-origin", "none")  # Sec-Fetch-Site; old browsers do not send it


@dataclass(frozen=True, slots=True)
class Question:
    """What the form says: its heading, where to get the passphrase, and its button."""

    title: str
    hint: str
    button: str


@dataclass(frozen=True, slots=True)
class Cookie:
    """A cookie no script can read; sent over TLS only where the request came over TLS."""

    name: str
    path: str
    seconds: int
    same_site: Literal["lax", "strict"]


def ask(request: Request, question: Question, *, wrong: bool = False) -> Response:
    """The form, for the address that was asked for."""
    form = secrets.token_urlsafe(16)
    answer = pages.ask_passphrase(form, question.title, question.hint, question.button, wrong=wrong)
    set_cookie(answer, request, Cookie(FORM, request.url.path, FORM_SECONDS, "strict"), form)
    return answer


async def given(request: Request) -> str | None:
    """The passphrase that came with the form; None when it is not our form."""
    fields = await _fields(request)
    return fields.get("passphrase", "") if _is_our_form(request, fields.get("form", "")) else None


def set_cookie(answer: Response, request: Request, cookie: Cookie, value: str) -> None:
    """Let the browser keep a value."""
    answer.set_cookie(
        cookie.name,
        value,
        max_age=cookie.seconds,
        path=cookie.path,
        secure=request.url.scheme == "https",
        httponly=True,
        samesite=cookie.same_site,
    )


def _is_our_form(request: Request, form: str) -> bool:
    cookie = request.cookies.get(FORM, "")
    same = hmac.compare_digest(cookie.encode(), form.encode()) and cookie != ""
    return same and request.headers.get("sec-fetch-site", "") in SAME_SITE


async def _fields(request: Request) -> dict[str, str]:
    """A form's fields; none when it is larger than ours can be."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            return {}
    found = parse_qs(body.decode("utf-8", "replace"))
    return {name: values[0] for name, values in found.items()}
