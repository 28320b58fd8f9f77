"""Traces: off by default, sent to a collector that was named, and without a word of anybody."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from opentelemetry.proto.trace.v1.trace_pb2 import Span, Status

from bot.channels.web.collector import KEPT, NAMES
from tests.harness.chat import WEBHOOK, Server, error_code
from tests.harness.deployment import free_port
from tests.harness.redis import Redis

CANARY = "quetzal-canary-40977"
TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"


class Collector(ThreadingHTTPServer):
    """Takes what is sent by OTLP over HTTP, and keeps it."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.url = f"http://127.0.0.1:{self.server_port}"
        self.bodies: list[bytes] = []
        self.paths: set[str] = set()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def spans(self) -> list[Span]:
        sent = [ExportTraceServiceRequest.FromString(each) for each in self.bodies]
        return [
            span
            for each in sent
            for resource in each.resource_spans
            for scope in resource.scope_spans
            for span in scope.spans
        ]


class _Taking(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        self.server.paths.add(self.path)
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@pytest.fixture
def collector() -> Iterator[Collector]:
    running = Collector()
    yield running
    running.shutdown()
    running.server_close()


def test_a_turn_and_its_parts_are_traced_without_words(collector: Collector, redis: Redis) -> None:
    options = ("--traces", collector.url, "--sessions", redis.url, "--workers", "2")
    with Server(*options) as server:
        told = {"traceparent": PARENT, "tracestate": f"a={CANARY}", "baggage": f"b={CANARY}"}
        server.http.headers.update({**told, "user-agent": CANARY})
        for message in (CANARY, f"what is a carcinoid? {CANARY}", "I want to kill myself"):
            server.say(message, sender=CANARY, metadata={"message_id": CANARY, "region": CANARY})
        wrong = server.http.post(WEBHOOK, json={"message": 5, "sender": CANARY})
        assert error_code(wrong) == "bad_message"
        request = server.http.post(WEBHOOK, json={"message": "hello", "metadata": {"state": None}})
        assert server.stop() == 0  # what is left is sent
    spans = collector.spans()
    assert collector.paths == {"/v1/traces"}
    assert {each.name for each in spans} == set(NAMES)
    turns = [each for each in spans if each.name == "turn"]
    assert len(turns) == 5
    assert {each.trace_id.hex() for each in spans} == {TRACE}
    assert {each.parent_span_id for each in spans if each.name != "turn"} == {
        each.span_id for each in turns
    }
    values = [(each.key, each.value.string_value) for span in spans for each in span.attributes]
    assert {name for name, _ in values} == KEPT
    assert ("error.type", "RequestError") in values
    assert ("net_guide.request_id", request.headers["x-request-id"]) in values
    assert not [each for each in spans if each.events or each.links or each.status.message]
    assert CANARY.encode() not in b"".join(collector.bodies)


def test_what_was_answered_cannot_be_read_off_a_trace(collector: Collector) -> None:
    """A crisis looks like small talk: the same spans, the same attributes."""
    shapes = set()
    for message in ("thanks", "I want to kill myself", "what is a carcinoid?"):
        collector.bodies.clear()
        with Server("--traces", collector.url) as server:
            server.say(message, metadata={"state": None})
        spans = sorted(collector.spans(), key=lambda each: each.name)
        shapes.add(tuple((s.name, tuple(a.key for a in s.attributes), s.kind) for s in spans))
    assert len(shapes) == 1


def test_a_fault_of_ours_is_marked(collector: Collector) -> None:
    with Server("--traces", collector.url, module="tests.web.broken") as server:
        server.say(CANARY, metadata={"state": None})
    (turn,) = (each for each in collector.spans() if each.name == "turn")
    assert turn.status.code == Status.STATUS_CODE_ERROR
    assert CANARY.encode() not in b"".join(collector.bodies)


def test_without_its_collector_it_answers_and_stops() -> None:
    with Server("--traces", f"http://127.0.0.1:{free_port()}") as server:
        assert server.say(CANARY, metadata={"state": None})
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(20) == 0
        assert CANARY not in server.log
