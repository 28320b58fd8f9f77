"""Faults put into the safety path on purpose: the scripted conversations must notice each.

A mutation patches one thing of a bot that is loaded already. `make mutants` tries each on all
conversations; `tests/test_mutants.py` tries them on those about safety.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bot import Bot
from bot.compose import composer
from bot.dialogue import guardrails, policy
from bot.dialogue.alarms import AfterAlarm
from bot.dialogue.calm import Calm
from bot.dialogue.guardrails import Guardrails
from bot.dialogue.target import Target
from bot.language.foreign import ForeignLanguages
from bot.language.foreign_alarms import ForeignAlarms
from bot.language.negation import Negation
from bot.language.rules import RuleBook
from bot.testing import conversations
from bot.testing.conversations import Conversation
from bot.understand import understander
from bot.understand.reading import Danger, Reading

FOLDER = Path(__file__).parent / "conversations"
SAFETY = ("crisis", "emergency", "sadness", "personal", "after-alarms", "danger-elsewhere")

Change = Callable[[Any], Any]
"""From what stands there to what shall stand there."""


@dataclass(frozen=True)
class Mutation:
    """One fault."""

    name: str
    owner: object
    attribute: str
    change: Change

    @contextmanager
    def made(self) -> Iterator[None]:
        """The fault, for a while."""
        was = getattr(self.owner, self.attribute)
        with patch.object(self.owner, self.attribute, self.change(was)):
            yield


def mutations(bot: Bot) -> list[Mutation]:
    """All faults."""
    rails = bot.policy._guardrails  # the content's thresholds are kept there
    return [
        Mutation("the reader sees half", understander, "read_danger", _scaled(0.5)),
        Mutation("the reader sees nothing", understander, "read_danger", _scaled(0.0)),
        Mutation("the reader sees the first sentence", understander, "read_danger", _first_read),
        Mutation("no rule fires", RuleBook, "alarms", _always(())),
        Mutation("rules see the first sentence", RuleBook, "alarms", _first_ruled),
        Mutation("negation is not seen", Negation, "negates", _always(False)),
        Mutation("everything is negated", Negation, "negates", _always(True)),
        Mutation("one kind of number for either", guardrails, "EITHER_SHARE", _is(1.1)),
        Mutation("high thresholds", rails, "_by_intent", _thresholds(0.99, 0.98)),
        Mutation("low thresholds", rails, "_by_intent", _thresholds(0.02, 0.01)),
        Mutation("rules need much support", guardrails, "RULE_SUPPORT", _is(1.1)),
        Mutation("sure rules need much support", guardrails, "SURE_SUPPORT", _is(1.1)),
        Mutation("rules need no support", guardrails, "RULE_SUPPORT", _is(0.0)),
        Mutation("personal rules need much support", guardrails, "PERSONAL_SUPPORT", _is(1.1)),
        Mutation("no alarm", Guardrails, "alarm", _always(None)),
        Mutation("no check-in", Guardrails, "check_in", _always(None)),
        Mutation("no personal guardrail", Guardrails, "personal", _always(None)),
        Mutation("a check-in instead of the answer", policy, "says_something", _always(False)),
        Mutation("choices after an alarm", composer, "_URGENT", _is(())),
        Mutation("reactions are not heard", AfterAlarm, "answer", _always(None)),
        Mutation("alarms are forgotten", policy, "remembering", _forgetting),
        Mutation("regions are not heard", AfterAlarm, "located", _unlocated),
        Mutation("context calms nothing", Calm, "read", _uncalmed),
        Mutation("no danger in other languages", ForeignAlarms, "find", _always(None)),
        Mutation("another language goes first", ForeignLanguages, "recognise", _always("es")),
        Mutation("payloads may have words", Target, "from_payload", _any_payload),
    ]


def survivors(bot: Bot, talks: Sequence[Conversation]) -> list[str]:
    """Names of the faults that no conversation notices, nor the two things that none can show."""
    found = []
    for each in mutations(bot):
        # Replies that were made before the fault, or with it, must not hide it or stay.
        with each.made(), patch.object(bot.composer, "_kept", {}):
            if _sound(bot) and not any(conversations.run(talk, bot) for talk in talks):
                found.append(each.name)
    return found


def _sound(bot: Bot) -> bool:
    """Whether danger of either kind gets all numbers, and words behind a payload are heard."""
    both = Reading("", danger=Danger({"emergency": 0.5, "crisis": 0.4}))
    said = bot.policy._guardrails.alarm(both)
    heard = bot.reply("/topics I want to kill myself").kind == "crisis"
    return heard and said is not None and "{crisis_lines}" in said.cell.lead


def talks(names: Sequence[str]) -> list[Conversation]:
    """The scripted conversations of these files."""
    return [each for name in names for each in conversations.load(FOLDER / f"{name}.yaml")]


def _is(value: object) -> Change:
    return lambda _: value


def _always(value: object) -> Change:
    return lambda _: lambda *_given, **_named: value


def _scaled(share: float) -> Change:
    def change(was: Any) -> Any:
        def read(*given: Any) -> Danger:
            shares = was(*given).shares
            return Danger({name: share * value for name, value in shares.items()})

        return read

    return change


def _first_read(was: Any) -> Any:
    return lambda sentences, _whole, classes: was(sentences[:1], None, classes)


def _first_ruled(was: Any) -> Any:
    return lambda self, sentences: was(self, sentences[:1])


def _thresholds(alarm: float, check_in: float) -> Change:
    def change(was: Any) -> Any:
        moved = {"threshold": alarm, "check_in": check_in}
        return {
            name: each.model_copy(update=moved) if each.urgent else each
            for name, each in was.items()
        }

    return change


def _forgetting(was: Any) -> Any:
    return lambda *given, **named: replace(was(*given, **named), alarm=None)


def _unlocated(_: Any) -> Any:
    return lambda _self, _reading, state, **_named: state


def _uncalmed(_: Any) -> Any:
    return lambda _self, reading, _state: reading


def _any_payload(was: Any) -> Any:
    def from_payload(message: str) -> Target | None:
        word = message.split(maxsplit=1)[0].partition("{")[0] if message.startswith("/") else ""
        return Target(word[1:]) if word[1:] else was(message)

    return from_payload


def main() -> None:
    """Say which faults survive all conversations."""
    bot = Bot.load()
    everything = talks([path.stem for path in sorted(FOLDER.glob("*.yaml"))])
    passing = [talk for talk in everything if not conversations.run(talk, bot)]
    left = survivors(bot, passing)
    for name in left:
        print(f"survives: {name}")
    print(f"{len(mutations(bot)) - len(left)} of {len(mutations(bot))} faults are noticed")


if __name__ == "__main__":
    main()
