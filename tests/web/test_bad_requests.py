"""Requests that are not what the service expects get a clear 4xx, and harm nobody."""

from __future__ import annotations

import socket
import time
from typing import Any

import pytest

from bot.channels.server.manager import KEEP_ALIVE_SECONDS
from tests.harness.chat import WEBHOOK, Server, error_code, wait_until

WRONG_BODIES: list[tuple[bytes, str]] = [
    (b"", "bad_json"),
    (b"{", "bad_json"),
    (b'{"message": "a"} trailing', "bad_json"),
    (b"\xff\xfe\x00", "bad_json"),
    (b"[" * 8000, "bad_json"),
    (b'{"a":' * 2500 + b"1" + b"}" * 2500, "bad_json"),
    (b"[]", "bad_body"),
    (b"null", "bad_body"),
    (b'"text"', "bad_body"),
    (b"{}", "bad_message"),
    (b'{"message": null}', "bad_message"),
    (b'{"message": 7}', "bad_message"),
    (b'{"message": ["a"]}', "bad_message"),
    (b'{"message": "a", "sender": {}}', "bad_sender"),
    (b'{"message": "a", "sender": true}', "bad_sender"),
    (b'{"message": "a", "sender": "%s"}' % (b"x" * 201), "bad_sender"),
    (b'{"message": "a", "sender": "\\ud800"}', "bad_sender"),
    (b'{"message": "a", "metadata": []}', "bad_metadata"),
    (b'{"message": "a", "metadata": {"state": "x"}}', "bad_state"),
    (b'{"message": "a", "metadata": {"message_id": []}}', "bad_message_id"),
    (b'{"message": "a", "metadata": {"region": 7}}', "bad_region"),
    (b'{"message": "a", "metadata": {"region": ["uk"]}}', "bad_region"),
]


@pytest.mark.parametrize(("body", "code"), WRONG_BODIES, ids=lambda each: str(each)[:30])
def test_a_wrong_body_is_400_with_its_code(server: Server, body: bytes, code: str) -> None:
    response = server.http.post(WEBHOOK, content=body, headers={"content-type": "application/json"})
    assert (response.status_code, error_code(response)) == (400, code)


def test_a_message_with_half_a_character_is_answered(server: Server) -> None:
    body = b'{"message": "\\ud83d is it inherited?"}'
    response = server.http.post(WEBHOOK, content=body, headers={"content-type": "application/json"})
    assert response.json()[0]["custom"]["intent"] == "inheritance"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_another_content_type_is_415(server: Server, kind: str) -> None:
    response = server.http.post(WEBHOOK, content=b"{}", headers={"content-type": kind})
    assert (response.status_code, error_code(response)) == (415, "not_json")


def test_json_may_name_its_charset(server: Server) -> None:
    headers = {"content-type": "Application/JSON; charset=utf-8"}
    response = server.http.post(WEBHOOK, content=b'{"message": "hello"}', headers=headers)
    assert response.status_code == 200


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_another_method_is_405_and_names_those_that_do(server: Server, method: str) -> None:
    response = server.http.request(method, WEBHOOK)
    assert (response.status_code, error_code(response)) == (405, "method_not_allowed")
    assert response.headers["allow"] == "POST"


@pytest.mark.parametrize("path", ["/nope", "/widget/../settings.py", "/widget/%2e%2e/x", "/.env"])
def test_another_address_is_404(server: Server, path: str) -> None:
    response = server.http.get(path)
    assert (response.status_code, error_code(response)) == (404, "not_found")


def test_more_than_16_kilobytes_is_413(server: Server) -> None:
    body = b'{"message": "%s"}' % (b"x" * 16 * 1024)
    response = server.http.post(WEBHOOK, content=body, headers={"content-type": "application/json"})
    assert (response.status_code, error_code(response)) == (413, "too_large")


def test_just_under_16_kilobytes_is_answered(server: Server) -> None:
    assert server.say("is it inherited? " + "x " * 8000)


def test_chunks_are_counted_too(server: Server) -> None:
    def chunks() -> Any:
        yield from (b"x" * 1000 for _ in range(40))

    response = server.http.post(
        WEBHOOK, content=chunks(), headers={"content-type": "application/json"}
    )
    assert response.status_code == 413


@pytest.fixture(scope="module")
def impatient() -> Any:
    with Server("--request-seconds", "1", "--rate-limit", "0") as running:
        yield running


