"""Spans of turns: how long their parts take, and nothing of what was said.

Without a collector nothing is traced, and OpenTelemetry is not even imported.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from bot.extras import needed


class Part(Protocol):
    """What a span can be told while it lasts."""

    def fail(self) -> None:
        """There was a fault of ours."""


class Spans(Protocol):
    """Makes spans."""

    def start(self) -> None:
        """Begin. Call it in the worker: what sends the spans is a thread."""

    def turn(self, parent: str) -> AbstractContextManager[Part]:
        """Around a turn.

        Args:
            parent: the header `traceparent` of the request, or nothing.
        """

    def part(self, name: str) -> AbstractContextManager[Part]:
        """Around a part of the turn."""

    async def close(self) -> None:
        """Send what is left."""


class NoSpans:
    """Traces nothing."""

    def start(self) -> None:
        """Nothing to begin."""

    def turn(self, parent: str) -> AbstractContextManager[Part]:
        """Nothing around it."""
        return nullcontext(self)

    def part(self, name: str) -> AbstractContextManager[Part]:
        """Nothing around it."""
        return nullcontext(self)

    def fail(self) -> None:
        """Nobody to tell."""

    async def close(self) -> None:
        """Nothing is left."""


def spans_to(address: str) -> Spans:
    """What makes the spans for a collector.

    Args:
        address: where it takes OTLP over HTTP, such as http://127.0.0.1:4318; nothing for none.

    Raises:
        MissingExtraError: OpenTelemetry is not installed.
    """
    if not address:
        return NoSpans()
    with needed("otel"):
        from bot.channels.web.collector import Collector
    return Collector(address)
