"""python -m benchmarks.talks: share of the turns of held-out conversations that go right."""

from __future__ import annotations

from benchmarks.content import bot_of, held_out, parser
from bot.evaluation.talks import FOLDER, shares


def main() -> None:
    """Print the shares."""
    options = parser(__doc__).parse_args()
    folder = held_out(options, FOLDER)
    found = shares(bot_of(options), folder)
    for where in ("first", "later"):
        right, total = found[f"{where} right"], found[where]
        print(f"{where} turns right: {right} of {total} ({right / max(total, 1):.1%})")
    print(f"false alarms: {found['alarms']} of {found['first'] + found['later']}")


if __name__ == "__main__":
    main()
