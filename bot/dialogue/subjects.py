"""Which subject a question is about, and which cell answers it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Cell, Content
from bot.dialogue.state import State


def subject_for(intent: str, named: Sequence[str], state: State, content: Content) -> str:
    """The subject of a question: one that it names, else one spoken of lately, else the root.

    An intent says which kinds of subject it takes, the likeliest kind first;
    of several names the first of the likeliest kind counts. An intent that is
    answered alike for all subjects leaves the one spoken of as it is.
    """
    takes = content.intents[intent].takes
    kinds = {name: content.subjects[name].kind for name in (*named, *state.about)}
    if content.group_cell(intent) or not takes:
        talked_of = (name for name in (*named, *state.about) if content.carries(name))
        return next(talked_of, content.root)
    by_kind = [name for kind in takes for name in named if kinds[name] == kind]
    by_time = [name for name in state.about if kinds[name] in takes]
    answered = (name for name in (*by_kind, *by_time) if content.nearest_cell(intent, name))
    return next(answered, content.root)


def cell_for(intent: str, subject: str, content: Content) -> Cell | None:
    """The cell of a subject, of its nearest ancestor, of the root, or of the intent's group."""
    return (
        content.nearest_cell(intent, subject)
        or content.nearest_cell(intent, content.root)
        or content.group_cell(intent)
    )
