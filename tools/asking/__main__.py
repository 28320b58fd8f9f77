"""Learns which parts of messages ask something, and says how well on messages of others.

    python -m tools.asking

messages.txt has a message a line, its parts divided by " | ", those that ask opened by "? ";
tests/turns/learnt.jsonl has more. held_out.txt and tests/turns/held-out.jsonl have messages by
other writers. The result, bot/encoder/asking.json, depends on them and on the encoder alone;
nothing in it is random.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.classify import OnnxEncoder
from bot.classify.asking import MARKS, PATH, Asking
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.evaluation import turns
from bot.language.words import clean, sentences
from bot.understand import lexicon
from bot.understand.asks import Asks
from bot.understand.reading import View
from bot.understand.view import Viewer

FOLDER = Path(__file__).parent
_ROOT = FOLDER.parents[1]
_PENALTY = 1.0
"""Of the squared weights: higher keeps them smaller."""
_STEPS = 12
"""Newton steps, of which the last ones change nothing any more."""

Array = NDArray[np.float64]
Message = list[tuple[str, bool]]
"""The parts of a message, and whether each of them asks."""


class _Messages:
    """The lines of a file, as rows of numbers."""

    def __init__(self, path: Path, more: str, content: Content, encoder: OnnxEncoder) -> None:
        viewer = Viewer(content, lexicon.build(content, encoder.words))
        asks = Asks(content, Asking(np.zeros(0, np.float32), np.zeros(0, np.float32)))
        views, marks, targets, self.message = [], [], [], []
        for number, message in enumerate((*_marked(path), *_turns(more))):
            parts = list(_parts(message, viewer))
            for place, (view, asked) in enumerate(parts):
                views.append(view.masked)
                marks.append([*asks.marks(view, place, len(parts)), 1.0])
                targets.append(float(asked))
                self.message.append(number)
        self.form = np.array(marks)
        self.full = np.hstack([encoder.encode(views), self.form])
        self.targets = np.array(targets)


def _marked(path: Path) -> Iterator[Message]:
    for line in path.read_text("utf-8").splitlines():
        yield [(part.removeprefix("? "), part.startswith("? ")) for part in line.split(" | ")]


def _turns(name: str) -> Iterator[Message]:
    for turn in turns.read(name):
        yield [(part.text, bool(part.asks)) for part in turn.parts]


def _parts(message: Message, viewer: Viewer) -> Iterator[tuple[View, bool]]:
    for part, asks in message:
        found = sentences(clean(part))
        words = [word for each in found for word in each.words]
        if words:
            repaired, _ = viewer.speller.read(words)
            yield viewer.view(repaired, asks=found[-1].asks), asks


def _fit(rows: Array, targets: Array) -> Array:
    """Weights of a logistic model, by Newton's method; the last column is the constant."""
    weights = np.zeros(rows.shape[1])
    penalty = np.full(rows.shape[1], _PENALTY)
    penalty[-1] = 1e-6
    for _ in range(_STEPS):
        found = _chances(rows, weights)
        slope = rows.T @ (found - targets) + penalty * weights
        bend = (rows * (found * (1 - found))[:, None]).T @ rows + np.diag(penalty)
        weights -= np.linalg.solve(bend, slope)
    return weights


def _chances(rows: Array, weights: Array) -> Array:
    found: Array = 1 / (1 + np.exp(-rows @ weights))
    return found


def _report(name: str, found: Array, given: _Messages) -> None:
    right = (found >= 0.5) == (given.targets == 1)
    messages = dict.fromkeys(given.message, True)
    for number, good in zip(given.message, right, strict=True):
        messages[number] &= bool(good)
    whole = sum(messages.values()) / len(messages)
    print(f"{name}: parts {right.mean():.3f}, messages with every part right {whole:.3f}")


def main() -> None:
    """Learn, judge, write."""
    raw = files.read_folder(_ROOT)
    content = load.build(Sources.parse(raw), files.digest(raw))
    encoder = OnnxEncoder.load()
    given = _Messages(FOLDER / "messages.txt", turns.LEARNT, content, encoder)
    held_out = _Messages(FOLDER / "held_out.txt", turns.HELD_OUT, content, encoder)
    vector, alone = _fit(given.full, given.targets), _fit(given.form, given.targets)
    _report("vector and form", _chances(held_out.full, vector), held_out)
    _report("form alone", _chances(held_out.form, alone), held_out)
    data = {
        "encoder": encoder.identity,
        "marks": list(MARKS),
        "vector": [round(float(each), 4) for each in vector],
        "alone": [round(float(each), 4) for each in alone],
    }
    PATH.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
