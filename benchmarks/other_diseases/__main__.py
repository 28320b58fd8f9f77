"""python -m benchmarks.other_diseases --data DIR: MedQuAD questions that must not be answered.

DIR holds medquad_questions.tsv (Ben Abacha and Demner-Fushman 2019, CC BY 4.0):
type, disease, question. A seeded sample of questions about diseases that the
content does not name is asked; an answer to one is a false answer.
"""

from __future__ import annotations

import csv
import random
from pathlib import Path

from benchmarks.content import bot_of, parser
from bot import Bot

SEED = 7


def questions(path: Path, bot: Bot, size: int) -> list[str]:
    """A sample of questions about diseases that are no subject of the content."""
    finder = bot.understander.viewer
    with path.open(encoding="utf-8") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if len(row) == 3][1:]
    random.Random(SEED).shuffle(rows)
    picked = (question for _, focus, question in rows if not _is_ours(focus, finder))
    return [question for question, _ in zip(picked, range(size), strict=False)]


def _is_ours(focus: str, viewer: object) -> bool:
    from bot.language.words import words_of
    from bot.understand.view import Viewer

    assert isinstance(viewer, Viewer)
    return bool(viewer.view(words_of(focus)).mentions)


def main() -> None:
    """Print the share, and the questions that were answered."""
    arguments = parser(__doc__)
    arguments.add_argument("--data", type=Path, required=True)
    arguments.add_argument("--size", type=int, default=2000)
    options = arguments.parse_args()
    bot = bot_of(options)
    asked = questions(options.data / "medquad_questions.tsv", bot, options.size)
    answered = [question for question in asked if bot.reply(question).kind == "answer"]
    print(
        f"answered as if ours: {len(answered)} of {len(asked)} ({len(answered) / len(asked):.2%})"
    )
    for question in answered:
        print("  " + question)


if __name__ == "__main__":
    main()
