"""Checks of the files beside a content: held-out lines, and what conversations expect."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.link_checks import plain
from bot.errors import ContentError, Problem
from bot.testing.conversations import find, impossible, load

_HELD_OUT = Path("tests", "utterances")
_CONVERSATIONS = (Path("tests", "conversations"), Path("tests", "talks"))


def check(content: Content, folder: Path, sources: Sources) -> None:
    """Note what these files get wrong of the content, in `sources`.

    Args:
        folder: holds the content folders and `tests`.
    """
    _held_out(content, folder, sources)
    for path in find([folder / each for each in _CONVERSATIONS if (folder / each).is_dir()]):
        try:
            sources.problems += _beyond(path, path.relative_to(folder).as_posix(), content)
        except ContentError as error:
            sources.problems += error.problems


def _beyond(path: Path, name: str, content: Content) -> Iterator[Problem]:
    for conversation in load(path):
        for turn, line in zip(conversation.shape.turns, conversation.lines, strict=True):
            for each in impossible(turn, content):
                yield Problem(name, line, f"no reply can be as expected, for {each}; correct it")


def _held_out(content: Content, folder: Path, sources: Sources) -> None:
    learnt = {
        plain(line): (intent.path, place, written)
        for intent in content.intents.values()
        for line, place, written in intent.written
    }
    for path in sorted((folder / _HELD_OUT).rglob("*.yaml")):
        for text in path.read_text(encoding="utf-8").splitlines():
            found = learnt.get(plain(text)) if text.startswith(" ") else None
            if found:
                intent, place, line = found
                message = f"'{text.strip()}' is held out in {path.relative_to(folder).as_posix()}"
                message += "; word the utterance differently"
                sources.report_entry(intent, message, (place,), line)
