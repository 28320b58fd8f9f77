"""The command `changed`: what a change of the content touches."""

from __future__ import annotations

import shutil
from argparse import Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.changes import revisions
from bot.content.places import default_content, text_of


def changed(options: Namespace) -> int:
    """Print what changed; fails when a lead names a number that is no longer said.

    Raises:
        InputError: there is no such folder, revision or page.
        ContentError: a content cannot be read.
    """
    home = Path(options.content or default_content())
    named = [options.old] if options.new.endswith(".txt") else [options.old, options.new]
    for name in named:
        if not Path(name).is_dir():
            revisions.commit(name, home)
    page = text_of(Path(options.new)) if options.new.endswith(".txt") else None
    from bot.changes import page_text, report, versions

    old = versions.read(options.old, home)
    added: tuple[str, ...] = ()
    if page is not None:
        found = page_text.apply(old.content, page, options.new)
        new, added = replace(old, content=found.content), found.added
    else:
        new = versions.read(options.new, home)
    made = report.make(old, new, added, date.today())
    print("\n".join(report.lines(made, shutil.get_terminal_size().columns)))
    return 1 if made.stale else 0
