"""Bounds on connections: their number, and the size and time of a request's head.

uvicorn speaks HTTP here, with the parser of Node.js. What it leaves open is how long a
client may say nothing, or go on with a head for ever.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.channels.server.edge import HEAD_LIMIT, REFUSALS

_REFUSED = (
    "HTTP/1.1 {status} {phrase}\r\ncontent-type: application/json\r\ncache-control: no-store\r\n"
    "x-content-type-options: nosniff\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}"
)
_PHRASES = {400: "Bad Request", 408: "Request Timeout", 413: "Content Too Large"}


class Bounded(HttpToolsProtocol):
    """One connection. Only asyncio's and httptools' own calls are taken over here."""

    head_seconds: float
    most: int
    _late: asyncio.TimerHandle | None = None
    _in_head = False
    _head = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        if len(self.connections) > self.most:
            transport.abort()
            return
        self._late = self.loop.call_later(self.head_seconds, self._give_up)

    def connection_lost(self, exc: Exception | None) -> None:
        self._rest()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._in_head:
            self._head += len(data)
            if self._head > HEAD_LIMIT:
                self._refuse(413)

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._in_head, self._head = True, 0
        if not self._late:
            self._late = self.loop.call_later(self.head_seconds, self._give_up)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._rest()
        super().on_headers_complete()

    def send_400_response(self, msg: str) -> None:
        self._rest()
        self._refuse(400)

    def _rest(self) -> None:
        if self._late:
            self._late.cancel()
            self._late = None

    def _give_up(self) -> None:
        self._late = None
        if self._in_head:
            self._refuse(408)
        else:
            self.transport.close()

    def _refuse(self, status: int) -> None:
        if not self.transport.is_closing():
            self.transport.write(_refusal(status))
            self.transport.close()


def bounded(head_seconds: float, most: int) -> type[Bounded]:
    """uvicorn's protocol for connections, with bounds.

    Args:
        head_seconds: time from the first byte of a request, or from the start of the
            connection, until its head is there.
        most: connections at once; one more is closed at once.
    """
    return type("Connection", (Bounded,), {"head_seconds": head_seconds, "most": most})


def _refusal(status: int) -> bytes:
    body = REFUSALS[status]
    answer = _REFUSED.format(status=status, phrase=_PHRASES[status], length=len(body), body=body)
    return answer.encode("ascii")
