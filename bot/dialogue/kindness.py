"""A kind word before an answer, for what a message feels beside what it asks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.dialogue.decision import Decision, ShowCell, ShowPhrase
from bot.dialogue.manner import in_one_line
from bot.dialogue.several import deals_with, is_guardrail, says_something
from bot.understand.reading import Reading


class Kindness:
    """What the intent that was felt (`kind_word`, `spares`) makes of the replies."""

    def __init__(self, content: Content) -> None:
        self._intents = content.intents

    def opening(self, reading: Reading, said: Sequence[Decision]) -> list[Decision]:
        """The replies, behind a kind word where they deal with a question."""
        felt = self._intents.get(reading.felt)
        if felt is None or not (deals_with(said[0]) or is_guardrail(said[0])):
            return list(said)
        rest = [each for each in said if getattr(each, "intent", "") != felt.id]
        return [ShowPhrase(felt.kind_word, felt.id), *rest]

    def spared(self, reading: Reading, said: ShowCell | None) -> ShowCell | None:
        """A guardrail, in one line where more of it would hurt who feels that."""
        felt = self._intents.get(reading.felt)
        spares = felt is not None and said is not None and said.intent in felt.spares
        return in_one_line(said) if said and spares else said

    def says_something(self, decision: Decision) -> bool:
        """Whether it deals with what was said, be it with a kind word alone."""
        intent = self._intents.get(getattr(decision, "intent", ""))
        return says_something(decision) or bool(intent and intent.kind_word)
