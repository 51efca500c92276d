"""Serve share links and nothing else: python -m alignment_model.ui.shared --port 8600.

For readers outside: this process has no app in it, so whatever they try, there is nothing else to reach.
"""

from __future__ import annotations

import argparse

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

from alignment_model.ui.shared import site
from alignment_model.ui.shared.door import METHODS

# Any other path is answered as a link that opens nothing.
app = Starlette(routes=[*site.ROUTES, Route("/{path:path}", site.DOOR.nowhere, methods=METHODS)])


def main() -> None:
    """Run until stopped."""
    parser = argparse.ArgumentParser(prog="python -m alignment_model.ui.shared", description=__doc__)
    parser.add_argument(
        "--host", default="127.0.0.1", help="the address to listen on (default: this machine only)"
    )
    parser.add_argument("--port", type=int, default=8600)
    chosen = parser.parse_args()
    # No access log: it would hold the tokens.
    uvicorn.run(app, host=chosen.host, port=chosen.port, access_log=False, server_header=False)


if __name__ == "__main__":
    main()
