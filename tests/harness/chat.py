"""A running service, as a person would start it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

WEBHOOK = "/webhooks/rest/webhook"
START_SECONDS = 120
"""A first start builds the classifier."""


def wait_until(what: Callable[[], object], seconds: float = 60) -> None:
    """Wait for something to be true; fail when it never is, on a machine that is busy, too."""
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


class Server:
    """`net-guide serve` in a process of its own."""

    def __init__(
        self, *options: str, module: str = "bot", awaited: bool = True, **environment: str
    ) -> None:
        self._errors = tempfile.NamedTemporaryFile("w+", suffix=".log")  # noqa: SIM115
        ports = [] if "--port" in options else ["--port", "0"]
        ports += ["--operations-port", "0"]
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, "serve", *ports, *options],
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env={**os.environ, **environment},
        )
        assert self.process.stdout
        found = re.search(r"http://[\d.]+:(\d+)/", self.process.stdout.readline())
        assert found, self.log
        self.port = int(found[1])
        inside = re.search(r"http://[\d.]+:(\d+)/", self.process.stdout.readline())
        assert inside, self.log
        self.operations_port = int(inside[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.http = httpx.Client(base_url=self.url, timeout=20)
        self.operations = httpx.Client(
            base_url=f"http://127.0.0.1:{self.operations_port}", timeout=20
        )
        if awaited:
            wait_until(self.answers)

    @property
    def log(self) -> str:
        """Everything written to standard error so far."""
        return Path(self._errors.name).read_text(encoding="utf-8")

    def events(self, name: str) -> list[dict[str, Any]]:
        """The log lines of an event."""
        lines = (json.loads(each) for each in self.log.splitlines() if each.startswith("{"))
        return [each for each in lines if each["event"] == name]

    @property
    def workers(self) -> list[int]:
        """Process ids of the workers."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(pid) for pid in children.read_text().split()]

    def answers(self) -> bool:
        """Whether it takes requests."""
        assert self.process.poll() is None, self.log
        try:
            return self.operations.get("/health/live").status_code == 200
        except httpx.TransportError:
            return False

    def answers_still(self) -> bool:
        """Whether anybody listens there, now that the process has ended."""
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def say(self, message: str, **more: Any) -> list[dict[str, Any]]:
        """The answer to a message."""
        response = self.http.post(WEBHOOK, json={"message": message, **more})
        assert response.status_code == 200, response.text
        answer: list[dict[str, Any]] = response.json()
        return answer

    def stop(self) -> int:
        """Stop it gently; returns its exit code."""
        self.http.close()
        self.operations.close()
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(30)
        assert self.process.stdout
        self.process.stdout.close()
        self._errors.close()
        return code

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()


def error_code(response: httpx.Response) -> str:
    """The code of an error, after a look at its form."""
    assert response.headers["content-type"] == "application/json"
    assert set(response.json()) == {"error"}
    assert "Traceback" not in response.text
    code: str = json.loads(response.text)["error"]["code"]
    return code
