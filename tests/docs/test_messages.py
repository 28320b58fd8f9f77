"""Every message to authors is explained."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT
from tests.docs.pages import AUTHORING, first_column, text

MESSAGE_MODULES = [
    *sorted((ROOT / "bot" / "content").glob("*.py")),
    ROOT / "bot" / "testing" / "conversations.py",
    ROOT / "bot" / "language" / "banks.py",
    ROOT / "bot" / "language" / "truth.py",
    ROOT / "bot" / "language" / "leads.py",
    ROOT / "bot" / "testing" / "grades.py",
    ROOT / "bot" / "testing" / "references.py",
    ROOT / "bot" / "scaffold.py",
    ROOT / "bot" / "cli" / "author.py",
    ROOT / "bot" / "cli" / "changed.py",
    ROOT / "bot" / "cli" / "evaluate.py",
    ROOT / "bot" / "cli" / "watch.py",
    ROOT / "bot" / "reviews" / "standing.py",
    *sorted((ROOT / "bot" / "changes").glob("*.py")),
    *sorted((ROOT / "bot" / "evaluation").glob("*.py")),
    ROOT / "bot" / "rasa" / "intake.py",
]


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
