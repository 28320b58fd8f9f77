"""Trains the two classifiers: from the voters where they fit, else from all lines anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bot.classify import relearn, voters
from bot.classify.classifier import Example
from bot.classify.context import FollowUp, train_context
from bot.classify.encoder import Encoder
from bot.classify.train import train
from bot.classify.voters import Voters
from bot.content.library import Content
from bot.understand import cache
from bot.understand.examples import examples, follow_ups
from bot.understand.seen import Seer
from bot.understand.vectors import Vectors

Progress = Callable[[float], None]
_ENCODED = 0.7
"""Share of training for follow-ups that encoding them takes."""


@dataclass(frozen=True)
class Lines:
    """What there is to learn from."""

    content: Content
    seer: Seer

    def messages(self, *, made: bool) -> tuple[Example, ...]:
        """Utterances; with what is made of them, or without."""
        return examples(self.content, self.seer, made=made)

    def follow_ups(self, *, made: bool) -> tuple[FollowUp, ...]:
        """Follow-ups; with what is made of utterances, or without."""
        return follow_ups(self.content, self.seer, made=made)


class Learning:
    """What training needs, loaded when something has to be trained.

    Args:
        encoder: sentence encoder.
        content: folder of the content, whose vectors are kept apart from those of others.
        folder: of the cache.
    """

    def __init__(self, encoder: Encoder, content: Path, folder: Path | None) -> None:
        self._encoder = encoder
        self._content = content
        self._folder = folder

    def key(self, what: str, digest: str) -> str:
        """The name in the cache of what was learnt, from what `digests` has of it."""
        return cache.key(what, digest, self._encoder.identity, self._voters_identity)

    def likely_anew(self, content: Content) -> bool:
        """Whether training from all lines is likely, before any line is looked at."""
        if self._voters is None:
            return True
        known = {each.label for each in self._voters.messages}
        return len(known & content.intents.keys()) < len(known) / 2

    def digests(self, lines: Lines) -> dict[str, str]:
        """SHA-256 of what each classifier learns from."""
        intents = lines.content.intents.keys()
        messages, after = lines.messages(made=False), lines.follow_ups(made=False)
        if relearn.message_change(self._voters, messages, intents) is None:
            messages = lines.messages(made=True)
        if relearn.follow_up_change(self._voters, after, intents) is None:
            after = lines.follow_ups(made=True)
        return {"messages": _digest(intents, messages), "context": _digest(intents, after)}

    def messages(self, lines: Lines, tell: Progress) -> dict[str, Any]:
        """The classifier of single messages, as arrays."""
        own, intents = lines.messages(made=False), lines.content.intents.keys()
        change = relearn.message_change(self._voters, own, intents)
        if change is None or self._voters is None:
            everything = lines.messages(made=True)
            if self._voters:
                everything = relearn.worth_learning(self._voters, self._voters.messages, everything)
            return train(
                everything,
                self._encoder,
                vectors=self._vectors,
                progress=tell,
                sharpness=self._voters.sharpness if self._voters else None,
            ).to_arrays()
        found = relearn.relearn(self._voters, change, self._vectors, self._encoder)
        tell(1.0)
        return found.to_arrays()

    def context(self, lines: Lines, tell: Progress) -> dict[str, Any]:
        """The classifier of follow-ups, as arrays."""
        own, intents = lines.follow_ups(made=False), lines.content.intents.keys()
        change = relearn.follow_up_change(self._voters, own, intents)
        if change is None or self._voters is None:
            everything = lines.follow_ups(made=True)
            if self._voters:
                everything = relearn.worth_learning(
                    self._voters, self._voters.follow_ups, everything
                )
            vectors = self._vectors.encode([each.text for each in everything])
            tell(_ENCODED)
            rest = _part(tell, _ENCODED)
            return train_context(everything, vectors, progress=rest).to_arrays()
        found = relearn.relearn_context(self._voters, change, self._vectors)
        tell(1.0)
        return found.to_arrays()

    def save(self) -> None:
        """Keep the vectors of the lines, if anything was learnt."""
        if "_vectors" in self.__dict__:
            self._vectors.save()

    @cached_property
    def _voters_identity(self) -> str:
        return voters.identity()

    @cached_property
    def _voters(self) -> Voters | None:
        """The voters, if they are of this encoder."""
        found = voters.load()
        return found if found and found.encoder == self._encoder.identity else None

    @cached_property
    def _vectors(self) -> Vectors:
        name = cache.name_of("vectors", self._encoder.identity, str(self._content.resolve()))
        return Vectors(self._encoder, self._voters, cache.place(name, self._folder))


def _part(tell: Progress, start: float) -> Progress:
    return lambda done: tell(start + (1 - start) * done)


def _digest(intents: Iterable[str], lines: Sequence[Example | FollowUp]) -> str:
    total = hashlib.sha256(repr(sorted(intents)).encode())
    for each in lines:
        total.update(repr(each).encode())
    return total.hexdigest()
