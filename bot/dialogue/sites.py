"""A place in the body that a question names: "is the lung a usual place?"."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.decision import ShowCell
from bot.dialogue.target import BODY
from bot.language.terms import TermIndex
from bot.understand.reading import Segment, View


class Sites:
    """Finds the site of the figure of the body that a question is about."""

    def __init__(self, content: Content) -> None:
        self._content = content
        sites = content.body.sites.items()
        self._of = {term: site for site, each in sites for term in each.words}
        self._index = TermIndex(self._of)

    def answer(self, intent: str, subject: str, segment: Segment) -> ShowCell | None:
        """What the pages say of the one site named, to a question where tumors grow.

        Args:
            subject: what the question is about. What is said of a site is said of the root.
        """
        if intent != self._content.body.intent or subject != self._content.root:
            return None
        # "Hers is in the lung. Is that a usual place?"
        elsewhere = dict.fromkeys(site for each in segment.around for site in self._named(each))
        sites = self._named(segment.view) or list(elsewhere)
        if len(sites) != 1:
            return None
        cell = self._content.cells.get((BODY, sites[0]))
        return ShowCell(cell, intent, subject) if cell else None

    def _named(self, view: View) -> list[str]:
        """Sites named by words that are no part of a subject's name: "carcinoid of the lung"."""
        taken = {i for each in view.mentions for i in range(each.start, each.end)}
        hits = (hit for hit in self._index.hits(view.words) if hit.start not in taken)
        return list(dict.fromkeys(self._of[hit.term] for hit in hits))
