"""The report of a run: everything that the terminal, JSON and the page show."""

from __future__ import annotations

from dataclasses import dataclass

from bot.evaluation import danger, scores
from bot.evaluation.comparison import Comparison, compare
from bot.evaluation.danger import Point
from bot.evaluation.runs import Run
from bot.evaluation.scores import Bin, Confusion, Cut, IntentScore, Share

_STEPS = tuple(step / 50 for step in range(50))
"""Thresholds of the safety curve."""


@dataclass(frozen=True)
class Report:
    """Scores of a run, and what changed since another one."""

    run: Run
    groups: tuple[Share, ...]
    talks: tuple[Share, ...]
    """First turns and later ones of conversations."""
    subjects: tuple[Share, ...]
    """Turns of conversations by the subject that they are about."""
    intents: tuple[IntentScore, ...]
    confusions: tuple[Confusion, ...]
    bins: tuple[Bin, ...]
    error: float
    """Expected calibration error, 0 to 1."""
    cuts: tuple[Cut, ...]
    safety: dict[str, tuple[Point, ...]]
    """The safety curve of each file of lines by strangers."""
    comparison: Comparison | None


def make(run: Run, before: Run | None, seed: int) -> Report:
    """The report of a run.

    Args:
        before: a saved run to compare with.
        seed: of the intervals.
    """
    alone = [each for each in run.records if each.said == "alone"]
    talked = [each for each in run.records if each.said != "alone"]
    bins = scores.calibration(alone)
    return Report(
        run=run,
        groups=scores.shares(alone, lambda each: each.group, seed),
        talks=scores.shares(
            talked, lambda each: "first" if each.place.endswith("/1") else "later", seed
        ),
        subjects=scores.shares(talked, lambda each: each.subject, seed),
        intents=scores.intents(alone),
        confusions=scores.confusions([each for each in run.records if each.intent]),
        bins=bins,
        error=scores.calibration_error(bins),
        cuts=scores.rejection(alone),
        safety={
            name: tuple(danger.point(lines, step) for step in _STEPS)
            for name, lines in run.danger.items()
        },
        comparison=compare(before, run) if before else None,
    )
