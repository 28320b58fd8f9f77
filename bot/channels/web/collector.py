"""Spans of turns, sent to an OpenTelemetry collector over HTTP.

A span has times, the id of the request, and the kind of a fault. It has neither the kind of a
reply nor what it was about: beside the address that a proxy notes for the same trace, that
would tell who asked about what. Of a client's headers only `traceparent` is read, which has
no room for words.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import OTELResourceDetector, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import Span, SpanKind, StatusCode, Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

import bot
from bot.channels.server import logs

NAMES = ("turn", "request", "sessions.get", "reply", "sessions.put")
"""Of the spans: a turn, and its parts."""
KEPT = frozenset({"error.type", "net_guide.request_id"})
"""Attributes that a span may have."""
_SECONDS = 2
"""Time that the collector has to take what is sent; what it does not take is lost."""
_TRACE = TraceContextTextMapPropagator()


class _Part:
    """A span that lasts."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def fail(self) -> None:
        """There was a fault of ours."""
        self._span.set_status(StatusCode.ERROR)


class Collector:
    """Makes spans and sends them, in the background."""

    def __init__(self, address: str) -> None:
        """
        Args:
            address: of the collector, without the path of its traces.
        """
        self._address = f"{address.rstrip('/')}/v1/traces"
        self._provider: TracerProvider | None = None

    def start(self) -> None:
        """Begin; the variables of OpenTelemetry's own, such as OTEL_TRACES_SAMPLER, count."""
        ours = Resource({"service.name": "net-guide", "service.version": bot.__version__})
        # Only what the environment says: what else is found out is about the machine.
        self._provider = TracerProvider(resource=ours.merge(OTELResourceDetector().detect()))
        exporter = OTLPSpanExporter(endpoint=self._address, timeout=_SECONDS)
        self._provider.add_span_processor(BatchSpanProcessor(exporter))

    @contextmanager
    def turn(self, parent: str) -> Iterator[_Part]:
        """A span around a turn, below the span of a proxy if the request names one."""
        context = _TRACE.extract({"traceparent": parent})
        with self._tracer.start_as_current_span(
            "turn",
            context=context,
            kind=SpanKind.SERVER,
            attributes={"net_guide.request_id": logs.REQUEST.get()},
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            try:
                yield _Part(span)
            except Exception as error:
                span.set_attribute("error.type", type(error).__name__)
                raise

    @contextmanager
    def part(self, name: str) -> Iterator[_Part]:
        """A span around a part of the turn."""
        with self._tracer.start_as_current_span(
            name, record_exception=False, set_status_on_exception=False
        ) as span:
            yield _Part(span)

    async def close(self) -> None:
        """Send what is left."""
        if self._provider:
            await asyncio.to_thread(self._provider.shutdown)

    @property
    def _tracer(self) -> Tracer:
        assert self._provider, "start it first"
        return self._provider.get_tracer("bot")
