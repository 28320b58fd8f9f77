"""The chat in a terminal: prompt_toolkit reads, rich writes; the bot is loaded meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

from bot.channels.commands import COMMANDS, EVERY_COMMAND, LEAVE, TARGETS, WHY, nearest
from bot.channels.greeting import WELCOME
from bot.channels.loading import Load, Loading
from bot.channels.paper import Paper

if TYPE_CHECKING:
    from bot.channels.drawing import Pen
    from bot.engine import Bot
    from bot.reply import Turn

_HELP = ("help_title", *("help_" + command.removeprefix("/") for command in COMMANDS))
_POLL_SECONDS = 0.1


def greet(words: Mapping[str, str], paper: Paper) -> None:
    """Write the first words."""
    if WELCOME in words:
        paper.write(words[WELCOME], "bold")


def run(
    load: Load,
    words: Mapping[str, str],
    paper: Paper,
    *,
    ask: Callable[[], str] | None = None,
) -> int:
    """Talk, after `greet`, until Ctrl-D, /quit or Ctrl-C twice. Ctrl-C drops the line being typed.

    Args:
        load: loads the bot; it runs while the person types.
        words: phrases of the content, for as long as it is not loaded.
        ask: reads one line; by default from the terminal.

    Raises:
        NetGuideError: the bot cannot be loaded.
    """
    talk = _Conversation(Loading(load), words, paper)
    # A second Ctrl-C may come while the first one is answered.
    with suppress(KeyboardInterrupt):
        _until_left(talk, ask or _reader(talk))
    talk.say("goodbye")
    return 0


def _until_left(talk: _Conversation, read: Callable[[], str]) -> None:
    interrupted = False
    while True:
        try:
            if not talk.hear(read()):
                break
            interrupted = False
        except KeyboardInterrupt:
            if interrupted:
                break
            interrupted = True
            talk.say("leave_hint")
        except EOFError:
            break


class _Conversation:
    """The loop's own memory: nothing of it is written to disk."""

    def __init__(self, loading: Loading, words: Mapping[str, str], paper: Paper) -> None:
        self.loading = loading
        self.words = words
        self.paper = paper
        self._last: Turn | None = None
        self._opened: tuple[Bot, Pen] | None = None

    def say(self, phrase: str, **values: str) -> None:
        """A phrase of the content, which need not be loaded."""
        text = self.words.get(phrase, "")
        for key, value in values.items():
            text = text.replace("{" + key + "}", value)
        if text:
            self.paper.write(text)

    def open(self) -> tuple[Bot, Pen]:
        """The bot, waited for, and its pen. The first time it shows what can be asked."""
        if self._opened is None:
            _wait(self)
            from bot.channels.drawing import Pen

            bot = self.loading.bot()
            self._opened = bot, Pen(bot.content, self.paper, fold=True)
            self._last = bot.welcome()
            self._opened[1].choices(self._last)
        return self._opened

    def hear(self, message: str) -> bool:
        """Answer one line; False when the person wants to leave."""
        command = message.strip().lower()
        if command in LEAVE:
            return False
        if command == "/help":
            self.paper.write("\n".join(self.words.get(name, "") for name in _HELP))
        elif command.startswith("/") and command[1:].isalpha():
            self._command(command)
        elif command:
            self._answer(message)
        return True

    def _command(self, command: str) -> None:
        _, pen = self.open()
        if command == WHY and self._last:
            from bot.channels import journey

            self.paper.write("\n".join(journey.lines(self._last)))
        elif command == "/sources" and self._last and pen.sources(self._last):
            return
        elif command in TARGETS:
            self._answer(TARGETS[command])
        elif near := nearest(command):
            self.say("near_command", command=command, near=near)
        else:
            self.say("unknown_command")

    def _answer(self, message: str) -> None:
        bot, pen = self.open()
        self._last = bot.reply(message, self._last.state if self._last else None)
        pen.turn(self._last)


def _wait(talk: _Conversation) -> None:
    """Wait for the bot; what takes long is said, with the share done."""
    loading, paper = talk.loading, talk.paper
    if loading.wait(_POLL_SECONDS):
        return
    if paper.plain:
        if not loading.wait(10 * _POLL_SECONDS):
            talk.say("getting_ready")
        while not loading.wait(1):
            pass
        return
    with paper.console.status(_progress(talk)) as status:
        while not loading.wait(_POLL_SECONDS):
            status.update(_progress(talk))


def _progress(talk: _Conversation) -> str:
    """The phrase on what is being done."""
    share = talk.loading.share
    if share is None:
        return talk.words.get("getting_ready", "")
    return talk.words.get("first_start", "").replace("{percent}", f"{share:.0%}")


def _reader(talk: _Conversation) -> Callable[[], str]:
    """What reads a line: on plain paper the terminal itself, which writes no escapes."""
    if talk.paper.plain:
        talk.open()
        return lambda: input("> ")
    from bot.channels.prompt import Prompt

    return Prompt(
        talk.loading,
        opened=talk.open,
        toolbar=lambda: talk.words["help_toolbar"] if talk.loading.done else _progress(talk),
        colors=talk.paper.colors,
        commands=EVERY_COMMAND,
    ).read
