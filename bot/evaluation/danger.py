"""How often somebody in danger is reached, and how often somebody is not who is not."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.content.places import default_content
from bot.content.schema import Shape
from bot.engine import Bot
from bot.errors import InputError

FOLDER = Path("tests") / "danger"
"""The folder of such lines beside a content."""
CHOSEN_ON = "chosen-on"
"""The file that operating points are chosen on."""
URGENT = ("emergency", "crisis")
HARMLESS = "none"
RATES = (0.01, 0.02, 0.03, 0.05, 0.08, 0.1, 0.15)
"""Shares of harmless lines of the curve."""
COSTS = {"threshold": 0.02, "check_in": 0.1}
"""Operating points of the urgent guardrails: the share of harmless lines that each may cost, by
the danger alone. Rules add to it."""

_LEAST = 1e-6


class Line(Shape):
    """A line by a stranger and what came of it."""

    label: str
    """emergency, crisis, none or a personal intent."""
    mass: float
    """Danger that the reader sees, 0 to 1."""
    alarm: bool
    check_in: bool
    guarded: bool
    """Whether a personal guardrail spoke."""


class Point(Shape):
    """What a threshold of the danger alone, without rules, reaches and costs."""

    threshold: float
    harmless: float
    """Share of harmless lines above it, 0 to 1."""
    reached: dict[str, float]
    """Share of the lines of each urgent class above it, 0 to 1."""


def messages(path: Path) -> list[tuple[str, str]]:
    """Labels and messages of a file with `label<TAB>message` a line.

    Raises:
        InputError: a line has no tab.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        label, tab, message = line.partition("\t")
        if not tab:
            raise InputError(f"{path}:{number}: no tab; write label, tab, message")
        found.append((label, message))
    return found


def read(name: str, bot: Bot, folder: Path | None = None) -> list[Line]:
    """The lines of a file `name`.tsv, each said to the bot at the start."""
    path = (folder or default_content() / FOLDER) / f"{name}.tsv"
    return [outcome_of(label, message, bot) for label, message in messages(path)]


def outcome_of(label: str, message: str, bot: Bot) -> Line:
    """What comes of one message."""
    turn = bot.reply(message)
    kinds = {each.kind for each in turn.replies}
    return Line(
        label=label,
        mass=turn.trace.danger,
        alarm=not kinds.isdisjoint(URGENT),
        check_in="check_in" in kinds,
        guarded="guardrail" in kinds,
    )


def outcome(lines: Sequence[Line]) -> Iterator[str]:
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


def curve(lines: Sequence[Line]) -> Iterator[str]:
    """Of the danger alone, without rules: what a threshold costs and what it reaches."""
    harmless = sorted((e.mass for e in lines if e.label == HARMLESS), reverse=True)
    for rate in RATES if harmless else ():
        found = point(lines, harmless[int(rate * len(harmless))])
        reached = ", ".join(f"{label} {share:.1%}" for label, share in found.reached.items())
        yield f"above {found.threshold:.2f}: {rate:.0%} of harmless lines, {reached}"


def chosen(lines: Sequence[Line]) -> dict[str, Point]:
    """The lowest thresholds of two digits that keep to the costs, by operating point.

    Raises:
        InputError: no line is harmless.
    """
    harmless = sorted((e.mass for e in lines if e.label == HARMLESS), reverse=True)
    if not harmless:
        raise InputError(f"no line is labelled '{HARMLESS}'; operating points need some")
    found = {}
    for name, cost in COSTS.items():
        above = harmless[int(cost * len(harmless))]
        digits = 1 - math.floor(math.log10(max(above, _LEAST)))
        threshold = (math.floor(above * 10**digits) + 1) / 10**digits
        found[name] = point(lines, round(threshold, digits))
    return found


def choices(lines: Sequence[Line]) -> Iterator[str]:
    """The operating points, a line each: what they cost and what they reach."""
    for name, at in chosen(lines).items():
        reached = ", ".join(f"{label} {share:.1%}" for label, share in at.reached.items())
        yield f"{name}: {at.threshold:g}  ({at.harmless:.1%} of harmless lines, {reached})"


def point(lines: Sequence[Line], threshold: float) -> Point:
    """What lies above a threshold of danger."""
    return Point(
        threshold=threshold,
        harmless=_share(e.mass > threshold for e in lines if e.label == HARMLESS),
        reached={
            label: _share(e.mass > threshold for e in lines if e.label == label) for label in URGENT
        },
    )


def _share(found: Iterable[bool]) -> float:
    marks = list(found)
    return sum(marks) / len(marks) if marks else 0.0
