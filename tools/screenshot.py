"""python -m tools.screenshot: draws docs/images/chat.svg from a real conversation.

The picture is made by the terminal channel's own pen, so it cannot differ from the chat.
"""

from __future__ import annotations

import os
from pathlib import Path

from rich.console import Console
from rich.text import Text

from bot import Bot
from bot.channels.drawing import Pen
from bot.channels.paper import Paper

TARGET = Path(__file__).parents[1] / "docs" / "images" / "chat.svg"
CONVERSATION = ("what is a pNET?", "is it inherited?", "will I get it too?")
FORMAT = """<svg xmlns="http://www.w3.org/2000/svg"
viewBox="0 0 {terminal_width} {terminal_height}">
<title>A conversation with NET Guide in a terminal</title>
<style>
.{unique_id}-matrix {{ font-family: monospace; font-size: {char_height}px;
line-height: {line_height}px; }}
{styles}
</style>
<defs>{lines}<clipPath id="{unique_id}-clip-terminal"><rect width="{terminal_width}"
height="{terminal_height}"/></clipPath></defs>
<rect width="{terminal_width}" height="{terminal_height}" rx="8" fill="#292929"/>
<g transform="translate(10,10)">{backgrounds}<g class="{unique_id}-matrix">{matrix}</g></g>
</svg>
"""


def main() -> None:
    """Hold the conversation and write the picture."""
    os.environ["TERM"] = "xterm-256color"
    bot = Bot.load()
    paper = Paper()
    pen = Pen(bot.content, paper, fold=True)
    with Path(os.devnull).open("w") as nowhere:
        paper.console = Console(record=True, width=91, file=nowhere, force_terminal=True)
        state = None
        for message in CONVERSATION:
            paper.console.print(Text(f"> {message}", style="bold"))
            turn = bot.reply(message, state)
            state = turn.state
            pen.turn(turn)
        svg = paper.console.export_svg(title="NET Guide", code_format=FORMAT)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
