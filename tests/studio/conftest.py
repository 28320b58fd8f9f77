"""The studio over the content of this checkout, asked without a network."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bot.studio.app import create_app
from tests.conftest import ROOT

Visit = Callable[[str], str]


def client(folder: Path) -> TestClient:
    return TestClient(
        create_app(folder, folder / "tests"),
        base_url="http://127.0.0.1:8088",
        raise_server_exceptions=False,
        follow_redirects=False,
    )


@pytest.fixture(scope="session")
def studio() -> TestClient:
    return client(ROOT)


@pytest.fixture(scope="session")
def visit(studio: TestClient) -> Visit:
    """The text of a page that must be there."""

    def visit(address: str) -> str:
        response = studio.get(address)
        assert response.status_code == 200, address
        return response.text

    return visit
