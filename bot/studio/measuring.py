"""The page of the evaluation: held-out lines are said when somebody asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.engine import Bot
from bot.evaluation import page as plots
from bot.evaluation import report, runs
from bot.evaluation.runs import Run
from bot.studio import pages
from bot.studio.guard import REPORT
from bot.studio.shelf import Shelf
from bot.studio.tasks import Tasks
from bot.studio.work import Progress

PATH = "/evaluation"
_WORK = "evaluation"
_SEED = 1
"""Of the intervals, as the command `evaluate` has it."""


@dataclass(frozen=True)
class Measured:
    """A run and its page with plots."""

    run: Run
    html: str
    compared: bool
    """Whether it is compared with a run of another content."""


class Measuring:
    """The handlers of these pages.

    Args:
        tests: folder with utterances, talks and danger.
    """

    def __init__(self, shelf: Shelf, tasks: Tasks, tests: Path) -> None:
        self._shelf, self._tasks, self._tests = shelf, tasks, tests
        self._before: Run | None = None
        """The last run of a content other than the one measured last."""
        self._last: Run | None = None

    def routes(self) -> list[Route]:
        """Their addresses."""
        return [
            Route(PATH, self.begin, methods=["POST"]),
            Route(PATH, self.show),
            Route(REPORT, self.report),
        ]

    def show(self, request: Request) -> Response:
        """What was measured last, and the button that measures."""
        edition, work = self._shelf.edition(), self._tasks.get(_WORK)
        if work and not work.done:
            return pages.waiting(_WORK, "Saying the held-out lines", work.share)
        trouble = work.trouble if work else ()
        measured: Measured | None = work.result() if work and not trouble else None
        stale = measured is not None and measured.run.content != edition.content.digest
        return pages.page("evaluation", measured=measured, stale=stale, trouble=trouble)

    def begin(self, request: Request) -> Response:
        """Say all held-out lines."""
        edition = self._shelf.edition()
        bot = self._tasks.bot(edition)
        self._tasks.begin(_WORK, edition, lambda tell: self._measured(bot.result(), tell), bot)
        return RedirectResponse(PATH, 303)

    def report(self, request: Request) -> Response:
        """The page that `net-guide evaluate --html` writes."""
        work = self._tasks.get(_WORK)
        if work is None or not work.done:
            raise HTTPException(404)
        measured: Measured = work.result()
        return HTMLResponse(measured.html)

    def _measured(self, bot: Bot, tell: Progress) -> Measured:
        run = runs.run(bot, self._tests, tell)
        if self._last and self._last.content != run.content:
            self._before = self._last
        self._last = run
        found = report.make(run, self._before, _SEED)
        name = bot.content.widget["title"]
        return Measured(run, plots.page(found, name), self._before is not None)
