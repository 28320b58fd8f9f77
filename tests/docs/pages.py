"""The pages, and how what stands in them is found."""

from __future__ import annotations

import re
from pathlib import Path

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
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)

AGAIN = "run: python -m tests.docs"
"""What to do when a page lags behind."""


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
