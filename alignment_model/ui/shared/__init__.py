"""Share links: plain web pages beside the app, with no session, no websocket and no way into it."""
