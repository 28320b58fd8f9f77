"""Which subject a question is about, and which cell answers it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Cell, Content
from bot.dialogue.state import State


def subject_for(intent: str, named: Sequence[str], state: State, content: Content) -> str:
    """The subject of a question: one that it names, else one spoken of lately, else the root.

    An intent says which kinds of subject it takes, the likeliest kind first;
    of several names the first of the likeliest kind counts.
    """
    takes = content.intents[intent].takes
    for candidates in (named, state.about):
        for kind in takes:
            fitting = [each for each in candidates if content.subjects[each].kind == kind]
            answered = [each for each in fitting if content.nearest_cell(intent, each)]
            if answered:
                return answered[0]
    return content.root


def cell_for(intent: str, subject: str, content: Content) -> Cell | None:
    """The cell of a subject, of its nearest ancestor, of the root, or of the intent's group."""
    return (
        content.nearest_cell(intent, subject)
        or content.nearest_cell(intent, content.root)
        or content.group_cell(intent)
    )
