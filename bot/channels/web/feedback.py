"""Thumbs: whether an answer helped, as a count for each cell, without a word of anybody."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web import incoming
from bot.channels.web.admission import admit
from bot.channels.web.errors import RequestError
from bot.channels.web.service import Service

PATH = "/feedback"


class Feedback:
    """The handler of `POST /feedback`, which is there only where the setting wants it."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def count(self, request: Request) -> Response:
        """Count a thumb.

        Raises:
            RequestError: 400, 415 or 429.
            RefusedError: 408 or 413.
        """
        admit(request, self._service)
        data = incoming.read(await request.body())
        thumb, cell = data.get("thumb"), data.get("cell")
        # Only what is known is counted, so that nothing of anybody can become a label.
        counted = isinstance(cell, str) and isinstance(thumb, str)
        if not counted or not self._service.metrics.thumb(str(cell), str(thumb)):
            message = "'cell' must be that of an answer, and 'thumb' up or down"
            raise RequestError(400, "bad_feedback", message)
        return Response(status_code=204)
