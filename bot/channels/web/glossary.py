"""Words of the content that a reader can have explained, in the words of the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.compose.composer import Composer
from bot.compose.labels import label
from bot.content.library import Cell, Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.state import State
from bot.dialogue.target import Target

_INTENT = "overview"
"""The question what something is; answers to what a term means stand under it, too."""


def terms(content: Content) -> dict[str, list[str]]:
    """The names by which answers call what can be explained, by the id of the subject.

    Names that no answer uses, such as slips of spelling, are left out.
    """
    said = " ".join(_texts(content)).lower()
    found = {}
    for subject, _ in _explained(content):
        names = dict.fromkeys(name.lower() for name in content.subjects[subject].names)
        found[subject] = [name for name in names if re.search(rf"\b{re.escape(name)}s?\b", said)]
    return {subject: names for subject, names in found.items() if names}


def glossary(content: Content) -> dict[str, dict[str, Any]]:
    """What each term means: the lead and the statements of its answer, by the id of the subject."""
    composer = Composer(content)
    return {
        subject: _meaning(subject, cell, composer, content) for subject, cell in _explained(content)
    }


def _explained(content: Content) -> Iterator[tuple[str, Cell]]:
    for subject in content.subjects.values():
        cell = content.cells.get((subject.id, _INTENT))
        explained = content.kinds[subject.kind].explained and subject.id != content.root
        if explained and cell and cell.kind == "answer":
            yield subject.id, cell


def _texts(content: Content) -> Iterator[str]:
    yield from (each.text for each in content.statements.values())
    yield from (each.lead for each in content.cells.values())


def _meaning(subject: str, cell: Cell, composer: Composer, content: Content) -> dict[str, Any]:
    # No day is said in it: only notes on age depend on one.
    decision = ShowCell(cell, cell.intent, subject)
    reply = composer.compose([decision], State(), date.min)[0]
    titles = {page.document: page.title for page in reply.pages}
    quotes = [
        {"text": each.text, "aside": each.aside, "page": titles[each.document]}
        for each in reply.blocks
        if each.kind == "quote"
    ]
    target = Target(cell.intent, subject)
    return {
        "lead": next(each.text for each in reply.blocks if each.kind == "lead"),
        "quotes": quotes,
        "title": label(target, content),
        "payload": target.payload,
    }
