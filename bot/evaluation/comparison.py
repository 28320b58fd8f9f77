"""What became better, worse or only different since a saved run."""

from __future__ import annotations

from dataclasses import dataclass

from bot.evaluation.runs import Record, Run


@dataclass(frozen=True)
class Change:
    """A line before and now."""

    before: Record
    now: Record

    def __str__(self) -> str:
        was, is_ = _meaning(self.before), _meaning(self.now)
        return f"{self.now.intent}: {self.now.text}  ({was} -> {is_})"


@dataclass(frozen=True)
class Comparison:
    """Two runs side by side."""

    better: tuple[Change, ...]
    worse: tuple[Change, ...]
    changed: tuple[Change, ...]
    """Neither, but taken for another intent or subject, or answered in another kind."""
    added: int
    """Lines that only the later run has."""
    gone: int
    """Lines that only the earlier run has."""


def compare(before: Run, now: Run) -> Comparison:
    """The lines that both runs have, compared."""
    old = {(each.place, each.text): each for each in before.records}
    new = {(each.place, each.text): each for each in now.records}
    pairs = [Change(old[key], new[key]) for key in new if key in old]
    return Comparison(
        better=tuple(e for e in pairs if e.now.right and not e.before.right),
        worse=tuple(e for e in pairs if e.before.right and not e.now.right),
        changed=tuple(
            e
            for e in pairs
            if e.now.right == e.before.right and _meaning(e.now) != _meaning(e.before)
        ),
        added=len(new.keys() - old.keys()),
        gone=len(old.keys() - new.keys()),
    )


def _meaning(record: Record) -> str:
    """What a line was taken for, and how it was answered."""
    taken = f"{record.taken}/{record.about}" if record.about else record.taken
    return f"{record.kind} {taken}"
