"""python -m benchmarks: speed and memory, held-out lines; with --data also the public sets."""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run each benchmark in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="folder with the public question sets")
    data = parser.parse_args().data
    runs = [["benchmarks.speed"], ["benchmarks.held_out"]]
    if data:
        runs += [
            ["benchmarks.other_diseases", "--data", str(data)],
            ["benchmarks.classifier", "--data", str(data)],
        ]
    else:
        print("without --data DIR the public question sets are left out", file=sys.stderr)
    for module, *arguments in runs:
        print(f"\n== {module}", flush=True)
        done = subprocess.run([sys.executable, "-m", module, *arguments], check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
