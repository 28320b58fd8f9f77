"""What the people who run the service rely on: health, metrics, workers, a gentle stop."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from bot.channels.server.manager import SILENCE
from bot.channels.server.process import SETTLE
from bot.channels.web.metrics import KINDS
from bot.cli.main import EXIT_TAKEN
from tests.conftest import ROOT
from tests.harness.chat import WEBHOOK, Server, wait_until
from tests.harness.deployment import free_port

MOST_SILENCE = 10
"""Seconds within which a worker that is dead or hung has been replaced."""
QUESTION = {"message": "is it inherited?", "metadata": {"state": None}}


def test_health(server: Server) -> None:
    assert server.operations.get("/health/live").json() == {"status": "ok"}
    assert server.operations.get("/health/ready").json() == {"status": "ok", "sessions": "ok"}
    for path in ("/webhooks/rest/", "/webhooks/rest"):
        assert server.http.get(path).json() == {"status": "ok"}


@pytest.mark.parametrize("path", ["/metrics", "/health/live", "/health/ready"])
@pytest.mark.parametrize("spelling", ["{}", "{}/", "/{}", "{}//", "{}%2f", "/.{}", "{}?a=b"])
def test_what_is_for_those_who_run_it_is_on_their_port_alone(
    server: Server, path: str, spelling: str
) -> None:
    asked = spelling.format(path)
    assert raw_status(server.port, asked) == 404
    status = 200 if spelling in ("{}", "{}?a=b") else 404
    assert raw_status(server.operations_port, asked) == status


@pytest.mark.parametrize(
    "path", ["//", "/widget.js/", "//widget.js", "/widget%2ejs", "/%77idget.js"]
)
def test_no_address_has_two_spellings(server: Server, path: str) -> None:
    assert raw_status(server.port, path) == 404


def raw_status(port: int, path: str) -> int:
    """The status of an address that no client has cleaned up."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def number(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_metrics_count_turns_of_all_workers() -> None:
    with Server("--workers", "2", "--rate-limit", "0") as server:
        for _ in range(20):
            httpx.post(server.url + WEBHOOK, json=QUESTION)  # each on a connection of its own
        name = 'net_guide_turns_total{kind="answer"}'
        wait_until(lambda: number(server.operations.get("/metrics").text, name) == 20)
        text = server.operations.get("/metrics").text
        assert number(text, "net_guide_turn_seconds_count") == 20
        assert 'net_guide_responses_total{status="200"}' in text


def test_turns_in_flight_are_counted_and_die_with_their_worker() -> None:
    """Half a request is one that has begun."""
    half = f"POST {WEBHOOK} HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
    half += "Content-Length: 20\r\n\r\n"

    def in_flight() -> float:
        return number(server.operations.get("/metrics").text, "net_guide_turns_in_flight")

    with Server("--rate-limit", "0") as server:
        for ends in ("by itself", "with its worker"):
            with socket.create_connection(("127.0.0.1", server.port)) as connection:
                connection.sendall(half.encode())
                wait_until(lambda: in_flight() == 1)
                if ends == "with its worker":
                    os.kill(server.workers[0], signal.SIGKILL)
                    wait_until(server.answers)
                    wait_until(lambda: in_flight() == 0)
            wait_until(lambda: in_flight() == 0)


def test_labels_are_a_closed_list(server: Server) -> None:
    for message in ("canary-881", "/canary_881", "chest pain and cannot breathe", "am I dying?"):
        server.say(message, sender=message)
        server.http.get("/canary-881", params={"canary": message})
    text = server.operations.get("/metrics").text
    assert set(re.findall(r'kind="([^"]*)"', text)) <= set(KINDS)
    assert all(re.fullmatch(r"[1-5]\d\d", each) for each in re.findall(r'status="([^"]*)"', text))
    assert "canary" not in text


def test_a_killed_worker_is_replaced() -> None:
    with Server("--workers", "2", "--rate-limit", "0") as server:
        wait_until(lambda: len(server.workers) == 2)
        before = set(server.workers)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        wait_until(lambda: len(server.workers) == 2 and not before & set(server.workers))
        wait_until(server.answers)
        assert server.say("is it inherited?")
        assert {each["worker"] for each in server.events("worker_died")} == before


def test_a_hung_worker_is_replaced() -> None:
    """And nobody who comes meanwhile waits for it."""
    assert SILENCE < MOST_SILENCE
    with Server("--workers", "2", "--rate-limit", "0") as server:
        wait_until(lambda: len(server.workers) == 2)
        hung, other = server.workers
        os.kill(hung, signal.SIGSTOP)
        for _ in range(30):
            assert httpx.post(server.url + WEBHOOK, json=QUESTION, timeout=20).status_code == 200
            assert httpx.get(f"{server.operations.base_url}/health/live").status_code == 200
        wait_until(lambda: len(server.workers) == 2 and hung not in server.workers)
        assert other in server.workers
        (event,) = server.events("worker_hung")
        assert event["worker"] == hung


def test_a_hung_worker_does_not_hold_up_a_stop() -> None:
    with Server("--workers", "2", "--drain-seconds", "1") as server:
        wait_until(lambda: len(server.workers) == 2)
        os.kill(server.workers[0], signal.SIGSTOP)
        server.process.send_signal(signal.SIGTERM)
        server.process.wait(SETTLE + 1 + MOST_SILENCE)
        assert not server.answers_still()


@pytest.mark.parametrize("stopped", [False, True], ids=["well", "hung"])
def test_no_worker_outlives_its_manager(stopped: bool) -> None:
    server = Server("--workers", "2")
    wait_until(lambda: len(server.workers) == 2)
    workers = server.workers
    if stopped:
        os.kill(workers[0], signal.SIGSTOP)
    server.process.kill()
    wait_until(lambda: not any(os.path.exists(f"/proc/{pid}") for pid in workers))
    assert not server.answers_still()
    server.stop()


