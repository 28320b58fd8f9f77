"""The documents say what the code does: help, commands, keys, messages, paths and links.

    python -m tests.test_docs     writes the help and the answers into the documents again
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

import pytest

import bot as package
from bot import Bot, State, reply
from bot.channels.pipe import render
from bot.cli import main as cli
from bot.content import checks, schema
from bot.testing.conversations import ConversationShape, Expectation
from tests.conftest import ROOT

SKIPPED = {".venv", ".git", "node_modules"}
PAGES = sorted(p for p in ROOT.rglob("*.md") if not SKIPPED & {*p.relative_to(ROOT).parts})
README, CLI = ROOT / "README.md", ROOT / "docs" / "cli.md"
API, AUTHORING = ROOT / "docs" / "python-api.md", ROOT / "docs" / "authoring.md"
ARCHITECTURE = ROOT / "docs" / "architecture.md"

HELP = re.compile(r"<!-- help: ?(\w*) -->\n```\n(.*?)```\n", re.DOTALL)
ASKED = re.compile(r"<!-- ask: (.+?) -->\n```\n(.*?)```\n", re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
SHORTEST_FRAGMENT = 5

text_of = cache = {path: path.read_text(encoding="utf-8") for path in PAGES}.__getitem__
