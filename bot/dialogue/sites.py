"""A place in the body that a question names: "is the lung a usual place?"."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import ShowCell
from bot.dialogue.target import BODY
from bot.language.terms import Hit, TermIndex
from bot.understand.reading import Segment, View


class Sites:
    """Finds the site of the figure of the body that a question is about."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues
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

    def names_one(self, view: View) -> bool:
        """Whether a question itself names one site, and not the story around it."""
        return len(self._named(view)) == 1

    def defined(self, view: View) -> ShowCell | None:
        """'What is the digestive tract?': the pages name a site and do not explain it."""
        hits = self._hits(view)
        places = {i for hit in hits for i in range(hit.start, hit.end)}
        sites = self._named(view)
        if len(sites) != 1 or view.mentions or not self._cues.defines(view, places):
            return None
        cell = self._content.cells[BODY, sites[0]]
        return ShowCell(cell, self._content.body.intent, self._content.root, note="no_meaning")

    def _named(self, view: View) -> list[str]:
        """Sites named by words that are no part of a subject's name: "carcinoid of the lung"."""
        return list(dict.fromkeys(self._of[hit.term] for hit in self._hits(view)))

    def _hits(self, view: View) -> list[Hit]:
        taken = {i for each in view.mentions for i in range(each.start, each.end)}
        return [hit for hit in self._index.hits(view.words) if hit.start not in taken]
