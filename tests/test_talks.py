"""Conversations that nothing was learnt from. Single turns may go wrong; the shares may not.

`python -m benchmarks.talks` prints them. The expectations are one person's, and strict: a turn that
is answered well from another statement counts as wrong.
"""

from __future__ import annotations

from bot import Bot
from bot.evaluation.talks import shares


def test_held_out_conversations(bot: Bot) -> None:
    found = shares(bot)
    assert found["first right"] / found["first"] >= 0.6
    assert found["later right"] / found["later"] >= 0.5
    assert found["alarms"] / (found["first"] + found["later"]) <= 0.02
