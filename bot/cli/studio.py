"""The command `studio`: a local page on which content is reviewed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from bot.content.places import default_content
from bot.errors import InputError
from bot.extras import needed

PORT = 8088
_MOST = 65535


def add_options(to: ArgumentParser) -> None:
    """The options of `studio`."""
    to.add_argument(
        "--tests",
        type=Path,
        metavar="DIR",
        help="folder with conversations and held-out lines (default: tests beside the content)",
    )
    to.add_argument(
        "--port",
        type=int,
        default=PORT,
        metavar="PORT",
        help="port to listen on; 0 picks a free one (default: %(default)s)",
    )


def studio(options: Namespace) -> int:
    """Show the content until Ctrl-C.

    Raises:
        InputError: the port is no port, or the folder is not there.
        AddressTakenError: somebody listens there.
        MissingExtraError: the extra [web] is not installed.
    """
    folder = Path(getattr(options, "content", None) or default_content())
    if not folder.is_dir():
        raise InputError(f"there is no folder {folder}; name one after --content")
    if not 0 <= options.port <= _MOST:
        raise InputError(f"{options.port} is no port; use one from 0 to {_MOST}")
    with needed("web"):
        from bot.studio import serve

    serve.run(folder, options.tests or folder / "tests", options.port, _tell)
    return 0


def _tell(address: str) -> None:
    print(f"The studio is at {address} (stop with Ctrl-C)", flush=True)
