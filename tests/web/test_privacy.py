"""What a person wrote is in no log, metric, file or trace."""

from __future__ import annotations

import json
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import Bot
from tests.harness.chat import WEBHOOK, Server, error_code
from tests.harness.redis import Redis

CANARY = "zebra-canary-90125"


def tell_everywhere(server: Server) -> None:
    """The canary by every way in."""
    post = server.http.post
    server.say(f"is it inherited? {CANARY}", sender=CANARY, metadata={"message_id": CANARY})
    server.say(f"I want to die {CANARY}")
    server.say(CANARY, metadata={"state": {"v": 1, "cell": CANARY, CANARY: CANARY}})
    server.say(f'/{CANARY.replace("-", "_")}{{"subject": "{CANARY}"}}')
    as_json = {"content-type": "application/json"}
    for body in (CANARY, f'{{"message": {CANARY}', json.dumps({CANARY: CANARY})):
        post(WEBHOOK, content=body, headers=as_json)
    post(WEBHOOK, json={"message": CANARY * 2000})
    post(WEBHOOK, content=CANARY, headers={"content-type": CANARY})
    post(f"/{CANARY}", json={"message": CANARY}, params={"message": CANARY})
    server.http.request(CANARY.upper(), "/", headers={CANARY: CANARY, "user-agent": CANARY})
    server.http.get("/", headers={"referer": CANARY, "cookie": f"{CANARY}={CANARY}"})
    with socket.create_connection(("127.0.0.1", server.port)) as sock:
        sock.sendall(f"{CANARY}\r\n{CANARY}: {CANARY}\r\n\r\n".encode())
        sock.recv(1000)


def written_below(folder: str) -> bytes:
    files = (path for path in Path(folder).rglob("*") if path.is_file())
    return b"".join(path.read_bytes() for path in files)


@pytest.mark.parametrize("level", ["debug", "info"])
def test_the_canary_is_nowhere(redis: Redis, level: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        options = ["--access-log", "--log-level", level, "--sessions", redis.url]
        with Server(*options, TMPDIR=folder, PYTHONASYNCIODEBUG="1") as server:
            tell_everywhere(server)
            redis.stop()
            tell_everywhere(server)
            shown = server.operations.get("/metrics").text + server.log
            assert '"request"' in shown
            assert CANARY not in shown
            assert CANARY.encode() not in written_below(folder)
        assert CANARY.encode() not in redis.files()


@pytest.fixture
def broken() -> Iterator[Server]:
    with Server("--log-level", "debug", "--access-log", module="tests.web.broken") as running:
        yield running


def test_a_fault_of_ours_is_a_calm_sentence(broken: Server, bot: Bot) -> None:
    state = {"v": 1, "about": ["carcinoid"]}
    (reply,) = broken.say(CANARY, metadata={"state": state})
    assert reply["text"] == bot.content.phrase("error_calm")
    assert reply["custom"]["state"] == state  # nothing of the conversation is lost
    (line,) = [json.loads(each) for each in broken.log.splitlines() if "reply_failed" in each]
    assert line["error"] == "RuntimeError"
    assert "broken.py" in line["at"]
    assert CANARY not in broken.log


def test_errors_quote_nothing(server: Server) -> None:
    response = server.http.post(f"/{CANARY}", json={"message": CANARY})
    assert error_code(response) == "not_found"
    assert CANARY not in response.text
