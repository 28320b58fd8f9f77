"""What every response carries: the security headers, and CORS for the sites that are allowed."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.datastructures import Headers as Read
from starlette.datastructures import MutableHeaders

from bot.channels.server.process import Message, Scope
from bot.channels.web.settings import Settings

_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "600",
}
_STRICT = "default-src 'none'"
_PAGE = (
    f"{_STRICT}; base-uri 'none'; form-action 'none'; script-src 'self'; style-src 'self'; "
    "img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class Headers:
    """Adds headers to responses."""

    def __init__(self, settings: Settings) -> None:
        ancestors = f"; frame-ancestors {_sources(settings.frame_ancestors)}"
        self._allowed = frozenset(settings.allowed_origins)
        always = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }
        on_pages = {
            "Content-Security-Policy": _PAGE + ancestors,
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }
        strict = {"Content-Security-Policy": _STRICT + "; frame-ancestors 'none'"}
        self._on_pages = _raw({**always, **on_pages})
        self._on_others = _raw({**always, **strict})

    def add(self, scope: Scope, start: Message) -> None:
        """Add what is due to the start of a response; what it has already is kept.

        Args:
            scope: of the request.
            start: ASGI's message, with a list of headers.
        """
        found = start["headers"] = list(start.get("headers", ()))
        names = dict(found)
        is_page = names.get(b"content-type", b"").startswith(b"text/html")
        found += self._on_pages if is_page else self._on_others
        if b"cache-control" not in names:
            found.append((b"cache-control", b"no-store"))
        if self._allowed:
            self._allow(Read(scope=scope), scope["method"], MutableHeaders(raw=found))

    def _allow(self, asked: Read, method: str, headers: MutableHeaders) -> None:
        headers.add_vary_header("Origin")
        origin = asked.get("origin")
        if origin in self._allowed:
            headers["Access-Control-Allow-Origin"] = origin
            headers["Access-Control-Expose-Headers"] = "Retry-After"
            if method == "OPTIONS":
                headers.update(_PREFLIGHT)


def _raw(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.lower().encode(), value.encode()) for name, value in headers.items()]


def _sources(origins: Iterable[str]) -> str:
    return " ".join(origins) or "'none'"
