"""Connections that stay are spread over the workers."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import httpx

from bot.channels.server.balance import shares
from tests.web.server import WEBHOOK, Server, wait_until

CLIENTS = 8


def held_by(pid: int, port: int) -> int:
    """How many established connections to a port a process has."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = {row[9] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "01"}
    files = Path(f"/proc/{pid}/fd").iterdir()
    return len(ours & {os.readlink(each).removeprefix("socket:[").rstrip("]") for each in files})


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
