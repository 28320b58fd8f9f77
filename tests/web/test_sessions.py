"""Clients that send only a sender: in memory, and in a real Redis."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Awaitable
from typing import Any

import pytest

from benchmarks.service import talk
from benchmarks.service.talk import Talk
from bot import Bot
from bot.channels.web.sessions import MemoryStore, Session, new_sender
from tests.harness.chat import WEBHOOK, Server, wait_until
from tests.harness.redis import Redis

SESSION = Session({"v": 1})


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def run(step: Awaitable[Any]) -> Any:
    async def wait() -> Any:
        return await step

    return asyncio.run(wait())


def test_memory_forgets_the_silent() -> None:
    clock = Clock()
    store = MemoryStore(60, 10, clock)
    run(store.put("a", SESSION))
    clock.now = 59
    assert run(store.get("a")) == SESSION
    clock.now = 61
    assert run(store.get("a")) is None


def test_memory_counts_from_the_last_word() -> None:
    clock = Clock()
    store = MemoryStore(60, 10, clock)
    for moment in (0, 50, 100):
        clock.now = moment
        run(store.put("a", SESSION))
    clock.now = 155
    assert run(store.get("a")) == SESSION


def test_memory_is_bounded_and_the_longest_silent_go_first() -> None:
    store = MemoryStore(60, 2)
    for sender in "abac":
        run(store.put(sender, SESSION))
    assert [run(store.get(sender)) for sender in "abc"] == [SESSION, None, SESSION]


@pytest.mark.parametrize("text", ["", "{", "[]", "[1, 2, 3]", '["a", null, ""]', "null"])
def test_what_is_no_session_is_no_session(text: str) -> None:
    assert Session.from_json(text) is None


def test_a_session_is_read_back_as_it_was_written() -> None:
    session = Session({"v": 1, "about": ["x"]}, {"v": 1}, "7")
    assert Session.from_json(session.to_json()) == session


def test_issued_ids_differ() -> None:
    assert len({new_sender() for _ in range(1000)}) == 1000


def subject(server: Server, sender: str) -> str:
    """What the service takes an open question of this sender to be about."""
    found: str = server.say("how are they treated?", sender=sender)[0]["custom"]["subject"]
    return found


def test_redis_is_shared_by_workers_and_machines(redis: Redis) -> None:
    sessions = ["--sessions", redis.url, "--rate-limit", "0"]
    with Server(*sessions, "--workers", "2") as here, Server(*sessions) as there:
        for sender in (f"s{number}" for number in range(12)):
            here.say("what are carcinoid tumors?", sender=sender)
            here.http.close()
            here.http = type(here.http)(base_url=here.url)  # a new connection: any worker
            assert subject(here, sender) == "carcinoid"
            assert subject(there, sender) == "carcinoid"


def test_redis_forgets_and_holds_neither_words_nor_ids(redis: Redis) -> None:
    from redis import Redis as Client

    with Server("--sessions", redis.url, "--session-minutes", "1") as server:
        server.say("what are carcinoid tumors? canary-5731", sender="canary-5731")
        with Client.from_url(redis.url) as client:
            (name,) = client.keys("*")
            assert 0 < client.ttl(name) <= 60
            assert subject(server, "canary-5731") == "carcinoid"
            client.pexpire(name, 1)
            wait_until(lambda: not client.exists(name))
        assert subject(server, "canary-5731") == "net"
    assert b"net-guide:session:" in redis.files()
    assert b"canary" not in redis.files()


def test_a_restart_of_redis_is_no_loss(redis: Redis) -> None:
    with Server("--sessions", redis.url) as server:
        server.say("what are carcinoid tumors?", sender="a")
        redis.stop()
        redis.start()
        wait_until(lambda: server.operations.get("/health/ready").json()["status"] == "ok")
        assert subject(server, "a") == "carcinoid"


def test_without_redis_answers_come_all_the_same(redis: Redis) -> None:
    with Server("--sessions", redis.url) as server:
        server.say("what are carcinoid tumors?", sender="a")
        redis.stop()
        assert subject(server, "a") == "net"
        ready = server.operations.get("/health/ready")
        assert (ready.status_code, ready.json()) == (
            200,
            {"status": "degraded", "sessions": "unreachable"},
        )
        assert server.operations.get("/health/live").status_code == 200
        assert "net_guide_session_failures_total 0.0" not in server.operations.get("/metrics").text


def test_a_redis_that_hangs_holds_nobody_up_for_long(redis: Redis) -> None:
    with Server("--sessions", redis.url, "--rate-limit", "0") as server:
        server.say("what are carcinoid tumors?", sender="a")
        assert redis.pid
        os.kill(redis.pid, signal.SIGSTOP)
        try:
            assert all(server.say("is it inherited?", sender="a") for _ in range(5))
        finally:
            os.kill(redis.pid, signal.SIGCONT)


def test_strange_things_in_redis_are_no_session(redis: Redis) -> None:
    from redis import Redis as Client

    with Server("--sessions", redis.url) as server, Client.from_url(redis.url) as client:
        server.say("what are carcinoid tumors?", sender="a")
        (name,) = client.keys("*")
        for strange in (
            b"\xff\x00 not ours",
            b"[" * 5000,
            b"[{}, {}, " + b"[" * 5000 + b"]" * 5000 + b"]",
            b'[{"v": 1, "about": ' + b"[" * 500 + b"]" * 500 + b"}, null, 7]",
            b"{}",
            b"[1, 2, 3]",
        ):
            client.set(name, strange)
            assert subject(server, "a") == "net"
        assert not server.events("reply_failed")


def test_a_fault_of_redis_is_logged_once_without_words(redis: Redis) -> None:
    from redis import Redis as Client

    with Client.from_url(redis.url) as client:
        client.config_set("requirepass", "canary-pass-88")
        address = redis.url.replace("redis://", "redis://:canary-wrong-12@")
        with Server("--sessions", address, "--rate-limit", "0") as server:
            for _ in range(3):
                assert server.say("is it inherited?", sender="a")
                time.sleep(1.1)  # for a second after a fault Redis is not asked
            (away,) = server.events("sessions_away")
            assert away["error"] == "AuthenticationError"
            client.config_set("requirepass", "")
            wait_until(lambda: server.operations.get("/health/ready").json()["status"] == "ok")
            wait_until(lambda: len(server.events("sessions_back")) == 1)
            assert "canary" not in server.log


def test_nobody_is_forgotten_when_many_come_at_once(bot: Bot, redis: Redis) -> None:
    """Many turns in a row must not make Redis look as if it had been silent meanwhile."""
    about = talk.subjects(bot.content)

    async def together(url: str) -> list[Talk]:
        async with talk.talks(url, WEBHOOK, 300, about, keeps_state=False) as talks:
            await asyncio.gather(*(each.exchange() for each in talks))
        return talks

    with Server("--sessions", redis.url, "--rate-limit", "0") as server:
        talks = run(together(server.url))
        assert not server.events("sessions_away")
    assert not [reason for each in talks for reason in each.wrong]