def test_the_worst_fault_leaves_no_memory_on_disk(server: Server) -> None:
    """A core has in it what people wrote."""
    for pid in (server.process.pid, *server.workers):
        limits = Path(f"/proc/{pid}/limits").read_text()
        assert re.search(r"^Max core file size +0 +0 ", limits, re.MULTILINE)


def test_a_stop_under_load_loses_no_reply() -> None:
    """A reply is lost when a request went out on a connection in use, and nothing came back.

    Who connects at the very moment of closing may be reset unheard; clients send that again.
    """
    lost: list[str] = []
    answered: list[int] = []
    server = Server("--workers", "2", "--rate-limit", "0")

    def talk() -> None:
        with httpx.Client(base_url=server.url, timeout=20) as client:
            connected = False
            while True:
                try:
                    answer = client.post(WEBHOOK, json=QUESTION)
                    answered.append(answer.status_code)
                except httpx.ConnectError:
                    return  # the door is closed: nothing was sent
                except (httpx.NetworkError, httpx.RemoteProtocolError) as error:
                    if connected:
                        lost.append(repr(error))
                    return
                except httpx.TransportError as error:
                    lost.append(repr(error))  # heard, and never answered
                    return
                connected = answer.headers.get("connection") != "close"
                if not connected:
                    time.sleep(0.2)

    threads = [threading.Thread(target=talk) for _ in range(8)]
    for each in threads:
        each.start()
    wait_until(lambda: len(answered) > 20)
    assert server.stop() == 0
    for each in threads:
        each.join(20)
    assert set(answered) == {200}
    assert not lost


@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.05, 0.1])
def test_a_stop_while_workers_are_born_reaches_each(seconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = Server("--workers", "12", TMPDIR=folder, awaited=False)
        time.sleep(seconds)
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(30) in (0, 143)  # 143 before there is a manager
        assert not server.answers_still()
        server.stop()
        assert not os.listdir(folder)


def test_a_stop_is_not_lost_on_a_worker_that_is_not_ready_for_it() -> None:
    server = Server("--workers", "3", module="tests.harness.slowly_born", awaited=False)
    wait_until(lambda: server.workers)
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(MOST_SILENCE) == 0
    server.stop()


def test_a_stop_while_it_loads_leaves_nothing_behind() -> None:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bot", "serve", "--port", "0", "--operations-port", "0"]
        process = subprocess.Popen(command, env={**os.environ, "TMPDIR": folder})
        time.sleep(1)
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        assert not os.listdir(folder)


def test_numbers_live_on_when_workers_are_killed() -> None:
    with tempfile.TemporaryDirectory() as folder, Server(TMPDIR=folder) as server:
        counted = 'net_guide_turns_total{kind="answer"}'
        for killed in range(3):
            server.say("is it inherited?")
            assert number(server.operations.get("/metrics").text, counted) == killed + 1
            (worker,) = server.workers
            os.kill(worker, signal.SIGKILL)
            wait_until(lambda worker=worker: server.workers not in ([], [worker]))
            wait_until(server.answers)
        assert not os.listdir(folder)


def test_while_it_drains_it_says_that_connections_end() -> None:
    with Server() as server:
        connection = httpx.Client(base_url=server.url)
        assert "connection" not in connection.post(WEBHOOK, json=QUESTION).headers
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        assert connection.post(WEBHOOK, json=QUESTION).headers["connection"] == "close"
        connection.close()
        assert server.process.wait(10) == 0


def test_clients_that_stay_are_spread_over_workers() -> None:
    """Connections of a proxy stay; a worker must not have all of them for ever."""
    with Server("--workers", "2", "--rate-limit", "0") as server:
        clients = [httpx.Client(base_url=server.url, timeout=20) for _ in range(8)]

        def both_answer() -> bool:
            with ThreadPoolExecutor(8) as pool:
                list(pool.map(lambda each: each.post(WEBHOOK, json=QUESTION), clients))
            return all(held_by(pid, server.port) for pid in server.workers)

        wait_until(both_answer)
        for each in clients:
            each.close()


def held_by(pid: int, port: int) -> int:
    """How many established connections to a port a process has."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    ours = {row[9] for row in rows if row[1].endswith(f":{port:04X}") and row[3] == "01"}
    found = (os.readlink(each.path) for each in os.scandir(f"/proc/{pid}/fd"))
    return len(ours & {each.removeprefix("socket:[").rstrip("]") for each in found})


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
    assert done.returncode == EXIT_TAKEN
    assert done.stderr == (
        f"net-guide: port {server.port} is in use; "
        "stop what listens there, or choose another --port\n"
    )


def test_so_is_the_port_of_operations(server: Server) -> None:
    done = run("--port", "0", "--operations-port", str(server.operations_port))
    assert done.returncode == EXIT_TAKEN
    assert done.stderr.count("\n") == 1
    assert f"port {server.operations_port} is in use" in done.stderr


def test_a_port_is_nobody_elses_from_the_first_moment() -> None:
    """Two that start at once: one has it, the other says so."""
    ours = free_port()
    command = [sys.executable, "-m", "bot", "serve", "--port", str(ours), "--operations-port", "0"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    try:
        wait_until(lambda: any(each.poll() is not None for each in both))
        (loser,) = (each for each in both if each.poll() is not None)
        assert loser.returncode == EXIT_TAKEN
        address = f"http://127.0.0.1:{ours}/webhooks/rest"
        assert httpx.get(address, timeout=60).status_code == 200  # it waits while the bot loads
    finally:
        for each in both:
            each.terminate()
            each.communicate(timeout=60)


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
