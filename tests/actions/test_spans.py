"""What a span may hold."""

from __future__ import annotations

import json

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from bot.channels.actions.spans import QuietProvider

CANARY = "quetzalcoatlus-77"


def test_spans_keep_listed_attributes_and_no_words_of_exceptions() -> None:
    memory = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(memory))
    tracer = QuietProvider(provider).get_tracer("here")
    noted = {"sender_id": CANARY, "action_name": "action_net_guide", "text": CANARY}

    def work() -> None:
        with tracer.start_as_current_span("run", attributes=noted) as span:
            assert span.is_recording()
            span.set_attribute("message_id", CANARY)
            span.set_attribute("http.route", "/webhook")
            raise ValueError(CANARY)

    with pytest.raises(ValueError, match=CANARY):
        work()
    (written,) = memory.get_finished_spans()
    assert dict(written.attributes or {}) == {
        "action_name": "action_net_guide",
        "http.route": "/webhook",
    }
    assert CANARY not in json.dumps(written.to_json())
