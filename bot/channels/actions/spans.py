"""What may be traced: rasa-sdk's OpenTelemetry, let through by a list of names.

rasa-sdk notes the id of the conversation, which some channels make of a phone number,
and OpenTelemetry notes the words of an exception, which may quote a message. Neither
gets into a span here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import Span, Tracer
from rasa_sdk.tracing import config
from rasa_sdk.tracing.endpoints import read_endpoint_config

from bot.errors import InputError

KEPT = frozenset(
    {
        "action_name",
        "events",
        "http.method",
        "http.route",
        "message_count",
        "next_action",
        "slots",
        "utters",
        "version",
    }
)
"""Names of attributes: of actions, events and slots, and counts. No value of a slot is in them."""

_TYPES = ("otlp", "jaeger")


class QuietProvider:
    """Makes tracers whose spans hold only what is kept."""

    def __init__(self, provider: TracerProvider) -> None:
        self._provider = provider

    def get_tracer(self, name: str) -> QuietTracer:
        """As OpenTelemetry's."""
        return QuietTracer(self._provider.get_tracer(name))

    def shutdown(self) -> None:
        """Send what is left."""
        self._provider.shutdown()


class QuietTracer:
    """Starts spans as rasa-sdk does."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer

    @contextmanager
    def start_as_current_span(
        self, name: str, context: Any = None, attributes: Mapping[str, Any] | None = None
    ) -> Iterator[QuietSpan]:
        """As OpenTelemetry's, without the words of exceptions."""
        kept = {key: value for key, value in (attributes or {}).items() if key in KEPT}
        with self._tracer.start_as_current_span(
            name,
            context=context,
            attributes=kept,
            record_exception=False,
            set_status_on_exception=False,
        ) as span:
            yield QuietSpan(span)


class QuietSpan:
    """Takes the attributes that are kept."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def is_recording(self) -> bool:
        """As OpenTelemetry's."""
        return self._span.is_recording()

    def set_attribute(self, key: str, value: Any) -> None:
        """Note it, if it is one that is kept."""
        if key in KEPT and value is not None:
            self._span.set_attribute(key, value)


def check(endpoints: Path) -> None:
    """See that tracing could start, before there are workers.

    Raises:
        InputError: the file cannot be read, or its tracing section makes no sense.
    """
    if not endpoints.is_file():
        raise InputError(f"there is no {endpoints}; name Rasa's endpoints.yml")
    try:
        found = read_endpoint_config(str(endpoints), config.ENDPOINTS_TRACING_KEY)
    except Exception as error:  # rasa-sdk and its YAML reader raise their own
        raise InputError(f"{endpoints} cannot be read ({type(error).__name__})") from None
    if found and (found.type not in _TYPES or (found.type == "otlp" and not _url(found))):
        raise InputError(
            f"the tracing section of {endpoints} needs a type ({' or '.join(_TYPES)})"
            " and, for otlp, an endpoint"
        )


def _url(found: Any) -> str:
    return str(found.kwargs.get("endpoint") or "")


def provider(endpoints: Path | None) -> QuietProvider | None:
    """Tracing as the `tracing` section of Rasa's endpoints.yml says; None without one.

    Call it in the worker: what sends the spans is a thread.
    """
    found = config.get_tracer_provider(str(endpoints)) if endpoints else None
    return wire(found) if found else None


def wire(found: TracerProvider) -> QuietProvider:
    """Let rasa-sdk's executor write spans too."""
    quiet = QuietProvider(found)
    config.configure_tracing(quiet)
    return quiet
