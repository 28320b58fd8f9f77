"""Bounds on requests, around any ASGI app: host, head, and the size and time of a body."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from bot.channels.server.process import App, Message, Receive, Scope, Send

HEAD_LIMIT = 8192
"""Bytes of the address and the headers of a request."""
_LONGEST_HOST = 255
_WORDS = {
    400: ("bad_request", "the request is not HTTP that can be read"),
    408: ("request_timeout", "the request took too long to arrive"),
    413: ("too_large", "the request is larger than is allowed"),
    417: ("expectation_failed", "this expectation cannot be met"),
}
REFUSALS = {
    status: json.dumps({"error": {"code": code, "message": message}})
    for status, (code, message) in _WORDS.items()
}
"""What is said, where no app was asked, by status."""


class RefusedError(Exception):
    """A request that is out of bounds.

    Args:
        status: HTTP status: 408 or 413.
    """

    def __init__(self, status: int) -> None:
        super().__init__(str(status))
        self.status = status


class Edge:
    """Refuses what is out of bounds. The app meets a `RefusedError` when it reads a body."""

    def __init__(self, app: App, body_limit: int, body_seconds: float) -> None:
        """
        Args:
            body_limit: bytes.
            body_seconds: time in which a body must arrive.
        """
        self._app = app
        self._body_limit = body_limit
        self._body_seconds = body_seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = _fault(scope)
        if status:
            await _refuse(status, send)
            return
        request = _Request(self, scope, receive, send)
        await self._app(scope, request.receive, request.send)

    @property
    def body_limit(self) -> int:
        """Bytes of a body."""
        return self._body_limit

    @property
    def body_seconds(self) -> float:
        """Seconds in which a body must arrive."""
        return self._body_seconds


class _Request:
    """Counts what is read of a body."""

    def __init__(self, edge: Edge, scope: Scope, receive: Receive, send: Send) -> None:
        self._edge = edge
        self._receive = receive
        self._send = send
        self._left = edge.body_limit
        self._until: float | None = None
        self._whole = not _has_body(scope["headers"])

    async def receive(self) -> Message:
        """The next part of the body.

        Raises:
            RefusedError: 413, it is too large; 408, it took too long.
        """
        if self._whole:
            return await self._receive()
        loop = asyncio.get_running_loop()
        if self._until is None:
            self._until = loop.time() + self._edge.body_seconds
        try:
            async with asyncio.timeout_at(self._until):
                message = await self._receive()
        except TimeoutError:
            raise RefusedError(408) from None
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise RefusedError(413)
        self._whole = not message.get("more_body", False)
        return message

    async def send(self, message: Message) -> None:
        """A part of the answer. The connection ends with it if the body was not read."""
        if message["type"] == "http.response.start" and not self._whole:
            message["headers"] = [*message.get("headers", ()), (b"connection", b"close")]
        await self._send(message)


def _fault(scope: Scope) -> int:
    """The status of a head that is out of bounds; 0 when it is not."""
    headers: Sequence[tuple[bytes, bytes]] = scope["headers"]
    size = len(scope["raw_path"]) + len(scope["query_string"])
    if size + sum(len(name) + len(value) + 4 for name, value in headers) > HEAD_LIMIT:
        return 413
    hosts = [value for name, value in headers if name == b"host"]
    needed = 0 if scope["http_version"] == "1.0" else 1
    if not needed <= len(hosts) <= 1 or any(not _is_host(each) for each in hosts):
        return 400
    is_known = all(value.lower() == b"100-continue" for name, value in headers if name == b"expect")
    return 0 if is_known else 417


def _is_host(value: bytes) -> bool:
    return len(value) <= _LONGEST_HOST and value.isascii() and b"/" not in value


def _has_body(headers: Sequence[tuple[bytes, bytes]]) -> bool:
    return any(
        name == b"transfer-encoding" or (name == b"content-length" and value != b"0")
        for name, value in headers
    )


async def _refuse(status: int, send: Send) -> None:
    body = REFUSALS[status].encode()
    headers = [
        (b"content-type", b"application/json"),
        (b"content-length", b"%d" % len(body)),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
