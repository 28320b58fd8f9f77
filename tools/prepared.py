"""Prepares the content as a first start would, into a folder that goes into the package.

    python -m tools.prepared FOLDER

The build of a wheel does it (`tools/build_hook.py`). A file that does not fit the content, the code
or the encoder that it is installed with is never used, for its name says what it was made of.
What was prepared from the very same files before is left as it is: a second wheel takes seconds.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
from importlib.metadata import version
from pathlib import Path

import bot
from bot.content.files import CONTENT_FOLDERS
from bot.content.places import default_content
from bot.engine import Bot
from bot.understand import packaged

_LEARN = ("numpy", "onnxruntime")
"""Packages of others that what is learnt depends on."""
_UNREAD = 0
"""Age of a file that was not asked for: one that is read is as good as new."""


def prepare(folder: Path, known: Path | None = None) -> Path:
    """Fill a folder, which is emptied first; files in it can be read by anyone.

    Args:
        known: a cache of this machine. What is in it is not made again; a release does without.

    Returns:
        the file that notes what it was made of: without it, it is made again.
    """
    note, made_of = folder.with_name(f"{folder.name}.made-of"), _made_of()
    if note.is_file() and note.read_text("utf-8") == made_of and _is_whole(folder):
        return note
    note.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in known.glob("*.npz") if known else ():
        shutil.copyfile(path, folder / path.name)
        os.utime(folder / path.name, (_UNREAD, _UNREAD))
    Bot.load(cache_folder=folder)
    for path in folder.glob("*.npz"):
        if path.stat().st_mtime == _UNREAD:
            path.unlink()
    packaged.seal(folder)
    note.write_text(made_of, "utf-8")
    return note


def _made_of() -> str:
    """SHA-256 of all that a change of could change what is prepared: code, models, content."""
    content = default_content()
    places = [Path(bot.__file__).parent, *(content / each for each in CONTENT_FOLDERS)]
    total = hashlib.sha256(repr([version(each) for each in _LEARN]).encode())
    for path in sorted(each for place in places for each in place.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            total.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _is_whole(folder: Path) -> bool:
    """Whether a folder has what its manifest says, and nothing else."""
    try:
        expected = json.loads((folder / packaged.MANIFEST).read_text("utf-8"))["files"]
    except (OSError, ValueError, KeyError):
        return False
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.npz")
    }
    return bool(found) and found == expected


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
