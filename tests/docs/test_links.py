"""Paths and links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.docs.pages import ARCHITECTURE, CODE, PAGES, name_of, text

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_code_that_is_named_exists(path: Path) -> None:
    named = set(re.findall(r"`(bot/[\w./-]+)`", text(path)))
    assert not [each for each in named if not (ROOT / each).exists()]


def test_the_architecture_names_every_module() -> None:
    named = set(re.findall(r"`(bot/[\w/]+)", text(ARCHITECTURE)))
    parts = [
        each
        for each in (ROOT / "bot").iterdir()
        if not each.name.startswith("_") and each.name != "py.typed"
    ]
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
