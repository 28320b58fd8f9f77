"""What the service is asked."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator

from bot import Bot
from bot.evaluation.lines import held_out_lines


def questions() -> list[bytes]:
    """Every held-out line once, each the first message of somebody: no two alike."""
    texts = dict.fromkeys(line.text for line in held_out_lines())
    return [body(text, sender=f"benchmark-{number}") for number, text in enumerate(texts)]


def quick_replies(bot: Bot, number: int) -> Iterator[bytes]:
    """Choices that the bot offers, with the state in which it offers them."""
    found = []
    for text in ("what is it", "pnet symptoms", "is it inherited", "carcinoid treatment", "types"):
        turn = bot.reply(text)
        for choice in turn.replies[-1].choices:
            found.append(body(choice.payload, turn.state.to_dict()))
    for guide in bot.content.guides:
        turn = bot.reply(f'/guide{{"id": "{guide}"}}')
        while turn.state.guide:
            choice = turn.replies[-1].choices[0]
            found.append(body(choice.payload, turn.state.to_dict()))
            turn = bot.reply(choice.payload, turn.state)
    return itertools.islice(itertools.cycle(found), number)


def body(message: str, state: dict[str, object] | None = None, sender: str = "benchmark") -> bytes:
    """The JSON of a request, as a client that keeps the state sends it."""
    return json.dumps({"sender": sender, "message": message, "metadata": {"state": state}}).encode()
