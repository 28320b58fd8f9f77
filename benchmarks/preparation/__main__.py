"""python -m benchmarks.preparation: getting ready, as ratios to `import spacy` run beside it.

Each line is a whole `net-guide ask`, in a process of its own: with an empty cache, with a full
one, and after an edit. Processor time is that of all cores together.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from tests.conftest import copy_content

ROOT = Path(__file__).resolve().parents[2]
QUESTION = "what are the symptoms of a pancreatic NET?"


@dataclass(frozen=True)
class Cost:
    """Of a whole process."""

    cpu: float
    """Seconds of all cores."""
    wall: float
    """Seconds."""
    peak: float
    """Resident MB at most."""


def cost(arguments: Sequence[str], cache: Path) -> Cost:
    """Run a Python process; raises CalledProcessError when it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, "NET_GUIDE_CACHE": str(cache)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(arguments))
    wall = time.perf_counter() - start
    return Cost(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024)


def edits(content: Path) -> Iterator[str]:
    """Edit a content folder, one kind of edit after the other; gives what was done."""
    yield "first preparation"
    yield "nothing changed"
    common = content / "bot" / "common"
    lead = common / "responses" / "smalltalk" / "thanks.yaml"
    lead.write_text(lead.read_text("utf-8").replace("lead: ", "lead: Surely. ", 1), "utf-8")
    yield "a lead edited"
    intent = common / "intents" / "smalltalk" / "thanks.yaml"
    lines = intent.read_text("utf-8").replace("utterances: |\n", "utterances: |\n  muchas muchas\n")
    intent.write_text(lines, "utf-8")
    yield "an utterance added"
    said = product(("please sing", "could you sing", "i want"), ("me", "us"), range(10))
    utterances = "".join(f"  {a} {b} a song number {c}\n" for a, b, c in said)
    new = f"about: A wish for a song\nlabel: Sing a song\ntakes: []\nutterances: |\n{utterances}"
    (common / "intents" / "smalltalk" / "sing.yaml").write_text(new, "utf-8")
    cell = common / "responses" / "smalltalk" / "sing.yaml"
    cell.write_text("kind: smalltalk\nlead: I cannot sing.\n", "utf-8")
    yield "an intent of 60 utterances added"


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_content(folder / "content")
        spacy = min((cost(["-c", "import spacy"], folder) for _ in range(3)), key=lambda c: c.cpu)
        show("import spacy", spacy, spacy)
        ask = ["-m", "bot", "ask", "--content", str(folder / "content"), QUESTION]
        for done in edits(folder / "content"):
            show(done, cost(ask, folder / "cache"), spacy)


def show(name: str, found: Cost, beside: Cost) -> None:
    """Print a line."""
    print(
        f"{name:<34}{found.cpu:>7.2f} CPU s {found.cpu / beside.cpu:>6.1f} x import spacy"
        f"{found.wall:>8.2f} s wall{found.peak:>6.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
