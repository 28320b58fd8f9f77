"""The documents say what the code does: help, commands, names, keys, messages, paths and links.

python -m tests.test_docs     writes help and answers into the documents again
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

import pytest

from bot import Bot, State, reply
from bot.channels.pipe import render
from bot.cli import main as cli
from bot.content import language_schema, schema
from bot.testing.conversations import ConversationShape, Expectation
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
README, CLI, AUTHORING = ROOT / "README.md", DOCS / "cli.md", DOCS / "authoring.md"
API, ARCHITECTURE = DOCS / "python-api.md", DOCS / "architecture.md"

HELP = re.compile(r"(<!-- help: ?(\w*) -->\n```\n)(.*?)(```\n)", re.DOTALL)
ASKED = re.compile(r"(<!-- ask: (.+?) -->\n```\n)(.*?)(```\n)", re.DOTALL)
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

MESSAGE_MODULES = [
    *sorted((ROOT / "bot" / "content").glob("*.py")),
    ROOT / "bot" / "testing" / "conversations.py",
    ROOT / "bot" / "scaffold.py",
    ROOT / "bot" / "cli" / "author.py",
    ROOT / "bot" / "rasa" / "intake.py",
]
SHAPES = [
    each
    for each in (
        *vars(schema).values(),
        *vars(language_schema).values(),
        ConversationShape,
        Expectation,
    )
    if isinstance(each, type) and issubclass(each, schema.Shape) and each is not schema.Shape
]


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def section(page: str, title: str) -> str:
    """What stands under a heading, down to the next one of any level."""
    found = re.search(rf"^#+ {re.escape(title)}\n(.*?)(?=^#|\Z)", page, re.DOTALL | re.MULTILINE)
    assert found, f"there is no heading '{title}'"
    return found[1]


def first_column(table: str) -> list[str]:
    return [line.split("|")[1].strip() for line in table.splitlines() if line.startswith("| ")][1:]


def named_in(table: str) -> set[str]:
    """The names in backticks of the first column."""
    return {name for cell in first_column(table) for name in re.findall(r"`(\w+)`", cell)}


# Commands


def parsers() -> dict[str, argparse.ArgumentParser]:
    """The parser of each command; '' is the whole one."""
    top = cli.parser()
    choices = next(a for a in top._actions if isinstance(a, argparse._SubParsersAction)).choices
    return {"": top, **choices}


def help_of(command: str) -> str:
    with mock.patch.dict(os.environ, COLUMNS="80", NO_COLOR="1"):
        return parsers()[command].format_help()


def test_every_command_has_its_help_in_the_documents() -> None:
    assert {command for _, command, _, _ in HELP.findall(text(CLI))} == set(parsers())


@pytest.mark.parametrize("command", sorted(parsers()))
def test_help_is_what_the_command_prints(command: str) -> None:
    written = {name: block for _, name, block, _ in HELP.findall(text(CLI))}
    assert written[command] == help_of(command), "run: python -m tests.test_docs"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_commands_that_are_named_exist(path: Path) -> None:
    code = " \n".join(CODE.findall(text(path)))
    assert set(re.findall(r"net-guide (?:--\w+ )*([a-z]+)", code)) <= set(parsers())
    targets = set(re.findall(r"^([a-z]+):", text(ROOT / "Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", code, re.MULTILINE)) <= targets


def test_exit_codes_are_the_commands_own() -> None:
    codes = {value for name, value in vars(cli).items() if name.startswith("EXIT_")}
    assert {int(each) for each in first_column(section(text(CLI), "Exit codes"))} == codes


# Answers and examples


def transcript(question: str, bot: Bot) -> str:
    return f'$ .venv/bin/net-guide ask "{question}"\n{render(bot.reply(question))}\n'


def without_age(answer: str) -> str:
    """How old a page is changes by itself."""
    return re.sub(r"\d+ years ago", "some years ago", answer)


def test_answers_in_the_readme_are_real(bot: Bot) -> None:
    asked = ASKED.findall(text(README))
    assert asked
    for _, question, answer, _ in asked:
        assert without_age(answer) == without_age(transcript(question, bot)), (
            "run: python -m tests.test_docs"
        )


@pytest.mark.parametrize("path", [README, API], ids=name_of)
def test_python_examples_run(path: Path, bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Bot, "load", lambda: bot)
    examples = EXAMPLE.findall(text(path))
    assert examples
    for example in examples:
        exec(compile(example, name_of(path), "exec"), {})


# Names


@pytest.mark.parametrize(
    "kind", [reply.Turn, reply.Reply, reply.Block, reply.Citation, reply.Page, reply.Choice, State]
)
def test_every_public_name_of_a_value_is_described(kind: type) -> None:
    fields = {each.name for each in dataclasses.fields(kind)}
    own = {name for name in vars(kind) if not name.startswith("_")}
    assert named_in(section(text(API), kind.__name__)) == fields | own


def test_every_parameter_of_load_is_described() -> None:
    table = section(text(API), "Bot.load")
    assert named_in(table) == set(inspect.signature(Bot.load).parameters)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda each: each.__name__)
def test_every_key_of_a_content_file_is_described(shape: type[schema.Shape]) -> None:
    described = set(re.findall(r"`(\w+)`", text(AUTHORING)))
    assert set(shape.model_fields) <= described


# Messages to authors


def fragments(node: ast.expr) -> list[str]:
    """The fixed parts of a string or an f-string."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return [p.value for p in parts if isinstance(p, ast.Constant) and isinstance(p.value, str)]


