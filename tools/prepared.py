"""Prepares the content as a first start would, into a folder that goes into the package.

    python -m tools.prepared FOLDER

The build of a wheel does it (`tools/build_hook.py`). A file that does not fit the content, the code
or the encoder that it is installed with is never used, for its name says what it was made of.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from bot.engine import Bot
from bot.understand import packaged


def prepare(folder: Path) -> None:
    """Fill a folder, which is emptied first; files in it can be read by anyone."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    Bot.load(cache_folder=folder)
    packaged.seal(folder)


def main() -> None:
    """Prepare, and say what it came to."""
    parser = argparse.ArgumentParser(description="Prepare the content for the package.")
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    prepare(folder)
    files = list(folder.glob("*.npz"))
    print(f"{len(files)} files, {sum(each.stat().st_size for each in files) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
