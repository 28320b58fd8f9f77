"""The nginx configuration of docs/embedding.md, run by a real nginx in front of a real service."""

from __future__ import annotations

import http.client
import re
from collections.abc import Iterator
from contextlib import closing

import httpx
import pytest

from tests.harness.chat import WEBHOOK, Server, error_code
from tests.harness.deployment import free_port
from tests.harness.nginx import Nginx

CANARY = "zebra-canary-60817"


@pytest.fixture(scope="module")
def service() -> Iterator[Server]:
    with Server("--trusted-proxies", "1", "--rate-limit", "40") as running:
        yield running


@pytest.fixture(scope="module")
def nginx(service: Server) -> Iterator[Nginx]:
    with closing(Nginx(service.port)) as running:
        yield running


def ask(client: httpx.Client, message: str, **more: object) -> httpx.Response:
    return client.post(f"/chat{WEBHOOK}", json={"message": message, **more})


def test_the_site_is_still_there(nginx: Nginx) -> None:
    with nginx.client() as client:
        assert "A hospital" in client.get("/").text


def test_page_and_widget_are_there(nginx: Nginx, service: Server) -> None:
    with nginx.client() as client:
        page = client.get("/chat/")
        assert "<net-guide-chat" in page.text
        assert page.headers["content-security-policy"].startswith("default-src 'none'")
        for name in re.findall(r'(?:src|href)="(.+?)"', page.text):
            assert client.get(f"/chat/{name}").status_code == 200, name
        script = client.get("/chat/widget.js")
        assert script.content == service.http.get("/widget.js").content
        for name in re.findall(r'from "\./(.+?)"', script.text):
            assert client.get(f"/chat/{name}").status_code == 200, name
        known = client.get("/chat/widget.js", headers={"if-none-match": script.headers["etag"]})
        assert known.status_code == 304


def test_a_conversation(nginx: Nginx) -> None:
    with nginx.client("127.0.0.2") as client:
        first = ask(client, "what are carcinoid tumors?", metadata={"state": None}).json()[-1]
        state = first["custom"]["state"]
        second = ask(client, "how are they treated?", metadata={"state": state}).json()[-1]
        assert second["custom"]["subject"] == "carcinoid"
        streamed = client.post(
            f"/chat{WEBHOOK}", params={"stream": "true"}, json={"message": "/topics"}
        )
        assert streamed.headers["content-type"].startswith("text/event-stream")


INSIDE = ["metrics", "health/ready", "health/live"]
SPELLINGS = [
    "{}",
    "{}/",
    "/{}",
    "{}//",
    "{}%2f",
    "%2f{}",
    "./{}",
    "x/../{}",
    "x/%2e%2e/{}",
    "{}?a=b",
]


@pytest.mark.parametrize("name", INSIDE)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_what_is_for_those_who_run_it_stays_inside(nginx: Nginx, name: str, spelling: str) -> None:
    """By a client that cleans up no address."""
    port = httpx.URL(nginx.url).port
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as client:
        client.request("GET", "/chat/" + spelling.format(name))
        response = client.getresponse()
        assert response.status == 404
        assert b"net_guide_" not in response.read()


def test_a_body_that_is_too_large_gets_the_services_own_error(nginx: Nginx) -> None:
    with nginx.client("127.0.0.3") as client:
        response = ask(client, f"{CANARY} " * 1000)
        assert (response.status_code, error_code(response)) == (413, "too_large")
        assert ask(client, CANARY * 3000).status_code == 413  # nginx's own
        assert ask(client, f"{CANARY} " * 800).status_code == 200


def test_each_client_has_its_own_limit(nginx: Nginx) -> None:
    with nginx.client("127.0.0.4") as hasty, nginx.client("127.0.0.5") as calm:
        # What a client writes into the header itself does not count.
        forged = {"x-forwarded-for": "192.0.2.1"}
        hasty.headers.update(forged)
        responses = [ask(hasty, "/topics") for _ in range(20)]
        assert [each.status_code for each in responses[:10]] == [200] * 10
        assert responses[-1].status_code == 429
        assert error_code(responses[-1]) == "rate_limited"
        assert int(responses[-1].headers["retry-after"]) >= 1
        calm.headers.update(forged)
        assert ask(calm, "/topics").status_code == 200


def test_a_flood_is_stopped_before_the_service(nginx: Nginx) -> None:
    with nginx.client("127.0.0.6") as client:
        statuses = [client.get("/chat/widget/texts").status_code for _ in range(400)]
        assert set(statuses) == {200, 429}
        assert statuses[:30] == [200] * 30


def test_nothing_that_a_person_wrote_is_in_its_logs(nginx: Nginx) -> None:
    with nginx.client("127.0.0.7") as client:
        client.headers.update({"referer": CANARY, "user-agent": CANARY})
        ask(client, CANARY, sender=CANARY)
        client.post(f"/chat{WEBHOOK}", params={CANARY: CANARY}, content=CANARY)
        ask(client, CANARY * 5000)
        for _ in range(100):
            client.get(f"/chat/{CANARY}", params={CANARY: CANARY})
    written = (nginx.folder / "net-guide.log").read_text()
    assert re.search(r"^\S+ POST 200 [\d.]+$", written, re.MULTILINE)
    assert CANARY not in nginx.logs()
    assert "127.0.0.7" not in nginx.logs()


def test_when_the_service_is_gone_its_logs_have_no_more() -> None:
    with closing(Nginx(free_port())) as alone:
        with alone.client() as client:
            assert ask(client, CANARY).status_code == 502
            assert client.get("/chat/", params={CANARY: CANARY}).status_code == 502
        assert CANARY not in alone.logs()
        assert "127.0.0.1" not in alone.logs()
