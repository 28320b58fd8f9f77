"""python -m benchmarks: speed, preparation, lines, talks, danger, the two servers.

With --data also the public question sets. Where .venv-rasa is (make test-rasa builds it),
also NET Guide and Rasa side by side, and Rasa's own reports in reports/rasa. With --content
only what is about a content: danger, held-out lines, turns and talks where it has them.
"""

from __future__ import annotations

import subprocess
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from benchmarks.content import given, parser
from bot.evaluation import danger, lines, talks, turns

OF_CONTENT = {
    "held_out": lines.UTTERANCES,
    "turns": turns.FOLDER,
    "talks": talks.FOLDER,
    "safety": danger.FOLDER,
    "worst": lines.UTTERANCES,
}
"""Benchmarks about content, and the folder beside it that each needs."""


def main() -> int:
    """Run each benchmark in a process of its own."""
    arguments = parser(__doc__)
    arguments.add_argument("--data", type=Path, help="folder with the public question sets")
    arguments.add_argument("--rasa", type=Path, default=Path(".venv-rasa/bin"), metavar="BIN")
    options = arguments.parse_args()
    return _run(_of_content(options) if options.content else _all(options))


def _of_content(options: Namespace) -> list[list[str]]:
    """What is about a content, and can be measured on this one."""
    content = given(options)
    runs = [
        [f"benchmarks.{name}", *content]
        for name, kind in OF_CONTENT.items()
        if (options.content / kind).is_dir()
    ]
    if options.data:
        runs.append(["benchmarks.other_diseases", *content, "--data", str(options.data)])
    return runs


def _all(options: Namespace) -> list[list[str]]:
    data = options.data
    rasa = ["--rasa", str(options.rasa)] if (options.rasa / "rasa").exists() else []
    runs = [
        ["benchmarks.speed"],
        ["benchmarks.preparation"],
        ["benchmarks.held_out"],
        ["benchmarks.turns"],
        ["benchmarks.talks"],
        ["benchmarks.safety"],
        ["benchmarks.worst"],
        ["benchmarks.greeting"],
        ["benchmarks.service", *rasa],
        ["benchmarks.service.chaos"],
        ["benchmarks.actions"],
    ]
    if data:
        runs += [
            ["benchmarks.other_diseases", "--data", str(data)],
            ["benchmarks.classifier", "--data", str(data)],
        ]
    else:
        print("without --data DIR the public question sets are left out", file=sys.stderr)
    if rasa:
        runs.append(["benchmarks.peers", *rasa, "--reports", "reports/rasa"])
    else:
        print(f"there is no Rasa in {options.rasa}; make test-rasa builds one", file=sys.stderr)
    return runs


def _run(runs: Sequence[Sequence[str]]) -> int:
    """Run one after the other, until one fails; returns its exit code."""
    for module, *arguments in runs:
        print(f"\n== {module}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *arguments], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
