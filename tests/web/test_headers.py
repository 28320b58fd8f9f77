"""Security headers on every response, and CORS only for those who were let in."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from tests.harness.chat import WEBHOOK, Server, wait_until

PATHS = [
    "/",
    "/widget.js",
    "/widget/texts",
    "/openapi.json",
    "/webhooks/rest",
    WEBHOOK,
    "/nope",
]
INSIDE = ["/health/live", "/health/ready", "/metrics", "/nope"]
FRIEND, STRANGER = "https://hospital.example", "https://stranger.example"


@pytest.fixture(scope="module")
def open_server() -> Iterator[Server]:
    with Server("--allowed-origins", FRIEND, "--frame-ancestors", FRIEND) as running:
        yield running


@pytest.mark.parametrize("path", PATHS)
def test_every_response_is_secured(server: Server, path: str) -> None:
    assert_secured(server.http.get(path).headers)


@pytest.mark.parametrize("path", INSIDE)
def test_so_is_each_to_those_who_run_it(server: Server, path: str) -> None:
    assert_secured(server.operations.get(path).headers)


def assert_secured(headers: httpx.Headers) -> None:
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] in ("no-store", "no-cache")
    assert not [name for name in headers if name.startswith("access-control")]
    assert "server" not in headers
    assert "set-cookie" not in headers


def test_answers_are_never_stored(server: Server) -> None:
    response = server.http.post(WEBHOOK, json={"message": "hello"})
    assert response.headers["cache-control"] == "no-store"


def test_an_allowed_site_may_use_the_service(open_server: Server) -> None:
    asked = {"origin": FRIEND, "access-control-request-method": "POST"}
    before = open_server.http.request("OPTIONS", WEBHOOK, headers=asked)
    assert before.status_code == 204
    assert before.headers["access-control-allow-origin"] == FRIEND
    assert "POST" in before.headers["access-control-allow-methods"]
    assert before.headers["access-control-allow-headers"] == "Content-Type"
    answer = open_server.http.post(WEBHOOK, json={"message": "hello"}, headers={"origin": FRIEND})
    assert answer.headers["access-control-allow-origin"] == FRIEND
    assert "access-control-allow-credentials" not in answer.headers
    assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize("path", ["/widget.js", "/widget/texts", "/nope"])
def test_it_may_also_load_the_widget(open_server: Server, path: str) -> None:
    response = open_server.http.get(path, headers={"origin": FRIEND})
    assert response.headers["access-control-allow-origin"] == FRIEND


@pytest.mark.parametrize("origin", [STRANGER, "null", FRIEND + ".evil.example", FRIEND + ":81"])
def test_another_site_may_not(open_server: Server, origin: str) -> None:
    for method in ("OPTIONS", "POST"):
        response = open_server.http.request(method, WEBHOOK, headers={"origin": origin})
        assert not [name for name in response.headers if name.startswith("access-control-allow")]
        assert "Origin" in response.headers["vary"]


def test_the_front_page_can_be_framed_by_those_who_were_named(open_server: Server) -> None:
    policy = open_server.http.get("/").headers["content-security-policy"]
    assert f"frame-ancestors {FRIEND}" in policy


def test_files_are_packed_and_known_again(server: Server) -> None:
    first = server.http.get("/widget.js", headers={"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["content-type"] == "text/javascript; charset=utf-8"
    plain = server.http.get("/widget.js", headers={"accept-encoding": "identity"})
    assert plain.content == first.content
    refused = server.http.get("/widget.js", headers={"accept-encoding": "gzip;q=0, identity"})
    assert "content-encoding" not in refused.headers
    again = server.http.get("/widget.js", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_is_known_keeps_its_policy(server: Server) -> None:
    first = server.http.get("/")
    again = server.http.get("/", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    for name in ("content-security-policy", "etag", "cache-control"):
        assert again.headers[name] == first.headers[name]


def test_head_has_no_body(server: Server) -> None:
    assert server.http.head("/").content == b""


def test_a_request_id_of_a_proxy_is_kept_and_no_other(server: Server) -> None:
    given = "0f8fad5b-d9cb-469f-a165-70867728950e"
    for known in (given, given.replace("-", "")):
        assert (
            server.http.get("/", headers={"X-Request-Id": known}).headers["X-Request-Id"] == known
        )
    made = {
        server.http.get("/", headers={"X-Request-Id": other}).headers["X-Request-Id"]
        for other in ("canary-881", given.upper(), given + "0", "")
    }
    assert len(made) == 4
    assert not made & {"canary-881", given.upper(), given + "0", ""}


def test_log_lines_of_a_request_have_its_id() -> None:
    given = "0f8fad5b-d9cb-469f-a165-70867728950e"
    with Server("--access-log") as server:
        server.http.get("/", headers={"X-Request-Id": given})
        wait_until(lambda: given in {each["request_id"] for each in server.events("request")})
