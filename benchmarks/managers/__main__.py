"""python -m benchmarks.managers: gunicorn as `serve` uses it, uvicorn's manager, and granian.

Each has two workers. granian is no dependency: it is measured where it is installed.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import sys
import time
from pathlib import Path

from benchmarks.service import client, messages
from benchmarks.service.processes import running, service

PORT = 8195
CLIENTS = 8
QUESTIONS = 600
MOST_SECONDS = 25.0
APP = "benchmarks.managers.served:create"


def commands() -> dict[str, list[str]]:
    """What is measured."""
    port = ("--port", str(PORT))
    found = {
        "gunicorn": service(PORT, "--workers", "2"),
        "uvicorn": [sys.executable, "-m", "uvicorn", APP, "--factory", *port, "--workers", "2"],
    }
    found["uvicorn"] += ["--no-access-log", "--log-level", "error"]
    if importlib.util.find_spec("granian"):
        found["granian"] = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory"]
        found["granian"] += [*port, "--workers", "2", "--respawn-failed-workers", "--no-ws", APP]
    return found


def children(pid: int) -> list[int]:
    """Process ids of the children."""
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def proportional(pid: int) -> int:
    """Memory of a process and its children in KiB; what they share is counted once."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return own + sum(proportional(each) for each in children(pid))


def replaced_after(pid: int, number: signal.Signals) -> str:
    """Seconds until a worker that got a signal is gone and another one is there."""
    before = children(pid)
    victim, start = before[-1], time.perf_counter()
    os.kill(victim, number)
    while time.perf_counter() - start < MOST_SECONDS:
        now = children(pid)
        if victim not in now and len(now) >= len(before):
            return f"{time.perf_counter() - start:.1f} s"
        time.sleep(0.02)
    os.kill(victim, signal.SIGKILL)
    return "never"


def main() -> None:
    """Print everything."""
    bodies = messages.questions()[:QUESTIONS]
    print(f"{'':<10}{'a second':>10}{'MiB':>8}{'ready':>8}{'killed':>9}{'stopped':>9}")
    for name, command in commands().items():
        with running(command, PORT, "/webhooks/rest") as (process, start):
            rate = client.run(PORT, bodies, CLIENTS).rate
            memory = proportional(process.pid) / 1024
            killed = replaced_after(process.pid, signal.SIGKILL)
            time.sleep(5)
            stopped = replaced_after(process.pid, signal.SIGSTOP)
        print(f"{name:<10}{rate:>10.0f}{memory:>8.0f}{start:>7.1f}s{killed:>9}{stopped:>9}")


if __name__ == "__main__":
    main()
