"""The cache: rebuilt when damaged, safe side by side, never in the way."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
import pytest

from bot.understand import cache
from bot.understand.cache import Stored

VALUE = Stored({"a": [1, "x"]}, {"b": np.arange(6, dtype=np.float32)})


class Builder:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self) -> Stored:
        self.calls += 1
        return VALUE


def test_it_builds_once(tmp_path: Path) -> None:
    build = Builder()
    for _ in range(3):
        found = cache.fetch("key", build, tmp_path)
        assert found.facts == VALUE.facts
        assert np.array_equal(found.arrays["b"], VALUE.arrays["b"])
    assert build.calls == 1


@pytest.mark.parametrize("damage", [b"", b"PK", b"\x00" * 500])
def test_a_damaged_file_is_built_again(damage: bytes, tmp_path: Path) -> None:
    build = Builder()
    cache.fetch("key", build, tmp_path)
    (tmp_path / "key.npz").write_bytes(damage)
    cache.fetch("key", build, tmp_path)
    cache.fetch("key", build, tmp_path)
    assert build.calls == 2


def test_a_half_written_or_altered_file_is_built_again(tmp_path: Path) -> None:
    build = Builder()
    cache.fetch("key", build, tmp_path)
    file = tmp_path / "key.npz"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    cache.fetch("key", build, tmp_path)
    middle = len(whole) // 3
    file.write_bytes(whole[:middle] + bytes([whole[middle] ^ 0xFF]) + whole[middle + 1 :])
    found = cache.fetch("key", build, tmp_path)
    assert np.array_equal(found.arrays["b"], VALUE.arrays["b"])
    assert build.calls >= 2


def test_a_place_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert cache.fetch("key", Builder(), tmp_path / "file" / "below").facts == VALUE.facts


def test_two_at_once_build_once(tmp_path: Path) -> None:
    build = Builder()
    threads = [
        threading.Thread(target=cache.fetch, args=("key", build, tmp_path)) for _ in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert build.calls == 1
    assert not list(tmp_path.glob("*.part"))


def test_old_files_are_forgotten(tmp_path: Path) -> None:
    for number in range(9):
        cache.fetch(f"key{number}", Builder(), tmp_path)
    assert len(list(tmp_path.glob("*.npz"))) <= 4


def test_the_key_covers_all_that_counts() -> None:
    assert cache.key("content", "model") == cache.key("content", "model")
    assert len({cache.key("c", "m"), cache.key("c2", "m"), cache.key("c", "m2")}) == 3
