"""What is measured of each, and how: start, load, memory, disk, training."""

from __future__ import annotations

import itertools
import json
import resource
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.peers.scores import Scores
from benchmarks.service import client
from tests.harness.deployment import Running, say

CLIENTS = 8
_SIZE = """
import json, sys
from importlib import metadata
from packaging.requirements import Requirement
seen, todo, size = set(), [sys.argv[1]], 0
while todo:
    name = todo.pop().lower().replace("_", "-")
    if name in seen:
        continue
    seen.add(name)
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        continue
    files = [found.locate_file(each) for each in found.files or ()]
    size += sum(each.stat().st_size for each in files if each.exists())
    for each in map(Requirement, found.requires or ()):
        if each.marker is None or each.marker.evaluate({"extra": ""}):
            todo.append(each.name)
print(json.dumps([len(seen), size]))
"""


@dataclass(frozen=True)
class Figures:
    """One column of the table."""

    scores: Scores
    training_seconds: float
    """CPU."""
    start_seconds: float
    """From the command to the first reply."""
    megabytes: float
    alone: client.Result
    together: client.Result
    packages: int
    disk_megabytes: float


def first_reply(started: float, server: Running, text: str) -> float:
    """Seconds from the start to a reply."""
    assert say(server.url, "first", text)
    return time.perf_counter() - started


def load(server: Running, texts: Sequence[str]) -> tuple[client.Result, client.Result]:
    """One client with a part of the texts, then several with all of them."""
    alone = client.run(server.port, bodies(texts[::4], "alone"), 1)
    return alone, client.run(server.port, bodies(texts, "together"), CLIENTS)


def bodies(texts: Iterable[str], name: str) -> Iterator[bytes]:
    """Each text as the first message of somebody."""
    for number, text in zip(itertools.count(), texts, strict=False):
        yield json.dumps({"sender": f"{name}-{number}", "message": text}).encode()


def disk(python: Path, package: str) -> tuple[int, float]:
    """Packages that a package needs, itself included, and their megabytes."""
    done = subprocess.run(
        [str(python), "-c", _SIZE, package], capture_output=True, text=True, check=True
    )
    count, size = json.loads(done.stdout)
    return int(count), size / 1e6


def cpu_seconds() -> float:
    """CPU time of the child processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def rows(figures: Figures) -> dict[str, str]:
    """The column, worded."""
    found: dict[str, Any] = {
        "accuracy, held-out lines": f"{figures.scores.accuracy:.1%}",
        "macro-F1": f"{figures.scores.macro_f1:.3f}",
        "false accepts (lines outside the topic)": f"{figures.scores.false_accepts:.1%}",
        "alarms missed (lines of guardrails)": f"{figures.scores.missed_alarms:.1%}",
        "training, CPU": f"{figures.training_seconds:.0f} s",
        "cold start to first reply": f"{figures.start_seconds:.1f} s",
        "memory after the load": f"{figures.megabytes:.0f} MiB",
        "one client, p50": f"{figures.alone.quantile(0.5):.1f} ms",
        "one client, p99": f"{figures.alone.quantile(0.99):.1f} ms",
        f"{CLIENTS} clients, p99": f"{figures.together.quantile(0.99):.1f} ms",
        f"{CLIENTS} clients, throughput": f"{figures.together.rate:.1f} a second",
        "packages": f"{figures.packages}",
        "disk": f"{figures.disk_megabytes:.0f} MB",
    }
    return found
