"""python -m benchmarks.service.failover: one of two services behind nginx is killed.

500 conversations go on meanwhile: once by clients that keep the state, once by clients that
send only a sender, whom both services remember in Redis. nginx is set up as docs/scaling.md
has it.
"""

from __future__ import annotations

import argparse
import asyncio
import signal
import time
from contextlib import ExitStack, closing

from benchmarks.service import talk
from benchmarks.service.talk import Talk
from bot import Bot
from tests.harness.chat import WEBHOOK, Server
from tests.harness.nginx import Nginx
from tests.harness.redis import Redis

CLIENTS = 500
EXCHANGES = 2
"""Times that each conversation asks and asks on; one service dies after half of them."""


def hold(clients: int, about: list[str], *, keeps_state: bool) -> list[Talk]:
    """Conversations through nginx, with one of the two services killed in the middle.

    Args:
        clients: how many talk at once.
        about: subjects of the conversations.
        keeps_state: whether the clients keep the state; else Redis does.
    """
    with ExitStack() as running:
        options = ["--trusted-proxies", "1", "--rate-limit", "0", "--drain-seconds", "1"]
        if not keeps_state:
            redis = Redis()
            running.callback(redis.close)
            redis.start()
            options += ["--sessions", redis.url]
        first, second = (running.enter_context(Server(*options)) for _ in range(2))
        nginx = running.enter_context(closing(Nginx(first.port, second.port, floods=True)))
        return asyncio.run(_hold(clients, about, nginx.url, first, keeps_state=keeps_state))


async def _hold(
    clients: int, about: list[str], url: str, victim: Server, *, keeps_state: bool
) -> list[Talk]:
    path = f"/chat{WEBHOOK}"
    async with talk.talks(url, path, clients, about, keeps_state=keeps_state) as talks:
        killer = asyncio.create_task(_kill(victim, talks))
        await asyncio.gather(*(_go_on(each) for each in talks))
        await killer
    return talks


async def _go_on(talk: Talk) -> None:
    for _ in range(EXCHANGES):
        await talk.exchange()


async def _kill(victim: Server, talks: list[Talk]) -> None:
    """As a power cut would, when half of the messages are answered."""
    half = EXCHANGES * len(talks)
    while sum(each.answered + len(each.wrong) for each in talks) < half:
        await asyncio.sleep(0.01)
    victim.process.send_signal(signal.SIGKILL)


def main() -> None:
    """Run both, and print what came of them."""
    parser = argparse.ArgumentParser(
        description="Conversations go on while one of two services behind nginx is killed."
    )
    parser.add_argument("--clients", type=int, default=CLIENTS)
    clients = parser.parse_args().clients
    about = talk.subjects(Bot.load().content)
    well = True
    for keeps_state, name in ((True, "clients that keep the state"), (False, "sessions in Redis")):
        start = time.monotonic()
        talks = hold(clients, about, keeps_state=keeps_state)
        print(f"{name}: {clients} conversations, {time.monotonic() - start:.0f} s with the starts")
        well &= talk.report(talks)
    if not well:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
