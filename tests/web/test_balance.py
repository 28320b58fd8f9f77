"""Connections that stay are spread over the workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import httpx
from sanic.http import Http
from sanic.server.async_server import AsyncioServer

from bot.channels.server.balance import Shedding, shares
from tests.web.server import WEBHOOK, Server, wait_until

CLIENTS = 8


def held_by(pid: int, port: int) -> int:
    """How many established connections to a port a process has."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = {row[9] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "01"}
    open_files = set()
    with suppress(OSError):  # a process may be gone, and a file be closed, at any time
        for each in os.scandir(f"/proc/{pid}/fd"):
            with suppress(OSError):
                open_files.add(os.readlink(each.path).removeprefix("socket:[").rstrip("]"))
    return len(ours & open_files)


def test_one_worker_has_all() -> None:
    [only] = shares(1)
    only.join()
    only.hold(1000)
    assert not only.is_exceeded()


def test_who_has_more_than_its_share_sheds() -> None:
    first, second = shares(2)
    first.join()
    first.hold(8)
    assert not first.is_exceeded()  # nobody else is there
    second.join()
    assert first.is_exceeded()
    second.hold(3)
    first.hold(5)
    assert first.is_exceeded()
    second.hold(4)
    first.hold(4)
    assert not first.is_exceeded()
    assert not second.is_exceeded()


def test_who_has_an_even_share_keeps_it() -> None:
    """Whatever the numbers: else a worker would close a connection after each answer for ever."""
    for workers in range(1, 17):
        all_of_them = shares(workers)
        for connections in range(200):
            for each in all_of_them:
                each.join()
                each.hold((connections + each.number) // workers)
            assert not any(each.is_exceeded() for each in all_of_them)


def test_one_connection_is_closed_at_a_time() -> None:
    """Answers come at once; the client of a closed connection needs a moment to come back."""
    now = 10.0
    first, second = shares(2)
    streams = [object.__new__(Http) for _ in range(9)]
    server = SimpleNamespace(connections=set(range(9)), app=FakeApp())
    Shedding(first, cast(AsyncioServer, server), lambda: now)
    for each in (first, second):
        each.join()
    for each in streams:
        each.keep_alive = True
    for each in streams[:4]:
        server.app.answered(SimpleNamespace(stream=each), None)
    assert [each.keep_alive for each in streams[:4]] == [False, True, True, True]
    now = 11.0
    for each in streams[4:8]:
        server.app.answered(SimpleNamespace(stream=each), None)
    assert [each.keep_alive for each in streams[4:8]] == [False, True, True, True]
    now = 12.0
    second.hold(9)
    server.app.answered(SimpleNamespace(stream=streams[8]), None)
    assert streams[8].keep_alive


class FakeApp:
    """Takes a middleware, as Sanic does."""

    def register_middleware(self, middleware: Callable[..., None], kind: str) -> None:
        self.answered = middleware
        assert kind == "response"


def test_chance_among_many_is_tolerated() -> None:
    first, second = shares(2)
    for each, connections in ((first, 270), (second, 230)):
        each.join()
        each.hold(connections)
    assert not first.is_exceeded()


def test_who_has_left_counts_no_more() -> None:
    first, second = shares(2)
    for each in (first, second):
        each.join()
        each.hold(4)
    second.leave()
    second.hold(4)
    first.hold(8)
    assert not first.is_exceeded()


def test_clients_that_stay_spread_over_workers_and_over_one_born_later() -> None:
    with Server("--workers", "2", "--rate-limit", "0") as server:
        clients = [httpx.Client(base_url=server.url, timeout=20) for _ in range(CLIENTS)]

        def spread() -> bool:
            for client in clients:
                try:
                    assert client.post(WEBHOOK, json={"sender": "a", "message": "/help"}).json()
                except httpx.TransportError:
                    continue  # the connection was to the worker that was killed
            held = [held_by(pid, server.port) for pid in server.workers]
            return len(held) == 2 and max(held) - min(held) <= 1

        server.http.close()
        wait_until(spread)
        os.kill(server.workers[0], signal.SIGKILL)
        wait_until(spread)
        for client in clients:
            client.close()
