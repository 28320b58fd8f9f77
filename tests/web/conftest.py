"""One running service for the tests that leave it as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot import Bot
from tests.harness.chat import Server
from tests.harness.redis import Redis


@pytest.fixture(scope="session")
def server(bot: Bot) -> Iterator[Server]:
    """The service with its defaults, but without a limit on messages."""
    with Server("--rate-limit", "0") as running:
        yield running


@pytest.fixture
def redis() -> Iterator[Redis]:
    """A running Redis."""
    running = Redis()
    running.start()
    yield running
    running.close()
