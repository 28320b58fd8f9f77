"""What a caller gets back: typed replies that any channel can draw."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from bot.content.schema import ReplyKind
from bot.dialogue.state import State
from bot.dialogue.target import Target

BlockKind = Literal["lead", "heading", "page", "quote", "note", "guardrail", "item", "tree", "site"]
"""`page` names the page that the quotes below it are from."""
_LISTED = ("item", "tree", "site")

_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Block:
    """One paragraph of a reply."""

    kind: BlockKind
    text: str
    citations: tuple[int, ...] = ()
    """Numbers of the citations behind a quote."""
    statement: str = ""
    """Id of the statement that a quote is, verbatim."""
    document: str = ""
    """Id of the document that a quote is from."""
    aside: str = ""
    """What a word of a quote stands for; no part of the quote, and shown in brackets after it."""
    level: int = 0
    """Depth in a tree, from 0."""
    payload: str = ""
    """Send this back as the message to ask about a branch of a tree, or a site in the body."""

    def custom(self) -> dict[str, Any]:
        """As JSON data; what is empty is left out."""
        data: dict[str, Any] = {"kind": self.kind, "text": self.text}
        if self.citations:
            data["citations"] = list(self.citations)
        if self.statement:
            data |= {"statement": self.statement, "document": self.document}
        if self.aside:
            data["aside"] = self.aside
        if self.kind == "tree":
            data |= {"level": self.level, "payload": self.payload}
        if self.kind == "site":
            data["payload"] = self.payload
        return data

    def plain(self) -> str:
        """As plain text: quotes in quotation marks with their numbers, items with a dash."""
        if self.kind == "quote":
            marks = (*self.citations, self.aside) if self.aside else self.citations
            return f"“{self.text}”" + "".join(f" [{mark}]" for mark in marks)
        if self.kind in _LISTED:
            return "  " * self.level + f"- {self.text}"
        return self.text


@dataclass(frozen=True)
class Citation:
    """An entry of a document's reference list, numbered for this reply."""

    number: int
    text: str
    """The entry verbatim, its URL included."""
    url: str
    reference: str
    """document#number of the original list."""


@dataclass(frozen=True)
class Page:
    """A document that a reply quotes."""

    document: str
    title: str
    publisher: str
    last_updated: str
    """ISO date."""
    line: str
    """One sentence with all of it, for people."""
    url: str = ""
    """Home address of its publisher; ours, not the document's."""
    checked: str = ""
    """ISO date on which it was found there; empty: not yet checked."""


@dataclass(frozen=True)
class Link:
    """Where something that a reply names can be found."""

    name: str
    url: str
    reference: str
    """document#number where a document's own list gives it; empty: it is ours, a home address."""
    checked: str
    """ISO date on which it was found there; empty: not yet checked."""


@dataclass(frozen=True)
class HelpLine:
    """A number to call or text, or a site to go to, as a reply names it."""

    way: Literal["call", "text", "visit"]
    number: str
    """The number, or the name of the site."""
    word: str
    """What to write to a number that takes texts; empty for anything."""
    name: str
    """Who answers; empty for emergency numbers."""
    place: str
    """Where it works, as it reads after "in"."""


@dataclass(frozen=True)
class Choice:
    """Something to go on with."""

    label: str
    target: Target

    @property
    def payload(self) -> str:
        """Send this back as the message to choose it."""
        return self.target.payload


@dataclass(frozen=True)
class Reply:
    """One answer with everything that stands behind it."""

    kind: ReplyKind
    intent: str
    blocks: tuple[Block, ...]
    subject: str = ""
    cell: str = ""
    """The answer that has the wording, as subject/intent or group/intent."""
    citations: tuple[Citation, ...] = ()
    pages: tuple[Page, ...] = ()
    notes: tuple[str, ...] = ()
    """On the age of the sources."""
    sources_heading: str = ""
    guardrail: str = ""
    help: tuple[HelpLine, ...] = ()
    """Whom the text says to call, so that a channel can make buttons of it."""
    links: tuple[Link, ...] = ()
    """Where what it names can be found."""
    choices: tuple[Choice, ...] = ()

    @property
    def statements(self) -> tuple[str, ...]:
        """Ids of the statements shown."""
        return tuple(dict.fromkeys(each.statement for each in self.blocks if each.statement))

    @cached_property
    def text(self) -> str:
        """The whole reply as plain text, without the choices."""
        parts = [_paragraphs(self.blocks)]
        sources = [f"[{each.number}] {each.text}" for each in self.citations]
        sources += [each.line for each in self.pages]
        if sources:
            parts.append("\n".join([self.sources_heading, *sources]))
        parts.extend(self.notes)
        return "\n\n".join(part for part in parts if part)

    @cached_property
    def visible_length(self) -> int:
        """Characters that a person sees; URLs do not count."""
        return len(_URL.sub("", self.text))

    def custom(self) -> dict[str, Any]:
        """Machine-readable description, as JSON data: enough to draw the reply anew."""
        extra = {"help": self.help, "links": self.links}
        return {
            "kind": self.kind,
            "intent": self.intent,
            "subject": self.subject,
            "cell": self.cell,
            "statements": list(self.statements),
            "citations": [vars(each).copy() for each in self.citations],
            "pages": [vars(each).copy() for each in self.pages],
            "guardrail": self.guardrail,
            "choices": [{"label": each.label, "payload": each.payload} for each in self.choices],
            "blocks": [each.custom() for each in self.blocks],
            "notes": list(self.notes),
            "sources_heading": self.sources_heading,
            **{name: [vars(e).copy() for e in found] for name, found in extra.items() if found},
        }


@dataclass(frozen=True)
class Trace:
    """Why a turn went as it did; for `net-guide explain`, never shown to patients."""

    text: str = ""
    repairs: tuple[tuple[str, str], ...] = ()
    alarms: tuple[str, ...] = ()
    danger: float = 0.0
    """Probability that somebody is in danger, 0 to 1."""
    segments: tuple[dict[str, Any], ...] = ()
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """The bot's side of one exchange."""

    replies: tuple[Reply, ...]
    state: State
    """Hand this back with the next message."""
    trace: Trace = field(default_factory=Trace)

    @property
    def kind(self) -> ReplyKind:
        """Kind of the weightiest reply: an answer outweighs a refusal beside it."""
        order = (
            "crisis",
            "emergency",
            "guardrail",
            "answer",
            "clarify",
            "refusal",
            "check_in",
            "smalltalk",
        )
        return min((each.kind for each in self.replies), key=order.index)

    @property
    def intent(self) -> str:
        """Intent of the reply that gives the turn its kind."""
        return next(each.intent for each in self.replies if each.kind == self.kind)

    @property
    def text(self) -> str:
        """All replies as plain text."""
        return "\n\n".join(each.text for each in self.replies)


def _paragraphs(blocks: tuple[Block, ...]) -> str:
    text = ""
    for index, block in enumerate(blocks):
        listed = block.kind in _LISTED
        tight = index > 0 and listed and blocks[index - 1].kind in (*_LISTED, "heading")
        text += ("" if not index else "\n" if tight else "\n\n") + block.plain()
    return text
