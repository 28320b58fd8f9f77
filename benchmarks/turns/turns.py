"""Reads tests/turns/*.jsonl: a message, the question before it, and what its parts ask.

{"after": "inheritance/net", "parts": [{"text": "Less than I feared.", "is": "remark"},
 {"text": "Where would I read about the test?", "asks": ["genetic_testing/net"]}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot import Bot
from bot.dialogue.state import State
from bot.dialogue.target import Target

FOLDER = Path(__file__).parents[2] / "tests" / "turns"
LEARNT = FOLDER / "learnt.jsonl"
HELD_OUT = FOLDER / "held-out.jsonl"


@dataclass(frozen=True)
class Part:
    """A sentence or clause of a message."""

    text: str
    asks: tuple[Target, ...]
    says: str
    """Intent of what it says when it asks nothing; '' when it asks."""


@dataclass(frozen=True)
class Turn:
    """A message and the question that was answered before it."""

    after: Target | None
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The message."""
        return " ".join(each.text for each in self.parts)

    @property
    def asked(self) -> frozenset[str]:
        """Intents of all that it asks."""
        return frozenset(each.name for part in self.parts for each in part.asks)

    def state(self, bot: Bot) -> State:
        """The state after the answer before it."""
        if self.after is None:
            return State()
        return bot.reply(self.after.payload, State()).state


def read(path: Path) -> Iterator[Turn]:
    """The turns of a file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        after = Target.parse(row["after"]) if row["after"] else None
        yield Turn(after, tuple(_part(each) for each in row["parts"]))


def _part(row: dict[str, str | list[str]]) -> Part:
    asks = tuple(Target.parse(str(each)) for each in row.get("asks", ()))
    return Part(str(row["text"]), asks, str(row.get("is", "")))
