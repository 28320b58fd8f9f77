"""Conversations and turns that nothing was learnt from. Single ones may go wrong; shares may not.

`python -m benchmarks.talks` and `python -m benchmarks.turns` print them. The expectations are one
person's, and strict: a turn that is answered well from another statement counts as wrong.
"""

from __future__ import annotations

from bot import Bot
from bot.evaluation import turns
from bot.evaluation.talks import Held, counted

_EVERY = 8
"""Of the held-out turns, how manieth is said here; `python -m benchmarks.turns` says them all."""


def test_held_out_conversations(bot: Bot, held_talks: list[Held]) -> None:
    found = counted(held_talks, bot)
    assert found["first right"] / found["first"] >= 0.6
    assert found["later right"] / found["later"] >= 0.5
    assert found["alarms"] / (found["first"] + found["later"]) <= 0.02


def test_held_out_turns(bot: Bot) -> None:
    found = turns.shares(bot, every=_EVERY)
    assert found["one right"] / found["one"] >= 0.55
    assert (found["several right"] + found["several partly"]) / found["several"] >= 0.75
    assert found["nothing right"] / found["nothing"] >= 0.65
    total = found["one"] + found["several"] + found["nothing"]
    assert found["alarms"] / total <= 0.02
