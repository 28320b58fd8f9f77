"""rasa-sdk's own server, hardened: bounded bodies, and errors that quote nothing.

What the SDK does by itself is not to be had here: it unpacks bodies without a bound,
returns the request with an error, and logs it.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

from rasa_sdk.endpoint import create_app as create_sdk_app
from sanic import HTTPResponse, Request, Sanic
from sanic.exceptions import SanicException
from sanic.handlers import ErrorHandler
from sanic.response import json

from bot.channels.actions import answers, spans
from bot.channels.actions.admission import BODY_LIMIT, RefusedError, check, read, unpack
from bot.channels.server import logs
from bot.channels.server.edge import RefusedError as OutOfBoundsError
from bot.engine import Bot

App = Sanic[Any, Any]
_OF_STATUS = {
    400: "the request is not HTTP that can be read",
    404: "there is nothing at this address",
    405: "this address does not take this method",
    408: "the request took too long to arrive",
    413: f"the body is larger than {BODY_LIMIT} bytes",
    417: "this expectation cannot be met",
    503: "the server is stopping; try again",
}
_UNKNOWN = "something went wrong in the action server"


def create_app(bot: Bot, cors_origins: tuple[str, ...], endpoints: Path | None) -> App:
    """The application of one worker.

    Args:
        cors_origins: other origins that browsers may call it from.
        endpoints: Rasa's endpoints.yml, for its tracing section.
    """
    executor = answers.executor(bot)
    app: App = create_sdk_app(executor, cors_origins=list(cors_origins))
    # rasa-sdk and Rasa do not share their version numbers; the tests prove that they fit.
    warnings.filterwarnings("ignore", message=r"(?s)(Your versions of rasa|You are using an old)")
    app.ctx.tracer_provider = tracer = spans.provider(endpoints)
    if tracer:
        app.register_listener(lambda _: tracer.shutdown(), "after_server_stop")
    app.error_handler = _Errors()
    app.config.update(
        {
            "ACCESS_LOG": False,
            "MOTD": False,
            "FALLBACK_ERROR_FORMAT": "json",
        }
    )

    @app.on_request
    async def admit(request: Request) -> None:
        # Not by its path: Sanic takes more than one for the same route.
        if request.route is not None and request.method == "POST" and _has_arrived(request):
            _admit(request, executor.actions)

    return app


def _has_arrived(request: Request) -> bool:
    """Whether the body is there. Sanic asks on after one that was refused on its way, too."""
    named = request.headers
    is_empty = named.get("content-length", "0") == "0" and "transfer-encoding" not in named
    return is_empty or bool(request.body)


def _admit(request: Request, actions: dict[str, object]) -> None:
    """Leave the call unpacked and parsed for rasa-sdk, which would do neither carefully."""
    request.body = unpack(request.body, request.headers.pop("content-encoding", "").lower())
    request.parsed_json = read(request.body)
    check(request.parsed_json, actions)


class _Errors(ErrorHandler):
    """Answers every exception in the form that Rasa reads."""

    def default(self, request: Request, exception: Exception) -> HTTPResponse:
        if isinstance(exception, RefusedError):
            return _body(exception.status, exception.error, exception.action)
        if isinstance(exception, OutOfBoundsError):
            return _body(exception.status, _OF_STATUS[exception.status])
        status = exception.status_code if isinstance(exception, SanicException) else 500
        if status not in _OF_STATUS:
            logs.failure("failed", exception)
            status = 500
        return _body(status, _OF_STATUS.get(status, _UNKNOWN))

    @staticmethod
    def log(request: Request, exception: Exception) -> None:
        """Sanic's own log quotes the request; ours is written above."""


def _body(status: int, error: str, action: str = "") -> HTTPResponse:
    return json({"error": error, "action_name": action}, status=status)
