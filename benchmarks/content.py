"""The content that a benchmark measures: that of NET Guide, or the one after --content."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from bot import Bot
from bot.content.places import default_content


def parser(about: str | None) -> argparse.ArgumentParser:
    """A parser with the option `--content`.

    Args:
        about: the documentation of the benchmark.
    """
    made = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    made.add_argument("--content", type=Path, metavar="DIR", help="content folder, with its tests")
    return made


def bot_of(options: argparse.Namespace) -> Bot:
    """The bot of the content that is asked for."""
    return Bot.load(options.content)


def held_out(options: argparse.Namespace, kind: Path) -> Path:
    """A folder of held-out lines beside the content; leaves with a word where there is none."""
    found = (options.content or default_content()) / kind
    if not found.is_dir():
        raise SystemExit(f"nothing to measure: there is no {found}")
    return Path(found)


def given(options: argparse.Namespace) -> Sequence[str]:
    """The option again, for a benchmark in a process of its own."""
    return ["--content", str(options.content)] if options.content else []
