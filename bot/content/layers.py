"""Lays a content over what every health page needs, which is kept in bot/common.

A content says `extends: common` in data/content.yaml. Its files stand beside those of the common
layer; a file of the same name must say `replaces: common`. An `additions.yaml` adds to files of
the common layer in the folder beside it, by name. Texts of the common layer name the disease
by words in braces, which data/content.yaml says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from bot.content.joining import joined
from bot.content.strict_yaml import ParsedFile
from bot.errors import Problem

PREFIX = "bot/common/"
"""Where the files of the common layer stand; so they are named in messages."""
SETTING = "data/content.yaml"
ADDITIONS = "additions.yaml"
COMMON = "common"
WORDS = frozenset(
    ("bot", "condition", "a_condition", "conditions", "pages", "sources", "these", "short")
)
"""Words that texts of the common layer have in braces."""
_ROOT = "root"
"""The one that is no word of the disease: its root."""
_REPLACES = "replaces"
_WORD = re.compile(r"\{([a-z_]+)\}")
_CELLS, _INTENTS, _GUIDES = "responses/", "intents/", "data/guides/"
_ASPECTS, _REFUSALS, _SUBJECTS = "intents/aspects/", "intents/refusals/", "responses/subjects/"
_NEEDED = ("overview", "compare")
"""Aspects that the engine asks for: that a content does not answer them is a mistake."""
_LINES = {"near_misses": "=>", "followups": "<="}
_ANSWER, _ANSWERS = "answer", "answers"
_LINKS = ("next", "others", "more")


def is_layered(files: Mapping[str, ParsedFile]) -> bool:
    """Whether a content says that it extends the common layer."""
    data = files[SETTING].data if SETTING in files else None
    return isinstance(data, dict) and data.get("extends") == COMMON


def merged(files: Mapping[str, ParsedFile], problems: list[Problem]) -> dict[str, ParsedFile]:
    """The files of both layers as one content, by their names below it.

    Args:
        files: by path; those of the common layer begin with `PREFIX`.
        problems: gets a line for each overlay that meets nothing, and each that hides something.
    """
    own = {path: each for path, each in files.items() if not path.startswith(PREFIX)}
    common = {
        path.removeprefix(PREFIX): each for path, each in files.items() if path.startswith(PREFIX)
    }
    if not common or not is_layered(own):
        return own
    words = _words(own, common, problems)
    added = {path: own.pop(path) for path in list(own) if path.endswith("/" + ADDITIONS)}
    own = {path: _own(path, each, common, problems) for path, each in own.items()}
    links = _Links({**common, **own})
    found = {
        path: replace(each, data=links.known(path, _filled(each.data, words)))
        for path, each in common.items()
        if path in own or links.answers(path)
    }
    for path, each in added.items():
        for name, target in _targets(path, each, found, own.keys(), problems):
            found[target] = joined(found[target], each, (name,))
    whole = {**found, **own}
    return {path: whole[path] for path in sorted(whole, key=_place)}


def _place(path: str) -> list[str]:
    return path.split("/")


def _words(
    own: Mapping[str, ParsedFile], common: Mapping[str, ParsedFile], problems: list[Problem]
) -> Mapping[str, str]:
    """The words that stand for the disease; what a text asks for and nobody says is noted."""
    setting = own[SETTING]
    words, root = setting.data.get("words", {}), setting.data.get("root", "")
    texts = [root, *words.values()] if isinstance(words, dict) else [words]
    if not isinstance(words, dict) or not all(isinstance(each, str) for each in texts):
        return {}  # Said where the file is read into its shape.
    asked = {name for each in common.values() for name in _asked(each.data)}
    for name in sorted(asked & WORDS - words.keys()):
        message = f"texts of the common layer need '{name}'; add it under words"
        problems.append(Problem(SETTING, setting.line(("words",)), message))
    for name in sorted(words.keys() - WORDS):
        known = ", ".join(sorted(WORDS))
        message = f"'{name}' is no word of the common layer; use one of {known}"
        problems.append(Problem(SETTING, setting.line(("words", name)), message))
    return {**words, _ROOT: root}


def _own(
    path: str, file: ParsedFile, common: Mapping[str, ParsedFile], problems: list[Problem]
) -> ParsedFile:
    """A file of the disease, without the word that says what it does to the layer below."""
    says = isinstance(file.data, dict) and _REPLACES in file.data
    if says and path not in common:
        message = f"'{_REPLACES}' meets nothing in {PREFIX}; take it away or rename the file"
        problems.append(Problem(path, file.line((_REPLACES,)), message))
    if not says and path in common:
        message = f"{PREFIX}{path} has this name; write 'replaces: common', or rename the file"
        problems.append(Problem(path, 1, message))
    if not says:
        return file
    return replace(file, data={key: v for key, v in file.data.items() if key != _REPLACES})


def _targets(
    path: str,
    file: ParsedFile,
    common: Mapping[str, ParsedFile],
    own: Collection[str],
    problems: list[Problem],
) -> Iterator[tuple[str, str]]:
    """The files that a file of additions adds to, by their names in it."""
    folder = path.removesuffix(ADDITIONS)
    if not isinstance(file.data, dict):
        problems.append(Problem(path, 1, "additions stand below the name of a file; write 'name:'"))
        return
    for name in file.data:
        target = f"{folder}{name}.yaml"
        if target in own:
            message = f"{target} replaces what this adds to; write it there"
            problems.append(Problem(path, file.line((name,)), message))
        elif target in common:
            yield name, target
        else:
            message = (
                f"nothing in {PREFIX}{folder} has the name '{name}'; correct it, or add a file"
            )
            problems.append(Problem(path, file.line((name,)), message))


def _filled(data: Any, words: Mapping[str, str]) -> Any:
    """With the disease's words in place of those in braces."""
    if isinstance(data, str):
        return _WORD.sub(lambda found: words.get(found[1], found[0]), data) if "{" in data else data
    if isinstance(data, list):
        return [_filled(each, words) for each in data]
    if isinstance(data, dict):
        return {key: _filled(each, words) for key, each in data.items()}
    return data


def _asked(data: Any) -> Iterator[str]:
    if isinstance(data, str) and "{" in data:
        yield from _WORD.findall(data)
    elif isinstance(data, list | dict):
        for each in data.values() if isinstance(data, dict) else data:
            yield from _asked(each)


class _Links:
    """What the common layer may name: links to what a disease does not have are left out."""

    def __init__(self, files: Mapping[str, ParsedFile]) -> None:
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
        kinds = files[SETTING].data.get("kinds")
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
            return {key: self._lines(key, each) for key, each in data.items()}
        # Words and phrases stand beside the folders of cells; their keys are no links.
        if path.startswith(_CELLS) and path.count("/") > 1:
            return self._cell(data)
        if path == "data/language/details.yaml":
            return {name: self._detail(each) for name, each in data.items()}
        return data

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
