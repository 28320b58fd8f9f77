"""Checks that each document is the original, word for word, and that no file is left unread."""

from __future__ import annotations

from collections.abc import Iterator

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.schema import DocumentShape
from bot.content.strict_yaml import Location

_FOLDER = "data/documents"
_SHOWN = 60
"""Characters of the original that a message shows."""


def check(content: Content, sources: Sources) -> None:
    """Note what differs from an original, and files that nothing reads."""
    _twins(content, sources)
    originals = set()
    for path in sources.below(_FOLDER):
        document = content.documents[sources.files[path].data["id"]]
        name = f"{_FOLDER}/{document.original}"
        originals.add(name)
        if path != f"{_FOLDER}/{document.id}.yaml":
            message = f"the id '{document.id}' must be the name of this file; change one of them"
            sources.report(path, message, ("id",))
        if name not in sources.texts:
            message = f"'{document.original}' is missing; put the page's text beside this file"
            sources.report(path, message, ("original",))
        else:
            _compare(document, sources.texts[name], path, sources)
    for path in sorted(sources.unread - originals):
        message = "nothing reads this file; move it, end its name in .yaml, or delete it"
        sources.report(path, message)


def _twins(content: Content, sources: Sources) -> None:
    seen: set[str] = set()
    for path in sources.below(_FOLDER):
        document = content.documents[sources.files[path].data["id"]]
        for section, each in enumerate(document.sections):
            for index, statement in enumerate(each.statements):
                if statement.id in seen:
                    message = f"the id '{statement.id}' stands twice; give one another name"
                    where = ("sections", section, "statements", index, "id")
                    sources.report(path, message, where)
                seen.add(statement.id)


def _compare(document: DocumentShape, original: str, path: str, sources: Sources) -> None:
    """Report the first place where the parts put together differ from the original."""
    rest = _squeezed(original)
    where: Location = ("sections",)
    for part, where in _parts(document):
        if not rest.startswith(part):
            message = "this is not what the original says here"
            sources.report(path, f"{message} ('{rest[:_SHOWN]}'); copy it word for word", where)
            return
        rest = rest.removeprefix(part)
    if rest:
        message = f"after this the original goes on ('{rest[:_SHOWN]}'); add what is missing"
        sources.report(path, message, where)


def _parts(document: DocumentShape) -> Iterator[tuple[str, Location]]:
    for section, each in enumerate(document.sections):
        for index, said in enumerate(each.statements):
            marks = "".join(f"[{number}]" for number in said.refs)
            whole = ("•" if said.bullet else "") + said.text + marks
            yield _squeezed(whole), ("sections", section, "statements", index, "text")
    for index, reference in enumerate(document.references):
        yield _squeezed(f"{reference.number}. {reference.text}"), ("references", index, "text")


def _squeezed(text: str) -> str:
    """Without spaces, which a page may set as it likes."""
    return "".join(text.split())
