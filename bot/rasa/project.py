"""Writes a Rasa project, and only over what it wrote itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from pathlib import Path

from bot.engine import Bot
from bot.errors import InputError
from bot.rasa import files, stories
from bot.rasa.dump import dump, training_data
from bot.testing import conversations

MANIFEST = ".net-guide.json"
"""Names the files that were written, and their SHA-256."""
CONVERSATIONS = Path("tests") / "conversations"
STORIES = "tests/test_stories.yml"
FILES = frozenset(
    {
        "config.yml",
        "domain.yml",
        "data/nlu.yml",
        "data/rules.yml",
        "data/stories.yml",
        "endpoints.yml",
        "credentials.yml",
        STORIES,
    }
)
"""All that a project may have; looked at before it is made, which takes a while."""


def export(bot: Bot, folder: Path, mode: files.Mode, tests: Path | None = None) -> int:
    """Write the project; returns how many files it has.

    Args:
        tests: folder of scripted conversations, for Rasa's test stories.

    Raises:
        InputError: a file that would be overwritten is not as it was written, or the folder
            cannot be written to.
    """
    _refuse_foreign(folder, FILES if tests else FILES - {STORIES})
    made = project(bot, mode, tests)
    digests = {name: _digest(text.encode()) for name, text in made.items()}
    manifest = {"mode": mode, "content": bot.content.digest, "files": digests}
    try:
        for name, text in made.items():
            _write(folder / name, text)
        _write(folder / MANIFEST, json.dumps(manifest, indent=2) + "\n")
    except OSError as error:
        raise InputError(f"{folder} cannot be written to: {error.strerror}") from None
    return len(made)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def project(bot: Bot, mode: files.Mode, tests: Path | None = None) -> dict[str, str]:
    """The files of the project by name. The same content gives the same files."""
    content = bot.content
    made = {
        "config.yml": dump(
            files.config(mode, sum(len(each.lines) for each in content.intents.values()))
        ),
        "domain.yml": dump(files.domain(content)),
        "data/nlu.yml": training_data(files.nlu(content)),
        "data/rules.yml": training_data(files.rules(content)),
        "data/stories.yml": training_data(files.stories(content)),
        "endpoints.yml": dump(files.endpoints()),
        "credentials.yml": dump(files.credentials()),
    }
    if tests:
        found = [each for path in conversations.find([tests]) for each in conversations.load(path)]
        made[STORIES] = training_data(stories.test_stories(found, bot, mode))
    return made


def _refuse_foreign(folder: Path, names: Collection[str]) -> None:
    """Nothing is overwritten that was not written here, or that was changed since."""
    written = _written(folder / MANIFEST)
    for name in sorted(names):
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            raise InputError(f"{path} leads out of the folder; choose another folder")
        if not path.exists() and not path.is_symlink():
            continue
        if name not in written:
            raise InputError(f"{path} was not written by this command; choose another folder")
        if not path.is_file() or _digest(path.read_bytes()) != written[name]:
            raise InputError(f"{path} was changed since; move it away, or choose another folder")


def _written(manifest: Path) -> dict[str, str]:
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))["files"].items()
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise InputError(f"{manifest} cannot be read; choose another folder") from None
    return {str(name): str(digest) for name, digest in found}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
