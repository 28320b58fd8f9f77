"""What surrounds every request: who may ask, and what browsers may do with an answer."""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOSTS = ("127.0.0.1", "localhost")
"""Names by which this machine calls itself. A page of somebody else comes under another one."""
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'self'; script-src 'self'; style-src {style};"
    " img-src 'self'; connect-src 'self'; frame-src 'self'; frame-ancestors 'self';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
_ALWAYS = {
    "Cache-Control": "no-store",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
REPORT = "/evaluation/report"
"""The one page with a style sheet inside."""


def guarded(app: ASGIApp) -> ASGIApp:
    """The app, for nobody but a person at this machine."""
    return _Headers(TrustedHostMiddleware(_SameSite(app), HOSTS, www_redirect=False))


class _Headers:
    """Adds the security headers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                style = "'unsafe-inline'" if scope["path"] == REPORT else "'self'"
                headers["Content-Security-Policy"] = _POLICY.format(style=style)
                for name, value in _ALWAYS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, sending)


class _SameSite:
    """Refuses what a page of somebody else would have the studio do."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] not in ("GET", "HEAD"):
            headers = Headers(scope=scope)
            if headers.get("origin") != f"http://{headers.get('host')}":
                refused = PlainTextResponse("only pages of the studio may ask for this", 403)
                await refused(scope, receive, send)
                return
        await self._app(scope, receive, send)
