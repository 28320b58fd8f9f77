"""Starts what a Rasa deployment is made of: Rasa, our action servers, nginx, Redis.

Each process is ended by its own id, its output kept in a file.
"""

from __future__ import annotations

import http.client
import itertools
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_START_SECONDS = 180
_FIRST_PORT, _PORTS = 20_000, 10_000
_APART = 101
"""Ports between those of one process and of the next."""
_ASKED = itertools.count()
_QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "PYTHONWARNINGS": "ignore",
}


@dataclass
class Running:
    """A process that serves."""

    process: subprocess.Popen[bytes]
    port: int
    log: Path

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    def family(self) -> list[int]:
        """Ids of the process and of those that it started."""
        return family(self.process.pid)

    def kill(self) -> None:
        """End it and its children at once, as a crash would."""
        for pid in self.family():
            os.kill(pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """End it as an operator would."""
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def megabytes(self) -> float:
        """Resident memory of all its processes; shared pages count once."""
        return sum(map(proportional_kilobytes, self.family())) / 1024


def family(pid: int) -> list[int]:
    """Ids of a process and of those that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in family(int(child)))]


def proportional_kilobytes(pid: int) -> int:
    """Memory of a process, shared pages by their share."""
    text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return next(int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:"))


def free_port() -> int:
    """A port that nobody listens on.

    It is none that the system gives to connections by itself, and another process that runs
    tests looks for its own elsewhere: so nobody takes it before it is used.
    """
    while True:
        port = _FIRST_PORT + (os.getpid() * _APART + next(_ASKED)) % _PORTS
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)):
                return port


@contextmanager
def running(
    command: Sequence[str | Path],
    port: int,
    log: Path,
    *,
    path: str = "/",
    folder: Path = ROOT,
    environment: Mapping[str, str] | None = None,
) -> Iterator[Running]:
    """A server, ready; ended at the end.

    Args:
        path: answers any HTTP status once the server is ready; empty for a bare connection.
    """
    with log.open("ab") as out:
        process = subprocess.Popen(
            list(map(str, command)),
            cwd=folder,
            env={**os.environ, **_QUIET, **(environment or {})},
            stdout=out,
            stderr=out,
        )
    server = Running(process, port, log)
    try:
        _await(server, path)
        yield server
    finally:
        server.stop()


def _await(server: Running, path: str) -> None:
    until = time.monotonic() + _START_SECONDS
    while not _answers(server.port, path):
        if server.process.poll() is not None or time.monotonic() > until:
            tail = server.log.read_text(errors="replace")[-2000:]
            raise RuntimeError(f"{server.process.args!r} did not start:\n{tail}")
        time.sleep(0.1)


def _answers(port: int, path: str) -> bool:
    try:
        if not path:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return True
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            connection.request("GET", path)
            connection.getresponse().read()
    except OSError:
        return False
    return True


def action_server(log: Path, port: int = 0, *options: str) -> Any:
    """`net-guide actions`, as a context."""
    port = port or free_port()
    command = [sys.executable, "-m", "bot", "actions", "--port", str(port), *options]
    return running(command, port, log, path="/health")


def rasa_server(
    rasa: Path, project: Path, log: Path, *options: str, compresses: bool = False
) -> Any:
    """`rasa run` with the newest model of a project, as a context.

    Args:
        compresses: whether it compresses its calls of actions.
    """
    port = free_port()
    command = [rasa.absolute() / "rasa", "run", "--port", str(port), "-i", "127.0.0.1", *options]
    environment = {"COMPRESS_ACTION_SERVER_REQUEST": str(compresses).lower()}
    return running(command, port, log, folder=project, environment=environment)


def run_rasa(rasa: Path, project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """One of Rasa's commands, at low priority: training takes all cores there are."""
    command = ["nice", "-n", "19", str(rasa.absolute() / "rasa"), *arguments]
    return subprocess.run(
        command,
        cwd=project,
        env={**os.environ, **_QUIET},
        capture_output=True,
        text=True,
        check=False,
    )


def rasa_folder() -> Path:
    """The bin folder of Rasa's environment, from NET_GUIDE_RASA.

    Raises:
        SystemExit: there is none.
    """
    folder = Path(os.environ.get("NET_GUIDE_RASA", ROOT / ".venv-rasa" / "bin"))
    if not (folder / "rasa").exists():
        raise SystemExit(f"there is no Rasa in {folder}; run: make test-rasa")
    return folder


def endpoints(url: str, **more: Any) -> str:
    """An endpoints.yml for Rasa. JSON is YAML."""
    return json.dumps({"action_endpoint": {"url": f"{url}/webhook"}, **more}, indent=2)


def say(rasa_url: str, sender: str, text: str) -> list[dict[str, Any]]:
    """Send a message through Rasa's REST channel."""
    body = json.dumps({"sender": sender, "message": text}).encode()
    address, kind = f"{rasa_url}/webhooks/rest/webhook", {"Content-Type": "application/json"}
    request = urllib.request.Request(address, body, kind)
    with urllib.request.urlopen(request, timeout=60) as response:
        found: list[dict[str, Any]] = json.load(response)
        return found
