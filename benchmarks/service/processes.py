"""The programs that are measured; `tests/harness` starts and stops them."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.harness import deployment


@contextmanager
def running(
    arguments: Sequence[str], port: int, path: str
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """A program that answers GET `path` on `port`, and the seconds until it first did."""
    start = time.perf_counter()
    with (
        tempfile.NamedTemporaryFile(suffix=".log") as log,
        deployment.running(arguments, port, Path(log.name), path=path) as server,
    ):
        yield server.process, time.perf_counter() - start


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
