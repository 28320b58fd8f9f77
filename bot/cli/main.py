"""Parses the command line and runs one command. Imports a command only when it runs.

Exit codes: 0 done; 1 the content has mistakes, a conversation test failed, or the
workers of the service could not start; 2 wrong usage; 3 a model file cannot be used;
4 the port is in use; 130 interrupted.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import bot

if TYPE_CHECKING:
    from bot.errors import NetGuideError

EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_MODEL, EXIT_TAKEN, EXIT_INTERRUPTED = 0, 1, 2, 3, 4, 130

_SERVICE = "bot.cli.service"
_DEPLOY = "bot.cli.deploy"
_COMMANDS = {
    "chat": ("bot.cli.talk", "chat", "talk in the terminal (the default)"),
    "ask": ("bot.cli.talk", "ask", "answer one question and leave"),
    "respond": (
        "bot.cli.talk",
        "respond",
        "JSON lines in, JSON lines out, one conversation per sender",
    ),
    "serve": (_SERVICE, "serve", "start the chat service and its web page"),
    "explain": ("bot.cli.explain", "explain", "show why a question gets its answer"),
    "check": (
        "bot.cli.author",
        "check",
        "check the content; every mistake as path:line: what, and what to do",
    ),
    "coverage": (
        "bot.cli.author",
        "show_coverage",
        "print the table of intents and subjects, and what is not covered",
    ),
    "new": ("bot.cli.new", "new", "write the stub of something new, or a content out of a page"),
    "test": ("bot.cli.author", "test", "run scripted conversations"),
    "changed": (
        "bot.cli.changed",
        "changed",
        "show what a change touches: statements, what rests on them, replies before and after",
    ),
    "evaluate": (
        "bot.cli.evaluate",
        "evaluate",
        "say held-out lines: what is understood, and what became better or worse",
    ),
    "studio": ("bot.cli.studio", "studio", "open a local page to review the content"),
    "review": ("bot.cli.review", "review", "record who has read an answer; tables for reviewers"),
    "watch": ("bot.cli.watch", "watch", "answer a question again whenever the content is saved"),
    "actions": (_DEPLOY, "actions", "serve the custom actions of a Rasa deployment"),
    "export": (_DEPLOY, "export", "write a Rasa project that asks the action server"),
    "import": (_DEPLOY, "bring", "write stubs of intents from a Rasa NLU file"),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    from bot.errors import NetGuideError

    # Read when numpy is first imported. Of two threads one mostly waits for the other, by taking
    # the processor: an edit cost up to twice the time where others needed it, too.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        options = parser().parse_args(arguments)
        module, function, _ = _COMMANDS[options.command or "chat"]
        run: Callable[[argparse.Namespace], int] = getattr(import_module(module), function)
        return run(options)
    except NetGuideError as error:
        return _failed(error)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK


def _failed(error: NetGuideError) -> int:
    """Say what is wrong; returns the exit code for it."""
    from bot.errors import AddressTakenError, ContentError, ModelError

    if isinstance(error, ContentError):
        print(error, file=sys.stderr)
        return EXIT_FAILED
    print(f"net-guide: {error}", file=sys.stderr)
    codes = {ModelError: EXIT_MODEL, AddressTakenError: EXIT_TAKEN}
    return codes.get(type(error), EXIT_USAGE)


class _Parser(argparse.ArgumentParser):
    """Adds the options of a command only when that command is used: they cost imports."""

    add_options_of = ""
    """Module whose `add_options` adds them."""

    def parse_known_args(self, args=None, namespace=None):  # type: ignore[no-untyped-def]
        self._complete()
        return super().parse_known_args(args, namespace)

    def format_help(self) -> str:
        self._complete()
        return super().format_help()

    def _complete(self) -> None:
        if self.add_options_of:
            import_module(self.add_options_of).add_options(self)
            self.add_options_of = ""


def parser() -> argparse.ArgumentParser:
    """The parser with all commands."""
    top = argparse.ArgumentParser(
        prog="net-guide",
        description="An educational chatbot about neuroendocrine tumors. It cites its every claim.",
    )
    top.add_argument("--version", action="version", version=f"net-guide {bot.__version__}")
    _add_chat_options(top)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    made = {
        name: commands.add_parser(name, help=about, description=about[0].upper() + about[1:] + ".")
        for name, (_, _, about) in _COMMANDS.items()
    }
    for each in made.values():
        each.add_argument(
            "--content",
            type=Path,
            default=argparse.SUPPRESS,
            metavar="DIR",
            help="content folder (default: the content that comes with NET Guide)",
        )
    _add_chat_options(made["chat"], default=argparse.SUPPRESS)
    for name in ("ask", "respond", "actions"):
        _add_region(made[name])
    made["ask"].add_argument("question", metavar="QUESTION")
    _add_ask_options(made["ask"])
    made["explain"].add_argument("question", metavar="QUESTION", nargs="?")
    made["explain"].add_argument(
        "--conversation",
        metavar="FILE",
        type=Path,
        help="a conversation to explain: a file with one message a line, or - for standard input",
    )
    made["serve"].add_options_of = _SERVICE
    _add_author_options(made)
    _add_rasa_options(made)
    return top


def _add_chat_options(to: argparse.ArgumentParser, default: object = False) -> None:
    if default is False:
        to.add_argument("--content", type=Path, default=None, help=argparse.SUPPRESS)
    _add_plain(to, default)
    _add_region(to)


def _add_ask_options(to: argparse.ArgumentParser) -> None:
    _add_plain(to, argparse.SUPPRESS)
    to.add_argument("--json", action="store_true", help="print JSON instead of text")
    to.add_argument(
        "--continue",
        dest="file",
        type=Path,
        metavar="FILE",
        help="go on with the conversation in FILE, which is begun when there is none;"
        " it holds ids of topics, no words",
    )


def _add_plain(to: argparse.ArgumentParser, default: object) -> None:
    to.add_argument(
        "--plain",
        action="store_true",
        default=default,
        help="plain lines for screen readers: no colors, boxes or links",
    )


def _add_region(to: argparse.ArgumentParser) -> None:
    to.add_argument(
        "--region",
        default=argparse.SUPPRESS,
        metavar="ID",
        help="where people are who have not said so, such as uk: whose numbers to show",
    )


def _add_author_options(made: Mapping[str, _Parser]) -> None:
    made["check"].add_argument(
        "--links", action="store_true", help="also ask for every address, over the network"
    )
    made["check"].add_argument(
        "--reviewed", action="store_true", help="also list answers that nobody has read as they are"
    )
    made["new"].add_options_of = "bot.cli.new"
    made["test"].add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="files or folders"
    )
    made["watch"].add_argument(
        "question",
        metavar="QUESTION",
        nargs="+",
        help="what is asked; of several, which are said one after the other, the last is shown",
    )
    _add_changed_options(made["changed"])
    made["evaluate"].add_options_of = "bot.cli.evaluate"
    made["studio"].add_options_of = "bot.cli.studio"
    made["review"].add_options_of = "bot.cli.review"


def _add_changed_options(to: argparse.ArgumentParser) -> None:
    to.add_argument("old", metavar="OLD", help="a folder with content, or a revision of git")
    to.add_argument(
        "new",
        metavar="NEW",
        help="a folder, a revision, or the new text of one of the pages, as FILE.txt",
    )


def _add_rasa_options(made: Mapping[str, argparse.ArgumentParser]) -> None:
    from bot.cli.deploy import add_action_options

    add_action_options(made["actions"])
    made["export"].add_argument("what", choices=("rasa",))
    made["export"].add_argument("folder", type=Path, metavar="DIR", help="folder to write to")
    made["export"].add_argument(
        "--mode",
        choices=("thin", "full"),
        default="thin",
        help="thin: every message goes to NET Guide's action; full: Rasa classifies, falls back"
        " and routes, too (default: %(default)s)",
    )
    made["export"].add_argument(
        "--conversations",
        type=Path,
        metavar="DIR",
        help="scripted conversations for Rasa's test stories (default: those of the content)",
    )
    made["import"].add_argument("what", choices=("rasa",))
    made["import"].add_argument("file", type=Path, metavar="FILE", help="Rasa's nlu.yml")
    made["import"].add_argument(
        "--to",
        type=Path,
        required=True,
        metavar="DIR",
        help="folder of intents to write to, such as intents/imported",
    )
