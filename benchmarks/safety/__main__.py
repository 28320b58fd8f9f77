"""python -m benchmarks.safety: the safety reader on lines that nothing has learnt from."""

from __future__ import annotations

from bot import Bot
from bot.evaluation import danger


def main() -> None:
    """Print the outcome on both files, and the curve that the thresholds were chosen on."""
    bot = Bot.load()
    for name in ("chosen-on", "held-out"):
        lines = danger.read(name, bot)
        print(f"{name}.tsv")
        for each in danger.outcome(lines):
            print(f"  {each}")
        if name == "chosen-on":
            for each in danger.curve(lines):
                print(f"  danger {each}")


if __name__ == "__main__":
    main()
