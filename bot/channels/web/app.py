"""The routes of the service, and what surrounds every request."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from typing import Any

from sanic import HTTPResponse, Request, Sanic
from sanic.http import Http
from sanic.response import empty, json

from bot.channels.server import logs
from bot.channels.web.errors import JsonErrors, give_up_on_body
from bot.channels.web.headers import Headers
from bot.channels.web.metrics import CONTENT_TYPE
from bot.channels.web.pages import File
from bot.channels.web.service import Service
from bot.channels.web.settings import BODY_LIMIT, Settings
from bot.channels.web.webhook import Webhook

App = Sanic[Any, Any]
WEBHOOK = "/webhooks/rest/webhook"
KEEP_ALIVE_SECONDS = 75
"""Longer than the 60 seconds of usual proxies, so that it is they who close first."""


def create_app(service: Service) -> App:
    """The application of one worker."""
    app: App = Sanic(
        f"net-guide-{secrets.token_hex(4)}",
        configure_logging=False,
        error_handler=JsonErrors(),
    )
    _configure(app, service.settings)
    app.add_route(Webhook(service), WEBHOOK, methods=["POST"], name="webhook")
    _add_operations(app, service)
    _add_files(app, service)
    if service.settings.allowed_origins:
        _add_preflights(app, [WEBHOOK, *service.files])
    _add_surroundings(app, service)
    app.register_listener(lambda _: service.close(), "before_server_stop")
    return app


def _configure(app: App, settings: Settings) -> None:
    app.config.update(
        {
            "ACCESS_LOG": False,
            "MOTD": False,
            "TOUCHUP": True,
            "REQUEST_MAX_SIZE": BODY_LIMIT,
            "REQUEST_MAX_HEADER_SIZE": 8192,
            "REQUEST_TIMEOUT": settings.request_seconds,
            # Sanic counts the time in which a body arrives as a part of this one.
            "RESPONSE_TIMEOUT": settings.request_seconds,
            "KEEP_ALIVE_TIMEOUT": KEEP_ALIVE_SECONDS,
            "GRACEFUL_SHUTDOWN_TIMEOUT": float(settings.drain_seconds),
            "PROXIES_COUNT": settings.trusted_proxies or None,
            "FALLBACK_ERROR_FORMAT": "json",
        }
    )


def _add_operations(app: App, service: Service) -> None:
    """What the people who run the service look at."""

    @app.get("/health/live")
    async def live(request: Request) -> HTTPResponse:
        return json({"status": "ok"})

    @app.get("/health/ready")
    async def ready(request: Request) -> HTTPResponse:
        if service.draining:
            return json({"status": "draining", "sessions": "unknown"}, status=503)
        reachable = await service.store.reachable()
        status, sessions = ("ok", "ok") if reachable else ("degraded", "unreachable")
        return json({"status": status, "sessions": sessions})

    @app.get("/metrics")
    async def metrics(request: Request) -> HTTPResponse:
        return HTTPResponse(service.metrics.text(), content_type=CONTENT_TYPE)

    @app.get("/webhooks/rest")
    async def channel(request: Request) -> HTTPResponse:
        return json({"status": "ok"})


def _add_files(app: App, service: Service) -> None:
    for number, (path, file) in enumerate(service.files.items()):

        async def send(request: Request, file: File = file) -> HTTPResponse:
            return file.response(request)

        app.add_route(send, path, methods=["GET", "HEAD"], name=f"file-{number}")


def _add_preflights(app: App, paths: Iterable[str]) -> None:
    """What browsers ask before they send something to another site."""

    async def preflight(request: Request) -> HTTPResponse:
        return empty()

    for number, path in enumerate(paths):
        app.add_route(preflight, path, methods=["OPTIONS"], name=f"preflight-{number}")


def _add_surroundings(app: App, service: Service) -> None:
    headers = Headers(service.settings)
    log_requests = service.settings.access_log

    def begin(request: Request) -> None:
        request.ctx.start = time.perf_counter()

    def finish(request: Request, response: HTTPResponse) -> None:
        headers.add(request, response)
        give_up_on_body(request)
        service.metrics.response(response.status)
        if service.draining and isinstance(request.stream, Http):
            request.stream.keep_alive = False
        if log_requests:
            _log(request, response)

    if log_requests:
        app.register_middleware(begin, "request")
    app.register_middleware(finish, "response")  # type: ignore[arg-type]


def _log(request: Request, response: HTTPResponse) -> None:
    """A line about a request: the route as we named it, never the address that was asked for."""
    start = getattr(request.ctx, "start", None)
    logs.event(
        "request",
        method=request.method if request.method in ("GET", "POST", "HEAD", "OPTIONS") else "other",
        route=request.route.path if request.route else "none",
        status=response.status,
        ms=round((time.perf_counter() - start) * 1000, 2) if start else 0,
    )
