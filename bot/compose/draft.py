"""A reply in the making."""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.schema import ReplyKind
from bot.dialogue.target import Target
from bot.reply import Block, HelpLine


@dataclass
class Draft:
    """A reply in the making."""

    kind: ReplyKind
    intent: str
    blocks: list[Block]
    subject: str = ""
    cell: str = ""
    references: tuple[str, ...] = ()
    """Shown as citations although no quote cites them."""
    documents: tuple[str, ...] = ()
    """Pages named although nothing of them is quoted."""
    dated: bool = False
    guardrail: str = ""
    help: tuple[HelpLine, ...] = ()
    targets: tuple[Target, ...] = ()
    forms: tuple[Target, ...] = ()
    """Other forms that it has, such as simpler words; offered besides the targets."""
    menu: bool = False
    """Whether the choices are the point, so that none is left out."""

    def quotes(self) -> list[Block]:
        """The statements quoted."""
        return [each for each in self.blocks if each.kind == "quote"]

    def drop_last_quote(self) -> None:
        """Leave out the last statement, and a heading that then stands over nothing."""
        last = max(i for i, each in enumerate(self.blocks) if each.kind == "quote")
        del self.blocks[last]
        if self.blocks[last - 1].kind == "heading" and (
            last == len(self.blocks) or self.blocks[last].kind != "quote"
        ):
            del self.blocks[last - 1]
