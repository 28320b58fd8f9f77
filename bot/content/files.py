"""Reads a content folder: bytes, digest, parsed YAML, and files checked against their shape."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from bot.content import layers, places, strict_yaml
from bot.content.strict_yaml import Location, ParsedFile
from bot.errors import ContentError, Problem

if TYPE_CHECKING:
    from pydantic import TypeAdapter

CONTENT_FOLDERS = ("data", "intents", "responses")
REVIEWS = "data/reviews.yaml"
"""Who has read which answer. It changes nothing that is said, so it is not loaded."""
T = TypeVar("T")


def read_folder(folder: Path) -> dict[str, bytes]:
    """Every content file below `folder`, by its path relative to it, in a fixed order.

    A content that extends the common layer has the files of that layer after its own.

    Raises:
        ContentError: when `folder` has none of the content folders.
    """
    require(folder)
    found = _files(folder)
    setting = found.get(layers.SETTING, b"").decode("utf-8", errors="replace")
    parsed, _ = strict_yaml.parse(setting, layers.SETTING)
    if layers.is_layered({layers.SETTING: parsed}):
        below = _files(places.common(folder))
        found |= {layers.PREFIX + path: data for path, data in below.items()}
    return found


def require(folder: Path) -> None:
    """Raise ContentError when `folder` has none of the content folders; reads nothing."""
    if next(paths(folder), None) is None:
        message = f"no content here; a content folder has {', '.join(CONTENT_FOLDERS)} in it"
        raise ContentError((Problem(str(folder), 1, message),))


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths(folder)}


def paths(folder: Path) -> Iterator[Path]:
    """The files of one layer of a content, in order; not what an editor leaves, nor reviews."""
    for name in CONTENT_FOLDERS:
        for path in sorted((folder / name).rglob("*")):
            left = path.name.startswith(".") or path.name.endswith("~") or path == folder / REVIEWS
            if path.is_file() and not left:
                yield path


def read_one(folder: Path, path: str) -> tuple[Any, tuple[Problem, ...]]:
    """What one file says in both layers, unchecked, and what is wrong with it; None if not there.

    For whoever cannot wait for all of a content.
    """
    beside = f"{path.rpartition('/')[0]}/{layers.ADDITIONS}"
    raw = {}
    for name in (layers.SETTING, beside, path, layers.PREFIX + path):
        below = name.startswith(layers.PREFIX)
        place = places.common(folder) / path if below else folder / name
        with suppress(OSError):
            raw[name] = place.read_bytes()
    sources = Sources.parse(raw)
    found = sources.files.get(path)
    # Additions to files that were not read meet nothing here.
    problems = tuple(each for each in sources.problems if each.path != beside)
    return (found.data if found else None), problems


def digest(files: Mapping[str, bytes]) -> str:
    """SHA-256 over names and bytes: the identity of the content."""
    total = hashlib.sha256()
    for path, data in files.items():
        total.update(f"{path}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()


@dataclass
class Sources:
    """Parsed files, and the mistakes met so far. Only loading and checking use it."""

    files: Mapping[str, ParsedFile]
    problems: list[Problem] = field(default_factory=list)
    texts: Mapping[str, str] = field(default_factory=dict)
    """Files that are no YAML, such as the originals of documents."""
    loaded: set[str] = field(default_factory=set)
    """Paths of the files that had a shape to fit."""

    @classmethod
    def parse(cls, raw: Mapping[str, bytes]) -> Sources:
        """Parse every YAML file; what cannot be read becomes a problem, never an exception."""
        files: dict[str, ParsedFile] = {}
        problems: list[Problem] = []
        texts: dict[str, str] = {}
        for path, data in raw.items():
            if not path.endswith(".yaml"):
                texts[path] = data.decode("utf-8", errors="replace")
                continue
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError:
                problems.append(Problem(path, 1, "not UTF-8 text; save the file as UTF-8"))
                continue
            files[path], found = strict_yaml.parse(text, path)
            problems.extend(found)
        return cls(layers.merged(files, problems), problems, texts)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Sources:
        """Sources of files that were parsed and checked before (from a cache): no lines."""
        return cls({path: ParsedFile(path, data, {}) for path, data in plain.items()})

    def plain(self) -> dict[str, Any]:
        """What `from_plain` takes."""
        return {path: parsed.data for path, parsed in self.files.items()}

    def below(self, folder: str) -> Iterable[str]:
        """Paths of the files below `folder`."""
        return (path for path in self.files if path.startswith(folder + "/"))

    def shown(self, path: str) -> str:
        """The path of a file with the layer that it stands in."""
        return self.place(path)[0]

    def place(self, path: str, location: Location = ()) -> tuple[str, int]:
        """The file that a part of the content is from, and its line; line 1 if not known.

        Args:
            path: of a file; after a `#`, the part of it from which `location` leads on.
        """
        file, _, part = path.partition("#")
        parsed = self.files.get(file)
        return parsed.place((*_keys(part), *location)) if parsed else (file, 1)

    def report(self, path: str, message: str, location: Location = ()) -> None:
        """Note a mistake at a place inside a file, or inside a part of it."""
        self.problems.append(Problem(*self.place(path, location), message))

    def report_entry(self, path: str, message: str, location: Location, entry: str) -> None:
        """Note a mistake at one line of a `|` block, or at an item of a list."""
        value: Any = self.files[path].data
        for part in location:
            value = value[part]
        if isinstance(value, list):
            self.report(
                path, message, (*location, value.index(entry)) if entry in value else location
            )
            return
        entries = [line.strip() for line in str(value).splitlines()]
        parsed = self.files[path]
        listed = entry in entries and len(entries) > 1
        place = (
            parsed.block_line(location, entries.index(entry)) if listed else parsed.place(location)
        )
        self.problems.append(Problem(*place, message))

    @property
    def unread(self) -> set[str]:
        """Paths of the files that nothing asked for."""
        return {*self.files, *self.texts} - self.loaded

    def shaped(self, path: str, shape: type[T]) -> T | None:
        """The file as a `shape`; None, with the problems noted, when it does not fit."""
        self.loaded.add(path)
        parsed = self.files.get(path)
        if parsed is None:
            if not any(problem.path == path for problem in self.problems):
                self.report(path, "this file is missing; add it")
            return None
        if parsed.data is None:
            if not any(problem.path == parsed.path for problem in self.problems):
                self.report(path, "this file is empty; fill it in or delete it")
            return None
        from pydantic import ValidationError

        try:
            return _adapter(shape).validate_python(parsed.data)
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                location = tuple(detail["loc"])
                self.report(path, _explain(detail["type"], location, detail), location)
            return None

    def raise_problems(self) -> None:
        """Raise ContentError when there is any problem."""
        if self.problems:
            raise ContentError(tuple(self.problems))


def _keys(part: str) -> Location:
    return tuple(part.split("/")) if part else ()


_adapters: dict[Any, TypeAdapter[Any]] = {}
"""pydantic is imported late: the words of the greeting are read before anything that takes long."""


def _adapter(shape: type[T]) -> TypeAdapter[T]:
    from pydantic import TypeAdapter

    if shape not in _adapters:
        _adapters[shape] = TypeAdapter(shape)
    return _adapters[shape]


def _explain(kind: str, location: Location, detail: Mapping[str, Any]) -> str:
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "this file")
    explanations = {
        "missing": f"'{key}' is missing; add it",
        "extra_forbidden": f"'{key}' is no key of this kind of file; check its spelling",
        "string_type": f"'{key}' must be text",
        "tuple_type": f"'{key}' must be a list; write [a, b] or one '- item' a line",
        "dict_type": f"'{key}' must be a group of 'key: value' lines",
        "model_type": f"'{key}' must be a group of 'key: value' lines",
        "bool_parsing": f"'{key}' must be yes or no",
        "int_parsing": f"'{key}' must be a whole number",
        "float_parsing": f"'{key}' must be a number",
    }
    said = str(detail.get("msg", "")).replace("Input should be ", "it must be ")
    return explanations.get(kind, f"'{key}' does not fit: {said}; correct it")
