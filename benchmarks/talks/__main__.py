"""python -m benchmarks.talks: share of the turns of held-out conversations that go right."""

from __future__ import annotations

from bot import Bot
from bot.evaluation.talks import shares


def main() -> None:
    """Print the shares."""
    found = shares(Bot.load())
    for where in ("first", "later"):
        right, total = found[f"{where} right"], found[where]
        print(f"{where} turns right: {right} of {total} ({right / total:.1%})")
    print(f"false alarms: {found['alarms']} of {found['first'] + found['later']}")


if __name__ == "__main__":
    main()
