"""Writes the stub of a new content file; `net-guide check` then says what is left to fill in."""

from __future__ import annotations

import re
from pathlib import Path

from bot.content import places
from bot.errors import InputError

_STUBS = {
    "intent": """\
about: what somebody wants to know who asks this
label: words on its button
takes: [type]
utterances: |
  write at least forty, one a line, varied in wording
near_misses: |
""",
    "response": """\
lead: One short sentence in plain words that the statements below support.
statements:
  - id-of-a-statement
next: []
""",
    "guide": """\
id: {name}
title: words on its button
about: whom it helps
start: first
nodes:
  first:
    ask: The question?
    options:
      - label: An answer
        cell: intent/subject
""",
}
_FOLDERS = {"intent": "intents", "response": "responses", "guide": "data/guides"}
_NAMES = {
    "intent": re.compile(r"[a-z][a-z0-9_]*"),
    "response": re.compile(r"[a-z][a-z0-9_]*"),
    "guide": re.compile(r"[a-z][a-z0-9-]*"),
}


def write(what: str, name: str, content: Path) -> Path:
    """Write a stub and return its path.

    Args:
        what: intent, response or guide.
        name: group/intent, subject/intent, or a guide's id.
        content: content folder.

    Raises:
        InputError: the name has the wrong form, the file is there already, or the content is
            that of the installed package.
    """
    if content.resolve() == places.PACKAGED_CONTENT.resolve():
        raise InputError(
            "what comes with the package is not written to;"
            " copy it, or begin a folder of your own, and name it with --content DIR"
        )
    parts = name.split("/")
    wanted = 1 if what == "guide" else 2
    if len(parts) != wanted or not all(map(_NAMES[what].fullmatch, parts)):
        form = {"intent": "group/intent", "response": "subject/intent", "guide": "one-word-id"}[
            what
        ]
        raise InputError(f"'{name}' does not fit; write it as {form}, in lower case")
    path = content / _FOLDERS[what] / f"{name}.yaml"
    below = places.common(content) / _FOLDERS[what] / f"{name}.yaml"
    for there in (path, below):
        if there.exists():
            raise InputError(f"{there} is there already; open it, or choose another name")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_STUBS[what].replace("{name}", name), encoding="utf-8")
    return path
