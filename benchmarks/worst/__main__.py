"""python -m benchmarks.worst: processor time of messages within 16 KB that are meant to be dear.

Shapes that were once found to be dear, and random mixtures of their parts. Each is compared with
the median of usual questions. `--seed N` looks for others.
"""

from __future__ import annotations

import math
import random
import statistics
import time
from collections.abc import Callable

from benchmarks.content import bot_of, held_out, parser
from bot import Bot
from bot.evaluation.lines import UTTERANCES, held_out_lines

_BYTES = (15_900, 950, 400)
"""Sizes: as much as the service takes, and as much as is just read whole."""
_MIXTURES = 40
_TIMES = 3
"""A message is measured so often, and the best counts: other work of the machine is no cost."""
PARTS = (
    *("1-", "1,", "a ", "/a", "ab-", "'a' ", "(a)", "/x{", "x\n", "a. ", ".", "x"),
    *("chest pain ", "i want to kill myself. ", "what is it? ", "why? ", "what and where and "),
    *("pancreatic neuroendocrine tumor ", "caarcinoidd inheritd ", "not no never ", "mean "),
    *("é ", "神經 ", "😀 ", "me duele el pecho y no puedo respirar ", "je veux ich will "),
)


def shapes(seed: int) -> dict[str, str]:
    """Messages by what they are made of."""
    chosen = random.Random(seed)
    found: dict[str, str] = {}
    for size in _BYTES:
        found |= {f"{each!r}, {size}": filled([each], size) for each in PARTS}
        found[f"unknown words, {size}"] = filled([f"zq{each} " for each in range(4000)], size)
        for number in range(_MIXTURES):
            parts = chosen.choices(PARTS, k=chosen.randint(2, 400))
            found[f"mixture {number}, {size}"] = filled(parts, size)
    return found


def filled(parts: list[str], size: int) -> str:
    """The parts, again and again, as often as they fit."""
    whole = "".join(parts)
    repeated = whole * (size // len(whole.encode()) + 1)
    return repeated.encode()[:size].decode(errors="ignore")


def main() -> None:
    """Print the dearest ten."""
    arguments = parser(__doc__)
    arguments.add_argument("--seed", type=int, default=7)
    options = arguments.parse_args()
    folder = held_out(options, UTTERANCES)
    bot = bot_of(options)
    usual = [line.text for line in held_out_lines(folder)][:300]
    cost = _measure(bot)
    for each in usual[:20]:
        cost(each)
    median = statistics.median(cost(each) for each in usual)
    for text in shapes(0).values():  # lists that are made for the first message that needs them
        bot.reply(text)
    print(f"a usual question costs {median * 1000:.1f} ms of processor time")
    costs = {name: cost(text) for name, text in shapes(options.seed).items()}
    for name, each in sorted(costs.items(), key=lambda pair: -pair[1])[:10]:
        print(f"{each / median:6.1f} times  {name}")


def _measure(bot: Bot) -> Callable[[str], float]:
    def cost(message: str) -> float:
        best = math.inf
        for _ in range(_TIMES):
            start = time.process_time()
            bot.reply(message)
            best = min(best, time.process_time() - start)
        return best

    return cost


if __name__ == "__main__":
    main()
