"""The command `changed`: what a change of the content touches."""

from __future__ import annotations

import shutil
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.changes import page_text, report, versions
from bot.content.places import default_content, text_of


def changed(options: Namespace) -> int:
    """Print what changed; fails when a lead names a number that is no longer said.

    Raises:
        InputError: there is no such folder, revision or page.
        ContentError: a content cannot be read.
    """
    home = Path(options.content or default_content())
    old = versions.read(options.old, home)
    added: tuple[str, ...] = ()
    if options.new.endswith(".txt"):
        found = page_text.apply(old.content, text_of(Path(options.new)), options.new)
        new, added = replace(old, content=found.content), found.added
    else:
        new = versions.read(options.new, home)
    made = report.make(old, new, added, date.today())
    print("\n".join(report.lines(made, shutil.get_terminal_size().columns)))
    return 1 if made.stale else 0
