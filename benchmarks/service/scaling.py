"""python -m benchmarks.service.scaling: what a turn costs, and what many a second cost then.

Held-out questions go through nginx to one service that remembers in Redis; counted is the
processor time of each of the three. --save keeps the figures in scaling.json beside this
module; docs/scaling.md has the table that follows from those, and a test compares them.
"""

from __future__ import annotations

import argparse
import json
import math
import os
from contextlib import ExitStack, closing
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx

from benchmarks.service import client
from bot.evaluation.lines import held_out_lines
from tests.harness.chat import WEBHOOK, Server
from tests.harness.deployment import family, proportional_kilobytes
from tests.harness.nginx import Nginx
from tests.harness.redis import Redis

SAVED = Path(__file__).with_name("scaling.json")
QUESTIONS = 1500
CLIENTS = 8
RATES = (100, 1_000, 10_000)
BUSY = 0.6
"""Share of a core that is planned for; the rest is for moments when more people come."""
CORES = 8
"""Of the machines that are planned with; a service has a worker for each."""
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Figures:
    """What one turn takes, and what a service takes by being there."""

    turn_ms: float
    """Processor time of a service."""
    nginx_ms: float
    redis_ms: float
    service_mb: float
    """Memory of a service with one worker; shared pages count once."""
    worker_mb: float
    """Memory of each further worker."""
    session_bytes: float
    """Memory of Redis for somebody whom the service remembers."""


def measure(questions: int) -> Figures:
    """Ask, and count."""
    texts = list(dict.fromkeys(line.text for line in held_out_lines()))[: questions + 100]
    bodies = [
        json.dumps({"sender": f"benchmark-{n}", "message": text}).encode()
        for n, text in enumerate(texts)
    ]
    with ExitStack() as running:
        redis = Redis()
        running.callback(redis.close)
        redis.start()
        options = ("--rate-limit", "0", "--sessions", redis.url)
        server = running.enter_context(Server(*options))
        nginx = running.enter_context(closing(Nginx(server.port, floods=True)))
        port = httpx.URL(nginx.url).port or 0
        client.run(port, bodies[:100], CLIENTS, f"/chat{WEBHOOK}")
        processes = (server.process.pid, nginx.process.pid, redis.pid)
        before, held = [_seconds(each) for each in processes], redis.used_bytes()
        asked = bodies[100:]
        client.run(port, asked, CLIENTS, f"/chat{WEBHOOK}")
        turn, proxy, store = (
            (_seconds(pid) - spent) / len(asked) * 1000
            for pid, spent in zip(processes, before, strict=True)
        )
        session = (redis.used_bytes() - held) / len(asked)
        one = _megabytes(server)
        with Server(*options, "--workers", "3") as more:
            for _ in range(3):
                client.run(more.port, bodies[:300], CLIENTS)
            further = (_megabytes(more) - one) / 2
    rounded = [round(each, 3) for each in (turn, proxy, store)]
    return Figures(*rounded, round(one), round(further), round(session))


def _seconds(pid: int) -> float:
    """Processor time of a process and of those that it started."""
    ticks = 0
    for each in family(pid):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / _TICKS


def _megabytes(server: Server) -> float:
    return sum(map(proportional_kilobytes, family(server.process.pid))) / 1024


def costs(figures: Figures) -> str:
    """What a turn and a service cost, as docs/scaling.md has it."""
    rows = {
        "a question, in the service": f"{figures.turn_ms:.1f} ms of a core",
        "so many questions a second for each core, all of it used": f"{1000 / figures.turn_ms:.0f}",
        "a question, in nginx": f"{figures.nginx_ms:.2f} ms of a core",
        "a question, in Redis": f"{figures.redis_ms:.2f} ms of a core",
        "memory of a service with one worker": f"{figures.service_mb:.0f} MB",
        "memory of each further worker": f"{figures.worker_mb:.0f} MB",
        "memory of Redis for each sender": f"{figures.session_bytes:.0f} bytes",
    }
    return "\n".join(
        ["| what | costs |", "|---|---|", *(f"| {a} | {b} |" for a, b in rows.items())]
    )


def table(figures: Figures) -> str:
    """What rates cost, as docs/scaling.md has it: plain arithmetic on the figures."""
    rows = [
        "| turns a second | cores | machines | memory of the services | nginx | Redis |",
        "|---|---|---|---|---|---|",
    ]
    for rate in RATES:
        cores = math.ceil(rate * figures.turn_ms / 1000 / BUSY)
        machines = max(math.ceil(cores / CORES), 2)
        workers = max(cores, machines)
        memory = machines * figures.service_mb + (workers - machines) * figures.worker_mb
        rows.append(
            f"| {rate:,} | {cores} | {machines} | {memory / 1024:.1f} GB"
            f" | {_cores(rate, figures.nginx_ms)} | {_cores(rate, figures.redis_ms)} |"
        )
    return "\n".join(rows)


def _cores(rate: int, milliseconds: float) -> str:
    cores = rate * milliseconds / 1000 / BUSY
    return f"{cores:.2f} cores" if cores < 1 else f"{cores:.1f} cores"


def saved() -> Figures:
    """The figures that docs/scaling.md rests on."""
    return Figures(**json.loads(SAVED.read_text()))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What turns cost, and what many a second cost.")
    parser.add_argument("--questions", type=int, default=QUESTIONS)
    parser.add_argument("--save", action="store_true", help="keep the figures")
    options = parser.parse_args()
    figures = measure(options.questions)
    print(costs(figures))
    print(table(figures))
    if options.save:
        SAVED.write_text(json.dumps(asdict(figures), indent=2) + "\n")


if __name__ == "__main__":
    main()
