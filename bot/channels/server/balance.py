"""Connections, spread evenly over the workers.

The kernel deals out new connections by chance and without a look at the load, and those
of a proxy stay for hours. So a worker that holds more than its share closes a connection
after an answer, in the way HTTP has for it: the client opens another at its next request.
A worker that has just taken the place of a dead one gets its share like that, too.
"""

from __future__ import annotations

import math
import mmap
import os
import time
from collections.abc import Callable

from sanic import HTTPResponse, Request
from sanic.http import Http
from sanic.server.async_server import AsyncioServer

_TOLERATED = 1.1
"""Times the mean that a worker may hold; with many connections chance alone makes some."""
_ABSENT = -1
_REST = 0.05
"""Seconds until the next is closed: the client of the last one is back by then, and counted."""


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

    def is_whole(self) -> bool:
        """Whether there are no other workers."""
        return len(self._held) == 1

    def is_exceeded(self) -> bool:
        """Whether this worker should have fewer connections, and others more."""
        present = [each for each in self._held if each != _ABSENT]
        if not present:
            return False
        mean = sum(present) / len(present)
        return self._held[self.number] > max(mean * _TOLERATED, math.ceil(mean))


def shares(workers: int) -> list[Share]:
    """A share for each worker; make them before forking, in memory that they have in common."""
    held = memoryview(mmap.mmap(-1, workers * 8)).cast("q")
    found = [Share(held, number) for number in range(workers)]
    for each in found:
        each.leave()
    return found


class Shedding:
    """Closes connections that exceed a worker's share, one at a time, after an answer."""

    def __init__(
        self, share: Share, server: AsyncioServer, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """
        Args:
            share: of the connections.
            server: whose app does not serve yet.
            clock: seconds.
        """
        self._share = share
        self._server = server
        self._clock = clock
        self._rests_until = 0.0
        if not share.is_whole():
            server.app.register_middleware(self._spread, "response")  # type: ignore[arg-type]

    def tell(self) -> None:
        """Tell the others how many connections this worker has."""
        self._share.hold(len(self._server.connections))

    def _spread(self, request: Request, response: HTTPResponse) -> None:
        self.tell()
        now, stream = self._clock(), request.stream
        if now >= self._rests_until and isinstance(stream, Http) and self._share.is_exceeded():
            stream.keep_alive = False
            self._rests_until = now + _REST
