"""What the common layer may name: links to what a disease does not have are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from bot.content.strict_yaml import ParsedFile

_CELLS, _INTENTS, _GUIDES = "responses/", "intents/", "data/guides/"
_ASPECTS, _REFUSALS, _SUBJECTS = "intents/aspects/", "intents/refusals/", "responses/subjects/"
_NEEDED = ("overview", "compare")
"""Aspects that the engine asks for: that a content does not answer them is a mistake."""
_ASKING, _UTTERANCES = "asking", "utterances"
_LINES = {"near_misses": "=>", "followups": "<=", _ASKING: "=>"}
_ANSWER, _ANSWERS = "answer", "answers"
_LINKS = ("next", "others", "more")


class Links:
    """What there is to link to in both layers together."""

    def __init__(self, files: Mapping[str, ParsedFile], setting: str) -> None:
        """
        Args:
            files: of both layers, by path.
            setting: path of the file that lists the kinds of subjects.
        """
        self._guides = {_stem(each) for each in files if each.startswith(_GUIDES)}
        # Each with the file that it is from: a subject has one of its own.
        self._answers = {
            (_stem(path), name)
            for path, each in files.items()
            for name in _answered(path, each.data)
        }
        self._cells = {name for _, name in self._answers}
        self._intents = {
            _stem(each) for each in files if each.startswith(_INTENTS) and self.answers(each)
        }
        kinds = files[setting].data.get("kinds")
        self._kinds = set(kinds) if isinstance(kinds, dict) else set()

    def answers(self, path: str) -> bool:
        """Whether a content has an answer where a file asks for one: an aspect does."""
        name = _stem(path)
        return not path.startswith(_ASPECTS) or name in self._cells or name in _NEEDED

    def known(self, path: str, data: Any) -> Any:
        """The data of a common file without links that lead nowhere."""
        if not isinstance(data, dict):
            return data
        if path.startswith(_INTENTS):
            return self._intent(data)
        # Words and phrases stand beside the folders of cells; their keys are no links.
        if path.startswith(_CELLS) and path.count("/") > 1:
            return self._cell(data)
        if path == "data/language/details.yaml":
            return {name: self._detail(each) for name, each in data.items()}
        return data

    def _intent(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """An intent's file; what asks something that nobody answers here is an utterance alone."""
        found = {key: self._lines(key, each) for key, each in data.items()}
        asking = str(data.get(_ASKING, "")).splitlines()
        plain = [
            line.rpartition("=>")[0].strip()
            for line in asking
            if line and _after("=>", line) not in self._intents
        ]
        if plain:
            found[_UTTERANCES] = (
                "\n".join([*str(found.get(_UTTERANCES, "")).splitlines(), *plain]) + "\n"
            )
        return found

    def _lines(self, key: str, value: Any) -> Any:
        if key == _ANSWER and isinstance(value, dict):
            return self._cell(value)
        if key == "at_start":
            return value if self._leads(value) else ""
        if key == "takes" and isinstance(value, list):
            return [each for each in value if each in self._kinds]
        if key not in _LINES or not isinstance(value, str):
            return value
        sign = _LINES[key]
        # A line that goes stays as an empty one, so that those below it keep their places.
        return "".join(
            (line if sign not in line or _after(sign, line) in self._intents else "") + "\n"
            for line in value.splitlines()
        )

    def _cell(self, data: Mapping[str, Any]) -> dict[str, Any]:
        return {key: self._linked(key, each) for key, each in data.items() if each is not None}

    def _linked(self, key: str, value: Any) -> Any:
        if key not in _LINKS:
            return value
        if isinstance(value, list):
            return [each for each in value if self._leads(each)]
        return value if self._leads(value) else ""

    def _detail(self, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(value.get("intents"), list):
            return value
        return {**value, "intents": [e for e in value["intents"] if e in self._intents]}

    def _leads(self, name: Any) -> bool:
        intent, _, subject = str(name).partition("/")
        if intent == "guide":
            return subject in self._guides
        return intent in self._intents and (not subject or (subject, intent) in self._answers)


def _answered(path: str, data: Any) -> Iterator[str]:
    """The names that the cells of a file answer."""
    if not isinstance(data, dict):
        return
    cells: Any = {_stem(path): data} if path.startswith(_CELLS) else {}
    if path.startswith(_SUBJECTS):
        cells = data.get(_ANSWERS)
    elif path.startswith(_REFUSALS):
        cells = {_stem(path): data.get(_ANSWER)}
    for name, cell in cells.items() if isinstance(cells, dict) else ():
        yield name
        also = cell.get("also_answers") if isinstance(cell, dict) else None
        yield from also if isinstance(also, list) else ()


def _after(sign: str, line: str) -> str:
    return line.rpartition(sign)[2].strip()


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yaml")
