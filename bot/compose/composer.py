"""From decisions to replies: numbers sources, keeps to a bearable length, offers choices."""

from __future__ import annotations

from collections.abc import Hashable, Sequence, Set
from dataclasses import replace
from datetime import date

from bot.compose.context import in_context, once
from bot.compose.draft import Draft
from bot.compose.drafts import Drafter
from bot.compose.labels import label
from bot.compose.sources import Numbering, age_note, links, page
from bot.content.library import Cell, Comparison, Content
from bot.dialogue.decision import Decision, ShowCell
from bot.dialogue.manner import in_one_line
from bot.dialogue.state import State
from bot.dialogue.target import GUIDE, Target
from bot.reply import Block, Choice, Reply

LONGEST_TURN = 1790
"""Characters of a turn, URLs left out, that a tired person can be asked to read."""

_MOST_CHOICES = 4
_MOST_KEPT = 512
_URGENT = ("emergency", "crisis")
_CAN_WAIT = ("answer", "refusal", "smalltalk", "clarify")


class Composer:
    """Makes the replies of a turn.

    A single decision has the same replies every time on the same day, so these are kept:
    a choice is then answered in microseconds, and there are only as many as there are cells.
    """

    def __init__(self, content: Content) -> None:
        self._content = content
        self._drafter = Drafter(content)
        self._pages = {name: page(each, content) for name, each in content.documents.items()}
        self._kept: dict[Hashable, tuple[Reply, ...]] = {}

    def compose(
        self, decisions: Sequence[Decision], state: State, today: date
    ) -> tuple[Reply, ...]:
        """The replies; only the last one offers choices.

        Args:
            today: for the notes on the age of sources.
        """
        if len(decisions) != 1:
            return self._composed(decisions, state, today)
        key = (today, state.guide, _key(decisions[0]))
        if key not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = self._composed(decisions, state, today)
        return self._kept[key]

    def _composed(
        self, decisions: Sequence[Decision], state: State, today: date
    ) -> tuple[Reply, ...]:
        """As many of the replies as one turn has room for; the others are offered as choices."""
        kept, later = list(decisions), list[Target]()
        while True:
            drafts = [self._drafter.draft(each) for each in kept]
            replies = self._fitted(drafts, later, state, today)
            spare = _spare(drafts)
            if _length(replies) <= LONGEST_TURN or spare < 0:
                return replies
            if _told_briefly(kept):
                continue
            self._leave_for_later(kept, spare)
            intent = drafts[spare].intent
            if intent in self._content.intents and self._content.intents[intent].label:
                later.insert(0, Target(intent, drafts[spare].subject))

    def _leave_for_later(self, kept: list[Decision], place: int) -> None:
        """Take a decision out; what was to be a lead alone, above its quotes, gets them back."""
        gone = self._quoted(kept.pop(place))
        for rank, each in enumerate(kept):
            if isinstance(each, ShowCell) and each.brief and self._quoted(each) & gone:
                kept[rank] = replace(each, brief=False)

    def _quoted(self, decision: Decision) -> set[str]:
        """The statements of an answer, whether it shows them or not."""
        if not isinstance(decision, ShowCell) or decision.cell.kind == "guardrail":
            return set()
        return {*self._content.quoted(decision.cell, decision.subject, decision.asked)}

    def _fitted(
        self, drafts: Sequence[Draft], later: Sequence[Target], state: State, today: date
    ) -> tuple[Reply, ...]:
        """The replies, without what can be left out until they fit or nothing is left of that."""
        targets = self._choices(drafts, later, state)
        for draft in drafts:
            draft.targets = ()
        drafts[-1].targets = targets
        if targets and later:
            drafts[-1].blocks.append(Block("note", self._content.phrase("no_room")))
        replies = self._finished(drafts, state, today)
        while _length(replies) > LONGEST_TURN and _shorten(drafts):
            replies = self._finished(drafts, state, today)
        return replies

    def _choices(
        self, drafts: Sequence[Draft], later: Sequence[Target], state: State
    ) -> tuple[Target, ...]:
        last = drafts[-1]
        if last.kind in _URGENT:
            return ()
        if last.menu:
            return (*later, *last.targets)
        shown = {Target(each.intent, each.subject) for each in drafts}
        wanted = dict.fromkeys((*later, *last.targets))
        fresh = [each for each in wanted if each not in shown]
        if state.guide:
            place = Target(GUIDE, state.guide.guide, state.guide.answers)
            fresh = [*fresh[: _MOST_CHOICES - 1], place]
        # "Simpler" and "shorter" are said of one answer.
        return (*fresh[:_MOST_CHOICES], *(last.forms if len(drafts) == 1 else ()))

    def _finished(self, drafts: Sequence[Draft], state: State, today: date) -> tuple[Reply, ...]:
        """Replies of drafts; a source listed under one is not listed again under the next."""
        numbering = Numbering(self._content)
        listed: set[str] = set()
        quoted: set[str] = set()
        replies = []
        for draft in drafts:
            reply = self._reply(draft, quoted, numbering, state, today)
            quoted |= set(reply.statements)
            sources = {*(c.text for c in reply.citations), *(p.document for p in reply.pages)}
            sources |= {link.url for link in reply.links}
            replies.append(_without_listed(reply, listed))
            listed |= sources
        return tuple(replies)

    def _reply(
        self,
        draft: Draft,
        quoted_before: Set[str],
        numbering: Numbering,
        state: State,
        today: date,
    ) -> Reply:
        """A reply; of what was quoted before in the turn it quotes nothing again."""
        content = self._content
        whole = in_context(once(draft.blocks, quoted_before, content), content)
        quoted = [content.statements[each.statement] for each in whole if each.statement]
        blocks = tuple(self._numbered(each, numbering) for each in whole)
        cited = [f"{each.document}#{ref}" for each in quoted for ref in each.refs]
        names = dict.fromkeys([*(each.document for each in quoted), *draft.documents])
        names |= dict.fromkeys(name.partition("#")[0] for name in draft.references)
        documents = [content.documents[name] for name in names]
        return Reply(
            kind=draft.kind,
            intent=draft.intent,
            blocks=blocks,
            subject=draft.subject,
            cell=draft.cell,
            citations=numbering.citations([*cited, *draft.references]),
            pages=tuple(self._pages[name] for name in names),
            notes=age_note(documents, content, today) if draft.dated else (),
            sources_heading=content.phrase("sources_heading"),
            guardrail=draft.guardrail,
            help=draft.help,
            links=links(draft.subject, (each.id for each in quoted), content),
            choices=tuple(
                Choice(label(each, content, state.guide, draft.subject), each)
                for each in draft.targets
            ),
        )

    def _numbered(self, block: Block, numbering: Numbering) -> Block:
        if not block.statement:
            return block
        return replace(block, citations=numbering.of(self._content.statements[block.statement]))


