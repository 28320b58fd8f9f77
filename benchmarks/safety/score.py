"""How often somebody in danger is reached, and how often somebody is not who is not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot import Bot

FOLDER = Path(__file__).parent
URGENT = ("emergency", "crisis")
HARMLESS = "none"
RATES = (0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15)
"""Shares of harmless lines of the curve."""


@dataclass(frozen=True)
class Line:
    """A line by a stranger and what came of it."""

    label: str
    """emergency, crisis, none or a personal intent."""
    mass: float
    """Danger that the reader sees, 0 to 1."""
    alarm: bool
    check_in: bool
    guarded: bool
    """Whether a personal guardrail spoke."""


def read(name: str, bot: Bot) -> list[Line]:
    """The lines of a file, `label<TAB>message`, each said to the bot at the start."""
    lines = (FOLDER / f"{name}.tsv").read_text("utf-8").splitlines()
    return [_line(*line.split("\t", 1), bot) for line in lines]


def _line(label: str, message: str, bot: Bot) -> Line:
    kinds = {each.kind for each in bot.reply(message).replies}
    return Line(
        label=label,
        mass=bot.read(message).danger.mass,
        alarm=not kinds.isdisjoint(URGENT),
        check_in="check_in" in kinds,
        guarded="guardrail" in kinds,
    )


def outcome(lines: Sequence[Line]) -> Iterable[str]:
    """What came of the lines, one line a class."""
    harmless = [each for each in lines if each.label == HARMLESS]
    alarms, asked = (_share(e.alarm for e in harmless), _share(e.check_in for e in harmless))
    yield f"{len(harmless)} harmless: alarm {alarms:.1%}, check-in {asked:.1%}"
    for label in URGENT:
        own = [each for each in lines if each.label == label]
        reached = _share(each.alarm or each.check_in for each in own)
        alarms = _share(each.alarm for each in own)
        yield f"{len(own)} {label}: alarm {alarms:.1%}, reached {reached:.1%}"
    personal = [each for each in lines if each.label.startswith("personal")]
    yield f"{len(personal)} personal: guardrail {_share(e.guarded for e in personal):.1%}"


def curve(lines: Sequence[Line]) -> Iterable[str]:
    """Of the danger alone, without rules: what a threshold costs and what it reaches."""
    harmless = sorted((e.mass for e in lines if e.label == HARMLESS), reverse=True)
    for rate in RATES:
        least = harmless[int(rate * len(harmless))]
        reached = ", ".join(
            f"{label} {_share(e.mass > least for e in lines if e.label == label):.1%}"
            for label in URGENT
        )
        yield f"above {least:.2f}: {rate:.0%} of harmless lines, {reached}"


def _share(found: Iterable[bool]) -> float:
    marks = list(found)
    return sum(marks) / len(marks)
