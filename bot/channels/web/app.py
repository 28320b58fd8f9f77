"""The routes of the service, and what surrounds every request.

There are two apps in a worker: the one for people, and the one for those who run the
service, on a port of its own.
"""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.channels.server import logs
from bot.channels.server.edge import Edge
from bot.channels.server.process import App, Message, Receive, Scope, Send
from bot.channels.web import errors, feedback
from bot.channels.web.headers import Headers
from bot.channels.web.metrics import CONTENT_TYPE
from bot.channels.web.pages import File
from bot.channels.web.service import Service
from bot.channels.web.settings import BODY_LIMIT
from bot.channels.web.webhook import Webhook

WEBHOOK = "/webhooks/rest/webhook"
_CHANNEL = ("/webhooks/rest", "/webhooks/rest/")
_UUID = re.compile(rb"[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}")
_Handler = Callable[[Request], Awaitable[Response]]
_Life = Callable[[Starlette], AbstractAsyncContextManager[None]]


def create_app(service: Service, operations_port: int) -> App:
    """The application of one worker.

    Args:
        operations_port: where those who run the service ask.
    """
    public = _Surroundings(_public(service), service)
    operations = _Surroundings(_operations(service), service)

    async def by_port(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["server"][1] == operations_port:
            await operations(scope, receive, send)
        else:
            await public(scope, receive, send)

    return Edge(by_port, BODY_LIMIT, service.settings.request_seconds)


def _public(service: Service) -> Starlette:
    """What people and their browsers ask."""
    routes = [Route(WEBHOOK, Webhook(service).answer, methods=["POST"])]
    posts = [WEBHOOK]
    if service.settings.feedback:
        routes.append(Route(feedback.PATH, feedback.Feedback(service).count, methods=["POST"]))
        posts.append(feedback.PATH)
    routes += [Route(path, _channel) for path in _CHANNEL]
    routes += [Route(path, _sender(file)) for path, file in service.files.items()]
    if service.settings.allowed_origins:
        routes += _preflights([*posts, *service.files])

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        yield
        await service.close()

    return _app(routes, life)


def _operations(service: Service) -> Starlette:
    """What the people who run the service look at."""

    async def ready(request: Request) -> Response:
        reachable = await service.store.reachable()
        status, sessions = ("ok", "ok") if reachable else ("degraded", "unreachable")
        return JSONResponse({"status": status, "sessions": sessions})

    async def metrics(request: Request) -> Response:
        return Response(service.metrics.text(), headers={"Content-Type": CONTENT_TYPE})

    return _app(
        [
            Route("/health/live", _channel),
            Route("/health/ready", ready),
            Route("/metrics", metrics),
        ]
    )


def _app(routes: list[Route], life: _Life | None = None) -> Starlette:
    app = Starlette(routes=routes, exception_handlers=errors.HANDLERS, lifespan=life)
    app.router.redirect_slashes = False
    return app


async def _channel(request: Request) -> Response:
    return JSONResponse({"status": "ok"})


def _sender(file: File) -> _Handler:
    async def send(request: Request) -> Response:
        return file.response(request)

    return send


def _preflights(paths: Iterable[str]) -> list[Route]:
    """What browsers ask before they send something to another site."""

    async def preflight(request: Request) -> Response:
        return Response(status_code=204)

    return [Route(path, preflight, methods=["OPTIONS"]) for path in paths]


class _Surroundings:
    """Adds headers to each response, counts it, and logs it when that is wanted."""

    def __init__(self, app: App, service: Service) -> None:
        self._app = app
        self._metrics = service.metrics
        self._headers = Headers(service.settings)
        self._logs = service.settings.access_log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if b"%" in scope["raw_path"]:
            scope["path"] = "/%"  # no address of ours needs it, and none has two spellings
        start = time.perf_counter()
        request_id = _request_id(scope)
        logs.REQUEST.set(request_id)

        async def finished(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._headers.add(scope, message)
                message["headers"].append((b"x-request-id", request_id.encode()))
                self._metrics.response(message["status"])
                if self._logs:
                    _log(scope, message["status"], start)
            await send(message)

        # Starlette has answered and we have logged what it raises then, for logs of servers.
        with suppress(Exception):
            await self._app(scope, receive, finished)


def _request_id(scope: Scope) -> str:
    """The id that a proxy gave, or a new one. Only of a UUID's form: it can hold no words."""
    given = next((value for name, value in scope["headers"] if name == b"x-request-id"), b"")
    return given.decode() if _UUID.fullmatch(given) else str(uuid.uuid4())


def _log(scope: Scope, status: int, start: float) -> None:
    """A line about a request: the route as we named it, never the address that was asked for."""
    method, route = scope["method"], scope.get("route")
    logs.event(
        "request",
        method=method if method in ("GET", "POST", "HEAD", "OPTIONS") else "other",
        route=route.path if isinstance(route, Route) else "none",
        status=status,
        ms=round((time.perf_counter() - start) * 1000, 2),
    )
