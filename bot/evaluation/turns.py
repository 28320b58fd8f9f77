"""Single turns of conversations (tests/turns/*.jsonl): what each part asks, and how many go right.

{"after": "inheritance/net", "parts": [{"text": "Less than I feared.", "is": "remark"},
 {"text": "Where would I read about the test?", "asks": ["genetic_testing/net"]}]}
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bot.content.places import default_content
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.engine import Bot

FOLDER = Path("tests") / "turns"
"""The folder of such turns beside a content."""
LEARNT, HELD_OUT = "learnt.jsonl", "held-out.jsonl"
_URGENT = {"emergency", "crisis"}
_ASKABLE = ("aspects", "refusals", "safety", "outside")


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


def read(name: str, folder: Path | None = None) -> Iterator[Turn]:
    """The turns of `LEARNT` or `HELD_OUT`.

    Args:
        folder: that they are in; by default the one beside the content of NET Guide.
    """
    path = (folder or default_content() / FOLDER) / name
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        after = Target.parse(row["after"]) if row["after"] else None
        yield Turn(after, tuple(_part(each) for each in row["parts"]))


def shares(bot: Bot, folder: Path | None = None, *, every: int = 1) -> Counter[str]:
    """Counts of the held-out turns: those that ask one thing, several, nothing; right ones; alarms.

    Turns that ask for an act of dialogue ("shorter", "and the others?") are left out: the act
    shows in how something is said, not in what.

    Args:
        folder: of the turns; by default the one beside the content of NET Guide.
        every: how manieth turn is said; all by default.
    """
    found: Counter[str] = Counter()
    for turn in islice(read(HELD_OUT, folder), 0, None, every):
        if not all(_is_askable(each, bot) for each in turn.asked):
            continue
        asks = ("nothing", "one", "several")[min(len(turn.asked), 2)]
        found[asks] += 1
        _count(found, turn, asks, bot)
    return found


def _count(found: Counter[str], turn: Turn, asks: str, bot: Bot) -> None:
    before = turn.state(bot)
    replies = bot.reply(turn.text, before).replies
    told = {each.intent for each in replies if _is_askable(each.intent, bot)}
    told -= {each.intent for each in replies if each.kind == "check_in"}
    # A personal guardrail may stand before the answer in general, and for another personal one.
    general = {each for each in told if not _is_personal(each, bot)}
    if any(_is_personal(each, bot) for each in turn.asked):
        right = told != general
    else:
        right = general == turn.asked
    found[f"{asks} right"] += right
    found[f"{asks} partly"] += not right and bool(told & turn.asked)
    urgent = bool(_URGENT & {each.kind for each in replies})
    found["alarms"] += urgent and not turn.asked & _URGENT
    found["check-ins"] += any(each.kind == "check_in" for each in replies)


def _is_askable(intent: str, bot: Bot) -> bool:
    known = bot.content.intents.get(intent)
    return known is not None and known.group in _ASKABLE


def _is_personal(intent: str, bot: Bot) -> bool:
    return any(each.intent == intent and not each.urgent for each in bot.content.guardrails)


def _part(row: dict[str, str | list[str]]) -> Part:
    asks = tuple(Target.parse(str(each)) for each in row.get("asks", ()))
    return Part(str(row["text"]), asks, str(row.get("is", "")))
