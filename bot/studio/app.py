"""The routes of the studio, and what is shown when something is wrong."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.server import logs
from bot.errors import ContentError, NetGuideError
from bot.studio import pages
from bot.studio.guard import guarded
from bot.studio.measuring import Measuring
from bot.studio.review import Review
from bot.studio.shelf import Shelf
from bot.studio.talking import Talking
from bot.studio.talks import Scripts
from bot.studio.tasks import Tasks
from bot.studio.why import Why
from bot.studio.work import FAULT


def create_app(folder: Path, tests: Path) -> ASGIApp:
    """The studio of a content.

    Args:
        folder: of the content.
        tests: with conversations, and held-out lines; any of them may be missing.
    """
    shelf, tasks, scripts = Shelf(folder), Tasks(folder), Scripts(tests)
    parts = (
        Review(shelf, scripts),
        Why(shelf, tasks),
        Talking(shelf, tasks, scripts),
        Measuring(shelf, tasks, tests),
        _Files(shelf, tasks),
    )
    routes = [route for part in parts for route in part.routes()]
    app = Starlette(
        routes=routes,
        exception_handlers={
            ContentError: _broken,
            NetGuideError: _unable,
            HTTPException: _absent,
            Exception: _failed,
        },
    )
    app.router.redirect_slashes = False
    return guarded(app)


class _Files:
    """Hands out what the pages need beside themselves."""

    def __init__(self, shelf: Shelf, tasks: Tasks) -> None:
        self._shelf, self._tasks = shelf, tasks

    def routes(self) -> list[Route]:
        return [
            Route("/static/{name}", self.static),
            Route("/work/{name}", self.work),
            Route("/chat/texts", self.texts),
            Route("/chat/{name:path}", self.of_widget),
        ]

    def static(self, request: Request) -> Response:
        return _found(pages.static(request.path_params["name"], request))

    def work(self, request: Request) -> Response:
        """How far something is, for the page that waits for it."""
        work = self._tasks.get(request.path_params["name"])
        if work is None:
            raise HTTPException(404)
        return JSONResponse({"share": work.share, "done": work.done})

    def of_widget(self, request: Request) -> Response:
        return _found(pages.of_widget(request.path_params["name"], request))

    def texts(self, request: Request) -> Response:
        return self._shelf.edition().texts.response(request)


def _found(response: Response | None) -> Response:
    if response is None:
        raise HTTPException(404)
    return response


async def _broken(request: Request, error: Exception) -> Response:
    assert isinstance(error, ContentError)
    return pages.broken(error.problems)


async def _unable(request: Request, error: Exception) -> Response:
    return pages.sorry(503, "This cannot be done", f"{error}.")


async def _absent(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    text = "There is nothing at this address. It may have been renamed in the content since."
    return pages.sorry(error.status_code, "Not found", text)


async def _failed(request: Request, error: Exception) -> Response:
    logs.failure("failed", error)
    return pages.sorry(500, "Something went wrong", FAULT)
