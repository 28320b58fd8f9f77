"""python -m benchmarks.service.chaos: conversations go on while workers are killed or hang.

500 clients talk at once for two minutes; every 5 seconds a worker gets SIGKILL, and every 15
seconds another SIGSTOP. Each client sends a message again until it is answered, as the widget
does, and checks that the answer is its own.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import time
from pathlib import Path

from benchmarks.service import talk
from benchmarks.service.client import PATH
from benchmarks.service.processes import running, service
from benchmarks.service.talk import Talk
from bot import Bot

PORT = 8191
SECONDS = 120
KILL_EVERY = 5.0
STOP_EVERY = 3
"""Kills after which another worker is stopped."""


async def talk_and_kill(parent: int, subjects: list[str], clients: int, seconds: int) -> bool:
    """Run the conversations and the killer, and print what came of it; whether all went well."""
    until = time.monotonic() + seconds
    url = f"http://127.0.0.1:{PORT}"
    async with talk.talks(url, PATH, clients, subjects, keeps_state=True) as talks:
        killer = asyncio.create_task(_kill(parent, until))
        await asyncio.gather(*(_go_on(each, until) for each in talks))
        killed, stopped = await killer
    print(f"{clients} conversations, {killed} workers killed and {stopped} stopped in {seconds} s")
    return talk.report(talks)


async def _go_on(talk: Talk, until: float) -> None:
    while time.monotonic() < until and not talk.wrong:
        await talk.exchange()


async def _kill(parent: int, until: float) -> tuple[int, int]:
    """Kill and stop workers; returns how many of each."""
    killed = stopped = 0
    while time.monotonic() + KILL_EVERY < until:
        await asyncio.sleep(KILL_EVERY)
        workers = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        random.shuffle(workers)
        killed += _send(workers[:1], signal.SIGKILL)
        if killed % STOP_EVERY == 0:
            stopped += _send(workers[1:2], signal.SIGSTOP)
    return killed, stopped


def _send(workers: list[str], number: signal.Signals) -> int:
    """Send a signal; returns to how many."""
    for each in workers:
        os.kill(int(each), number)
    return len(workers)


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(
        description="Conversations go on while workers are killed or hang."
    )
    parser.add_argument("--clients", type=int, default=500)
    parser.add_argument("--seconds", type=int, default=SECONDS)
    options = parser.parse_args()
    about = talk.subjects(Bot.load().content)
    with running(service(PORT, "--workers", "2"), PORT, "/webhooks/rest") as (process, _):
        if not asyncio.run(talk_and_kill(process.pid, about, options.clients, options.seconds)):
            raise SystemExit(1)


if __name__ == "__main__":
    main()
