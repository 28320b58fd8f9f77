"""python -m benchmarks.speed: start, first line, latency and memory, as ratios to `import spacy`.

Absolute times are of the machine at hand; the ratios travel.
"""

from __future__ import annotations

import os
import pty
import resource
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from bot.evaluation.lines import held_out_lines

RUNS = 5
QUESTION = "what are the symptoms of a pancreatic NET?"


def process_seconds(arguments: Sequence[str]) -> float:
    """Median wall seconds of a whole Python process."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def first_line_seconds() -> float:
    """Median wall seconds from the start of the chat in a terminal to its first line."""
    return statistics.median([_first_line() for _ in range(RUNS + 1)][1:])


def _first_line() -> float:
    start = time.perf_counter()
    child, screen = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "bot", "chat"])
    shown = b""
    while b"\n" not in shown:
        shown += os.read(screen, 1024)
    seconds = time.perf_counter() - start
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(screen)
    return seconds


def turn_times() -> list[float]:
    """Milliseconds of each turn over all held-out lines, all different; loads the bot first."""
    from bot import Bot

    bot = Bot.load()
    bot.reply(QUESTION)
    times = []
    for line in held_out_lines():
        start = time.perf_counter()
        bot.reply(line.text)
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)


def main() -> None:
    """Print the table."""
    spacy = process_seconds(["-c", "import spacy"])
    rows = [
        ("import spacy", spacy),
        ("net-guide --version", process_seconds(["-m", "bot", "--version"])),
        ("net-guide chat, first line", first_line_seconds()),
        ("net-guide ask (warm cache)", process_seconds(["-m", "bot", "ask", QUESTION])),
    ]
    for name, seconds in rows:
        print(f"{name:<30}{seconds:>8.3f} s {seconds / spacy:>7.2f} x import spacy")
    times = turn_times()
    for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99)):
        print(f"a turn, {name:<22}{times[int(len(times) * share)]:>8.2f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak resident memory          {peak:>8.0f} MiB")


if __name__ == "__main__":
    main()
