"""Writes stubs of new content; `net-guide check` then says what is left to fill in."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from bot.content import load, places, strict_yaml
from bot.errors import InputError

_INTENT = """\
about: what somebody wants to know who asks this
label: words on its button
takes: [type]
{answer}utterances: |
  write at least forty, one a line, varied in wording
near_misses: |
"""
_ANSWER = """\
answer:
  kind: refusal
  lead: One short sentence that says what the pages do not say.
  nearest: []
  next: []
terms: |
  words that hardly anything else is asked with, one a line
"""
_STUBS = {
    "intent": _INTENT.replace("{answer}", ""),
    "refusal": _INTENT.replace("{answer}", _ANSWER),
    "response": """\
lead: One short sentence in plain words that the statements below support.
statements:
  - id-of-a-statement
next: []
""",
    "subject": """\
kind: type
name: its name inside a sentence
names: |
  every name that people use, one a line
answers:
  overview:
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
_FOLDERS = {
    "intent": "intents",
    "response": "responses",
    "subject": load.SUBJECTS,
    "guide": "data/guides",
}
_FORMS = {
    "intent": "group/intent",
    "response": "subject/intent",
    "subject": "one_word",
    "guide": "one-word-id",
}
_NAME, _GUIDE = re.compile(r"[a-z][a-z0-9_]*"), re.compile(r"[a-z][a-z0-9-]*")
_ANSWERS = re.compile(r"answers:\s*(#.*)?")


def write(what: str, name: str, content: Path) -> Path:
    """Write a stub and return the path of its file.

    Args:
        what: intent, response, subject or guide.
        name: group/intent, subject/intent, or the id of a subject or a guide.
        content: content folder.

    Raises:
        InputError: the name has the wrong form, it is there already, or its place is not.
    """
    parts = name.split("/")
    form = _GUIDE if what == "guide" else _NAME
    if len(parts) != _FORMS[what].count("/") + 1 or not all(map(form.fullmatch, parts)):
        raise InputError(f"'{name}' does not fit; write it as {_FORMS[what]}, in lower case")
    if what == "response" and parts[0] not in load.CELL_GROUPS:
        return _add(content / load.SUBJECTS / f"{parts[0]}.yaml", parts[1])
    path = content / _FOLDERS[what] / f"{name}.yaml"
    below = places.common(content) / _FOLDERS[what] / f"{name}.yaml"
    for there in (path, below):
        if there.exists():
            raise InputError(f"{there} is there already; open it, or choose another name")
    kind = "refusal" if parts[0] == load.REFUSALS else what
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_STUBS[kind].replace("{name}", name), encoding="utf-8")
    return path


def _add(path: Path, intent: str) -> Path:
    """Write a stub below the last answer of a subject; all else in its file stays as it is."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise InputError(f"there is no {path}; run: net-guide new subject {path.stem}") from None
    parsed, problems = strict_yaml.parse(text, str(path))
    data = parsed.data if isinstance(parsed.data, dict) else {}
    answers = data.get("answers") or {}
    if problems or not isinstance(answers, dict):
        raise InputError(f"{path} has mistakes; run net-guide check and correct them first")
    if intent in answers:
        raise InputError(f"{path}: the answer to {intent} is there already; open it")
    lines = text.splitlines(keepends=True)
    stub = f"  {intent}:\n" + textwrap.indent(_STUBS["response"], "    ")
    at = len(lines)
    if "answers" in data:
        first = parsed.line(("answers",))
        if not _ANSWERS.fullmatch(lines[first - 1].strip()):
            raise InputError(f"{path}:{first}: write 'answers:' on a line of its own")
        below = (n for n, line in enumerate(lines) if n >= first and re.match(r"[^\s#]", line))
        at = next(below, at)
    else:
        stub = "answers:\n" + stub
    # What stands at the margin above the next key belongs to it.
    while at and (not lines[at - 1].strip() or lines[at - 1].startswith("#")):
        at -= 1
    if at and not lines[at - 1].endswith("\n"):
        lines[at - 1] += "\n"
    path.write_text("".join([*lines[:at], stub, *lines[at:]]), encoding="utf-8")
    return path
