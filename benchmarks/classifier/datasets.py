"""Reads the two public question sets, which are not part of this repository.

CLINC150 "small" (Larson et al., EMNLP 2019; CC BY 3.0): clinc150/data_small.json.
BANKING77 (Casanueva et al., 2020; CC BY 4.0): banking77/train.csv and test.csv.
"""

from __future__ import annotations

import csv
import json
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.classify import Example


@dataclass(frozen=True)
class QuestionSet:
    """Lines to train on, lines to test on, and lines that have none of the labels."""

    training: tuple[Example, ...]
    test: tuple[Example, ...]
    outside: tuple[str, ...] = ()


def read_clinc(folder: Path) -> QuestionSet:
    """CLINC150 small: 150 intents with 50 training lines each; no outside line is trained on."""
    data = json.loads((folder / "clinc150" / "data_small.json").read_text(encoding="utf-8"))
    return QuestionSet(
        training=tuple(Example(text, label) for text, label in data["train"]),
        test=tuple(Example(text, label) for text, label in data["test"]),
        outside=tuple(text for text, _ in data["oos_test"]),
    )


def read_banking(folder: Path) -> QuestionSet:
    """BANKING77 with all its training lines."""
    lines = {}
    for part in ("train", "test"):
        path = folder / "banking77" / f"{part}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            lines[part] = tuple(Example(r["text"], r["category"]) for r in csv.DictReader(file))
    return QuestionSet(lines["train"], lines["test"])


def sample(lines: Sequence[Example], a_label: int, seed: int) -> tuple[Example, ...]:
    """`a_label` lines of each label, drawn without replacement."""
    by_label = defaultdict(list)
    for line in lines:
        by_label[line.label].append(line)
    chooser = random.Random(seed)
    return tuple(
        line for label in sorted(by_label) for line in chooser.sample(by_label[label], a_label)
    )
