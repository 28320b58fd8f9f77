"""One worker of the action server: serves on a socket until it is told to stop, and drains."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
from contextlib import suppress

import uvloop
from sanic.application.state import ApplicationServerInfo
from sanic.http.constants import HTTP
from sanic.server.async_server import AsyncioServer

from bot.channels.actions.app import App
from bot.channels.web import logs

_BACKLOG = 1024
_SETTLE = 0.3
"""Seconds in which connections that were already on their way are still taken."""
_PARENT_CHECK = 1.0


def run(app: App, sock: socket.socket, drain_seconds: int) -> None:
    """Serve on a bound socket until SIGTERM or SIGINT."""
    uvloop.run(_serve(app, sock, drain_seconds))


async def _serve(app: App, sock: socket.socket, drain_seconds: int) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    server = await _start(app, sock)
    watch = asyncio.create_task(_watch_parent(stop, os.getppid()))
    logs.event("worker_ready")
    await stop.wait()
    watch.cancel()
    await _drain(server, sock, drain_seconds)
    logs.event("worker_stopped")


async def _start(app: App, sock: socket.socket) -> AsyncioServer:
    server = await app.create_server(
        sock=sock,
        return_asyncio_server=True,
        backlog=_BACKLOG,
        asyncio_server_kwargs={"start_serving": False},
    )
    assert server is not None
    # Sanic leaves an empty Alt-Svc header out only when it knows which HTTP it speaks.
    app.state.server_info.append(ApplicationServerInfo(settings={"version": HTTP.VERSION_1}))
    for step in (server.startup, server.before_start, server.start_serving, server.after_start):
        await step()  # type: ignore[no-untyped-call]
    return server


async def _drain(server: AsyncioServer, sock: socket.socket, seconds: int) -> None:
    """Answer what has arrived, take no more, and close."""
    with suppress(OSError):
        sock.listen(0)
    await asyncio.sleep(_SETTLE)
    server.close()  # type: ignore[no-untyped-call]
    deadline = asyncio.get_running_loop().time() + seconds
    while server.connections and asyncio.get_running_loop().time() < deadline:
        for connection in list(server.connections):
            connection.close_if_idle()
        await asyncio.sleep(0.05)
    for connection in list(server.connections):
        connection.abort()


async def _watch_parent(stop: asyncio.Event, parent: int) -> None:
    """Stop when the supervisor is gone: nobody else would."""
    while os.getppid() == parent:
        await asyncio.sleep(_PARENT_CHECK)
    stop.set()
