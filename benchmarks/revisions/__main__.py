"""python -m benchmarks.revisions FOLDER: processor time of a turn, beside another revision's.

FOLDER is a checkout of the other one (`git worktree add FOLDER REVISION`). Both answer the same
held-out lines of this one, in processes of their own that take turns, with one thread each.
Each learns first, where its cache is empty: that is not counted.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bot.evaluation.lines import held_out_lines

_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
_RUN = """
import json, sys, time
from bot import Bot
bot = Bot.load()
lines = json.load(sys.stdin)
for line in lines[:30]:
    bot.reply(line)
start = time.process_time()
for line in lines[30:]:
    bot.reply(line)
print((time.process_time() - start) / len(lines[30:]) * 1000)
"""
"""Stands here and not in a module, for the other revision may have no such module."""


def milliseconds(folder: Path, cache: Path, lines: Sequence[str]) -> float:
    """Mean processor milliseconds of a turn of the revision in a folder."""
    one = dict.fromkeys(_ONE_THREAD, "1")
    own = {"PYTHONPATH": str(folder), "NET_GUIDE_CACHE": str(cache)}
    done = subprocess.run(
        [sys.executable, "-c", _RUN],
        cwd=folder,
        env=os.environ | one | own,
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stdout)


def main() -> None:
    """Print both costs and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="checkout of the other revision")
    parser.add_argument("--cache", type=Path, help="folder to keep caches of both in")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--lines", type=int, default=630)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    texts = list(dict.fromkeys(line.text for line in held_out_lines()))
    lines = random.Random(options.seed).sample(texts, options.lines)
    with tempfile.TemporaryDirectory() as made:
        cache = options.cache or Path(made)
        folders = {"other": options.folder.resolve(), "this": Path.cwd()}
        found: dict[str, list[float]] = {name: [] for name in folders}
        for name, folder in folders.items():
            milliseconds(folder, cache / name, lines[:40])
        for _ in range(options.rounds):
            for name, folder in folders.items():
                found[name].append(milliseconds(folder, cache / name, lines))
    for name, values in found.items():
        runs = ", ".join(f"{each:.2f}" for each in values)
        print(f"{name}: {statistics.median(values):.2f} ms of processor time a turn ({runs})")
    ratio = statistics.median(found["this"]) / statistics.median(found["other"])
    print(f"this / other: {ratio:.2f}")


if __name__ == "__main__":
    main()
