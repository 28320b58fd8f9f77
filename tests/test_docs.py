"""The documents say what the code does: help, commands, names, keys, messages, paths and links.

python -m tests.test_docs     writes help, settings and answers into the documents again
"""

from __future__ import annotations

import argparse
import ast
import dataclasses
import inspect
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args
from unittest import mock

import pytest

from bot import Bot, State, reply
from bot.channels import rest
from bot.channels.pipe import render
from bot.channels.web import errors, incoming
from bot.channels.web.metrics import Metrics
from bot.channels.web.settings import BODY_LIMIT, PREFIX, Settings, read
from bot.cli import main as cli
from bot.cli.service import shown
from bot.content import language_schema, schema
from bot.content.library import Content
from bot.content.schema import ReplyKind
from bot.dialogue.state import is_known
from bot.dialogue.target import SESSION_START, Target
from bot.testing.conversations import ConversationShape, Expectation
from tests.conftest import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
README, CLI, AUTHORING = ROOT / "README.md", DOCS / "cli.md", DOCS / "authoring.md"
API, ARCHITECTURE = DOCS / "python-api.md", DOCS / "architecture.md"
SERVICE, EMBEDDING = DOCS / "service.md", DOCS / "embedding.md"

HELP = re.compile(r"(<!-- help: ?(\w*) -->\n```\n)(.*?)(```\n)", re.DOTALL)
ASKED = re.compile(r"(<!-- ask: (.+?) -->\n```\n)(.*?)(```\n)", re.DOTALL)
SETTINGS = re.compile(r"(<!-- settings()(?: -->)\n)(.*?)(<!-- /settings -->\n)", re.DOTALL)
SENT = re.compile(r"(<!-- message: (.+?) -->\n```json\n)(.*?)(```\n)", re.DOTALL)
EXAMPLE = re.compile(r"```python\n(.*?)```", re.DOTALL)
HTML = re.compile(r"```html\n(.*?)```", re.DOTALL)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)

WEB = ROOT / "bot" / "channels" / "web"
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


# The service


def settings_table(_: str = "") -> str:
    """All settings of the service, as the class has them."""
    lines = ["| setting | flag | environment | default | meaning |", "|---|---|---|---|---|"]
    for name, field in Settings.model_fields.items():
        flag = "--" + name.replace("_", "-")
        flags = f"`{flag}`, `--no-{flag[2:]}`" if field.annotation is bool else f"`{flag}`"
        found = (getattr(each, "ge", getattr(each, "le", None)) for each in field.metadata)
        bounds = [str(each) for each in found if each is not None]
        allowed = f" ({' to '.join(bounds)})" if len(bounds) == 2 else ""
        about = f"{field.description}{allowed}"
        cells = (f"`{name}`", flags, f"`{PREFIX}{name.upper()}`", shown(field.default), about)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def answer(body: str, bot: Bot) -> str:
    """What the service answers to a body."""
    asked = incoming.parse(body.encode())
    turn = bot.reply(asked.message, asked.state)
    messages = rest.messages(turn, asked.sender)
    if asked.keeps_state:
        messages[-1]["custom"]["state"] = turn.state.to_dict()
    return json.dumps(messages, indent=2, ensure_ascii=False) + "\n"


def test_the_table_of_settings_is_the_class() -> None:
    (written,) = SETTINGS.findall(text(SERVICE))
    assert written[2] == settings_table(), "run: python -m tests.test_docs"


def test_the_file_of_settings_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", section(text(SERVICE), "Settings"), re.DOTALL)
    path = tmp_path / "settings.yaml"
    path.write_text(example)
    assert read({}, path).allowed_origins == ("https://hospital.example", "https://clinic.example")


def test_answers_of_the_service_are_real(bot: Bot) -> None:
    sent = SENT.findall(text(SERVICE))
    assert sent
    for _, body, written, _ in sent:
        assert without_age(written) == without_age(answer(body, bot)), (
            "run: python -m tests.test_docs"
        )


def test_keys_of_an_answer_are_described(bot: Bot) -> None:
    (message,) = rest.messages(bot.reply("is it inherited?"), "a")
    tables = section(text(SERVICE), "Messages").split("\n\n")
    assert any(named_in(each) == set(message) for each in tables)
    (described,) = (
        each for each in section(text(CLI), "respond").split("\n\n") if "`blocks`" in each
    )
    assert named_in(described) == set(message["custom"])


def test_payloads_that_are_named_lead_somewhere(content: Content) -> None:
    payloads = re.findall(r"^\| `(/.+?)` \|", section(text(SERVICE), "Messages"), re.MULTILINE)
    assert len(payloads) > 3
    for each in payloads:
        target = Target.from_payload(each)
        assert each == SESSION_START or (target and is_known(target, content)), each


def test_error_codes_are_those_of_the_service() -> None:
    code = "".join(text(each) for each in WEB.glob("*.py"))
    own = re.findall(r'RequestError\(\s*\d+, "(\w+)"', code)
    bad = re.findall(r'(?:_wrong\(|_id\(.*?, )"(\w+)"', code)
    general = [errors._UNKNOWN[0], *(code for code, _ in errors._OF_STATUS.values())]
    assert named_in(section(text(SERVICE), "Errors")) == {
        *own,
        *general,
        *("bad_" + b for b in bad),
    }
    for status, (name, _) in errors._OF_STATUS.items():
        assert f"| `{name}` | {status} |" in text(SERVICE)


