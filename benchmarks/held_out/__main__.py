"""python -m benchmarks.held_out: share of held-out lines that get their intent, by group."""

from __future__ import annotations

from collections import Counter

from benchmarks.content import bot_of, held_out, parser
from bot.evaluation.lines import UTTERANCES, held_out_lines, look_alikes

ALARMS = ("emergency", "crisis", "guardrail")


def main() -> None:
    """Print the table."""
    options = parser(__doc__).parse_args()
    folder = held_out(options, UTTERANCES)
    bot = bot_of(options)
    total: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for line in held_out_lines(folder):
        total[line.group] += 1
        intents = {reply.intent for reply in bot.reply(line.text).replies}
        right[line.group] += line.intent in intents
    print(f"{'group':<12}{'lines':>7}{'intent right':>14}")
    for group, count in total.items():
        print(f"{group:<12}{count:>7}{right[group] / count:>14.1%}")
    lines = look_alikes(folder)
    alarmed = sum(bot.reply(text).kind in ALARMS for text in lines)
    print(f"look-alikes that raise an alarm: {alarmed} of {len(lines)}")


if __name__ == "__main__":
    main()
