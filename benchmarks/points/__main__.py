"""python -m benchmarks.points: how often it is known whether an answer tells what is asked."""

from __future__ import annotations

from benchmarks.content import bot_of, held_out, parser
from bot.evaluation.points import FOLDER, shares


def main() -> None:
    """Print the shares."""
    options = parser(__doc__).parse_args()
    folder = held_out(options, FOLDER)
    bot = bot_of(options)
    found = shares(bot, folder)
    total = found["told"] + found["lacking"]
    known = found["right"] / max(total, 1)
    print(f"told or not is known of {found['right']} of {total} ({known:.1%})")
    for kind in ("told", "lacking"):
        said = found[f"{kind}, said to lack"]
        share = said / max(found[kind], 1)
        print(f"questions that are {kind}: {said} of {found[kind]} said to lack ({share:.1%})")


if __name__ == "__main__":
    main()
