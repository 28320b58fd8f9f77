"""Commands for a Rasa deployment: actions, export, import."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.cli.start import load, require, require_conversations
from bot.extras import needed


def add_action_options(parser: ArgumentParser) -> None:
    """Options of `actions`."""
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--port", type=int, default=5055, help="port to listen on (default: %(default)s)"
    )
    parser.add_argument(
        "--workers", type=int, default=2, help="processes that answer (default: %(default)s)"
    )
    parser.add_argument(
        "--cors",
        nargs="*",
        default=[],
        metavar="ORIGIN",
        help="sites whose pages may call it (default: none)",
    )
    parser.add_argument(
        "--endpoints",
        type=Path,
        metavar="FILE",
        help="Rasa's endpoints.yml, for its tracing section (default: no tracing)",
    )


def actions(options: Namespace) -> int:
    """Serve Rasa's custom actions."""
    require(options)
    with needed("rasa"):
        from bot.channels.actions import serve

    settings = serve.Settings(
        options.host, options.port, options.workers, tuple(options.cors), options.endpoints
    )
    return serve.run(lambda: load(options), settings)


def export(options: Namespace) -> int:
    """Write a Rasa project.

    Raises:
        InputError: there are no such conversations, or the folder cannot be written to.
    """
    require(options)
    tests = options.conversations or _own_conversations(options)
    require_conversations([tests] if tests else [])
    from bot.rasa import project

    bot = load(options)
    written = project.export(bot, options.folder, options.mode, tests)
    print(f"wrote {written} files to {options.folder}; next: cd {options.folder} && rasa train")
    return 0


def bring(options: Namespace) -> int:
    """Write the intents of a Rasa NLU file."""
    from bot.content.places import named, writable

    file, folder = named(options.file), writable(options.to)
    from bot.rasa import intake

    written = intake.read(file, folder)
    for path in written:
        print(f"wrote {path}")
    print("fill in what is missing, then run: net-guide check")
    return 0


def _own_conversations(options: Namespace) -> Path | None:
    """The scripted conversations that stand beside the content, if any."""
    from bot.content.places import default_content

    folder = Path(options.content or default_content()) / "tests" / "conversations"
    return folder if folder.is_dir() else None
