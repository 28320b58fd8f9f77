"""Prints how well encoders do on the held-out lines of the content.

    python -m tools.encoder.judge [FOLDER...]

Each FOLDER holds an encoder (default: bot/encoder). Only the classifier is judged, on one
line at a time; `python -m benchmarks.held_out` judges the whole bot.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.held_out.lines import held_out_lines
from bot.classify import Classifier, Example, OnnxEncoder
from bot.classify.artefact import FOLDER
from bot.classify.encoder import FloatArray
from bot.classify.train import train
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.understand import lexicon
from bot.understand.examples import examples, read
from bot.understand.view import Viewer
from tools.encoder.finetune import ROOT

ANSWERED = "aspects"
NOT_ANSWERED = ("refusals", "outside")
KEPT = 0.95
"""Share of the answerable lines that the threshold lets through."""
BINS = np.linspace(0, 1, 11)


def load_content(folder: Path) -> tuple[Content, Viewer]:
    """The content, and what looks at lines as the bot does."""
    raw = files.read_folder(folder)
    content = load.build(Sources.parse(raw), files.digest(raw))
    return content, Viewer(content, lexicon.build(content, OnnxEncoder.load().words))


def held_out(content: Content, viewer: Viewer) -> list[Example]:
    """The held-out lines of every intent, as the bot sees them."""
    found = []
    for line in held_out_lines():
        view = read(line.text, viewer) if line.intent in content.intents else None
        if view:
            found.append(Example(view.masked, line.intent, view.flags))
    return found


def figures(classifier: Classifier, lines: Sequence[Example], content: Content) -> dict[str, float]:
    """Accuracy, calibration and separation, each 0 to 1 except the log loss."""
    rows = classifier.predict([line.text for line in lines], [line.flags for line in lines])
    own = np.array([classifier.labels.index(line.label) for line in lines])
    right = rows.argmax(axis=1) == own
    ranks = (rows > rows[np.arange(len(own)), own][:, None]).sum(axis=1)
    groups = np.array([content.intents[label].group for label in classifier.labels])
    return {
        "accuracy": float(right.mean()),
        "right among the first three": float((ranks < 3).mean()),
        "accuracy on safety lines": float(right[groups[own] == "safety"].mean()),
        "log loss": float(-np.log(rows[np.arange(len(own)), own]).mean()),
        "calibration error": calibration_error(rows.max(axis=1), right),
        "wrongly like answerable": wrongly_like_answerable(rows, own, groups),
    }


def calibration_error(sure: FloatArray, right: FloatArray) -> float:
    """Mean distance between how sure and how often right, over ten bins of sureness."""
    bins = np.digitize(sure, BINS)
    parts = [bins == each for each in np.unique(bins)]
    return float(sum(abs(right[part].mean() - sure[part].mean()) * part.mean() for part in parts))


def wrongly_like_answerable(rows: FloatArray, own: FloatArray, groups: FloatArray) -> float:
    """Share of lines without an answer above the threshold that keeps KEPT of the others."""
    answerable = rows[:, groups == ANSWERED].sum(axis=1)
    threshold = np.quantile(answerable[groups[own] == ANSWERED], 1 - KEPT)
    return float((answerable[np.isin(groups[own], NOT_ANSWERED)] >= threshold).mean())


def main() -> None:
    """Train with each encoder and print its figures."""
    parser = argparse.ArgumentParser(description="Judge encoders on the held-out lines.")
    parser.add_argument("folders", type=Path, nargs="*", default=[FOLDER])
    content, viewer = load_content(ROOT)
    lines, training = held_out(content, viewer), examples(content, viewer)
    print(f"{len(content.intents)} intents, {len(training)} lines, {len(lines)} held out")
    for folder in parser.parse_args().folders:
        encoder = OnnxEncoder.load(folder)
        print(encoder.identity)
        for name, value in figures(train(training, encoder), lines, content).items():
            print(f"  {name:30}{value:.4f}")


if __name__ == "__main__":
    main()
