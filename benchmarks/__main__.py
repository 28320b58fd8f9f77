"""python -m benchmarks: speed, preparation, lines, talks, danger, the two servers.

With --data also the public question sets. Where .venv-rasa is (make test-rasa builds it),
also NET Guide and Rasa side by side, and Rasa's own reports in reports/rasa.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each benchmark in a process of its own."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="folder with the public question sets")
    parser.add_argument("--rasa", type=Path, default=Path(".venv-rasa/bin"), metavar="BIN")
    options = parser.parse_args()
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
    for module, *arguments in runs:
        print(f"\n== {module}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *arguments], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
