"""The answer about one subject: whole, the part of it that is asked for, or what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from bot.content.library import Content
from bot.dialogue.again import Again
from bot.dialogue.cues import CueBook
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.manner import unless_said
from bot.dialogue.parts import ASPECTS, Parts
from bot.dialogue.sites import WORD, Sites
from bot.dialogue.state import State
from bot.dialogue.subjects import cell_for
from bot.understand.reading import Segment


class Single:
    """Finds the cell of an intent and a subject, and what of it is to be shown."""

    def __init__(
        self, content: Content, cues: CueBook, parts: Parts, sites: Sites, again: Again
    ) -> None:
        self._content = content
        self._cues = cues
        self._parts = parts
        self._sites = sites
        self._again = again

    def one(
        self, intent: str, subjects: Sequence[str], segment: Segment, state: State
    ) -> Decision | None:
        """The answer about one subject, or the part of it that is asked for."""
        subject = subjects[0] if subjects else self._content.root
        cell = cell_for(intent, subject, self._content)
        if cell is None:
            return None
        found = self._parts.of_body(intent, cell, segment) or (
            self._sites.answer(intent, subject, segment) if not state.pair else None
        )
        if found:
            return found
        seen = state.cell == cell.id and (not state.last or state.last.subject == subject)
        # Of what was told in short the rest is news.
        seen = seen and not state.brief
        # Somebody who names it all again gets it all again.
        seen = seen and subject not in segment.view.named
        if self._content.intents[intent].group != ASPECTS or cell.kind != "answer":
            read = not seen and self._again.just_read(cell.nearest, state)
            focus = cell.nearest if seen else ()
            whole = ShowCell(cell, intent, subject, focus=focus, brief=read)
            return unless_said(self._parts.pressed(whole, segment), state)
        bridged = self._again.was_bridged(subject, cell, segment, state)
        whole = ShowCell(cell, intent, subject, bridged=bridged)
        decision = self._parts.with_detail(whole, segment, seen=seen)
        narrowed = decision.asked or decision.focus or decision.cell is not cell
        hangs = state.last is not None and (seen or self._cues.hangs(segment.view))
        elsewhere = self._parts.elsewhere(decision, segment) if hangs and not narrowed else None
        if elsewhere or narrowed or not seen:
            return elsewhere or decision
        return self._parts.part(decision, segment)

    def what_it_is(self, names: Sequence[str], segment: Segment, state: State) -> Decision | None:
        """'What is X?' is about X, whatever was asked before."""
        for intent in ("overview", WORD):
            found = self.one(intent, names, segment, state)
            named = isinstance(found, ShowCell) and found.cell.folder in names
            if found and named:
                return found
        return None

    def asks_a_name(self, segment: Segment) -> bool:
        """'What is X?', 'X? Say that in normal words': whether only what a name means is asked."""
        plainer = any(self._cues.has(each.words, "plain_words") for each in segment.around)
        bare = plainer and self._cues.is_bare(segment.view)
        return self._cues.defines(segment.view) or bare
