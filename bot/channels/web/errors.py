"""Errors of the service as JSON: a stable code, one line for developers, no trace."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from bot.channels.server import logs
from bot.channels.server.edge import RefusedError


class RequestError(Exception):
    """A request that is not what the service expects.

    Args:
        status: HTTP status.
        code: stable name of the mistake, for programs.
        message: one line for developers; never anything from the request.
        headers: extra headers of the response.
    """

    def __init__(
        self, status: int, code: str, message: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers or {}


_OF_STATUS = {
    400: ("bad_request", "the request is not HTTP that can be read"),
    404: ("not_found", "there is nothing at this address"),
    405: ("method_not_allowed", "this address does not take this method"),
    408: ("request_timeout", "the request took too long to arrive"),
    413: ("too_large", "the body is larger than 16 KB, or the head than 8 KB"),
    417: ("expectation_failed", "this expectation cannot be met"),
}
_UNKNOWN = ("internal_error", "something went wrong on the server")


def body(
    status: int, code: str, message: str, headers: dict[str, str] | None = None
) -> JSONResponse:
    """The response of an error."""
    return JSONResponse({"error": {"code": code, "message": message}}, status, headers)


async def _ours(request: Request, error: RequestError) -> Response:
    return body(error.status, error.code, error.message, error.headers)


async def _refused(request: Request, error: RefusedError) -> Response:
    return body(error.status, *_OF_STATUS[error.status])


async def _routed(request: Request, error: HTTPException) -> Response:
    """What Starlette's routes raise; a 405 names the methods that would do (RFC 9110, 15.5.6)."""
    code, message = _OF_STATUS.get(error.status_code, _UNKNOWN)
    allowed = (error.headers or {}).get("Allow")
    return body(error.status_code, code, message, {"Allow": allowed} if allowed else None)


async def _gone(request: Request, error: ClientDisconnect) -> Response:
    """Nobody is there to read it."""
    return body(400, *_OF_STATUS[400])


async def _unexpected(request: Request, error: Exception) -> Response:
    logs.failure("failed", error)
    return body(500, *_UNKNOWN)


HANDLERS: dict[Any, Callable[[Request, Any], Awaitable[Response]]] = {
    RequestError: _ours,
    RefusedError: _refused,
    HTTPException: _routed,
    ClientDisconnect: _gone,
    Exception: _unexpected,
}
"""What answers an exception; the request is never quoted."""