def raw(server: Server, data: bytes) -> bytes:
    """What comes back for bytes on a socket; the other side is expected to close."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=15) as sock:
        sock.sendall(data)
        answer = b""
        while part := sock.recv(4096):
            answer += part
        return answer


HEAD = b"POST /webhooks/rest/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.mark.parametrize(
    "data",
    [
        b"POST /webh",
        HEAD,
        HEAD + b"Content-Length: 100\r\n\r\n" + b'{"message": ',
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\n",
    ],
    ids=["half a line", "half a head", "half a body", "half a chunk"],
)
def test_a_request_that_never_ends_is_ended(impatient: Server, data: bytes) -> None:
    answer = raw(impatient, data)
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"request_timeout" in answer
    assert impatient.say("is it inherited?")[0]["custom"]["intent"] == "inheritance"


@pytest.mark.parametrize("line", [b"POST /nope", b"PUT /webhooks/rest/webhook", b"GET /"])
def test_nobody_waits_for_a_body_that_is_not_wanted(impatient: Server, line: bytes) -> None:
    start = time.monotonic()
    answer = raw(impatient, line + b" HTTP/1.1\r\nHost: x\r\nContent-Length: 15000\r\n\r\nab")
    assert answer.startswith(b"HTTP/1.1 ")
    assert b"connection: close" in answer
    assert time.monotonic() - start < KEEP_ALIVE_SECONDS / 5
    assert "library" not in impatient.log


@pytest.mark.parametrize(
    "data",
    [
        b"\x00\x01\x02\x03\r\n\r\n",
        b"GET\r\n\r\n",
        HEAD + b"Content-Length: -1\r\n\r\n",
        HEAD + b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
        HEAD + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        HEAD + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: " + b"a" * 256 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nX-A: a\x00b\r\n\r\n",
    ],
    ids=[
        "bytes",
        "no address",
        "negative length",
        "space before a colon",
        "length and chunks",
        "two lengths",
        "no host",
        "two hosts",
        "long host",
        "NUL in a header",
    ],
)
def test_what_is_not_http_is_400(impatient: Server, data: bytes) -> None:
    answer = raw(impatient, data)
    assert answer.startswith(b"HTTP/1.1 400")
    assert b'"code": "bad_request"' in answer
    assert impatient.answers()


@pytest.mark.parametrize(
    "head", [b"X-A: " + b"a" * 9000 + b"\r\n", b"X-A: a\r\n" * 1100], ids=["long", "many"]
)
@pytest.mark.parametrize("end", [b"", b"\r\n"], ids=["open", "whole"])
def test_a_head_of_more_than_8_kilobytes_is_413(impatient: Server, head: bytes, end: bytes) -> None:
    answer = raw(impatient, b"GET / HTTP/1.1\r\nHost: x\r\n" + head + end)
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"too_large" in answer


def test_another_expectation_is_417(impatient: Server) -> None:
    answer = raw(impatient, b"GET / HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 417")


def test_who_says_nothing_is_sent_away(impatient: Server) -> None:
    assert raw(impatient, b"") == b""


def answer_or_reset(server: Server) -> bytes:
    """What comes back for a request; nothing when the connection is reset."""
    try:
        return raw(server, b"GET / HTTP/1.0\r\n\r\n")
    except ConnectionError:
        return b""


def test_a_worker_holds_no_more_connections_than_it_should() -> None:
    with Server("--most-connections", "5") as server:
        server.http.close()
        server.operations.close()
        held = [socket.create_connection(("127.0.0.1", server.port), 5) for _ in range(5)]
        assert not answer_or_reset(server)
        for each in held:
            each.close()
        wait_until(lambda: answer_or_reset(server).startswith(b"HTTP/1.1 200"))


def test_many_slow_clients_do_not_hold_up_others(impatient: Server) -> None:
    slow = [socket.create_connection(("127.0.0.1", impatient.port)) for _ in range(100)]
    for sock in slow:
        sock.sendall(HEAD)
    assert impatient.say("hello")
    for sock in slow:
        sock.close()


def test_too_many_messages_are_429_with_a_time_to_wait() -> None:
    with Server("--rate-limit", "8") as limited:
        send = {"message": "/topics"}
        responses = [limited.http.post(WEBHOOK, json=send) for _ in range(4)]
        assert [each.status_code for each in responses] == [200, 200, 429, 429]
        assert error_code(responses[-1]) == "rate_limited"
        assert 1 <= int(responses[-1].headers["retry-after"]) <= 15
        assert limited.operations.get("/health/live").status_code == 200


def test_behind_a_trusted_proxy_each_client_has_its_own_limit() -> None:
    def ask(server: Server, client: str) -> int:
        headers = {"x-forwarded-for": client}
        return server.http.post(WEBHOOK, json={"message": "/topics"}, headers=headers).status_code

    with Server("--rate-limit", "8", "--trusted-proxies", "1") as proxied:
        assert [ask(proxied, "192.0.2.1") for _ in range(3)] == [200, 200, 429]
        assert ask(proxied, "192.0.2.2") == 200
        # What a client writes into the header itself stands to the left of the proxy's word.
        assert ask(proxied, "198.51.100.9, 192.0.2.1") == 429
        assert [ask(proxied, f"2001:db8::{each}") for each in "123"] == [200, 200, 429]
        assert [ask(proxied, f"::ffff:203.0.113.{each}") for each in "123"] == [200, 200, 200]
    with Server("--rate-limit", "8") as direct:
        assert [ask(direct, f"192.0.2.{each}") for each in range(3)] == [200, 200, 429]
