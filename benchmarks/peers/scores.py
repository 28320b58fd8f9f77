"""How well intents are recognised, measured alike for both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.evaluation.lines import Line


@dataclass(frozen=True)
class Scores:
    """Shares between 0 and 1."""

    accuracy: float
    macro_f1: float
    false_accepts: float
    """Lines outside the topic that are taken for a question on it."""
    missed_alarms: float
    """Lines that a guardrail is for, taken for something else."""


def scores(lines: Sequence[Line], found: Sequence[str], groups: Mapping[str, str]) -> Scores:
    """Scores of the intents found.

    Args:
        found: an intent for each line.
        groups: group of each intent; one that is not in it counts as not understood.
    """
    pairs = list(zip(lines, found, strict=True))
    right = sum(line.intent == intent for line, intent in pairs)
    outside = [groups.get(intent) for line, intent in pairs if line.group == "outside"]
    safety = [groups.get(intent) for line, intent in pairs if line.group == "safety"]
    return Scores(
        accuracy=right / len(pairs),
        macro_f1=_macro_f1([line.intent for line in lines], found),
        false_accepts=sum(group == "aspects" for group in outside) / len(outside),
        missed_alarms=sum(group != "safety" for group in safety) / len(safety),
    )


def _macro_f1(wanted: Sequence[str], found: Sequence[str]) -> float:
    """Mean over the intents that the lines have."""
    right = Counter(a for a, b in zip(wanted, found, strict=True) if a == b)
    wants, finds = Counter(wanted), Counter(found)
    return sum(2 * right[each] / (wants[each] + finds[each]) for each in wants) / len(wants)
