"""Writes the lines that `tools.encoder.listener` learns from: each with the question before it.

    python -m tools.encoder.pairs LINES.jsonl

One object a line: `before` (what the question before is called on its button, or empty), `text`
(masked as the engine reads it), `label`. All follow-ups; utterances, which mean the same after
any question: they are drawn, and so is what was before them; and, more than once, what turns of
conversations mean (`tools/turns.py`), for that is how people go on.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

from bot.dialogue.target import Target
from bot.engine import Bot
from bot.understand.examples import examples, follow_ups
from bot.understand.seen import Seer
from tools.turns import learnt, turns

UTTERANCES = 24_000
"""Utterances that are drawn."""
AT_THE_START = 0.4
"""Share of them that is learnt without a question before."""
TIMES = 3
"""How often each turn of a conversation is learnt."""
SEED = 0


def pairs(bot: Bot) -> Iterator[dict[str, str]]:
    """The lines, in a fixed order."""
    seer = Seer(bot.content, bot.understander.viewer)
    intents, rng = bot.content.intents, random.Random(SEED)
    spoken = bot.policy.interpreter.spoken
    said = follow_ups(bot.content, seer, made=False)
    befores = sorted({each.before for each in said})
    lines = [(e.text, e.label) for e in examples(bot.content, seer, made=False)]
    for text, label in rng.sample(lines, min(UTTERANCES, len(lines))):
        before = "" if rng.random() < AT_THE_START else spoken(rng.choice(befores))
        yield {"before": before, "text": text, "label": label}
    for each in said:
        yield {"before": spoken(each.before), "text": each.text, "label": each.label}
    for turn in turns(bot):
        if turn.intent in intents and not turn.kept:
            before = _before(turn.state.last, bot)
            line = {"before": before, "text": turn.segment.view.masked, "label": turn.intent}
            yield from [line] * TIMES
    yield from _whole(bot, seer)


def _whole(bot: Bot, seer: Seer) -> Iterator[dict[str, str]]:
    """Whole messages of several parts of which one asks."""
    for turn in learnt():
        [intent] = turn.asked if len(turn.asked) == 1 else [""]
        seen = seer.see(turn.text)
        if seen and len(turn.parts) > 1 and intent in bot.content.intents:
            before = _before(turn.state(bot).last, bot)
            yield {"before": before, "text": seen.masked, "label": intent}


def _before(last: Target | None, bot: Bot) -> str:
    return bot.policy.interpreter.spoken(last.name) if last else ""


def main() -> None:
    """Write the lines."""
    parser = argparse.ArgumentParser(description="Write lines with what was before them.")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in pairs(Bot.load())]
    given.target.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
