"""Holds the new text of a page against its statements."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from bot.content.library import Cell, Comparison, Content, Statement
from bot.content.schema import DocumentShape, SideShape, VariantShape
from bot.errors import InputError

_SAME_PAGE = 0.5
"""Least share of a document's statements that a new text of it still has."""
_SAME_SENTENCE = 0.6
"""Least likeness of a sentence to the statement that it replaces, 0 to 1."""
_MARK = re.compile(r"\[\d+\]")
_END = re.compile(r"(?<=[.!?:;])(?:\[\d+\])*\s+|\n+|(?<=[.!?])(?:\[\d+\])+")
_BULLET = re.compile(r"^[\s•·*-]+")
_ENTRY = re.compile(r"^\d+\.")
_SHORTEST = 20
"""Characters of a sentence that can be a new statement: shorter lines are furniture."""


@dataclass(frozen=True)
class NewText:
    """A content as it would be with the new text of a page."""

    content: Content
    added: tuple[str, ...]
    """Sentences of the page that no statement has."""


def apply(content: Content, text: str, name: str) -> NewText:
    """The content with the statements of a page's new text.

    A statement that the text does not have becomes the sentence that is most like it, or goes.

    Args:
        name: of the text, for the error.

    Raises:
        InputError: the text is of none of the documents.
    """
    squeezed = _squeezed(text)
    document = max(content.documents.values(), key=lambda each: _kept_share(each, squeezed))
    if _kept_share(document, squeezed) < _SAME_PAGE:
        raise InputError(
            f"{name} is a text of none of the documents; name the text of a whole page"
        )
    own = {key: each for key, each in content.statements.items() if each.document == document.id}
    sentences = _new_sentences(text, document, own)
    found: dict[str, Statement] = {}
    for key, each in own.items():
        if _squeezed(each.text) in squeezed:
            found[key] = each
        elif near := _nearest(each.text, sentences):
            sentences.remove(near)
            found[key] = each.model_copy(update={"text": near})
    others = {k: e for k, e in content.statements.items() if e.document != document.id}
    return NewText(_with(content, {**others, **found}), tuple(sentences))


def _squeezed(text: str) -> str:
    return "".join(_MARK.sub("", text).split())


def _kept_share(document: DocumentShape, squeezed: str) -> float:
    texts = [each.text for section in document.sections for each in section.statements]
    return sum(_squeezed(each) in squeezed for each in texts) / max(len(texts), 1)


def _new_sentences(text: str, document: DocumentShape, own: Mapping[str, Statement]) -> list[str]:
    """Sentences of the text that stand in no statement and in no reference of the document."""
    known = _squeezed(" ".join(each.text for each in own.values()))
    known += _squeezed(" ".join(f"{each.number}. {each.text}" for each in document.references))
    parts = (_BULLET.sub("", _MARK.sub("", part)).strip() for part in _END.split(text))
    return [
        part
        for part in dict.fromkeys(parts)
        if len(part) >= _SHORTEST and _squeezed(part) not in known and not _ENTRY.match(part)
    ]


def _nearest(text: str, sentences: Sequence[str]) -> str:
    ratios = [
        (SequenceMatcher(None, text, each, autojunk=False).ratio(), each) for each in sentences
    ]
    ratio, near = max(ratios, default=(0.0, ""))
    return near if ratio >= _SAME_SENTENCE else ""


def _with(content: Content, statements: Mapping[str, Statement]) -> Content:
    """The content with other statements; answers lose those that are gone."""

    def left(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(each for each in names if each in statements)

    def cell(each: Cell) -> Cell:
        variants = {
            key: VariantShape(lead=own.lead, statements=left(own.statements))
            for key, own in each.variants.items()
        }
        lists = {key: left(getattr(each, key)) for key in ("statements", "nearest", "points_to")}
        return each.model_copy(update={**lists, "variants": variants})

    def side(each: SideShape) -> SideShape:
        return each.model_copy(update={"statements": left(each.statements)})

    def comparison(each: Comparison) -> Comparison:
        return each.model_copy(update={"sides": (side(each.sides[0]), side(each.sides[1]))})

    return replace(
        content,
        statements=statements,
        cells={key: cell(each) for key, each in content.cells.items()},
        comparisons=tuple(comparison(each) for each in content.comparisons),
    )