def _key(decision: Decision) -> Hashable:
    """A decision as a key."""
    parts = vars(decision).values()
    return (
        type(decision),
        *(_name(part) if isinstance(part, Cell | Comparison) else part for part in parts),
    )


def _name(part: Cell | Comparison) -> str:
    """What no other part has. Of a file its id: writing out its text takes long."""
    return part.id if part.path else part.model_dump_json()


def _without_listed(reply: Reply, listed: set[str]) -> Reply:
    if not listed:
        return reply
    return replace(
        reply,
        citations=tuple(each for each in reply.citations if each.text not in listed),
        pages=tuple(each for each in reply.pages if each.document not in listed),
        links=tuple(each for each in reply.links if each.url not in listed),
        notes=(),
    )


def _length(replies: Sequence[Reply]) -> int:
    return sum(each.visible_length + 2 for each in replies)


def _spare(drafts: Sequence[Draft]) -> int:
    """Place of the last reply that can wait for another turn; -1 when there is none.

    What keeps somebody safe cannot, though one guardrail is enough, and something must be said.
    """
    kinds = [each.kind for each in drafts]
    first = kinds.index("guardrail") if "guardrail" in kinds else -1
    places = [
        place
        for place, kind in enumerate(kinds)
        if kind in _CAN_WAIT or (kind == "guardrail" and place != first)
    ]
    return places[-1] if places and len(drafts) > 1 else -1


def _told_briefly(kept: list[Decision]) -> bool:
    """Tell the last one in short of what the pages lack, or may not be judged; False for none."""
    for place, each in reversed([*enumerate(kept)]):
        if not isinstance(each, ShowCell) or each.brief or each.focus:
            continue
        if each.cell.kind == "refusal":
            kept[place] = replace(each, brief=True)
            return True
        if each.cell.kind == "guardrail":
            kept[place] = in_one_line(each)
            return True
    return False


def _shorten(drafts: Sequence[Draft]) -> bool:
    """Leave out what no lead rests on, of the draft that has most; False when none has any."""
    return max(drafts, key=lambda each: len(each.spare)).leave_out()
