"""`net-guide actions` as a server: what it lets in, and what it never lets out."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import zlib
from collections.abc import Iterator
from concurrent import futures
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from bot import Bot
from bot.channels.actions.admission import BODY_LIMIT
from tests.conftest import ROOT
from tests.harness import deployment
from tests.harness.deployment import Running

CANARY = "quetzalcoatlus-77"
CALL = {
    "next_action": "action_net_guide",
    "sender_id": "a",
    "tracker": {
        "sender_id": "a",
        "slots": {},
        "latest_message": {"text": "what is a carcinoid?"},
        "events": [],
    },
    "domain": {},
    "version": "3.6.21",
}


@pytest.fixture(scope="module")
def server(net_guide_bot: Bot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    log = tmp_path_factory.mktemp("actions") / "log"
    with deployment.action_server(log, 0, "--workers", "1") as running:
        yield running


def ask(
    server: Running,
    body: bytes | object,
    path: str = "/webhook",
    method: str = "POST",
    **headers: str,
) -> tuple[int, Any, http.client.HTTPMessage]:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)) as connection:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, data, named)
        response = connection.getresponse()
        text = response.read()
        return response.status, json.loads(text) if text else None, response.headers


def changed(**changes: object) -> dict[str, Any]:
    return {**CALL, **changes}


def in_tracker(**changes: object) -> dict[str, Any]:
    return changed(tracker={**CALL["tracker"], **changes})


def test_it_answers(server: Running, bot: Bot) -> None:
    status, done, _ = ask(server, CALL)
    assert status == 200
    assert done["responses"][0]["text"] == bot.reply("what is a carcinoid?").text
    assert done["events"][0]["name"] == "net_guide_state"


def test_it_lists_its_actions_and_its_health(server: Running) -> None:
    assert ask(server, b"", "/health", "GET")[1] == {"status": "ok"}
    names = {each["name"] for each in ask(server, b"", "/actions", "GET")[1]}
    assert names == {"action_net_guide", "action_restart", "action_back", "action_session_start"}


def test_it_listens_on_loopback_only(server: Running) -> None:
    lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
    local = {line.split()[1] for line in lines if line.split()[3] == "0A"}
    assert f"0100007F:{server.port:04X}" in local
    assert f"00000000:{server.port:04X}" not in local


@pytest.mark.parametrize("method", ["POST", "OPTIONS"])
def test_other_sites_pages_get_no_leave(server: Running, method: str) -> None:
    _, _, headers = ask(
        server,
        CALL,
        method=method,
        Origin="https://evil.example",
        Access_Control_Request_Method="POST",
    )
    assert not [name for name in headers if name.lower().startswith("access-control")]


def test_sites_that_are_named_get_leave(net_guide_bot: Bot, tmp_path: Path) -> None:
    options = ("--workers", "1", "--cors", "https://a.example")
    with deployment.action_server(tmp_path / "log", 0, *options) as server:
        for origin, leave in (
            ("https://a.example", "https://a.example"),
            ("https://b.example", None),
        ):
            headers = ask(server, CALL, Origin=origin)[2]
            assert headers.get("Access-Control-Allow-Origin") == leave


WRONG = [
    (b"", 400),
    (b"{", 400),
    (b"\xff\xfe", 400),
    (b"[" * 100_000, 400),
    ([], 400),
    (None, 400),
    ("text", 400),
    ({}, 400),
    (changed(next_action=7), 400),
    (changed(next_action=""), 400),
    (changed(next_action=CANARY), 404),
    (changed(next_action="__class__"), 404),
    ({"next_action": "action_net_guide", "domain": {}}, 400),
    (changed(tracker=None), 400),
    (changed(tracker=[]), 400),
    (changed(tracker={}), 400),
    (in_tracker(slots=[]), 400),
    (in_tracker(slots=None), 400),
    (in_tracker(latest_message="x"), 400),
    (in_tracker(latest_message={"text": {"a": CANARY}}), 400),
    (in_tracker(events="x"), 400),
    (in_tracker(events=[1]), 400),
    (changed(domain=[1]), 400),
    ({key: value for key, value in CALL.items() if key != "domain"}, 449),
]


@pytest.mark.parametrize(("body", "status"), WRONG)
def test_a_wrong_call_gets_one_clear_line(server: Running, body: object, status: int) -> None:
    if isinstance(body, dict):
        body = {**body, "note": CANARY}
    got, said, _ = ask(server, body)
    assert got == status
    assert set(said) == {"error", "action_name"}
    assert said["error"]
    assert "\n" not in said["error"]
    assert CANARY not in json.dumps(said)


@pytest.mark.parametrize("path", ["/webhook/", "/webhook?a=b", "//webhook", "/webhook//"])
def test_no_other_spelling_of_the_address_goes_around_the_checks(
    server: Running, path: str
) -> None:
    status, said, _ = ask(server, {"next_action": CANARY, "note": CANARY}, path)
    assert status == 404
    assert CANARY not in json.dumps(said)
    assert ask(server, zlib.compress(b" " * (BODY_LIMIT + 1)), path, Content_Encoding="deflate")[
        0
    ] in (404, 413)


def test_an_unknown_address_and_method(server: Running) -> None:
    assert ask(server, b"", f"/{CANARY}", "GET")[:2] == (
        404,
        {"error": "there is nothing at this address", "action_name": ""},
    )
    assert ask(server, b"", "/webhook", "GET")[0] == 405


def test_empty_parts_are_taken_for_none(server: Running) -> None:
    for call in (in_tracker(events=None), in_tracker(latest_message=None), changed(version=None)):
        assert ask(server, call)[0] == 200


@pytest.mark.parametrize("bits", [zlib.MAX_WBITS, -zlib.MAX_WBITS])
def test_a_compressed_call_is_answered(server: Running, bits: int) -> None:
    packer = zlib.compressobj(wbits=bits)
    body = packer.compress(json.dumps(CALL).encode()) + packer.flush()
    assert ask(server, body, Content_Encoding="deflate")[0] == 200


def test_a_call_that_is_too_large_is_refused(server: Running) -> None:
    body = b'{"a": "' + b"x" * BODY_LIMIT + b'"}'
    # The server may hang up while the rest is on its way.
    with suppress(ConnectionError, http.client.HTTPException):
        assert ask(server, body)[0] == 413
    assert ask(server, zlib.compress(body), Content_Encoding="deflate")[0] == 413


def test_a_bomb_is_not_unpacked(server: Running) -> None:
    packer = zlib.compressobj(9)
    chunk = b"\0" * 1_000_000
    bomb = b"".join(packer.compress(chunk) for _ in range(400)) + packer.flush()
    before = server.megabytes()
    assert ask(server, bomb, Content_Encoding="deflate")[0] == 413
    assert server.megabytes() - before < 100


@pytest.mark.parametrize(
    ("encoding", "status"), [("deflate", 400), ("gzip", 415), ("br", 415), ("identity", 200)]
)
def test_other_encodings(server: Running, encoding: str, status: int) -> None:
    assert ask(server, CALL, Content_Encoding=encoding)[0] == status


def test_nothing_that_was_said_is_in_the_log(server: Running) -> None:
    """Runs after all of the above, too: their canaries went to the same server."""
    message = f"{CANARY}: my results are back, is it a pancreatic NET?"
    for text in (message, f'/{CANARY}{{"subject": "{CANARY}"}}', f"/{CANARY}"):
        ask(server, in_tracker(latest_message={"text": text}, sender_id=CANARY))
    with socket.create_connection(("127.0.0.1", server.port)) as raw:
        raw.sendall(f"POST /webhook {CANARY}\r\n{CANARY}\r\n\r\n".encode())
        raw.recv(1000)
    log = server.log.read_text()
    assert "worker_ready" in log
    assert CANARY not in log


def test_a_worker_that_is_killed_is_replaced(net_guide_bot: Bot, tmp_path: Path) -> None:
    with deployment.action_server(tmp_path / "log", 0, "--workers", "2") as server:
        for pid in server.family()[1:]:
            os.kill(pid, signal.SIGKILL)
            for _ in range(10):
                try:
                    assert ask(server, CALL)[0] == 200
                except ConnectionError:
                    continue


@pytest.mark.parametrize(
    "options",
    [
        ("--port", "70000"),
        ("--workers", "0"),
        ("--endpoints", "no-such-file.yml"),
        ("--endpoints", "README.md"),
    ],
)
def test_wrong_options_get_one_line(options: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "actions", *options],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("net-guide: ")
    assert done.stderr.count("\n") == 1


class Collector:
    """An OpenTelemetry collector that keeps what it gets."""

    def __init__(self) -> None:
        self.got: list[ExportTraceServiceRequest] = []
        self.server = grpc.server(futures.ThreadPoolExecutor(1))
        handler = grpc.unary_unary_rpc_method_handler(
            self.take,
            request_deserializer=ExportTraceServiceRequest.FromString,
            response_serializer=ExportTraceServiceResponse.SerializeToString,
        )
        name = "opentelemetry.proto.collector.trace.v1.TraceService"
        self.server.add_generic_rpc_handlers(
            (grpc.method_handlers_generic_handler(name, {"Export": handler}),)
        )
        self.port = self.server.add_insecure_port("127.0.0.1:0")

    def take(self, request: ExportTraceServiceRequest, _: object) -> ExportTraceServiceResponse:
        self.got.append(request)
        return ExportTraceServiceResponse()


def test_traces_hold_no_text_and_no_sender(net_guide_bot: Bot, tmp_path: Path) -> None:
    collector = Collector()
    collector.server.start()
    endpoints = tmp_path / "endpoints.yml"
    tracing = {"type": "otlp", "endpoint": f"127.0.0.1:{collector.port}", "insecure": True}
    endpoints.write_text(json.dumps({"tracing": tracing}))
    log = tmp_path / "log"
    options = ("--workers", "1", "--endpoints", str(endpoints))
    with deployment.action_server(log, 0, *options) as server:
        call = in_tracker(latest_message={"text": f"is {CANARY} a carcinoid?"}, sender_id=CANARY)
        assert ask(server, {**call, "sender_id": CANARY})[0] == 200
        assert ask(server, {**call, "next_action": CANARY})[0] == 404
    collector.server.stop(None)
    spans = [
        span
        for request in collector.got
        for resource in request.resource_spans
        for scope in resource.scope_spans
        for span in scope.spans
    ]
    assert {each.name for each in spans} >= {"create_app.webhook", "ActionExecutor.run"}
    assert "action_net_guide" in str(collector.got)
    assert CANARY not in str(collector.got)
    assert CANARY not in log.read_text()
