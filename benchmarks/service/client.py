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
    head = f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
    requests = (b"%b%d\r\n\r\n%b" % (head.encode(), len(body), body) for body in bodies)
    latencies: list[float] = []
    start = time.perf_counter()
    await asyncio.gather(*(_talk(port, requests, latencies) for _ in range(clients)))
    seconds = time.perf_counter() - start
    return Result(len(latencies), seconds, tuple(sorted(latencies)))


async def _talk(port: int, requests: Iterator[bytes], latencies: list[float]) -> None:
    """One client. It connects anew when the server asks for that; the next request waits for it."""
    loop = asyncio.get_running_loop()
    going_on = True
    while going_on:
        done: asyncio.Future[bool] = loop.create_future()
        since = time.perf_counter()
        connection = _Connection(requests, latencies, since, done)
        await loop.create_connection(lambda made=connection: made, "127.0.0.1", port)
        going_on = await done


class _Connection(asyncio.Protocol):
    """Sends, waits and sends again, until there is no more to send or the server hangs up."""

    def __init__(
        self,
        requests: Iterator[bytes],
        latencies: list[float],
        since: float,
        done: asyncio.Future[bool],
    ) -> None:
        """
        Args:
            since: time from which on the first answer is waited for.
            done: gets whether to connect anew.
        """
        self._requests = requests
        self._latencies = latencies
        self._sent = since
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
        now = time.perf_counter()
        self._latencies.append(now - self._sent)
        self._buffer, self._sent = b"", now
        if b"connection: close" in head:
            self._stop(connect_anew=True)
        else:
            self._next()

    def connection_lost(self, _: Exception | None) -> None:
        self._fail("the connection was closed")

    def _next(self) -> None:
        request = next(self._requests, None)
        if request is None:
            self._stop(connect_anew=False)
        else:
            self._transport.write(request)

    def _stop(self, *, connect_anew: bool) -> None:
        self._done.set_result(connect_anew)
        self._transport.close()

    def _fail(self, why: str) -> None:
        if not self._done.done():
            self._done.set_exception(RuntimeError(why))
