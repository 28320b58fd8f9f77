"""Stubs that go beside others: statements, guardrails, conversations, held-out lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from bot.content import locations, places, strict_yaml
from bot.content.files import Sources
from bot.errors import InputError
from bot.writing.yaml_text import block, insert_item, scalar

_NAME, _KEBAB = r"[a-z][a-z0-9_]*", r"[a-z0-9]+(-[a-z0-9]+)*"
FORMS = {
    "statement": ("document.section.words", rf"{_NAME}(\.{_NAME})+"),
    "guardrail": ("one_word", _NAME),
    "conversation": ("some-words", _KEBAB),
    "held-out": ("group/intent", rf"{_NAME}/{_NAME}"),
}
_GUARDRAIL = {
    "data/guardrails/{name}.yaml": """\
about: what it guards against
intent: {name}
threshold: 0.8
response: safety/{name}
rules:
  - name: one-idea
    all_of:
      - [words of which one must be there]
      - [and words of which one must be there as well]
""",
    "intents/safety/{name}.yaml": """\
about: what somebody says whom it guards
label: words on its button
takes: []
utterances: |
  write at least forty, one a line, varied in wording
""",
    "responses/safety/{name}.yaml": """\
kind: guardrail
lead: One calm sentence that says what I cannot do, and whom to ask.
statements:
  - id-of-a-statement
ask_doctor:
  - A question for the doctor?
""",
}


def write(what: str, name: str, lines: Sequence[str], folder: Path, after: str = "") -> list[Path]:
    """Write a stub, or add to a file; returns the files.

    Args:
        what: a key of `FORMS`.
        lines: the text of a statement, what is said in a conversation, or held-out lines.
        folder: the content; conversations and held-out lines go into its `tests`.
        after: of a statement: the one that it comes after on its page.

    Raises:
        InputError: the name has the wrong form, it is there already, or its place is not.
    """
    form, pattern = FORMS[what]
    if not re.fullmatch(pattern, name):
        raise InputError(f"'{name}' does not fit; write it as {form}, in lower case")
    if what == "statement":
        return [_statement(name, " ".join(lines), folder, after)]
    if what == "guardrail":
        texts = {p.format(name=name): t.format(name=name) for p, t in _GUARDRAIL.items()}
        return _new(folder, texts)
    if what == "conversation":
        return _new(folder, {f"tests/conversations/{name}.yaml": _conversation(name, lines)})
    return [_held_out(name, lines, folder)]


def _new(folder: Path, texts: dict[str, str]) -> list[Path]:
    """Write files, of which none may be there."""
    for path in texts:
        for there in (folder / path, places.common(folder) / path):
            if there.exists():
                raise InputError(f"{there} is there already; open it, or choose another name")
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return [folder / path for path in texts]


def _conversation(name: str, lines: Sequence[str]) -> str:
    said = lines or ["what a person says"]
    turns = "".join(f"    - user: {scalar(line)}\n      kind: answer\n" for line in said)
    return f"- name: {name}\n  about: what must stay so\n  turns:\n{turns}"


def _held_out(name: str, lines: Sequence[str], folder: Path) -> Path:
    known = f"intents/{name}.yaml"
    if not (folder / known).exists() and not (places.common(folder) / known).exists():
        raise InputError(f"there is no {known}; run: net-guide new intent {name}")
    path = folder / "tests" / "utterances" / f"{name}.yaml"
    text = path.read_text(encoding="utf-8") if path.exists() else "held_out: |\n"
    there = {line.strip() for line in text.splitlines()}
    new = [line for line in lines if line.strip() not in there]
    if path.exists() and not new:
        raise InputError(f"{path} has these lines already; write them after the name")
    path.parent.mkdir(parents=True, exist_ok=True)
    added = block(new or ["a question that the bot never learns from"])
    path.write_text(text.rstrip("\n") + "\n" + added, encoding="utf-8")
    return path


def _statement(name: str, text: str, folder: Path, after: str) -> Path:
    """Add a statement behind the one that it follows, or behind the last one of its section."""
    document = f"data/documents/{name.partition('.')[0]}.yaml"
    path = folder / document
    if not path.exists():
        raise InputError(f"there is no {path}; a statement's id begins with its document")
    source = path.read_text(encoding="utf-8")
    parsed, problems = strict_yaml.parse(source, document)
    if problems or not isinstance(parsed.data, dict):
        raise InputError(f"{path} has mistakes; run net-guide check and correct them first")
    sources = Sources({document: parsed})
    if locations.place_of(name, document, sources):
        raise InputError(f"{name} is there already; open {path}")
    section = name.rpartition(".")[0] + "."
    ids = [each["id"] for part in parsed.data["sections"] for each in part["statements"]]
    before = after or next((each for each in reversed(ids) if each.startswith(section)), "")
    where = locations.place_of(before, document, sources) if before else ()
    if not where:
        said = f"'{before}'" if before else f"'{section}…'"
        raise InputError(f"{path} has no statement {said}; say after --after which one it follows")
    words = text or "copy the sentence here, word for word"
    item = [f"id: {name}", f"text: {scalar(words)}"]
    path.write_text(insert_item(source, parsed.line(where), item), encoding="utf-8")
    return path
