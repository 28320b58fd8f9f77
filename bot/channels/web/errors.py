"""Errors of the service as JSON: a stable code, one line for developers, no trace."""

from __future__ import annotations

from sanic import HTTPResponse, Request
from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.http import Http
from sanic.response import json

from bot.channels.server import logs


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
    503: ("unavailable", "the service is too busy or stopping; try again"),
}
_UNKNOWN = ("internal_error", "something went wrong on the server")


def body(status: int, code: str, message: str, headers: dict[str, str]) -> HTTPResponse:
    """The response of an error."""
    return json({"error": {"code": code, "message": message}}, status=status, headers=headers)


class JsonErrors(ErrorHandler):
    """Answers every exception with JSON, and logs what was not expected."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        """The response to an exception; the request is never quoted."""
        if isinstance(exception, RequestError):
            return body(exception.status, exception.code, exception.message, exception.headers)
        status = exception.status_code if isinstance(exception, SanicException) else 500
        if status == 503 and give_up_on_body(request):
            status = 408  # Sanic blames the handler that waits for the body
        if status not in _OF_STATUS:
            logs.failure("failed", exception)
            status = 500 if status < 400 or status >= 500 else status
        code, message = _OF_STATUS.get(status, _UNKNOWN)
        headers = _allowed(exception) if status == 405 else {}
        return body(status, code, message, headers)

    @staticmethod
    def log(request: Request, exception: Exception) -> None:
        """Sanic's own log quotes the request; ours is written above."""


def give_up_on_body(request: Request) -> bool:
    """Close the connection after the answer if the body has not arrived. True if so.

    Sanic would wait for the rest of it after the answer, and longer than for anything else.
    """
    stream = request.stream
    if not isinstance(stream, Http) or not stream.request_body:
        return False
    stream.keep_alive = False
    stream.request_body = None
    return True


def _allowed(exception: Exception) -> dict[str, str]:
    """A 405 names the methods that would do (RFC 9110, 15.5.6)."""
    found = getattr(exception, "headers", {}).get("Allow", "")
    return {"Allow": found} if found else {}
