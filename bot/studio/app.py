"""The routes of the studio, and what is shown when something is wrong."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.server import logs
from bot.errors import ContentError, NetGuideError
from bot.studio import pages
from bot.studio.guard import guarded
from bot.studio.review import Review
from bot.studio.shelf import Shelf


def create_app(folder: Path) -> ASGIApp:
    """The studio of a content.

    Args:
        folder: of the content.
    """
    shelf = Shelf(folder)
    files = _Files(shelf)
    routes = [*Review(shelf).routes(), *files.routes()]
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

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def routes(self) -> list[Route]:
        return [
            Route("/static/{name}", self.static),
            Route("/chat/texts", self.texts),
            Route("/chat/{name:path}", self.of_widget),
        ]

    def static(self, request: Request) -> Response:
        return _found(pages.static(request.path_params["name"], request))

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
    text = "The studio made a mistake. Its place is in the terminal that the studio runs in."
    return pages.sorry(500, "Something went wrong", text)
