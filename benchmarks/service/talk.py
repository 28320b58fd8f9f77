"""A conversation by a client that sends again until it is answered, as the widget does."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager

import httpx

from bot.content.library import Content

LONGEST_WAIT = 60.0
"""Seconds in which a message must be answered in the end; many wait when few workers are left."""
_AWAY = (502, 503, 504)
"""What a proxy says when there is nobody behind it."""


class Talk:
    """One conversation about one subject, which checks that each answer is its own."""

    def __init__(
        self, number: int, subject: str, client: httpx.AsyncClient, path: str, *, keeps_state: bool
    ) -> None:
        """
        Args:
            number: of the conversation; its sender is made of it.
            path: where messages are sent.
            keeps_state: whether the client keeps the state, or lets the service remember.
        """
        self.sender = f"client-{number}"
        self._subject = subject
        self._client = client
        self._path = path
        self._keeps_state = keeps_state
        self.answered = self.again = 0
        self.wrong: list[str] = []

    async def exchange(self) -> None:
        """Ask about the subject, then what only the first question makes clear."""
        state = await self._say(f'/overview{{"subject": "{self._subject}"}}', None)
        if not self.wrong:  # what comes after a message without an answer says nothing
            await self._say("and where does that come from?", state)

    async def _say(self, message: str, state: object) -> object:
        metadata: dict[str, object] = {"message_id": f"{self.sender}-{self.answered}"}
        if self._keeps_state:
            metadata["state"] = state
        request = {"sender": self.sender, "message": message, "metadata": metadata}
        deadline = time.monotonic() + LONGEST_WAIT
        while time.monotonic() < deadline:
            try:
                response = await self._client.post(self._path, json=request)
                if response.status_code not in _AWAY:
                    return self._check(response)
            except httpx.TransportError:
                pass
            self.again += 1
            await asyncio.sleep(random.uniform(0.05, 0.3))
        self.wrong.append("no answer")
        return state

    def _check(self, response: httpx.Response) -> object:
        if response.status_code != 200:
            self.wrong.append(f"status {response.status_code}")
            return None
        last = response.json()[-1]
        if last["recipient_id"] != self.sender:
            self.wrong.append("somebody else's answer")
        elif last["custom"]["cell"] != f"{self._subject}/overview":
            self.wrong.append("lost what it was about")
        self.answered += 1
        return last["custom"].get("state")


@asynccontextmanager
async def talks(
    url: str, path: str, number: int, about: list[str], *, keeps_state: bool
) -> AsyncIterator[list[Talk]]:
    """As many conversations, ready to begin; each has a connection of its own.

    Args:
        url: of the service, or of what is in front of it.
        about: subjects, in turn.
    """
    async with AsyncExitStack() as open_clients:
        made = []
        for each in range(number):
            client = httpx.AsyncClient(base_url=url, verify=False, trust_env=False, timeout=30)
            await open_clients.enter_async_context(client)
            subject = about[each % len(about)]
            made.append(Talk(each, subject, client, path, keeps_state=keeps_state))
        yield made


def subjects(content: Content) -> list[str]:
    """What conversations are about: each has an answer of its own."""
    return [
        name
        for name, each in content.subjects.items()
        if content.kinds[each.kind].carries and (name, "overview") in content.cells
    ]


def report(talks: Iterable[Talk]) -> bool:
    """Print what came of the conversations; whether all went well."""
    talks = list(talks)
    wrong = Counter(reason for each in talks for reason in each.wrong)
    print(f"  messages answered   {sum(each.answered for each in talks):8}")
    print(f"  sent again          {sum(each.again for each in talks):8}")
    print(f"  without answer, or with a wrong one   {wrong.total():8} {dict(wrong) or ''}")
    return not wrong
