"""Counts how many turns of tests/turns are answered as they were meant."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.turns import turns
from benchmarks.turns.turns import Turn
from bot import Bot
from bot.dialogue.state import State

_URGENT = {"emergency", "crisis"}
_ASKABLE = ("aspects", "refusals", "safety", "outside")


def shares(bot: Bot, path: Path = turns.HELD_OUT) -> Counter[str]:
    """Counts of turns: those that ask one thing, several, nothing; right ones; alarms.

    Turns that ask for an act of dialogue ("shorter", "and the others?") are left out: the act
    shows in how something is said, not in what.
    """
    found: Counter[str] = Counter()
    for turn in turns.read(path):
        if not all(_is_askable(each, bot) for each in turn.asked):
            continue
        asks = ("nothing", "one", "several")[min(len(turn.asked), 2)]
        found[asks] += 1
        _count(found, turn, asks, bot)
    return found


def _count(found: Counter[str], turn: Turn, asks: str, bot: Bot) -> None:
    before = turn.state(bot)
    replies = bot.reply(turn.text, before if turn.after else State()).replies
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
