"""The studio of a content about another disease."""

from __future__ import annotations

import re

from starlette.testclient import TestClient

from tests.conftest import ROOT
from tests.studio.conftest import client


def test_all_of_another_content_is_shown() -> None:
    studio: TestClient = client(ROOT / "tests" / "second_disease")
    page = studio.get("/")
    assert page.status_code == 200
    assert not re.search(r"neuroendocrine|carcinoid|\bNETs?\b", page.text)
    addresses = set(re.findall(r'href="(/answers/[^"]+)"', page.text))
    assert len(addresses) > 50
    for address in sorted(addresses):
        assert studio.get(address).status_code == 200, address
    assert studio.get(studio.get("/documents").headers["location"]).status_code == 200
    assert "Write them in" in studio.get("/conversations").text
    assert studio.get("/answers/drawing/body").status_code == 404
