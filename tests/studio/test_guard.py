"""Nobody but a person at this machine, and nothing that changes anything."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from tests.studio.conftest import Visit

PAGES = ["/", "/answers/pancreatic_net/inheritance", "/documents/net", "/nothing"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.9:8088", ""])
def test_another_host_is_refused(studio: TestClient, host: str) -> None:
    """As a name of somebody else that leads to this machine would be (DNS rebinding)."""
    response = studio.get("/", headers={"Host": host})
    assert response.status_code == 400
    assert "Answers" not in response.text


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8088", "localhost:8088"])
def test_this_machine_is_answered(studio: TestClient, host: str) -> None:
    assert studio.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_pages_take_no_changes(studio: TestClient, path: str, method: str) -> None:
    ours = {"Origin": "http://127.0.0.1:8088"}
    assert studio.request(method, path, headers=ours).status_code in (404, 405)
    for theirs in ({}, {"Origin": "null"}, {"Origin": "http://evil.example"}):
        assert studio.request(method, path, headers=theirs).status_code == 403


@pytest.mark.parametrize("path", [*PAGES, "/static/studio.js", "/chat/reply.js", "/chat/texts"])
def test_browsers_are_told_to_be_strict(studio: TestClient, path: str) -> None:
    headers = studio.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize("path", PAGES[:3])
def test_nothing_comes_from_elsewhere(visit: Visit, path: str) -> None:
    page = visit(path)
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]+(?:src|href)="https?:', page)
    assert not re.findall(r"<style|\sstyle=|<script>|\son\w+=", page)
