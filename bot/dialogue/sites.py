"""A place in the body that a question names: "is the lung a usual place?"."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import ShowCell
from bot.dialogue.show import in_guide
from bot.dialogue.state import State
from bot.dialogue.target import BODY
from bot.dialogue.weights import ASKED_ALONE
from bot.language.negation import Negation
from bot.language.terms import Hit, TermIndex
from bot.understand.reading import Segment, View

WORD = "term_meaning"
"""Intent that asks for the meaning of a word."""
_FEW = 3
"""Words beside a place up to which it is only named."""
QUESTIONS = ("aspects", "refusals")
"""Groups of intents that ask something of the pages."""


class Sites:
    """Finds the site of the figure of the body that a question is about."""

    def __init__(self, content: Content, cues: CueBook) -> None:
        self._content = content
        self._cues = cues
        sites = content.body.sites.items()
        self._of = {term: site for site, each in sites for term in each.words}
        self._index = TermIndex(self._of)
        self._negation = Negation(content.negation)

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

    def is_asked(self, intent: str, segment: Segment) -> bool:
        """'Is it possible in the lung? I thought only pancreas': whether a place is asked about.

        Of a kind of tumor that the question names itself something else is asked.
        """
        return (
            intent == self._content.body.intent
            and not segment.view.named
            and any(map(self.names_one, segment.around))
            and (self.names_one(segment.view) or not segment.elsewhere)
        )

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
        return self._unexplained(sites[0])

    def of_place(self, best: str, segment: Segment, state: State) -> ShowCell | None:
        """What a place is, or what the pages say of it where it puts right what was understood.

        Args:
            best: the likeliest intent.
        """
        found = self.defined(segment.view)
        beside = [each for each in segment.around if each.words != segment.view.words]
        words = state.cell.partition("/")[2] == WORD or any(map(self._cues.defines, beside))
        found = found or (self._as_word(segment) if words else None)
        if found or state.last is None or in_guide(state):
            return found
        alone, places = segment.ranking[0], self._content.body.intent
        # "It is in the bowel, not the pancreas. How is it treated?" asks of something else.
        asks = self._asks(alone.intent) and alone.probability >= ASKED_ALONE
        new = self._asks(best) and best != state.last.name and not segment.view.set_aside
        if places in (alone.intent, best) or not (asks or new):
            return self._put_right(segment)
        return None

    def _asks(self, intent: str) -> bool:
        return self._content.intents[intent].group in QUESTIONS

    def _put_right(self, segment: Segment) -> ShowCell | None:
        """'Not the pancreas! It is in her bowel.': what the pages say of the place, and no more."""
        if not (segment.rejected or any(each.set_aside for each in segment.around)):
            return None
        # "So it was there for years? It's in the lung, not the pancreas": that asks something.
        if segment.view.asks and not (segment.view.set_aside or self._named(segment.view)):
            return None
        sites = list(dict.fromkeys(site for each in segment.around for site in self._named(each)))
        if len(sites) != 1 or any(map(self._denies, segment.around)):
            return None
        cell = self._content.cells[BODY, sites[0]]
        return ShowCell(cell, self._content.body.intent, self._content.root, note="place_put_right")

    def _denies(self, view: View) -> bool:
        """'It is not in the lung either': whether a site is named only to be left out."""
        hits = self._hits(view)
        return any(self._negation.negates(view.words, hit.start) for hit in hits)

    def _as_word(self, segment: Segment) -> ShowCell | None:
        """'And the digestive tract?' where words are explained: the pages do not explain it."""
        places = {i for hit in self._hits(segment.view) for i in range(hit.start, hit.end)}
        rest = [word for i, word in enumerate(segment.view.words) if i not in places]
        sites = self._named(segment.view)
        if (
            len(rest) > _FEW
            or len(sites) != 1
            or self._cues.without(rest, "small", "asks", "pick_fillers")
        ):
            return None
        return self._unexplained(sites[0])

    def _unexplained(self, site: str) -> ShowCell:
        cell = self._content.cells[BODY, site]
        return ShowCell(cell, self._content.body.intent, self._content.root, note="no_meaning")

    def _named(self, view: View) -> list[str]:
        """Sites named by words that are no part of a subject's name: "carcinoid of the lung"."""
        return list(dict.fromkeys(self._of[hit.term] for hit in self._hits(view)))

    def _hits(self, view: View) -> list[Hit]:
        taken = {i for each in view.mentions for i in range(each.start, each.end)}
        return [hit for hit in self._index.hits(view.words) if hit.start not in taken]
