"""python -m benchmarks.safety: the safety reader on lines that nothing has learnt from."""

from __future__ import annotations

from benchmarks.safety import score
from bot import Bot


def main() -> None:
    """Print the outcome on both files, and the curve that the thresholds were chosen on."""
    bot = Bot.load()
    for name in ("chosen-on", "held-out"):
        lines = score.read(name, bot)
        print(f"{name}.tsv")
        for each in score.outcome(lines):
            print(f"  {each}")
        if name == "chosen-on":
            for each in score.curve(lines):
                print(f"  danger {each}")


if __name__ == "__main__":
    main()
