"""The scripted conversations: which pass, and how each of them goes, turn by turn."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.content.library import Content
from bot.engine import Bot
from bot.errors import ContentError, Problem
from bot.studio.work import Progress
from bot.testing import conversations
from bot.testing.conversations import Conversation, Expectation, expected

FOLDER = "conversations"
Outcomes = Mapping[str, tuple[str, ...]]
"""What is otherwise than expected in the first turn that fails, by address; empty: passed."""


@dataclass(frozen=True)
class Script:
    """A conversation at its address."""

    address: str
    """Its file without the suffix, and its name."""
    file: str
    place: str
    """Its file and line, for people."""
    conversation: Conversation


class Scripts:
    """The conversations of a folder; a file is read again when it was saved.

    Args:
        tests: holds a folder `conversations`, or does not.
    """

    def __init__(self, tests: Path) -> None:
        self._tests = tests
        self._read: dict[Path, tuple[int, tuple[Conversation, ...]]] = {}

    def all(self) -> tuple[Script, ...]:
        """All of them, by file.

        Raises:
            ContentError: a file is not a list of conversations.
        """
        folder = self._tests / FOLDER
        paths = sorted(conversations.find([folder])) if folder.is_dir() else []
        problems: list[Problem] = []
        found = [script for path in paths for script in self._of(path, folder, problems)]
        if problems:
            raise ContentError(tuple(problems))
        return tuple(found)

    def _of(self, path: Path, folder: Path, problems: list[Problem]) -> Iterator[Script]:
        saved = path.stat().st_mtime_ns
        if path not in self._read or self._read[path][0] != saved:
            try:
                self._read[path] = saved, conversations.load(path)
            except ContentError as error:
                problems += error.problems
                return
        file = path.relative_to(folder).with_suffix("").as_posix()
        for each in self._read[path][1]:
            place = f"{path.relative_to(self._tests.parent).as_posix()}:{each.line}"
            yield Script(f"{file}/{each.name}", file, place, each)


def outcomes(scripts: tuple[Script, ...], bot: Bot, tell: Progress) -> Outcomes:
    """Hold all conversations."""
    found = {}
    for number, script in enumerate(scripts, 1):
        failure = conversations.run(script.conversation, bot)
        found[script.address] = failure.problems if failure else ()
        tell(number / len(scripts))
    return found


def expecting(scripts: tuple[Script, ...], cell: str, content: Content) -> Iterator[Script]:
    """Conversations with a turn that an answer is expected at."""
    for script in scripts:
        if any(cell == expected(turn, content) for turn in script.conversation.shape.turns):
            yield script


def wanted(turn: Expectation) -> list[tuple[str, list[str]]]:
    """What is expected of a turn: each key with its values."""
    written = turn.model_dump(exclude_defaults=True, exclude={"user", "gap", "meant"})
    found = []
    for key, value in written.items():
        values = value if isinstance(value, list | tuple) else [value]
        found.append((key.replace("_", " "), [str(each) for each in values]))
    return found
