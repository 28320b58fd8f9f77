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
    spare: tuple[Block, ...] = ()
    """Blocks that its lead does not rest on: a turn that is too long does without the last ones."""
    targets: tuple[Target, ...] = ()
    forms: tuple[Target, ...] = ()
    """Other forms that it has, such as simpler words; offered besides the targets."""
    menu: bool = False
    """Whether the choices are the point, so that none is left out."""

    def leave_out(self) -> bool:
        """Leave out the last of what it can do without; False when there is nothing of the kind.

        A heading goes with the last block under it.
        """
        if not self.spare:
            return False
        gone, self.spare = self.spare[-1], self.spare[:-1]
        place = next(i for i, each in enumerate(self.blocks) if each is gone)
        under = self.blocks[place - 1].kind == "heading"
        alone = self.blocks[place + 1 : place + 2]
        alone_under = under and not (alone and alone[0].kind == gone.kind)
        self.blocks = [*self.blocks[: place - alone_under], *self.blocks[place + 1 :]]
        return True
