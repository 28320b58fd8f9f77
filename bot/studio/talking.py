"""The pages of the scripted conversations."""

from __future__ import annotations

from itertools import groupby

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from bot.engine import Bot
from bot.studio import drawing, pages, talks
from bot.studio.shelf import Edition, Shelf
from bot.studio.talks import Outcomes, Script, Scripts
from bot.studio.tasks import BOT, Tasks
from bot.studio.work import Progress
from bot.testing import conversations

PATH = "/conversations"
_WORK = "conversations"


class Talking:
    """The handlers of these pages."""

    def __init__(self, shelf: Shelf, tasks: Tasks, scripts: Scripts) -> None:
        self._shelf, self._tasks, self._scripts = shelf, tasks, scripts

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route(PATH, self.begin, methods=["POST"]),
            Route(PATH, self.list),
            Route(PATH + "/{address:path}", self.one),
        ]

    def list(self, request: Request) -> Response:
        """All conversations by file, with what came of them when they were held."""
        edition, scripts = self._shelf.edition(), self._scripts.all()
        work = self._tasks.get(_WORK)
        if work and not work.done:
            return pages.waiting(_WORK, "Holding all conversations", work.share)
        trouble = work.trouble if work else ()
        found: Outcomes | None = work.result() if work and not trouble else None
        files = [(file, list(each)) for file, each in groupby(scripts, lambda each: each.file)]
        failed = [each for each in scripts if found and found.get(each.address)]
        stale = found is not None and self._tasks.digest(_WORK) != edition.content.digest
        return pages.page(
            "conversations",
            files=files,
            outcomes=found,
            failed=failed,
            stale=stale,
            scripts=scripts,
            trouble=trouble,
        )

    def begin(self, request: Request) -> Response:
        """Hold all of them."""
        edition, scripts = self._shelf.edition(), self._scripts.all()
        bot = self._tasks.bot(edition)

        def hold(tell: Progress) -> Outcomes:
            return talks.outcomes(scripts, bot.result(), tell)

        self._tasks.begin(_WORK, edition, hold, bot)
        return RedirectResponse(PATH, 303)

    def one(self, request: Request) -> Response:
        """A conversation as it goes now, turn by turn."""
        scripts = {each.address: each for each in self._scripts.all()}
        script = scripts.get(request.path_params["address"])
        if script is None:
            raise HTTPException(404)
        edition = self._shelf.edition()
        work = self._tasks.bot(edition)
        if not work.soon():
            return pages.waiting(BOT, "Getting the bot ready", work.share)
        return _transcript(script, work.result(), edition)


def _transcript(script: Script, bot: Bot, edition: Edition) -> Response:
    said: list[str] = []
    turns = []
    for held in conversations.hold(script.conversation, bot):
        said.append(held.expected.user)
        turns.append(
            {
                "user": held.expected.user,
                "gap": held.expected.gap,
                "problems": held.problems,
                "wanted": talks.wanted(held.expected),
                "widget": drawing.widget(held.turn.replies),
                "cells": list(dict.fromkeys(e.cell for e in held.turn.replies if e.cell)),
                "said": "\n".join(said),
            }
        )
    failed = any(each["problems"] and not each["gap"] for each in turns)
    return pages.page("conversation", script=script, turns=turns, failed=failed)
