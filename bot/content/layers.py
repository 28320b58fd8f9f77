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
from bot.content.layer_links import Links
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
    links = Links({**common, **own}, SETTING)
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
