"""Writes the lines that `tools.encoder.listener` learns from: each with the question before it.

    python -m tools.encoder.pairs LINES.jsonl

One object a line: `before` (what the question before is called on its button, or empty), `text`
(masked as the engine reads it), `labels`: the intents that it has, mostly one.

- All follow-ups after their question, and utterances, which mean the same after any of them and at
  the start.
- Messages put together of several lines: stories around a question, two questions, one question
  in two ways. Most messages that look like two questions ask one, and a listener that has seen
  both kinds knows which.
- What turns of conversations mean (`tools/turns.py`), their parts and the whole:
  that is how people go on.

And, without labels, the parts that people cut single turns into, as they wrote them, each with
whether it asks: from these it learns where a message is cut.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.dialogue.target import Target
from bot.engine import Bot
from bot.understand.examples import examples, follow_ups
from bot.understand.seen import Seer
from tools.turns import Single, learnt, turns

UTTERANCES = 25_000
"""Utterances that are drawn."""
TOGETHER = 6_000
"""Messages that are put together."""
CUTS = 20_000
"""Turns that are drawn in their parts."""
SEED = 0
_STORY, _TWO = 0.55, 0.9
"""Shares of messages put together: stories with a question, and, from there, two questions."""
_AT_THE_START = 0.4
"""Share of utterances, and of messages put together, that have no question before."""
_FOLLOWS = 0.4
"""Share of their questions that are follow-ups."""
_SAYS = (
    *("acknowledgement", "bereavement", "disclosure", "distress", "feeling", "frustration"),
    *("greeting", "own_story", "praise", "remark", "thanks"),
)
"""Intents of what is said around a question."""
_JOINS = ("", "", "", "", "and", "and", "also", "but", "so", "or")
"""What stands between two parts."""
_ASKS = ("aspects", "refusals", "dialogue")
_PERSONAL = "personal_"
_SMALL, _BARE = 0.15, 0.27
"""Shares of turns to be cut in small letters, and, up to there, without their signs, too: so do
many write on a phone."""
_SIGNS = str.maketrans(dict.fromkeys(".,?!;:", " "))


@dataclass(frozen=True)
class Line:
    """A message after a question, and what it means."""

    before: str
    text: str
    labels: tuple[str, ...]


@dataclass(frozen=True)
class CutLine:
    """A message as it was written, in its parts: the text of each, and whether it asks."""

    parts: tuple[tuple[str, bool], ...]


class Pairs:
    """Draws the lines, in a fixed order."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._seer = Seer(bot.content, bot.understander.viewer)
        self._random = random.Random(SEED)
        self._follow_ups = follow_ups(bot.content, self._seer, made=False)
        self._befores = sorted({self._spoken(each.before) for each in self._follow_ups})
        known = examples(bot.content, self._seer, made=False)
        self._utterances = [(each.text, each.label) for each in known]

    def lines(self) -> Iterator[Line]:
        """All of them."""
        drawn = min(UTTERANCES, len(self._utterances))
        for text, label in self._random.sample(self._utterances, drawn):
            start = self._random.random() < _AT_THE_START
            yield Line("" if start else self._random.choice(self._befores), text, (label,))
        for each in self._follow_ups:
            yield Line(self._spoken(each.before), each.text, (each.label,))
        yield from self._together()
        for turn in turns(self._bot):
            if turn.intent in self._bot.content.intents and not turn.kept:
                masked = turn.segment.view.masked
                yield Line(self._before(turn.state.last), masked, (turn.intent,))
        for whole in learnt():
            yield from self._whole(whole)

    def cuts(self) -> Iterator[CutLine]:
        """The single turns in their parts."""
        turns = list(learnt())
        for turn in self._random.sample(turns, min(CUTS, len(turns))):
            parts = [(each.text, bool(each.asks)) for each in turn.parts]
            kind = self._random.random()
            if kind < _BARE:
                parts = [(text.lower(), asks) for text, asks in parts]
            if _SMALL <= kind < _BARE:
                parts = [(" ".join(text.translate(_SIGNS).split()), asks) for text, asks in parts]
            yield CutLine(tuple(each for each in parts if each[0]))

    def _together(self) -> Iterator[Line]:
        """Stories with a question, two questions, and one question in two ways."""
        says = [text for text, label in self._utterances if label in _SAYS]
        asks = [each for each in self._utterances if self._may_ask(each[1])]
        after = [each for each in self._follow_ups if self._may_ask(each.label)]
        by_label: dict[str, list[str]] = {}
        for text, label in asks:
            by_label.setdefault(label, []).append(text)
        for _ in range(TOGETHER):
            kind = self._random.random()
            before = "" if self._random.random() < _AT_THE_START else None
            if before is None and self._random.random() < _FOLLOWS:
                follows = self._random.choice(after)
                before, text, label = self._spoken(follows.before), follows.text, follows.label
            else:
                text, label = self._random.choice(asks)
            before = self._random.choice(self._befores) if before is None else before
            parts, labels = [text], [label]
            if kind < _STORY or self._random.random() < _STORY / 2:
                parts.insert(self._random.randrange(2), self._random.choice(says))
            if kind >= _TWO and label in by_label:
                parts.append(self._random.choice(by_label[label]))
            elif kind >= _STORY:
                second, other = self._random.choice(asks)
                parts.append(second)
                labels += [other] if other != label else []
            yield Line(before, self._joined(parts), tuple(labels))

    def _may_ask(self, label: str) -> bool:
        group = self._bot.content.intents[label].group
        return group in _ASKS or label.startswith(_PERSONAL)

    def _joined(self, parts: Sequence[str]) -> str:
        found = parts[0]
        for each in parts[1:]:
            found += f" {self._random.choice(_JOINS)} {each}"
        return " ".join(found.split())

    def _whole(self, turn: Single) -> Iterator[Line]:
        """A whole message of several parts: what it asks, or what it says at the end."""
        seen = self._seer.see(turn.text)
        said = [each.says.partition("/")[0] for each in turn.parts if each.says]
        labels = tuple(sorted(turn.asked)) or tuple(said[-1:])
        if (
            seen
            and labels
            and len(turn.parts) > 1
            and self._bot.content.intents.keys() >= set(labels)
        ):
            before = self._before(turn.state(self._bot).last)
            yield Line(before, seen.masked, labels)

    def _before(self, last: Target | None) -> str:
        return self._spoken(last.name) if last else ""

    def _spoken(self, intent: str) -> str:
        return self._bot.policy.interpreter.spoken(intent)


def main() -> None:
    """Write the lines."""
    parser = argparse.ArgumentParser(description="Write lines with what was before them.")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    pairs = Pairs(Bot.load())
    found = [asdict(each) for each in (*pairs.lines(), *pairs.cuts())]
    lines = [json.dumps(each, ensure_ascii=False) + "\n" for each in found]
    given.target.write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
