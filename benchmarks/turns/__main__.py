"""python -m benchmarks.turns: share of single turns that are answered as they were meant."""

from __future__ import annotations

from benchmarks.content import bot_of, held_out, parser
from bot.evaluation.turns import FOLDER, shares


def main() -> None:
    """Print the shares."""
    options = parser(__doc__).parse_args()
    folder = held_out(options, FOLDER)
    found = shares(bot_of(options), folder)
    for asks in ("one", "several", "nothing"):
        total, right, partly = found[asks], found[f"{asks} right"], found[f"{asks} partly"]
        print(
            f"turns that ask {asks}: {right} of {total} right ({right / max(total, 1):.1%})", end=""
        )
        print(f", {partly} partly" if partly else "")
    total = found["one"] + found["several"] + found["nothing"]
    print(f"false alarms: {found['alarms']}, check-ins: {found['check-ins']} of {total}")


if __name__ == "__main__":
    main()
