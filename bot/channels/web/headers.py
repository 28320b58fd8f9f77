"""What every response carries: the security headers, and CORS for the sites that are allowed."""

from __future__ import annotations

from collections.abc import Iterable

from sanic import HTTPResponse, Request

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
    """Adds headers to responses; Sanic calls it as a response middleware."""

    def __init__(self, settings: Settings) -> None:
        ancestors = f"; frame-ancestors {_sources(settings.frame_ancestors)}"
        self._allowed = frozenset(settings.allowed_origins)
        self._on_pages = {
            "Content-Security-Policy": _PAGE + ancestors,
            "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        }
        self._always = {
            "Content-Security-Policy": _STRICT + "; frame-ancestors 'none'",
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
        }

    def add(self, request: Request, response: HTTPResponse) -> None:
        """Add what is due to a response; what it has already is kept."""
        headers = response.headers
        headers.update(self._always)
        if response.content_type and response.content_type.startswith("text/html"):
            headers.update(self._on_pages)
        headers.setdefault("Cache-Control", "no-store")
        if self._allowed:
            self._allow(request, response)

    def _allow(self, request: Request, response: HTTPResponse) -> None:
        response.headers["Vary"] = ", ".join(
            dict.fromkeys([*_listed(response.headers.get("Vary", "")), "Origin"])
        )
        origin = request.headers.get("origin")
        if origin in self._allowed:
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Access-Control-Expose-Headers"] = "Retry-After"
            if request.method == "OPTIONS":
                response.headers.update(_PREFLIGHT)


def _sources(origins: Iterable[str]) -> str:
    return " ".join(origins) or "'none'"


def _listed(header: str) -> list[str]:
    return [each.strip() for each in header.split(",") if each.strip()]
