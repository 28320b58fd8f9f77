"""The chat in a terminal: prompt_toolkit reads, rich writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import WordCompleter
from prompt_toolkit.formatted_text import HTML, AnyFormattedText
from prompt_toolkit.history import InMemoryHistory

from bot.channels import drawing, journey
from bot.dialogue.state import State
from bot.dialogue.target import Target
from bot.engine import Bot
from bot.reply import Turn

_COMMAND_TARGETS = {
    "/topics": Target("topics"),
    "/types": Target("show_types"),
    "/sources": Target("show_sources"),
    "/back": Target("back"),
    "/restart": Target("restart"),
}
_LEAVE = ("/quit", "/exit")
_WHY = "/why"
COMMANDS = ("/help", *_COMMAND_TARGETS, _WHY, "/quit")
_HELP = ("help_title", *("help_" + command.removeprefix("/") for command in COMMANDS))


@dataclass
class _Conversation:
    """The loop's own memory: nothing of it is written to disk."""

    bot: Bot
    pen: drawing.Pen
    state: State | None = None
    last: Turn | None = None

    def show(self, turn: Turn) -> None:
        self.state = turn.state
        self.last = turn
        self.pen.turn(turn)

    def hear(self, message: str) -> bool:
        """Answer one line; False when the person wants to leave."""
        command = message.strip().lower()
        if command in _LEAVE:
            return False
        if command == "/help":
            self.pen.help([self.bot.content.phrase(name) for name in _HELP])
        elif command == _WHY and self.last:
            for line in journey.lines(self.last):
                self.pen.line(line)
        elif command in _COMMAND_TARGETS:
            self.show(self.bot.reply(_COMMAND_TARGETS[command].payload, self.state))
        elif command.startswith("/") and command[1:].isalpha():
            self.pen.line(self.bot.content.phrase("unknown_command"))
        elif command:
            self.show(self.bot.reply(message, self.state))
        return True


def run(bot: Bot, *, plain: bool = False, ask: Callable[[], str] | None = None) -> int:
    """Talk until Ctrl-D or /quit. Ctrl-C drops the line that is being typed.

    Args:
        plain: plain lines for screen readers.
        ask: reads one line; by default from the terminal.
    """
    pen = drawing.Pen(bot.content, plain=plain)
    talk = _Conversation(bot, pen)
    read = ask or _prompt(bot, pen)
    talk.show(bot.welcome())
    while True:
        try:
            if not talk.hear(read()):
                break
        except KeyboardInterrupt:
            continue
        except EOFError:
            break
    pen.line(bot.content.phrase("goodbye"))
    return 0


def _prompt(bot: Bot, pen: drawing.Pen) -> Callable[[], str]:
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(),
        completer=WordCompleter(
            _completions(bot), ignore_case=True, sentence=True, match_middle=True
        ),
        complete_while_typing=False,
        bottom_toolbar=None if pen.plain else _toolbar(bot),
    )
    prompt: AnyFormattedText = "> " if pen.plain or not pen.colors else HTML("<b>&gt; </b>")
    return lambda: session.prompt(prompt)


def _toolbar(bot: Bot) -> str:
    return " " + bot.content.phrase("help_toolbar")


def _completions(bot: Bot) -> list[str]:
    """Commands, and every topic as its button calls it."""
    labels = [
        intent.label.replace("{subject}", bot.content.subjects[bot.content.root].name)
        for intent in bot.content.intents.values()
        if intent.group == "aspects" and intent.label
    ]
    names = [each.name for each in bot.content.subjects.values()]
    return [*COMMANDS, *sorted(labels), *names]
