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
from collections import Counter
from pathlib import Path

import httpx

from benchmarks.service.client import PATH
from benchmarks.service.processes import running, service
from bot import Bot

PORT = 8191
SECONDS = 120
KILL_EVERY = 5.0
STOP_EVERY = 3
"""Kills after which another worker is stopped."""
LONGEST_WAIT = 60.0
"""Seconds in which a message must be answered in the end; many wait when few workers are left."""


class Talk:
    """One conversation about one subject, by a client that keeps its state."""

    def __init__(self, number: int, subject: str, client: httpx.AsyncClient) -> None:
        self.sender = f"client-{number}"
        self.subject = subject
        self._client = client
        self.answered = self.again = 0
        self.wrong: list[str] = []

    async def go_on(self, until: float) -> None:
        """Ask about the subject, then without naming it, again and again."""
        while time.monotonic() < until:
            state = await self._say(f'/overview{{"subject": "{self.subject}"}}', None)
            if self.wrong:
                return  # what comes after a message without an answer says nothing
            await self._say("and where does that come from?", state)

    async def _say(self, message: str, state: object) -> object:
        request = {
            "sender": self.sender,
            "message": message,
            "metadata": {"state": state, "message_id": f"{self.sender}-{self.answered}"},
        }
        deadline = time.monotonic() + LONGEST_WAIT
        while True:
            try:
                response = await self._client.post(PATH, json=request)
                break
            except httpx.TransportError:
                self.again += 1
                if time.monotonic() > deadline:
                    self.wrong.append("no answer")
                    return state
                await asyncio.sleep(random.uniform(0.05, 0.3))
        return self._check(response)

    def _check(self, response: httpx.Response) -> object:
        if response.status_code != 200:
            self.wrong.append(f"status {response.status_code}")
            return None
        answer = response.json()
        state = answer[-1]["custom"]["state"]
        if answer[0]["recipient_id"] != self.sender or state["about"][0] != self.subject:
            self.wrong.append("somebody else's answer")
        self.answered += 1
        return state


async def talk_and_kill(parent: int, subjects: list[str], clients: int, seconds: int) -> None:
    """Run the conversations and the killer, and print what came of it."""
    until = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(
        base_url=f"http://127.0.0.1:{PORT}", limits=limits, timeout=30
    ) as client:
        talks = [Talk(n, subjects[n % len(subjects)], client) for n in range(clients)]
        killer = asyncio.create_task(_kill(parent, until))
        await asyncio.gather(*(each.go_on(until) for each in talks))
        killed, stopped = await killer
    wrong = Counter(reason for each in talks for reason in each.wrong)
    print(f"{clients} conversations, {killed} workers killed and {stopped} stopped in {seconds} s")
    print(f"  messages answered   {sum(each.answered for each in talks):8}")
    print(f"  sent again          {sum(each.again for each in talks):8}")
    print(f"  without answer, or with somebody else's   {sum(wrong.values())} {dict(wrong) or ''}")
    if wrong:
        raise SystemExit(1)


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
    content = Bot.load().content
    subjects = [
        name
        for name, each in content.subjects.items()
        if content.kinds[each.kind].carries and (name, "overview") in content.cells
    ]
    with running(service(PORT, "--workers", "2"), PORT, "/webhooks/rest") as (process, _):
        asyncio.run(talk_and_kill(process.pid, subjects, options.clients, options.seconds))


if __name__ == "__main__":
    main()
