"""Where content is found."""

from __future__ import annotations

from pathlib import Path

from bot.errors import InputError

PACKAGED_CONTENT = Path(__file__).parents[1] / "_content"


def default_content() -> Path:
    """The content that comes with NET Guide: packaged, or the checkout's own."""
    return PACKAGED_CONTENT if PACKAGED_CONTENT.is_dir() else Path(__file__).parents[2]


def common(folder: Path) -> Path:
    """What every health page needs: of the checkout that a content stands in, or the package's."""
    beside = folder / "bot" / "common"
    return beside if beside.is_dir() else Path(__file__).parents[1] / "common"


def writable(folder: Path) -> Path:
    """A folder to write content to.

    Raises:
        InputError: it is part of an installed package, which a writer would break.
    """
    package = PACKAGED_CONTENT.parent.resolve()
    if PACKAGED_CONTENT.is_dir() and folder.resolve().is_relative_to(package):
        raise InputError(f"{folder} belongs to the installed package; name a folder of your own")
    return folder


def named(path: Path) -> Path:
    """A file that somebody named; its text is read later.

    Raises:
        InputError: it is not there.
    """
    try:
        path.stat()
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    return path


def text_of(path: Path, called: str = "UTF-8") -> str:
    """The text of a file that somebody named, without a mark of its encoding.

    Args:
        called: what a program that writes such files calls the encoding.

    Raises:
        InputError: it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text; save it as {called}") from error
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
