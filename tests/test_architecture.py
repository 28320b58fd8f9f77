"""The rules of the house, read off the code itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import bot
from tests.conftest import ROOT

PACKAGE = ROOT / "bot"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Who may import whom: a layer imports layers below it, never above or beside.
LAYERS = [
    {"__main__"},
    {"cli"},
    {"studio"},
    {"reviews"},
    {"rasa", "evaluation", "changes"},
    {"channels", "testing", "scaffold"},
    {"writing"},
    {"engine"},
    {"tracing"},
    {"compose"},
    {"reply"},
    {"dialogue"},
    {"understand"},
    {"language", "classify"},
    {"content"},
    {"extras"},
    {"errors"},
]
LONGEST_MODULE = 260
LONGEST_FUNCTION = 40


def layer_of(name: str) -> int:
    return next(index for index, layer in enumerate(LAYERS) if name in layer)


def part_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("bot."):
            found.add(node.module.split(".")[1])
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    for other in imports(path) - {part}:
        assert layer_of(other) > layer_of(part), f"{part} must not import {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(ROOT)))
def test_modules_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            length = node.end_lineno - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{node.name} has {length} lines"


@pytest.mark.parametrize("path", MODULES, ids=lambda each: str(each.relative_to(ROOT)))
def test_only_channels_and_cli_print(path: Path) -> None:
    if part_of(path) in ("cli", "channels"):
        return
    calls = [
        node for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)
    ]
    assert not [c for c in calls if isinstance(c.func, ast.Name) and c.func.id == "print"]


def test_no_fact_and_no_subject_lives_in_python() -> None:
    """Another disease is another content folder: the engine names none of ours."""
    words = ("carcinoid", "pancrea", "insulin", "tumor", "hormone", "net.", ".net")
    for path in MODULES:
        if part_of(path) in ("__init__", "cli"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = docstring_lines(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if node.lineno in docstrings:
                    continue
                said = node.value.lower().replace("net-guide", "")
                found = [word for word in words if word in said]
                assert not found, f"{path}:{node.lineno} names {found}"


OURS = re.compile(
    r"\b(p?nets?|carcinoid\w*|neuroendocrine|tumou?rs?|gard|insulinom\w*|gastrinom\w*|pheo\w*)\b",
    re.I,
)


@pytest.mark.parametrize(
    "path", sorted((PACKAGE / "common").rglob("*.yaml")), ids=lambda each: str(each.name)
)
def test_the_common_layer_names_no_disease_of_ours(path: Path) -> None:
    """Names of other diseases are data; "internet" and "the net" are no NETs."""
    if path.name == "other_diseases.yaml":
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    plain = [re.sub(r"\b([Tt]he|[Ss]afety) [Nn]ets?\b", "", line) for line in lines]
    assert not [line for line in plain if OURS.search(line)]


def test_only_the_action_server_imports_rasa_sdk() -> None:
    importing = {
        str(path.parent.relative_to(PACKAGE))
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("rasa_sdk"))
        or (isinstance(node, ast.Import) and any("rasa_sdk" in n.name for n in node.names))
    }
    assert importing == {"channels/actions"}


def docstring_lines(tree: ast.AST) -> set[int]:
    return {
        node.value.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def test_public_names_are_these() -> None:
    assert bot.__all__ == [
        "Bot",
        "Choice",
        "Citation",
        "ContentError",
        "Reply",
        "State",
        "Turn",
        "__version__",
    ]
    for name in bot.__all__:
        assert getattr(bot, name)
