"""Writes the training lines, masked as the engine reads them, for `tools.encoder.tune`.

    python -m tools.encoder.lines LINES.jsonl

One object a line: `text`, `label`. Needs no package beyond the bot's own; takes about half
a minute. The lines depend on the content and on the tokenizer's vocabulary, not on the
encoder's weights, so a tuned encoder in bot/encoder gives the same file. A tenth of the lines
is left out: the classifier's probabilities are calibrated on lines that the encoder never saw.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from bot.classify import OnnxEncoder
from bot.classify.train import withheld
from bot.content import checks, files, load
from bot.content.files import Sources
from bot.understand import lexicon
from bot.understand.examples import examples
from bot.understand.seen import Seer
from bot.understand.view import Viewer

CONTENT = Path(__file__).resolve().parents[2]


def masked_lines(folder: Path) -> list[dict[str, str]]:
    """Text and label of every training line of a content folder, in the engine's order."""
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    checks.check(content, sources)
    sources.raise_problems()
    viewer = Viewer(content, lexicon.build(content, OnnxEncoder.load().words))
    seer = Seer(content, viewer)
    return [
        {"text": each.text, "label": each.label}
        for each in examples(content, seer, made=True)
        if not withheld(each.text)
    ]


def main() -> None:
    """Write the lines."""
    parser = argparse.ArgumentParser(description="Write the masked training lines.")
    parser.add_argument("target", type=Path)
    parser.add_argument("--content", type=Path, default=CONTENT)
    given = parser.parse_args()
    lines = masked_lines(given.content)
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    given.target.write_text(text, encoding="utf-8")
    print(f"{len(lines)} lines")


if __name__ == "__main__":
    main()
