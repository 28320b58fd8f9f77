"""Rasa's REST channel: a message in, the replies out."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from bot.channels import rest
from bot.channels.server import logs
from bot.channels.web import incoming
from bot.channels.web.admission import admit
from bot.channels.web.incoming import Incoming
from bot.channels.web.service import Service
from bot.channels.web.sessions import Session, new_sender
from bot.reply import Reply, Turn

_QUICK_SECONDS = 0.001
"""Turns that take no longer, such as choices, are answered in one go."""


class Webhook:
    """The handler of `POST /webhooks/rest/webhook`."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._one_at_a_time = asyncio.Lock()

    async def answer(self, request: Request) -> Response:
        """Answer a message.

        Raises:
            RequestError: 400, 415 or 429.
            RefusedError: 408 or 413.
        """
        start = time.perf_counter()
        metrics, spans = self._service.metrics, self._service.spans
        with metrics.in_flight(), spans.turn(request.headers.get("traceparent", "")) as span:
            # Those that came at the same moment are counted before the first of them is answered.
            await asyncio.sleep(0)
            with spans.part("request"):
                admit(request, self._service)
                asked = incoming.parse(await request.body())
            recipient = asked.sender or new_sender()
            if asked.keeps_state:
                turn = await self._reply(asked, asked.state)
            else:
                turn = await self._remembered(asked, recipient)
            if not turn:
                span.fail()
            answer = self._written(turn, asked, recipient, streamed=_wants_stream(request))
        metrics.turn(turn.kind if turn else "failed", time.perf_counter() - start)
        return answer

    async def _remembered(self, asked: Incoming, sender: str) -> Turn | None:
        """A turn of a client that lets the service remember."""
        store, part = self._service.store, self._service.spans.part
        with part("sessions.get"):
            session = await store.get(sender) if asked.sender else None
        before = session.state_for(asked.message_id) if session else None
        turn = await self._reply(asked, before)
        if turn:
            with part("sessions.put"):
                await store.put(
                    sender, Session.after(turn.state.to_dict(), before, asked.message_id)
                )
        return turn

    async def _reply(self, asked: Incoming, state: Any) -> Turn | None:
        """A turn, when it is this message's.

        However many wait, between two of them whatever else there is has its moment: an answer
        of Redis that is there is not too late, and the manager hears that the worker is alive.
        """
        async with self._one_at_a_time:
            start = time.perf_counter()
            turn = self._turn(asked, state)
            if time.perf_counter() - start > _QUICK_SECONDS:
                await asyncio.sleep(0)
        return turn

    def _turn(self, asked: Incoming, state: Any) -> Turn | None:
        """A turn, or None after a fault of ours: nobody who asks meets a trace."""
        try:
            with self._service.spans.part("reply"):
                return self._service.bot.reply(asked.message, state, region=asked.region)
        except Exception as error:
            logs.failure("reply_failed", error)
            return None

    def _written(
        self, turn: Turn | None, asked: Incoming, recipient: str, *, streamed: bool
    ) -> Response:
        """The response to a message; streamed as Rasa's `?stream=true`, one reply a line."""
        replies = turn.replies if turn else (self._apology(),)
        state = None
        if asked.keeps_state:
            state = turn.state.to_dict() if turn else dict(asked.state or {})
        if streamed:
            lines = rest.lines(replies, recipient, state)
            return Response(lines, headers={"Content-Type": "text/event-stream"})
        body = rest.encode(replies, recipient, state)
        return Response(body, headers={"Content-Type": "application/json"})

    def _apology(self) -> Reply:
        return rest.apology(self._service.bot.content.phrase("error_calm"))


def _wants_stream(request: Request) -> bool:
    return bool(request.url.query) and request.query_params.get("stream", "").lower() == "true"
