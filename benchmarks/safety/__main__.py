"""python -m benchmarks.safety: the safety reader on lines that nothing has learnt from."""

from __future__ import annotations

from benchmarks.content import bot_of, held_out, parser
from bot.evaluation import danger


def main() -> None:
    """Print the outcome on each file; the curve and the operating points where they are chosen."""
    options = parser(__doc__).parse_args()
    folder = held_out(options, danger.FOLDER)
    bot = bot_of(options)
    for path in sorted(folder.glob("*.tsv")):
        lines = danger.read(path.stem, bot, folder)
        print(path.name)
        for each in danger.outcome(lines):
            print(f"  {each}")
        if path.stem == danger.CHOSEN_ON:
            for each in danger.curve(lines):
                print(f"  danger {each}")
            for each in danger.choices(lines):
                print(f"  operating point {each}")


if __name__ == "__main__":
    main()
