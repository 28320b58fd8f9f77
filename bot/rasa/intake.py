"""Brings the intents of a Rasa NLU file in as stubs, utterances and all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.content import strict_yaml
from bot.content.places import text_of
from bot.content.strict_yaml import Location, ParsedFile
from bot.dialogue.target import BODY, GUIDE
from bot.errors import ContentError, InputError, Problem
from bot.rasa.dump import Block, dump

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_MARK = re.compile(r"\[([^\]]+)\](?:\([^)]+\)|\{[^}]+\}|\[\{.*?\}\])")
"""What Rasa reads as an entity: `[text](name)`, `[text]{"entity": …}`, or a list of the latter."""
_OTHER = re.compile(r"[^a-z0-9]+")
_ABOUT = "what somebody wants to know who asks this"
_LABEL = "words on its button"


def read(file: Path, folder: Path) -> list[Path]:
    """Write a stub for each intent of a Rasa NLU file; returns their paths.

    Args:
        file: YAML of Rasa's training data format, version 2 or 3.
        folder: folder of a group of intents, such as intents/imported.

    Raises:
        ContentError: the file is not such YAML; every mistake has its line.
        InputError: the file cannot be read, or a stub is there already (nothing is written
            then), or the folder cannot be written to.
    """
    made = {folder / f"{name}.yaml": _stub(lines) for name, lines in _intents(file).items()}
    for path in made:
        if path.exists() or path.is_symlink():
            raise InputError(f"{path} is there already; import to another folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path, text in made.items():
            path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{folder} cannot be written to: {error.strerror}") from None
    return list(made)


def _stub(lines: list[str]) -> str:
    return dump(
        {
            "about": _ABOUT,
            "label": _LABEL,
            "takes": [],
            "utterances": Block("".join(f"{line}\n" for line in lines)),
            "near_misses": Block(""),
        }
    )


def _intents(file: Path) -> dict[str, list[str]]:
    """The utterances of each intent, without doubles."""
    text = text_of(file)
    parsed, problems = strict_yaml.parse(text, str(file))
    intake = _Intake(parsed, list(problems))
    if not problems:
        intake.take()
    if intake.problems:
        raise ContentError(tuple(intake.problems))
    return intake.found


class _Intake:
    """Goes through the entries of a file, noting mistakes on the way."""

    def __init__(self, parsed: ParsedFile, problems: list[Problem]) -> None:
        self._parsed = parsed
        self.problems = problems
        self.found: dict[str, list[str]] = {}
        self._written_as: dict[str, str] = {}

    def take(self) -> None:
        data = self._parsed.data
        entries = data.get("nlu") if isinstance(data, dict) else None
        if not isinstance(entries, list):
            self._report("this file has no list 'nlu'; name Rasa's nlu.yml", ())
            return
        for index, entry in enumerate(entries):
            if not isinstance(entry, dict):
                self._report(
                    "this entry is no group of 'key: value' lines; begin it with '- intent:'",
                    ("nlu", index),
                )
            elif "intent" in entry:
                self._intent(entry, ("nlu", index))
        if not self.found and not self.problems:
            self._report("there is no intent in this file; name Rasa's nlu.yml", ("nlu",))

    def _intent(self, entry: dict[str, Any], place: Location) -> None:
        if entry["intent"] in (BODY, GUIDE):
            return  # words on buttons of our own
        name = _OTHER.sub("_", str(entry["intent"]).lower()).strip("_")
        if not _NAME.fullmatch(name):
            self._report(
                f"'{entry['intent']}' makes no name of a file; let it begin with a letter",
                (*place, "intent"),
            )
            return
        if self._written_as.setdefault(name, entry["intent"]) != entry["intent"]:
            self._report(
                f"'{entry['intent']}' and '{self._written_as[name]}' make one file; rename one",
                (*place, "intent"),
            )
        lines = [*self.found.get(name, ()), *self._examples(entry, place)]
        self.found[name] = list(dict.fromkeys(lines))

    def _examples(self, entry: dict[str, Any], place: Location) -> Iterator[str]:
        examples = entry.get("examples", "")
        where = (*place, "examples")
        if isinstance(examples, str):
            yield from self._lines(examples, where)
        elif isinstance(examples, list):
            for index, each in enumerate(examples):
                text = each.get("text") if isinstance(each, dict) else each
                if isinstance(text, str):
                    yield _utterance(text.strip().removeprefix("- "))
                else:
                    self._report("this example has no text; write one", (*where, index))
        else:
            message = "'examples' must be a block of text or a list; write '- ' before each example"
            self._report(message, where)

    def _lines(self, block: str, place: Location) -> Iterator[str]:
        for line in block.splitlines():
            text = line.strip()
            if text.startswith("-"):
                if text := _utterance(text[1:]):
                    yield text
            elif text:
                self._report("each example begins with '- '; put it before this text", place)

    def _report(self, message: str, place: Location) -> None:
        parsed = self._parsed
        self.problems.append(Problem(parsed.path, parsed.line(place), message))


def _utterance(text: str) -> str:
    """An example on one line, its marks of entities taken off."""
    return " ".join(plain(text).split())


def plain(text: str) -> str:
    """A text without Rasa's marks of entities."""
    return _MARK.sub(lambda found: found[1], text)
