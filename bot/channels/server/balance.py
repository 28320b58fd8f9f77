"""Connections, spread evenly over the workers.

The kernel deals out new connections by chance and without a look at the load, and those
of a proxy stay for hours. So a worker that holds more than its share closes a connection
after an answer, in the way HTTP has for it: the client opens another at its next request.
A worker that has just taken the place of a dead one gets its share like that, too.
"""

from __future__ import annotations

import mmap
import os

from sanic import HTTPResponse, Request
from sanic.http import Http
from sanic.server.async_server import AsyncioServer

_TOLERATED = 1.1
"""Share of the mean that a worker may hold; with many connections chance alone makes some."""
_ABSENT = -1


class Share:
    """What a worker sees of how the connections are spread."""

    def __init__(self, held: memoryview[int], number: int) -> None:
        self._held = held
        self.number = number
        """The worker's number; whoever takes its place has it too."""
        self.supervisor = os.getpid()
        """Process id of the maker of the shares, whom no worker outlives."""

    def join(self) -> None:
        """Tell the others that this worker takes connections."""
        self._held[self.number] = 0

    def leave(self) -> None:
        """Tell the others that this worker takes no more connections."""
        self._held[self.number] = _ABSENT

    def hold(self, connections: int) -> None:
        """Tell the others how many connections this worker has, unless it has left."""
        if self._held[self.number] != _ABSENT:
            self._held[self.number] = connections

    def is_exceeded(self) -> bool:
        """Whether this worker should have fewer connections, and others more."""
        present = [each for each in self._held if each != _ABSENT]
        own = self._held[self.number]
        return bool(present) and own > sum(present) / len(present) * _TOLERATED + 0.5


def shares(workers: int) -> list[Share]:
    """A share for each worker; make them before forking, in memory that they have in common."""
    held = memoryview(mmap.mmap(-1, workers * 8)).cast("q")
    found = [Share(held, number) for number in range(workers)]
    for each in found:
        each.leave()
    return found


def keep(share: Share, server: AsyncioServer) -> None:
    """Let an app that does not serve yet close connections that exceed its share."""

    def spread(request: Request, response: HTTPResponse) -> None:
        share.hold(len(server.connections))
        if share.is_exceeded() and isinstance(request.stream, Http):
            request.stream.keep_alive = False

    server.app.register_middleware(spread, "response")  # type: ignore[arg-type]
