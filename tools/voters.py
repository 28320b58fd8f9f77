"""Chooses the lines that vote, from all lines of the content, and writes them with their vectors.

    python -m tools.voters

To be run when the content has changed much, or before a release. Without it nothing breaks:
what is new is learnt at the next start, from the voters that are there. Takes some minutes; the
vectors of lines are kept in the cache, so a second run takes less.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from bot.classify import OnnxEncoder, context, grow, train, voters
from bot.classify.classifier import Example
from bot.classify.context import FollowUp
from bot.classify.voters import Voters
from bot.understand import cache
from bot.understand.examples import examples, follow_ups
from bot.understand.vectors import Vectors
from tools import seen


def choose(folder: Path) -> Voters:
    """The voters of a content folder."""
    encoder = OnnxEncoder.load()
    content, seer = seen.read(folder, encoder)
    own = (*examples(content, seer, made=False), *follow_ups(content, seer, made=False))
    messages, after = examples(content, seer, made=True), follow_ups(content, seer, made=True)
    # Not from the voters that are there: an encoder of another machine may have made them.
    name = cache.name_of("vectors", encoder.identity, str(folder.resolve()), "all")
    vectors = Vectors(encoder, None, cache.place(name))
    chosen = train.learn(messages, vectors)
    said_after = context.learn_context(after, vectors.encode([each.text for each in after]))
    vectors.save()
    by_message = _sorted([messages[at] for at in chosen.kept])
    by_line = _sorted([after[at] for at in said_after.kept])
    return Voters(
        encoder=encoder.identity,
        messages=tuple(messages[at] for at in chosen.kept[by_message]),
        message_vectors=chosen.lines.vectors[chosen.kept[by_message]],
        message_made=_made([messages[at] for at in chosen.kept[by_message]], own),
        message_votes=grow.fitted(chosen.lines, chosen.kept)[by_message],
        follow_ups=tuple(after[at] for at in said_after.kept[by_line]),
        follow_up_vectors=said_after.lines.vectors[said_after.kept[by_line]],
        follow_up_made=_made([after[at] for at in said_after.kept[by_line]], own),
        follow_up_votes=grow.fitted(said_after.lines, said_after.kept)[by_line],
        flags=chosen.form.flags,
        idf=chosen.form.text.idf,
        sharpness=chosen.sharpness,
        seen=np.unique(voters.marks(own)),
    )


def _made(lines: Sequence[Example | FollowUp], own: Collection[Example | FollowUp]) -> Any:
    there = set(own)
    return np.array([each not in there for each in lines], bool)


def _sorted(lines: Sequence[Example | FollowUp]) -> list[int]:
    """Places in order of the lines, so that the file changes little where the choice does."""
    return sorted(range(len(lines)), key=lambda at: (lines[at].label, repr(lines[at])))


def main() -> None:
    """Write the voters."""
    parser = argparse.ArgumentParser(description="Choose the lines that vote.")
    parser.add_argument("--content", type=Path, default=seen.CONTENT)
    parser.add_argument("--to", type=Path, default=voters.PATH)
    given = parser.parse_args()
    found = choose(given.content)
    found.save(given.to)
    size = given.to.stat().st_size / 1e6
    print(f"{len(found.messages)} messages and {len(found.follow_ups)} follow-ups, {size:.1f} MB")


if __name__ == "__main__":
    main()