def messages() -> Iterator[list[str]]:
    """The fixed parts of each message that an author can get."""
    for path in MESSAGE_MODULES:
        for node in ast.walk(ast.parse(text(path))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if called in ("report", "_report", "_problem", "Problem", "InputError", "_target"):
                    yield from filter(None, map(fragments, node.args))
            elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "message":
                yield fragments(node.value)
            elif isinstance(node, ast.Dict) and path.name == "files.py":
                yield from filter(None, map(fragments, node.values))


def documented_messages() -> list[str]:
    """The messages in the tables at the end of the guide."""
    tables = text(AUTHORING).partition("\n## What check says\n")[2]
    return [cell.strip("`") for cell in first_column(tables) if cell.startswith("`")]


def test_every_message_to_authors_is_explained() -> None:
    explained = "\n".join(documented_messages())
    missing = [each for each in messages() if max(each, key=len).strip() not in explained]
    assert not missing


def test_every_message_that_is_explained_exists() -> None:
    strings = {
        part
        for path in MESSAGE_MODULES
        for node in ast.walk(ast.parse(text(path)))
        if isinstance(node, ast.Constant) and isinstance(part := node.value, str)
    }
    for message in documented_messages():
        for part in filter(None, (each.strip(" '()") for each in re.split("…|; ", message))):
            assert any(part in string for string in strings), f"nothing says: {message}"


# Paths and links


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_code_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"`(bot/[\w./-]+)`", text(path)))
    assert not [each for each in named if not (ROOT / each).exists()]


def test_the_architecture_names_every_module() -> None:
    named = set(re.findall(r"`(bot/[\w/]+)", text(ARCHITECTURE)))
    parts = [each for each in (ROOT / "bot").iterdir() if not each.name.startswith("_")]
    assert not [each.name for each in parts if f"bot/{each.stem}" not in named]


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    plain = (re.sub(r"[^\w\- ]", "", title.lower()) for title in HEADING.findall(text(path)))
    return {each.replace(" ", "-") for each in plain}


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_links_lead_somewhere(path: Path) -> None:
    for link in LINK.findall(CODE.sub("", text(path))):
        if "://" in link or link.startswith("mailto:"):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file).resolve() if file else path
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: no such heading"


def write() -> None:
    """Write help and answers into the documents."""
    bot = Bot.load()
    blocks: list[tuple[Path, re.Pattern[str], Callable[[str], str]]] = [
        (CLI, HELP, help_of),
        (README, ASKED, lambda question: transcript(question, bot)),
    ]
    for path, pattern, make in blocks:
        new = pattern.sub(lambda m, make=make: m[1] + make(m[2]) + m[4], text(path))
        path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    write()
