"""The page on why a question gets its answer."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels import journey
from bot.engine import Bot
from bot.reply import Turn
from bot.studio import drawing, pages
from bot.studio.shelf import Shelf
from bot.studio.tasks import BOT, Tasks

PATH = "/why"
_MOST_MESSAGES = 60
_MOST_INTENTS = 5


class Why:
    """The handler of this page."""

    def __init__(self, shelf: Shelf, tasks: Tasks) -> None:
        self._shelf, self._tasks = shelf, tasks

    def routes(self) -> list[Route]:
        """Its address."""
        return [Route(PATH, self.why)]

    def why(self, request: Request) -> Response:
        """The journey of each line of what was typed, one after the other."""
        typed = request.query_params.get("q", "")
        messages = [line for line in typed.splitlines() if line.strip()][:_MOST_MESSAGES]
        # Begun before somebody has typed, so that it may be there when they have.
        work = self._tasks.bot(self._shelf.edition())
        if messages and not work.soon():
            return pages.waiting(BOT, "Getting the bot ready", work.share)
        turns = _turns(work.result(), messages) if messages else []
        return pages.page("why", typed=typed, turns=turns)


def _turns(bot: Bot, messages: list[str]) -> list[dict[str, object]]:
    state, found = None, []
    for number, message in enumerate(messages, 1):
        turn = bot.reply(message, state)
        state = turn.state
        said = "\n".join(messages[:number])
        found.append({"said": said, **_explained(message, turn, bot)})
    return found


def _explained(message: str, turn: Turn, bot: Bot) -> dict[str, object]:
    trace = turn.trace
    return {
        "message": message,
        "trace": trace,
        "intents": [_likeliest(each) for each in trace.segments],
        "cells": list(dict.fromkeys(each.cell for each in turn.replies if each.cell)),
        "lines": "\n".join(journey.lines(turn)),
        "widget": drawing.widget(turn.replies),
        "terminal": drawing.terminal(turn.replies, bot.content),
    }


def _likeliest(segment: dict[str, object]) -> list[tuple[str, float]]:
    """What a question may mean: its candidates in the conversation, or else the classifier's."""
    meant = segment["candidates"] or segment["ranking"]
    assert isinstance(meant, list)
    return [(each[0], each[1]) for each in meant[:_MOST_INTENTS]]
