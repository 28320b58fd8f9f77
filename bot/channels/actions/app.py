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
from bot.engine import Bot

App = Sanic[Any, Any]
_KEEP_ALIVE_SECONDS = 75
"""Longer than the 60 seconds of usual proxies, so that it is they who close first."""
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
    app.ctx.tracer_provider = spans.provider(endpoints)
    app.error_handler = _Errors()
    app.config.update(
        {
            "ACCESS_LOG": False,
            "MOTD": False,
            "REQUEST_MAX_SIZE": BODY_LIMIT,
            "KEEP_ALIVE_TIMEOUT": _KEEP_ALIVE_SECONDS,
            "FALLBACK_ERROR_FORMAT": "json",
        }
    )

    @app.on_request
    async def admit(request: Request) -> None:
        # Not by its path: Sanic takes more than one for the same route.
        if request.route is not None and request.method == "POST":
            _admit(request, executor.actions)

    return app


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
