"""One worker: an event loop that serves until it is told to stop, and then drains."""

from __future__ import annotations

import asyncio
import ctypes
import os
import signal
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import uvloop
from sanic import Sanic
from sanic.application.state import ApplicationServerInfo
from sanic.http.constants import HTTP
from sanic.server.async_server import AsyncioServer

from bot.channels.server import logs
from bot.channels.server.balance import Share, Shedding

_BACKLOG = 1024
_SETTLE = 0.2
"""Seconds to tell clients that the connection ends; and again to empty the queue."""
_SO_ATTACH_FILTER = 26
_BPF_RETURN = 6
_ROUND = 1.0
App = Sanic[Any, Any]


@dataclass(frozen=True)
class Work:
    """What a worker serves, and what else it does meanwhile."""

    app: App
    drain_seconds: int
    """Time that open requests have when the worker is stopped."""
    each_second: Callable[[], None] = lambda: None
    draining: Callable[[], None] = lambda: None
    """Called when the worker is told to stop, before it does."""
    orphaned: Callable[[], None] = lambda: None
    """Called when the supervisor is gone: nobody else will clean up."""


def run(work: Work, sock: socket.socket, share: Share) -> None:
    """Serve on a bound socket until SIGTERM or SIGINT.

    Args:
        sock: bound, not yet listening.
        share: of the connections.
    """
    uvloop.run(_serve(work, sock, share))


async def _serve(work: Work, sock: socket.socket, share: Share) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    server = await _create(work.app, sock)
    shedding = Shedding(share, server)
    await _open(server)
    share.join()
    watch = asyncio.create_task(_look_around(work, shedding, share.supervisor, stop))
    logs.event("worker_ready")
    await stop.wait()
    watch.cancel()
    share.leave()
    work.draining()
    await _drain(server, sock, work.drain_seconds)
    await server.before_stop()  # type: ignore[no-untyped-call]
    logs.event("worker_stopped")


async def _create(app: App, sock: socket.socket) -> AsyncioServer:
    server = await app.create_server(
        sock=sock,
        return_asyncio_server=True,
        backlog=_BACKLOG,
        asyncio_server_kwargs={"start_serving": False},
    )
    assert server is not None
    # Sanic leaves an empty Alt-Svc header out only when it knows which HTTP it speaks.
    app.state.server_info.append(ApplicationServerInfo(settings={"version": HTTP.VERSION_1}))
    return server


async def _open(server: AsyncioServer) -> None:
    for step in (server.startup, server.before_start, server.start_serving, server.after_start):
        await step()  # type: ignore[no-untyped-call]


async def _drain(server: AsyncioServer, sock: socket.socket, seconds: int) -> None:
    """Answer what has arrived, take no more, and close.

    The kernel resets connections that wait in the queue of a socket when it is closed. So
    for a moment nobody new is let into the queue, and those who wait there are answered.
    """
    await asyncio.sleep(_SETTLE)
    _shut_door(sock)
    await asyncio.sleep(_SETTLE)
    server.close()  # type: ignore[no-untyped-call]
    deadline = asyncio.get_running_loop().time() + seconds
    while server.connections and asyncio.get_running_loop().time() < deadline:
        for connection in list(server.connections):
            connection.close_if_idle()
        await asyncio.sleep(0.05)
    for connection in list(server.connections):
        connection.abort()


def _shut_door(sock: socket.socket) -> None:
    """Let a listening socket take no more connections, and keep those that wait.

    A socket filter that passes nothing does that on Linux: whoever knocks tries again a second
    later, and finds the port closed. Elsewhere a queue of length 0 comes close to it.
    """
    nothing = ctypes.create_string_buffer(struct.pack("HBBI", _BPF_RETURN, 0, 0, 0))
    program = struct.pack("@HP", 1, ctypes.addressof(nothing))
    with suppress(OSError):
        if sys.platform == "linux":
            sock.setsockopt(socket.SOL_SOCKET, _SO_ATTACH_FILTER, program)
        else:
            sock.listen(0)


async def _look_around(
    work: Work, shedding: Shedding, supervisor: int, stop: asyncio.Event
) -> None:
    """Every second: what the work has to do; stop when the supervisor is gone."""
    while os.getppid() == supervisor:
        shedding.tell()
        work.each_second()
        await asyncio.sleep(_ROUND)
    work.orphaned()
    stop.set()
