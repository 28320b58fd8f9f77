"""Scores of a run: by group, intent and subject, confusions, calibration, rejection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from bot.evaluation.runs import Record

DRAWS = 4000
BINS = 10
STEPS = tuple(round(0.05 * step, 2) for step in range(20))
"""Thresholds of the rejection curve."""


@dataclass(frozen=True)
class Share:
    """How many of some lines are right."""

    name: str
    right: int
    lines: int
    low: float = 0.0
    """95% interval of the share, from …"""
    high: float = 1.0
    """… to."""

    @property
    def value(self) -> float:
        """The share, 0 to 1."""
        return self.right / self.lines if self.lines else 0.0


@dataclass(frozen=True)
class IntentScore:
    """How well one intent is recognized."""

    intent: str
    lines: int
    precision: float
    """Of the lines taken for it, the share that means it, 0 to 1."""
    recall: float
    """Of the lines that mean it, the share taken for it, 0 to 1."""
    instead: str
    """What its lines are most often taken for instead; empty when nothing."""

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0 to 1."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True)
class Confusion:
    """Lines of one intent that are taken for another."""

    intent: str
    taken: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Bin:
    """Lines whose first guess is about equally probable."""

    lines: int
    confidence: float
    """Mean probability, 0 to 1."""
    right: float
    """Share of guesses that are right, 0 to 1."""


@dataclass(frozen=True)
class Cut:
    """What is left when less confident guesses are rejected."""

    threshold: float
    kept: float
    """Share of the lines on the content that are kept, 0 to 1."""
    right: float
    """Share of these whose guess is right, 0 to 1."""
    let_in: float
    """Share of the lines on other things that are kept and taken for an aspect, 0 to 1."""


def shares(records: Sequence[Record], by: Callable[[Record], str], seed: int) -> tuple[Share, ...]:
    """The share that is right of each class of records, with its interval.

    Args:
        by: the class of a record; records of the class "" are left out.
        seed: of the intervals, which are drawn.
    """
    classes: dict[str, list[bool]] = defaultdict(list)
    for each in records:
        classes[by(each)].append(each.right)
    classes.pop("", None)
    random = np.random.default_rng(seed)
    found = []
    for name, marks in sorted(classes.items()):
        # Of few lines little is known: Jeffreys' interval, which is never empty.
        draws = random.beta(sum(marks) + 0.5, len(marks) - sum(marks) + 0.5, DRAWS)
        low, high = np.quantile(draws, (0.025, 0.975))
        found.append(Share(name, sum(marks), len(marks), float(low), float(high)))
    return tuple(found)


def intents(records: Sequence[Record]) -> tuple[IntentScore, ...]:
    """A score for each intent that some line means, by name."""
    meant = Counter(each.intent for each in records)
    taken = Counter(each.taken for each in records)
    right = Counter(each.intent for each in records if each.taken == each.intent)
    wrong: dict[str, Counter[str]] = defaultdict(Counter)
    for each in records:
        if each.taken != each.intent:
            wrong[each.intent][each.taken] += 1
    return tuple(
        IntentScore(
            intent=name,
            lines=count,
            precision=right[name] / taken[name] if taken[name] else 0.0,
            recall=right[name] / count,
            instead=min(wrong[name], key=lambda each: (-wrong[name][each], each), default=""),
        )
        for name, count in sorted(meant.items())
    )


def confusions(records: Sequence[Record]) -> tuple[Confusion, ...]:
    """Pairs of intents that are taken for each other with their lines, most first."""
    pairs: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in records:
        if each.taken != each.intent and not each.right:
            pairs[each.intent, each.taken].append(each.text)
    found = [Confusion(*pair, tuple(texts)) for pair, texts in pairs.items()]
    return tuple(sorted(found, key=lambda each: (-len(each.texts), each.intent, each.taken)))


def calibration(records: Sequence[Record]) -> tuple[Bin, ...]:
    """How often the classifier's first guess is right, by its probability."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for each in records:
        if each.confidence is not None:
            place = min(int(each.confidence * BINS), BINS - 1)
            bins[place].append((each.confidence, each.guess == each.intent))
    return tuple(
        Bin(
            lines=len(each),
            confidence=sum(confidence for confidence, _ in each) / len(each),
            right=sum(right for _, right in each) / len(each),
        )
        for each in bins
        if each
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: mean distance of confidence and share, 0 to 1."""
    total = sum(each.lines for each in bins)
    return sum(each.lines * abs(each.confidence - each.right) for each in bins) / max(total, 1)


def rejection(records: Sequence[Record]) -> tuple[Cut, ...]:
    """What rejecting unsure guesses keeps, and what it still lets in."""
    guessed = [each for each in records if each.confidence is not None]
    inside = [each for each in guessed if each.group != "outside"]
    outside = [each for each in guessed if each.group == "outside"]
    aspects = {each.intent for each in records if each.group == "aspects"}
    found = []
    for step in STEPS:
        kept = [each for each in inside if (each.confidence or 0) >= step]
        let_in = [e for e in outside if (e.confidence or 0) >= step and e.guess in aspects]
        right = sum(each.guess == each.intent for each in kept)
        found.append(
            Cut(
                threshold=step,
                kept=len(kept) / max(len(inside), 1),
                right=right / max(len(kept), 1),
                let_in=len(let_in) / max(len(outside), 1),
            )
        )
    return tuple(found)
