"""What a share link answers with: the report, a file, a form for the passphrase, or the one calm page."""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from string import Template

from starlette.responses import HTMLResponse, Response

from alignment_model import wording, workflows
from alignment_model.charts import PRINT_LOOK
from alignment_model.report.identity import family
from alignment_model.store import LinkRecord

HEADERS = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
}
NO_FRAME = "base-uri 'none'; frame-ancestors 'none'"
PLAIN_POLICY = f"default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; {NO_FRAME}"
FORM_POLICY = f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; {NO_FRAME}"
FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
OWN_POLICY = re.compile(rb'http-equiv="Content-Security-Policy" content="([^"]+)"')
COLOURS = ("ink", "faint", "hair", "paper", "panel", "accent")
NOT_FOUND, FORBIDDEN, TOO_MANY, BUSY = 404, 403, 429, 503

_PAGE = Template("""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>$title</title>
<style>
:root { color-scheme: light; background: $paper; color: $ink; }
body { font: 1.0625rem/1.6 $font; margin: 0; }
main { max-width: 30rem; margin: 18vh auto 0; padding: 0 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 600; }
label { display: block; font-weight: 600; margin-top: 1.5rem; }
input, button { font: inherit; padding: .5rem .75rem; border-radius: .5rem; border: 1px solid $faint; }
input { width: 100%; box-sizing: border-box; margin: .25rem 0 1rem; }
button { background: $accent; color: $paper; border-color: $accent; cursor: pointer; }
:focus-visible { outline: 3px solid $accent; outline-offset: 2px; }
</style>
</head>
<body><main><h1>$title</h1>
$body
</main></body>
</html>
""")
_FORM = Template("""<p>$hint</p>
$said
<form method="post" autocomplete="off">
<input type="hidden" name="form" value="$form">
<label for="passphrase">Passphrase</label>
<input id="passphrase" name="passphrase" type="password" required autofocus maxlength="200">
<button type="submit">$button</button>
</form>""")
_BAR = Template("""<style>
.shared { grid-column: 1 / -1; font-size: .9375rem; padding: .625rem 1.25rem; }
.shared { border-bottom: 1px solid $hair; background: $panel; color: $ink; }
.shared a { color: $accent; display: inline-block; margin-right: 1rem; }
.shared span { display: inline-block; margin-right: 1rem; }
@media print { .shared { display: none; } }
</style>
<div class="shared" role="note"><span>Shared with you to read, until $until. The numbers do not change.</span>
$files</div>
""")


def nothing_here() -> HTMLResponse:
    """The one answer to every token, path and method that opens nothing, whatever the reason."""
    body = "<p>It may have ended, or a part of it is missing. Ask whoever sent it to you for a new one.</p>"
    return _page("This link does not open anything", body, NOT_FOUND)


def too_many() -> HTMLResponse:
    """The answer to who asks too often, good link or not."""
    answer = _page("One moment, please", "<p>Too many requests. Try again in a few minutes.</p>", TOO_MANY)
    answer.headers["Retry-After"] = "60"
    return answer


def not_now() -> HTMLResponse:
    """The answer when our own store cannot be read."""
    return _page(
        "Not just now", "<p>The report cannot be shown at the moment. Try again in a minute.</p>", BUSY
    )


def ask_passphrase(form: str, title: str, hint: str, button: str, *, wrong: bool = False) -> HTMLResponse:
    """The form; `form` comes back with it and has to fit the cookie of the same value."""
    said = '<p role="alert">That is not the passphrase. Try again.</p>' if wrong else ""
    body = _FORM.substitute(form=escape(form), said=said, hint=escape(hint), button=escape(button))
    return _page(title, body, FORBIDDEN if wrong else 200, FORM_POLICY)


def links_only() -> HTMLResponse:
    """The answer to everybody who may not open the app itself, whatever was asked for."""
    body = "<p>If you were sent a link to a report, open that link. Nothing else is shown from here.</p>"
    return _page("This address shows shared reports only", body, FORBIDDEN)


def report(document: bytes, link: LinkRecord, token: str) -> HTMLResponse:
    """The exported page itself, with a line on top; in a sandbox of its own, apart from the app's origin."""
    found = OWN_POLICY.search(document)
    own = found.group(1).decode() if found else "default-src 'none'; style-src 'unsafe-inline'"
    policy = f"{own}; frame-ancestors 'none'; sandbox allow-scripts allow-downloads allow-modals"
    page = document.replace(b"<body>\n", b"<body>\n" + _bar(link, token).encode(), 1)
    return HTMLResponse(page, headers={**HEADERS, "Content-Security-Policy": policy})


def file(content: bytes, name: str, mime: str) -> Response:
    """A file to keep."""
    disposition = f'attachment; filename="{name}"'
    headers = {**HEADERS, "Content-Security-Policy": FILE_POLICY, "Content-Disposition": disposition}
    return Response(content, media_type=mime, headers=headers)


def until(link: LinkRecord) -> str:
    """The day a link ends, as people read it."""
    return wording.day(datetime.fromisoformat(link.expires_at).date())


def _bar(link: LinkRecord, token: str) -> str:
    labels = {entry.code: entry.label for entry in workflows.EXPORT_FORMATS}
    files = "\n".join(
        f'<a href="{escape(token)}/download/{code}" download>{escape(labels[code])}</a>'
        for code in link.downloads
        if code in labels
    )
    return _BAR.substitute(_look(), until=until(link), files=files)


def _look() -> dict[str, str]:
    """The theme's colours and family, for a page on light paper."""
    return {**{name: getattr(PRINT_LOOK.colours, name) for name in COLOURS}, "font": family()}


def _page(title: str, body: str, status: int, policy: str = PLAIN_POLICY) -> HTMLResponse:
    headers = {**HEADERS, "Content-Security-Policy": policy}
    return HTMLResponse(
        _PAGE.substitute(_look(), title=title, body=body), status_code=status, headers=headers
    )
