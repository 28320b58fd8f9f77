"""Every message to authors says what to do."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT
from tests.docs.pages import AUTHORING, text

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
    *sorted((ROOT / "bot" / "reviews").glob("*.py")),
    *sorted((ROOT / "bot" / "writing").glob("*.py")),
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


NAMED = re.compile(r"[\w/….]+\.(yaml|txt)")
REMEDY = re.compile(
    r"'…' must be |must (end in|have either|begin with) |needs a reference or|: write '"
)
"""Messages that say what to do and nothing else."""
BEGUN = re.compile(r" (in|and|here)$|to:$")
"""Messages that are put together: what to do comes later."""


def test_every_message_says_what_to_do() -> None:
    """`what, and what to do`: there is no table to look them up in."""
    said = ["…".join(each).strip() for each in messages()]
    whole = [each for each in said if len(each.split()) > 3 and not NAMED.fullmatch(each)]
    assert len(whole) > 100
    rest = [each for each in whole if not REMEDY.search(each) and not BEGUN.search(each)]
    assert not [each for each in rest if ";" not in each]


def test_the_guide_restates_no_message() -> None:
    page = text(AUTHORING)
    parts = [max(each, key=len).strip(" ';…") for each in messages()]
    assert not [each for each in parts if len(each.split()) > 5 and each in page]
