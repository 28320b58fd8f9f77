"""What surrounds an app in a worker: it is made there, told to stop, and its clients spread."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from types import FrameType
from typing import Any, Protocol

from bot.channels.server import logs

SETTLE = 1
"""Seconds in which clients are told that their connections end, before these are closed."""
_SHARE = 32
"""Answers of a worker after which it closes a connection, so that others get some of them."""

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]


class HasDescriptor(Protocol):
    """A socket, whoever made it."""

    def fileno(self) -> int: ...


class Process:
    """An ASGI app that makes another one in the worker, and stands around it."""

    def __init__(self, make: Callable[[int], App], *, spreads: bool) -> None:
        """
        Args:
            make: makes the app, from the number of the worker.
            spreads: whether there are other workers that should have a share of the clients.
        """
        self._make = make
        self._spreads = spreads
        self._number = 0
        self._sockets: list[HasDescriptor] = []
        self._leave: Callable[[], None] = lambda: None
        self._app: App | None = None
        self._answers = 0
        self._draining = False

    def be_worker(
        self, number: int, sockets: Iterable[HasDescriptor], leave: Callable[[], None]
    ) -> None:
        """In the worker, before it serves.

        Args:
            number: its number; whoever takes its place has it too.
            sockets: listening.
            leave: called when the worker leaves as it should.
        """
        self._number, self._sockets, self._leave = number, list(sockets), leave

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A request, or the worker's life."""
        if scope["type"] == "lifespan":
            await self._live(scope, receive, send)
        elif self._app:
            await self._app(scope, receive, self._counted(send))

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._app = self._make(self._number)

        async def told(message: Message) -> None:
            if message["type"] == "lifespan.startup.complete":
                self._take_signals()
                logs.event("worker_ready")
            elif message["type"] == "lifespan.shutdown.complete":
                self._leave()
                logs.event("worker_stopped")
            await send(message)

        await self._app(scope, receive, told)

    def _counted(self, send: Send) -> Send:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and self._closes():
                message["headers"] = [*message.get("headers", ()), (b"connection", b"close")]
            await send(message)

        return counted

    def _closes(self) -> bool:
        """Whether the connection of this answer ends with it.

        Whoever is idle takes the next connection, but connections of a proxy stay where they
        are. So one is closed now and then, in the way HTTP has for it, by who answers most.
        """
        self._answers += 1
        return self._draining or (self._spreads and self._answers % _SHARE == 0)

    def _take_signals(self) -> None:
        """Tell the clients first, and the server of this worker a moment later."""
        stop = signal.getsignal(signal.SIGTERM)
        loop = asyncio.get_running_loop()

        def settle(number: int, frame: FrameType | None) -> None:
            if self._draining:
                return
            self._draining = True
            for each in self._sockets:
                _shut_door(each)
            if callable(stop):
                loop.call_soon_threadsafe(loop.call_later, SETTLE, stop, signal.SIGTERM, None)

        signal.signal(signal.SIGTERM, settle)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the manager passes Ctrl-C on


def _shut_door(listening: HasDescriptor) -> None:
    """Let as few as can be wait in the queue: what waits there when it is closed is reset."""
    sock = socket.socket(fileno=os.dup(listening.fileno()))
    sock.listen(0)
    sock.close()
