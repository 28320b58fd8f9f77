"""A load generator that costs little beside what it measures."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

import uvloop

PATH = "/webhooks/rest/webhook"


@dataclass(frozen=True)
class Result:
    """What came of a run."""

    answers: int
    seconds: float
    latencies: tuple[float, ...]
    """Seconds of each request, sorted."""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

    def quantile(self, share: float) -> float:
        """Milliseconds within which this share of the requests was answered."""
        return self.latencies[int((len(self.latencies) - 1) * share)] * 1000


def run(port: int, bodies: Iterable[bytes], clients: int, path: str = PATH) -> Result:
    """Send every body once, from a number of connections that are kept alive.

    Args:
        port: on this machine.
        bodies: JSON of the requests.
        clients: connections; each sends its next request when the last is answered.
    """
    return uvloop.run(_run(port, iter(bodies), clients, path))


async def _run(port: int, bodies: Iterator[bytes], clients: int, path: str) -> Result:
    loop = asyncio.get_running_loop()
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
    requests = (b"%b%d\r\n\r\n%b" % (head.encode(), len(body), body) for body in bodies)
    latencies: list[float] = []
    done = [loop.create_future() for _ in range(clients)]
    start = time.perf_counter()
    for each in done:
        await loop.create_connection(
            lambda each=each: _Connection(requests, latencies, each), "127.0.0.1", port
        )
    await asyncio.gather(*done)
    seconds = time.perf_counter() - start
    return Result(len(latencies), seconds, tuple(sorted(latencies)))


class _Connection(asyncio.Protocol):
    def __init__(
        self, requests: Iterator[bytes], latencies: list[float], done: asyncio.Future[None]
    ) -> None:
        self._requests = requests
        self._latencies = latencies
        self._done = done
        self._buffer = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._next()

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        end = self._buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self._buffer[:end].lower()
        length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
        if len(self._buffer) < end + 4 + length:
            return
        if not head.startswith(b"http/1.1 200"):
            self._fail(head.partition(b"\r\n")[0].decode())
            return
        self._latencies.append(time.perf_counter() - self._sent)
        self._buffer = b""
        self._next()

    def connection_lost(self, _: Exception | None) -> None:
        if not self._done.done():
            self._fail("the connection was closed")

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self._done.set_result(None)
            self._transport.close()
            return
        self._sent = time.perf_counter()
        self._transport.write(request)

    def _fail(self, why: str) -> None:
        if not self._done.done():
            self._done.set_exception(RuntimeError(why))
