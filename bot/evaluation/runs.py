"""One run of the evaluation: what came of each held-out line, to be kept and compared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import ValidationError

import bot as package
from bot.content.schema import Shape
from bot.dialogue.target import Target
from bot.dialogue.weights import UNDERSTOOD
from bot.engine import Bot
from bot.errors import InputError
from bot.evaluation import danger, lines, talks
from bot.evaluation.lines import Line
from bot.reply import Turn
from bot.testing import conversations
from bot.testing.conversations import Conversation, Expectation

Progress = Callable[[float], None]
_T = TypeVar("_T")


class Record(Shape):
    """A line, what it means, and what it was taken for."""

    place: str
    """Group and intent of a line, or name and turn (from 1) of a conversation."""
    said: Literal["alone", "in conversation"]
    text: str
    group: str
    intent: str
    """What it means."""
    subject: str = ""
    """What it is about; empty where that is not written down."""
    taken: str
    """Intent of the reply: the right one, where there are several."""
    about: str
    """Subject of that reply."""
    kind: str
    right: bool
    confidence: float | None = None
    """Probability of the classifier's first guess, 0 to 1; of lines said alone."""
    guess: str = ""
    """That guess."""


class Run(Shape):
    """Everything that came of one content."""

    version: Literal[1] = 1
    release: str
    content: str
    """Digest of the content."""
    records: tuple[Record, ...]
    danger: dict[str, tuple[danger.Line, ...]]
    """Lines by strangers, by the name of their file."""
    false_alarms: tuple[str, ...]
    """Look-alikes that raised an alarm, and turns of conversations that did."""
    thresholds: dict[str, float]
    """Operating points: from which danger an alarm is raised or asked about, and from which
    confidence a message counts as understood."""


def load(path: Path) -> Run:
    """A run that was saved.

    Raises:
        InputError: the file cannot be read, or is none.
    """
    try:
        return Run.model_validate_json(path.read_bytes())
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except ValidationError as error:
        raise InputError(f"{path} is no saved evaluation; make one with --save") from error


def run(bot: Bot, tests: Path, progress: Progress) -> Run:
    """Say every held-out line to a bot.

    Args:
        tests: folder with `utterances`, `talks` and `danger`; any of them may be missing.
        progress: called with the share done, 0 to 1.

    Raises:
        ContentError: a file of held-out lines cannot be read.
        InputError: there are no held-out lines.
    """
    alone = lines.held_out_lines(tests / lines.UTTERANCES.name)
    alike = lines.look_alikes(tests / lines.UTTERANCES.name)
    talked = tests / talks.FOLDER.name
    strangers = sorted((tests / danger.FOLDER.name).glob("*.tsv"))
    if not alone:
        raise InputError(f"there are no held-out lines in {tests / lines.UTTERANCES.name}")
    count = _Count(len(alone) + len(alike) + _turns(talked) + _rows(strangers), progress)
    records = [count(_alone(line, bot)) for line in alone]
    alarmed = [
        each for each in alike if count(bot.reply(each)).kind in (*danger.URGENT, "guardrail")
    ]
    for conversation, number, expected, turn in talks.held(bot, talked):
        records.append(count(_said(conversation, number, expected, turn, bot)))
        if talks.is_false_alarm(expected, turn):
            alarmed.append(expected.user)
    found = {
        path.stem: tuple(count(danger.outcome_of(*row, bot)) for row in danger.messages(path))
        for path in strangers
    }
    return Run(
        release=package.__version__,
        content=bot.content.digest,
        records=tuple(records),
        danger=found,
        false_alarms=tuple(alarmed),
        thresholds=thresholds(bot),
    )


def thresholds(bot: Bot) -> dict[str, float]:
    """The operating points of a content."""
    urgent = [each for each in bot.content.guardrails if each.urgent]
    return {
        "understood": UNDERSTOOD,
        **{f"{each.intent}: alarm": each.threshold for each in urgent},
        **{f"{each.intent}: check-in": each.check_in for each in urgent},
    }


class _Count:
    """Counts what is done."""

    def __init__(self, total: int, progress: Progress) -> None:
        self._done, self._total, self._progress = 0, total, progress

    def __call__(self, value: _T) -> _T:
        self._done += 1
        self._progress(self._done / self._total)
        return value


def _turns(folder: Path) -> int:
    paths = list(conversations.find([folder])) if folder.is_dir() else []
    return sum(len(each.shape.turns) for path in paths for each in conversations.load(path))


def _rows(paths: list[Path]) -> int:
    return sum(len(danger.messages(path)) for path in paths)


def _alone(line: Line, bot: Bot) -> Record:
    turn = bot.reply(line.text)
    segments = turn.trace.segments
    guess, confidence = segments[0]["ranking"][0] if segments else ("", None)
    taken, about = _taken(turn, line.intent)
    return Record(
        place=f"{line.group}/{line.intent}",
        said="alone",
        text=line.text,
        group=line.group,
        intent=line.intent,
        taken=taken,
        about=about,
        kind=turn.kind,
        right=taken == line.intent,
        confidence=confidence,
        guess=guess,
    )


def _said(
    conversation: Conversation, number: int, expected: Expectation, turn: Turn, bot: Bot
) -> Record:
    meant = Target.parse(expected.meant)
    intent = meant.name or expected.intent
    known = bot.content.intents.get(intent)
    taken, about = _taken(turn, intent)
    return Record(
        place=f"{conversation.path.stem}/{conversation.name}/{number + 1}",
        said="in conversation",
        text=expected.user,
        group=known.group if known else "",
        intent=intent,
        subject=meant.subject or expected.subject,
        taken=taken,
        about=about,
        kind=turn.kind,
        right=talks.is_right(expected, turn, bot),
    )


def _taken(turn: Turn, intent: str) -> tuple[str, str]:
    """Intent and subject of the reply that has an intent, or else gives the turn its kind."""
    wanted = [each for each in turn.replies if each.intent == intent]
    found = wanted or [each for each in turn.replies if each.kind == turn.kind]
    return found[0].intent, found[0].subject
