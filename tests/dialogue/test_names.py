"""'What is X?' is about X, whatever was asked before."""

from __future__ import annotations

import pytest

from bot import Bot
from bot.dialogue.memory import follow
from bot.dialogue.policy import Policy
from bot.dialogue.state import State
from bot.dialogue.target import Target

PHRASINGS = (
    "what is {name}?",
    "What are {name}",
    "tell me about {name}",
    "explain {name}",
    "can you explain what {name} is",
    "ok and what is {name} exactly?",
)
DEFINING = {"overview", "term_meaning", "kind_of", "name_meaning", "types"}


def before(bot: Bot, intent: str) -> State:
    """The state after an aspect was answered for the root."""
    show = bot.policy.show
    decision = show.target(Target(intent, bot.content.root), State())
    return follow(decision, State(), bot.content)


def aspects(bot: Bot) -> list[str]:
    return [each.id for each in bot.content.intents.values() if each.group == "aspects"]


@pytest.mark.parametrize("phrasing", PHRASINGS)
def test_every_subject_after_every_aspect(phrasing: str, bot: Bot) -> None:
    wrong = []
    states = {intent: before(bot, intent) for intent in aspects(bot)}
    policy: Policy = bot.policy
    for subject in bot.content.subjects.values():
        reading = bot.read(phrasing.format(name=subject.names[0]))
        for intent, state in states.items():
            outcome = policy.decide(reading, state, [])
            said = [
                (getattr(each, "intent", ""), getattr(each, "subject", ""))
                for each in outcome.decisions
            ]
            if not any(intent in DEFINING for intent, _ in said):
                wrong.append((subject.id, intent, said))
    total = len(bot.content.subjects) * len(states)
    assert not wrong, f"{len(wrong)} of {total}: {wrong[:8]}"
