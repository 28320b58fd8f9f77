"""Prints the classifier's figures on the public question sets, and whether they pass the bars.

    python -m benchmarks.classifier --data FOLDER

FOLDER (or NET_GUIDE_BENCHMARKS in the environment) holds clinc150/ and banking77/.
Every set is trained with the very same settings. Exit code 1 when a bar is missed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.classifier.datasets import read_banking, read_clinc, sample
from bot.classify import Classifier, Encoder, Example, LexicalEncoder, OnnxEncoder
from bot.classify.train import train

KEPT = 0.95
"""Share of in-scope lines that the rejection threshold lets through."""
FEW = 10
"""BANKING77 lines an intent."""
BARS = {"clinc accuracy": 0.95, "clinc rejection": 0.85, "banking accuracy": 0.85}


def accuracy(classifier: Classifier, lines: Sequence[Example]) -> tuple[float, list[float]]:
    """Share of lines given their label, and the probability of each line's top label."""
    rows = classifier.predict([line.text for line in lines])
    best = [classifier.labels[column] for column in rows.argmax(axis=1)]
    right = [found == line.label for found, line in zip(best, lines, strict=True)]
    return statistics.fmean(right), rows.max(axis=1).tolist()


def rejection(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Share of outside lines below the threshold that keeps KEPT of the inside ones."""
    return float((np.array(outside) < np.quantile(inside, 1 - KEPT)).mean())


def measure_clinc(folder: Path, encoder: Encoder) -> dict[str, float]:
    """Accuracy, rejection and training seconds on CLINC150 small."""
    questions = read_clinc(folder)
    start = time.perf_counter()
    classifier = train(questions.training, encoder)
    seconds = time.perf_counter() - start
    right, inside = accuracy(classifier, questions.test)
    outside = classifier.predict(questions.outside).max(axis=1).tolist()
    return {
        "clinc accuracy": right,
        "clinc rejection": rejection(inside, outside),
        "clinc training seconds": seconds,
    }


def measure_banking(folder: Path, encoder: Encoder, seeds: int) -> dict[str, float]:
    """Mean and spread of the accuracy over several samples of BANKING77."""
    questions = read_banking(folder)
    found = []
    for seed in range(seeds):
        classifier = train(sample(questions.training, FEW, seed), encoder)
        found.append(accuracy(classifier, questions.test)[0])
    spread = statistics.stdev(found) if seeds > 1 else 0.0
    return {"banking accuracy": statistics.fmean(found), "banking spread": spread}


def main() -> int:
    """Measure, print and judge."""
    parser = argparse.ArgumentParser(description="Measure the classifier on public question sets.")
    parser.add_argument("--data", type=Path, default=os.environ.get("NET_GUIDE_BENCHMARKS"))
    parser.add_argument("--encoder", type=Path, help="folder of another encoder")
    parser.add_argument("--lexical", action="store_true", help="without an encoder")
    parser.add_argument("--seeds", type=int, default=5, help="samples of BANKING77")
    given = parser.parse_args()
    if given.data is None:
        parser.error("name the folder of the question sets: --data FOLDER")
    encoder = LexicalEncoder() if given.lexical else OnnxEncoder.load(given.encoder)
    figures = measure_clinc(given.data, encoder)
    figures |= measure_banking(given.data, encoder, given.seeds)
    print(f"encoder: {encoder.identity}")
    for name, value in figures.items():
        print(f"{name:24}{value:8.4f}{_verdict(name, value)}")
    return int(any(figures[name] < bar for name, bar in BARS.items()))


def _verdict(name: str, value: float) -> str:
    if name not in BARS:
        return ""
    return f"  (bar {BARS[name]}: {'passed' if value >= BARS[name] else 'MISSED'})"


if __name__ == "__main__":
    sys.exit(main())
