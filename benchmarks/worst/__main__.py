"""python -m benchmarks.worst: processor time of messages within 16 KB that are meant to be dear.

Shapes that were once found to be dear, and random mixtures of their parts. Each is compared with
the median of usual questions. `--seed N` looks for others.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable

from bot import Bot
from bot.evaluation.lines import held_out_lines

_BYTES = 15_900
_MIXTURES = 40
PARTS = (
    *("1-", "1,", "a ", "/a", "ab-", "'a' ", "(a)", "/x{", "x\n", "a. ", ".", "x"),
    *("chest pain ", "i want to kill myself. ", "what is it? ", "why? ", "what and where and "),
    *("pancreatic neuroendocrine tumor ", "caarcinoidd inheritd ", "not no never ", "mean "),
    *("é ", "神經 ", "😀 ", "me duele el pecho y no puedo respirar ", "je veux ich will "),
)


def shapes(seed: int) -> dict[str, str]:
    """Messages by what they are made of."""
    found = {repr(each): filled([each]) for each in PARTS}
    found["unknown words"] = filled([f"zq{number} " for number in range(4000)])
    chosen = random.Random(seed)
    for number in range(_MIXTURES):
        found[f"mixture {number}"] = filled(chosen.choices(PARTS, k=chosen.randint(2, 400)))
    return found


def filled(parts: list[str]) -> str:
    """The parts, again and again, as often as they fit."""
    whole = "".join(parts)
    repeated = whole * (_BYTES // len(whole.encode()) + 1)
    return repeated.encode()[:_BYTES].decode(errors="ignore")


def main() -> None:
    """Print the dearest ten."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    bot = Bot.load()
    usual = [line.text for line in held_out_lines()][:300]
    cost = _measure(bot)
    for each in usual[:20]:
        cost(each)
    median = statistics.median(cost(each) for each in usual)
    print(f"a usual question costs {median * 1000:.1f} ms of processor time")
    costs = {name: cost(text) for name, text in shapes(options.seed).items()}
    for name, each in sorted(costs.items(), key=lambda pair: -pair[1])[:10]:
        print(f"{each / median:6.1f} times  {name}")


def _measure(bot: Bot) -> Callable[[str], float]:
    def cost(message: str) -> float:
        start = time.process_time()
        bot.reply(message)
        return time.process_time() - start

    return cost


if __name__ == "__main__":
    main()
