"""Starts and stops the programs that are measured."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def running(
    arguments: Sequence[str], port: int, path: str, seconds: float = 180
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """A program that answers GET `path` on `port`, and the seconds until it first did."""
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while not _answers(port, path):
            if process.poll() is not None:
                raise SystemExit(f"{arguments[0]} has stopped with {process.returncode}")
            if time.perf_counter() - start > seconds:
                raise SystemExit(f"{arguments[0]} does not answer")
            time.sleep(0.02)
        yield process, time.perf_counter() - start
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(60)


def service(port: int, *options: str) -> list[str]:
    """The command that serves NET Guide without a limit on messages."""
    return [
        sys.executable,
        "-m",
        "bot",
        "serve",
        "--port",
        str(port),
        "--operations-port",
        "0",
        "--rate-limit",
        "0",
        *options,
    ]


def echo(port: int) -> list[str]:
    """The command that serves the bare endpoint."""
    return [sys.executable, "-m", "benchmarks.service.echo", str(port)]


def resident(pid: int) -> int:
    """Resident memory of a process and its children, in KiB; shared pages count in each."""
    own = Path(f"/proc/{pid}/status").read_text()
    size = next(int(line.split()[1]) for line in own.splitlines() if line.startswith("VmRSS:"))
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return size + sum(resident(int(child)) for child in children)


def _answers(port: int, path: str) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=1) as response:
            return bool(response.status == 200)
    except OSError:
        return False
