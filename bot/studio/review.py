"""Pages on what the content says: the table, each answer, each document."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.compose.sources import in_words
from bot.content import coverage
from bot.content.library import Content
from bot.dialogue.state import is_known
from bot.dialogue.target import Target
from bot.errors import ContentError
from bot.studio import answers, documents, drawing, pages, table, talks
from bot.studio.answers import Answer
from bot.studio.shelf import Shelf
from bot.studio.talks import Script, Scripts

SIGNS = {
    coverage.OWN: "answer",
    coverage.REFUSED: "refusal",
    coverage.INHERITED: "inherited",
    coverage.NONE: "empty",
}
"""What the ways of answering are called."""


class Review:
    """The handlers of these pages."""

    def __init__(self, shelf: Shelf, scripts: Scripts) -> None:
        self._shelf, self._scripts = shelf, scripts

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route("/", self.table),
            Route("/answers/{folder}/{name}", self.answer),
            Route("/documents", self.documents),
            Route("/documents/{name}", self.document),
            Route("/go", self.go),
        ]

    def table(self, request: Request) -> Response:
        """The table of intents and subjects, and the answers beside it."""
        content = self._shelf.edition().content
        return pages.page(
            "table", parts=table.parts(content), groups=tuple(table.others(content)), signs=SIGNS
        )

    def answer(self, request: Request) -> Response:
        """One answer, in all its forms."""
        edition = self._shelf.edition()
        folder, name = request.path_params["folder"], request.path_params["name"]
        answer = answers.find(folder, name, edition.content, edition.composer)
        if answer is None:
            raise HTTPException(404)
        return pages.page(
            "answer",
            answer=answer,
            place=edition.place(answer.path),
            signs=SIGNS | {answers.INHERITED_FROM_ROOT: "empty"},
            forms=[_drawn(each, edition.content) for each in answer.forms],
            statements=_by_document(answer, edition.content),
            talks=_expecting(answer, self._scripts, edition.content),
            beside=_beside(answer, edition.content),
        )

    def documents(self, request: Request) -> Response:
        """Goes to the first document."""
        return RedirectResponse(f"/documents/{next(iter(self._shelf.edition().content.documents))}")

    def document(self, request: Request) -> Response:
        """A document beside the answers that use it."""
        content = self._shelf.edition().content
        document = content.documents.get(request.path_params["name"])
        if document is None:
            raise HTTPException(404)
        others = [(each.id, each.title) for each in content.documents.values()]
        reading = documents.read(document, content)
        updated = in_words(document.last_updated)
        return pages.page("document", reading=reading, documents=others, updated=updated)

    def go(self, request: Request) -> Response:
        """Goes where a choice leads: to its answer, or to what the bot does at it.

        Acts of dialogue have no answer of their own: what they do depends on what was said before.
        """
        content = self._shelf.edition().content
        payload = request.query_params.get("payload", "")
        target = Target.from_payload(payload)
        known = target is not None and is_known(target, content)
        place = answers.address(target, content) if target and known else ""
        if place:
            return RedirectResponse(f"/answers/{place}")
        said = [request.query_params.get("said", ""), payload]
        return RedirectResponse("/why?" + urlencode({"q": "\n".join(filter(None, said))}))


def _drawn(form: answers.Form, content: Content) -> dict[str, object]:
    return {
        "title": form.title,
        "terminal": drawing.terminal(form.replies, content),
        "widget": drawing.widget(form.replies),
        "kind": form.replies[0].kind,
    }


def _expecting(answer: Answer, scripts: Scripts, content: Content) -> list[Script]:
    """Conversations that expect an answer; none while their files have mistakes."""
    with suppress(ContentError):
        return list(talks.expecting(scripts.all(), answer.of, content)) if answer.of else []
    return []


def _by_document(answer: Answer, content: Content) -> list[tuple[str, str, list[object]]]:
    """The statements of an answer under the names of their documents."""
    found = []
    for each in content.documents.values():
        listed: list[object] = [s for s in answer.statements if s.document == each.id]
        if listed:
            found.append((each.id, each.title, listed))
    return found


def _beside(answer: Answer, content: Content) -> dict[str, tuple[str, str]]:
    """Address and title of the answers before and after one in the table, to read them all."""
    own = [
        (f"{each.subject}/{each.intent}", table.called(each.subject, each.intent, content))
        for part in table.parts(content)
        for row in part.rows
        for each in row.entries
        if each.cell == f"{each.subject}/{each.intent}"
    ]
    places = [place for place, (address, _) in enumerate(own) if address == answer.id]
    if not places:
        return {}
    near = {"before": places[0] - 1, "after": places[0] + 1}
    return {name: own[at] for name, at in near.items() if 0 <= at < len(own)}