def test_metrics_are_those_of_the_service() -> None:
    table = section(text(SERVICE), "Metrics")
    metrics = Metrics()
    metrics.turn("answer", 0.1)
    metrics.response(200)
    found = re.findall(r"^# TYPE (\w+) (\w+)$", metrics.text().decode(), re.MULTILINE)
    types = {name: kind for name, kind in found if not name.endswith("_created")}
    assert named_in(table) == set(types)
    for name, kind in types.items():
        assert f"| `{name}` | {kind} |" in table
    assert all(f"`{kind}`" in table for kind in (*get_args(ReplyKind), "failed"))
    assert set(re.findall(r"`(net_guide_\w+)", text(SERVICE))) <= set(types)


def test_log_events_are_those_of_the_service() -> None:
    folders = (WEB, WEB.parent / "server")
    code = "".join(text(each) for folder in folders for each in folder.glob("*.py"))
    found = re.findall(r'logs\.(?:event|failure)\(\s*"(\w+)"', code)
    assert named_in(section(text(SERVICE), "Logs")) == {*found, "library"}


def test_limits_are_those_of_the_service() -> None:
    table = section(text(SERVICE), "Limits")
    assert f"| body of a request | {BODY_LIMIT >> 10} KB |" in table
    assert f"| {incoming.LONGEST_ID} characters |" in table
    assert f"{Settings.model_fields['rate_limit'].default} a minute" in table
    assert f"{Settings.model_fields['request_seconds'].default} s each" in table


# The widget


def widget(name: str = "*.js") -> str:
    return "\n".join(text(each) for each in sorted((ROOT / "bot" / "widget").glob(name)))


def test_attributes_are_those_of_the_widget() -> None:
    (observed,) = re.findall(r"observedAttributes = \[(.*?)\]", widget("widget.js"))
    found = set(re.findall(r'"(\w+)"', observed))
    found |= set(re.findall(r'this\.(?:get|has)Attribute\("(\w+)"', widget("widget.js")))
    found |= set(re.findall(r":host\(\[(\w+)", widget("style.js")))
    table = section(text(EMBEDDING), "Attributes")
    assert {each.strip("`") for each in first_column(table)} == found
    for page in (README, EMBEDDING):
        tags = re.findall(r"<net-guide-chat\b([^>]*)>", "".join(HTML.findall(text(page))))
        assert tags
        used = re.findall(r'\s([\w-]+)(?==|\s|$)(?:="[^"]*")?', " ".join(tags))
        assert set(used) <= found


def test_the_widget_has_no_properties_of_its_own_but_open() -> None:
    """The document says so."""
    assert re.findall(r"^  set (\w+)\(", widget("widget.js"), re.MULTILINE) == ["open"]


def test_methods_are_those_of_the_widget() -> None:
    found = re.findall(r"^  (?:async |get )?(\w+)\(.*\) \{$", widget("widget.js"), re.MULTILINE)
    own = {each for each in found if not each.endswith("Callback")}
    table = section(text(EMBEDDING), "Methods")
    assert set(re.findall(r"`(\w+)\(", "".join(first_column(table)))) == own


def test_events_are_those_of_the_widget() -> None:
    told = re.findall(r"\b(?:this\.#)?tell\(([^{}]*?)[,)]*(?:\{|;|$)", widget(), re.MULTILINE)
    found = {name for each in told for name in re.findall(r'"(\w+)"', each)}
    assert named_in(section(text(EMBEDDING), "Events")) == found


def test_parts_are_those_of_the_widget() -> None:
    found = re.findall(r'\bpart: ["`]([\w ]+)', widget())
    tools = re.findall(r'\btool\("(\w+)"', widget())
    assert named_in(section(text(EMBEDDING), "Parts")) == {*" ".join(found).split(), *tools}


def test_css_properties_are_those_of_the_widget() -> None:
    found = set(re.findall(r"var\((--net-guide-[\w-]+)", widget("style.js")))
    table = section(text(EMBEDDING), "CSS properties")
    assert {each.strip("`") for each in first_column(table)} == found
    assert set(re.findall(r"--net-guide-[\w-]+", text(EMBEDDING))) == found


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
    said = [max(each, key=len).strip() for each in messages()]
    paths = [each for each in said if re.fullmatch(r"[\w/]+\.yaml", each)]
    missing = [each for each in said if each not in explained and each not in paths]
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
    """Write help, settings and answers into the documents."""
    bot = Bot.load()
    blocks: list[tuple[Path, re.Pattern[str], Callable[[str], str]]] = [
        (CLI, HELP, help_of),
        (README, ASKED, lambda question: transcript(question, bot)),
        (SERVICE, SETTINGS, settings_table),
        (SERVICE, SENT, lambda body: answer(body, bot)),
    ]
    for path, pattern, make in blocks:
        new = pattern.sub(lambda m, make=make: m[1] + make(m[2]) + m[4], text(path))
        path.write_text(new, encoding="utf-8")


if __name__ == "__main__":
    write()
