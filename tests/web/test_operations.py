"""What the people who run the service rely on: health, metrics, workers, a gentle stop."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time

import httpx
import pytest

from tests.conftest import ROOT
from tests.web.server import WEBHOOK, Server, wait_until

QUESTION = {"message": "is it inherited?", "metadata": {"state": None}}
KINDS = {"crisis", "emergency", "guardrail", "answer", "clarify", "refusal", "smalltalk", "failed"}


def test_health(server: Server) -> None:
    assert server.http.get("/health/live").json() == {"status": "ok"}
    assert server.http.get("/health/ready").json() == {"status": "ok", "sessions": "ok"}
    assert server.http.get("/webhooks/rest/").json() == {"status": "ok"}


def number(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_metrics_count_turns_of_all_workers() -> None:
    with Server("--workers", "2", "--rate-limit", "0") as server:
        for _ in range(20):
            httpx.post(server.url + WEBHOOK, json=QUESTION)  # each on a connection of its own
        name = 'net_guide_turns_total{kind="answer"}'
        wait_until(lambda: number(server.http.get("/metrics").text, name) == 20)
        text = server.http.get("/metrics").text
        assert number(text, "net_guide_turn_seconds_count") == 20
        assert 'net_guide_responses_total{status="200"}' in text


def test_labels_are_a_closed_list(server: Server) -> None:
    for message in ("canary-881", "/canary_881", "chest pain and cannot breathe", "am I dying?"):
        server.say(message, sender=message)
        server.http.get("/canary-881", params={"canary": message})
    text = server.http.get("/metrics").text
    assert set(re.findall(r'kind="([^"]*)"', text)) <= KINDS
    assert all(re.fullmatch(r"[1-5]\d\d", each) for each in re.findall(r'status="([^"]*)"', text))
    assert "canary" not in text


def test_a_killed_worker_is_replaced() -> None:
    with Server("--workers", "2", "--rate-limit", "0") as server:
        before = set(server.workers)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: len(server.workers) == 2 and not before & set(server.workers))
        wait_until(server.answers)
        assert server.say("is it inherited?")
        assert '"worker_died"' in server.log


def test_workers_stop_when_their_supervisor_is_gone() -> None:
    server = Server("--workers", "2")
    workers = server.workers
    server.process.kill()
    wait_until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in workers))
    server.stop()


@pytest.mark.parametrize("kept_alive", [True, False])
def test_a_stop_under_load_loses_no_reply(kept_alive: bool) -> None:
    """A reply is lost when the request went out and nothing came back."""
    lost: list[str] = []
    answered: list[int] = []
    server = Server("--workers", "2", "--rate-limit", "0")

    def talk() -> None:
        limits = httpx.Limits(max_keepalive_connections=1 if kept_alive else 0)
        with httpx.Client(base_url=server.url, limits=limits, timeout=20) as client:
            while True:
                try:
                    answered.append(client.post(WEBHOOK, json=QUESTION).status_code)
                except httpx.ConnectError:
                    return  # the door is closed: nothing was sent
                except httpx.TransportError as error:
                    lost.append(repr(error))
                    return

    threads = [threading.Thread(target=talk) for _ in range(8)]
    for each in threads:
        each.start()
    time.sleep(1.5)
    assert server.stop() == 0
    for each in threads:
        each.join(20)
    assert len(answered) > 20
    assert set(answered) == {200}
    assert not lost


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.1])
def test_a_stop_while_workers_are_born_reaches_each(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server("--workers", "12", TMPDIR=folder, awaited=False)
        time.sleep(seconds)
        server.process.send_signal(signal.SIGTERM)
        # 143 before there are workers; 1 would mean that some had to be killed.
        assert server.process.wait(10) in (0, 143)
        assert server.log.count("worker_ready") == server.log.count("worker_stopped")
        assert not server.answers_still()
        server.stop()
        assert not os.listdir(folder)


def test_a_stop_while_it_loads_leaves_nothing_behind() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "serve", "--port", "0"]
        process = subprocess.Popen(command, env={**os.environ, "TMPDIR": folder})
        wait_until(lambda: os.listdir(folder))
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        assert not os.listdir(folder)


def test_numbers_live_on_and_files_do_not_grow_with_killed_workers() -> None:
    with tempfile.TemporaryDirectory() as folder, Server(TMPDIR=folder) as server:
        counted = 'net_guide_turns_total{kind="answer"}'
        for killed in range(3):
            server.say("is it inherited?")
            assert number(server.http.get("/metrics").text, counted) == killed + 1
            (worker,) = server.workers
            os.kill(worker, signal.SIGKILL)
            wait_until(lambda worker=worker: server.workers not in ([], [worker]))
            wait_until(server.answers)
        (numbers,) = os.listdir(folder)
        assert len(os.listdir(f"{folder}/{numbers}")) <= 4


def test_while_it_drains_it_is_not_ready() -> None:
    with Server() as server:
        connection = httpx.Client(base_url=server.url)
        assert connection.get("/health/ready").status_code == 200
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.1)
        draining = connection.get("/health/ready")
        assert (draining.status_code, draining.json()["status"]) == (503, "draining")
        assert draining.headers["connection"] == "close"
        connection.close()
        assert server.process.wait(10) == 0


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "serve", *arguments],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=ROOT,
        env={**os.environ, **environment},
    )


def test_a_port_in_use_is_one_clear_line(server: Server) -> None:
    done = run("--port", str(server.port))
    assert done.returncode == 2
    assert done.stderr == (
        f"net-guide: port {server.port} is in use; "
        "stop what listens there, or choose another --port\n"
    )


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--port", "many"], "the setting 'port' is wrong"),
        (["--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid port 8080"),
        (["--sessions", "postgres://x"], "the setting 'sessions' is wrong"),
        (["--allowed-origins", "*"], "'*' is no origin; write one like https://a.example"),
        (["--allowed-origins", "https://*.a.example"], "name each site in full"),
        (["--settings", "/no/such/file"], "the settings file /no/such/file cannot be read"),
    ],
)
def test_wrong_settings_are_one_clear_line(arguments: list[str], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unknown_region_is_one_clear_line(server: Server) -> None:
    done = run("--port", "0", "--region", "atlantis")
    assert done.returncode == 2
    assert done.stderr.startswith("net-guide: there is no region 'atlantis'; use one of us, ")
    assert done.stderr.count("\n") == 1
