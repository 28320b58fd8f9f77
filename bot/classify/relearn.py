"""Learning from lines that are nearly those that the voters were chosen among.

The votes of the voters are adjusted to what the content has more or less than when they were
chosen. So the result does not depend on the way that led to a state of the content. A line that
is new votes; one that is gone does not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from bot.classify import context, grow, train
from bot.classify.adjust import adjust
from bot.classify.classifier import Classifier, Example, Kernel
from bot.classify.context import ContextClassifier, FollowUp
from bot.classify.encoder import Encoder, FloatArray
from bot.classify.features import TextFeatures
from bot.classify.lines import rounded
from bot.classify.voters import Voters

_MOST_CHANGED = 0.1
"""Share of the lines that may be new or gone; beyond, the voters are chosen anew."""
_FEWEST = 50
"""Lines of an intent from which on those that do not vote can be left out."""

LineT = TypeVar("LineT", Example, FollowUp)


@dataclass(frozen=True)
class Change(Generic[LineT]):
    """How the lines of a content differ from those that the voters were chosen among."""

    stay: tuple[LineT, ...]
    gone: tuple[LineT, ...]
    new: tuple[LineT, ...]
    order: grow.Index
    """Places among the voters of those that stay, then of those that are gone."""
    small: bool
    """Whether adjusting is good enough."""

    @classmethod
    def of(
        cls,
        voting: Sequence[LineT],
        made: NDArray[np.bool_],
        lines: Sequence[LineT],
        intents: Collection[str],
        voters: Voters,
    ) -> Change[LineT]:
        """The change from the voters to the lines and intents of a content."""
        there = set(lines)
        stays = np.array(
            [
                each in there or (bool(was_made) and intents_of(each) <= set(intents))
                for each, was_made in zip(voting, made, strict=True)
            ],
            bool,
        )
        known = voters.knew(lines)
        order = np.concatenate([np.flatnonzero(stays), np.flatnonzero(~stays)])
        return cls(
            stay=tuple(each for each, stay in zip(voting, stays, strict=True) if stay),
            gone=tuple(each for each, stay in zip(voting, stays, strict=True) if not stay),
            new=tuple(each for each, was in zip(lines, known, strict=True) if not was),
            order=order,
            small=int((~known).sum() + (~stays).sum()) <= _MOST_CHANGED * max(len(lines), 1),
        )

    @property
    def all(self) -> tuple[LineT, ...]:
        """Those that stay, those that are gone and those that are new."""
        return self.stay + self.gone + self.new

    def parts(self) -> tuple[grow.Index, grow.Index, grow.Index]:
        """The places in `all` of the three."""
        ends = np.cumsum([len(self.stay), len(self.gone), len(self.new)])
        return tuple(np.split(np.arange(ends[-1]), ends[:2]))  # type: ignore[return-value]

    def vectors(self, own: FloatArray, encoder: Encoder) -> FloatArray:
        """Vectors of `all`, in whole numbers."""
        whole, factors = rounded(encoder.encode([each.text for each in self.new]))
        return np.concatenate([own[self.order], whole * factors])

    def adjusted(self, lines: grow.Lines, votes: FloatArray) -> FloatArray:
        """Votes of those that stay and of those that are new."""
        stay, gone, new = self.parts()
        return adjust(lines, stay, votes[self.order], gone, new)


def intents_of(line: Example | FollowUp) -> set[str]:
    """The intents that a line is about."""
    return {line.label, line.before} if isinstance(line, FollowUp) else {line.label}


def message_change(
    voters: Voters | None, lines: Sequence[Example], intents: Collection[str]
) -> Change[Example] | None:
    """The change of the messages, if the voters can be adjusted to it."""
    if voters is None:
        return None
    change = Change.of(voters.messages, voters.message_made, lines, intents, voters)
    return change if change.small else None


def follow_up_change(
    voters: Voters | None, lines: Sequence[FollowUp], intents: Collection[str]
) -> Change[FollowUp] | None:
    """The change of the follow-ups, if the voters can be adjusted to it."""
    if voters is None:
        return None
    change = Change.of(voters.follow_ups, voters.follow_up_made, lines, intents, voters)
    return change if change.small else None


def worth_learning(
    voters: Voters, voting: Sequence[LineT], lines: Sequence[LineT]
) -> tuple[LineT, ...]:
    """The lines to choose voters among, where the change is too large to adjust the old ones.

    A line that was looked at when the old ones were chosen, and did not vote, has nothing to add:
    most lines of another disease are those that all share.
    """
    voted = set(voting)
    counts = [
        each in voted or not knew for each, knew in zip(lines, voters.knew(lines), strict=True)
    ]
    number = Counter(each.label for each, counted in zip(lines, counts, strict=True) if counted)
    return tuple(
        each
        for each, counted in zip(lines, counts, strict=True)
        if counted or number[each.label] < _FEWEST
    )


def relearn(
    voters: Voters, change: Change[Example], vectors: Encoder, encoder: Encoder
) -> Classifier:
    """The classifier of changed lines.

    Args:
        vectors: encodes the new lines; may know some.
        encoder: goes into the classifier.
    """
    form = _form(voters, change.all)
    lines = form.messages(change.all, change.vectors(voters.message_vectors, vectors))
    before = _form(voters, voters.messages)
    votes = _spread(voters.message_votes, before.labels, form.labels)
    votes = change.adjusted(lines, votes)
    kept = np.concatenate(change.parts()[::2])
    current = _form(voters, (*change.stay, *change.new))
    votes = _spread(votes, form.labels, current.labels)
    return current.classifier(lines, kept, votes, voters.sharpness, encoder)


def relearn_context(
    voters: Voters, change: Change[FollowUp], vectors: Encoder
) -> ContextClassifier:
    """The same for follow-ups."""
    form = context.Form.of(change.all)
    lines = form.lines(change.all, change.vectors(voters.follow_up_vectors, vectors))
    before = context.Form.of(voters.follow_ups)
    votes = _spread(voters.follow_up_votes, before.labels, form.labels)
    votes = change.adjusted(lines, votes)
    current = context.Form.of((*change.stay, *change.new))
    found = form.classifier(lines, np.concatenate(change.parts()[::2]), votes)
    return replace(found, labels=current.labels, votes=_spread(votes, form.labels, current.labels))


def _form(voters: Voters, lines: Sequence[Example]) -> train.Form:
    """The form of the voters, with the labels of some lines and with flags that are new in them.

    A flag that no voter has takes nothing from what the voters say: votes are of lines.
    """
    labels = tuple(sorted({each.label for each in lines}))
    flags = {*voters.flags}.union(*(each.flags for each in lines))
    return train.Form(labels, tuple(sorted(flags)), Kernel(), TextFeatures(voters.idf))


def _spread(votes: FloatArray, old: Sequence[str], new: Sequence[str]) -> FloatArray:
    """Columns of some labels as columns of others; zeros for a label that is new."""
    found = np.zeros((len(votes), len(new)), np.float32)
    for column, label in enumerate(new):
        if label in old:
            found[:, column] = votes[:, old.index(label)]
    return found
