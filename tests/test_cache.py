"""The cache: rebuilt when damaged, safe side by side, never in the way."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from bot import Bot
from bot.classify import Classifier, Example, LexicalEncoder
from bot.classify.context import FollowUp, train_context
from bot.classify.encoder import FloatArray
from bot.classify.train import train
from bot.understand import cache, learning, packaged
from bot.understand.cache import Kept, Stored
from bot.understand.prepare import Prepared, prepare
from tests.conftest import SECOND_DISEASE
from tests.harness.folders import short_copy

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
    for number in range(40):
        cache.fetch(f"key{number}", Builder(), tmp_path)
    assert len(list(tmp_path.glob("*.npz"))) <= cache._KEPT_FILES


def test_what_is_used_is_not_forgotten(tmp_path: Path) -> None:
    used = Builder()
    for number in range(40):
        cache.fetch("used", used, tmp_path)
        cache.fetch(f"key{number}", Builder(), tmp_path)
    assert used.calls == 1


def test_the_key_covers_all_that_counts() -> None:
    assert cache.key("content", "model") == cache.key("content", "model")
    assert len({cache.key("c", "m"), cache.key("c2", "m"), cache.key("c", "m2")}) == 3


def test_files_can_be_read_by_anyone(tmp_path: Path) -> None:
    """An image is built by one user and run by another."""
    cache.fetch("key", Builder(), tmp_path)
    assert (tmp_path / "key.npz").stat().st_mode & 0o777 == 0o644


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one prepared file."""
    folder = tmp_path / "prepared"
    cache.fetch("key", Builder(), folder)
    packaged.seal(folder)
    monkeypatch.setattr(packaged, "FOLDER", folder)
    return folder


def test_what_comes_with_the_package_is_not_built(package: Path, tmp_path: Path) -> None:
    build = Builder()
    found = cache.fetch("key", build, tmp_path / "cache")
    assert np.array_equal(found.arrays["b"], VALUE.arrays["b"])
    assert build.calls == 0
    assert sorted(each.name for each in package.iterdir()) == ["key.npz", "manifest.json"]
    cache.fetch("other", build, tmp_path / "cache")
    assert build.calls == 1


def test_what_is_renewed_comes_before_what_is_in_the_package(package: Path, tmp_path: Path) -> None:
    other = Stored({"a": []}, {})
    assert cache.renew("key", lambda: other, tmp_path / "cache") is other
    assert cache.fetch("key", Builder(), tmp_path / "cache").facts == other.facts


@pytest.mark.parametrize("damage", [b"", b"altered"])
def test_an_altered_file_of_the_package_is_refused(
    damage: bytes, package: Path, tmp_path: Path
) -> None:
    """Whole as a file of numpy, too: the hash decides."""
    other = Stored({"a": []}, {"b": np.zeros(3, np.float32)})
    cache.save(package / "key.npz", other)
    if damage:
        (package / "key.npz").write_bytes(damage)
    build = Builder()
    found = cache.fetch("key", build, tmp_path / "cache")
    assert np.array_equal(found.arrays["b"], VALUE.arrays["b"])
    assert build.calls == 1


def test_results_by_text_are_made_once_and_forgotten_when_unused(tmp_path: Path) -> None:
    made: list[str] = []

    def lengths(*texts: str) -> list[int]:
        kept = Kept("key", tmp_path)
        found = [kept.get(text, lambda text=text: made.append(text) or len(text)) for text in texts]
        kept.save()
        return found

    assert lengths("a", "bb") == [1, 2]
    assert lengths("bb", "a", "ccc") == [2, 1, 3]
    assert made == ["a", "bb", "ccc"]
    assert lengths("dddd", "ccc") == [4, 3]
    assert lengths("a") == [1]
    assert made == ["a", "bb", "ccc", "dddd", "a"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A content to change: the smallest that there is, as the cache is for any."""
    return short_copy(tmp_path / "content", of=SECOND_DISEASE)


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Example]]:
    """The lines of every training, which is made short."""
    found: list[Sequence[Example]] = []

    def quickly(examples: Sequence[Example], *args: Any, **options: Any) -> Classifier:
        found.append(examples)
        return train(examples[::10], *args, **options)

    def quickly_too(lines: Sequence[FollowUp], vectors: FloatArray, **options: Any) -> Any:
        return train_context(lines[::10], vectors[::10], **options)

    monkeypatch.setattr(learning, "train", quickly)
    monkeypatch.setattr(learning, "train_context", quickly_too)
    return found


def test_only_a_changed_utterance_needs_a_new_training(
    folder: Path, tmp_path: Path, trained: list[Sequence[Example]]
) -> None:
    def loaded() -> Bot:
        return Bot.load(folder, cache_folder=tmp_path / "cache", encoder=LexicalEncoder())

    def write(file: str, old: str, new: str) -> None:
        path = folder / file
        assert path.read_text("utf-8").count(old) == 1
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    loaded()
    write("bot/common/responses/smalltalk/thanks.yaml", "lead: ", "lead: Surely. ")
    assert loaded().reply("/thanks").replies[0].text.startswith("Surely. ")
    assert len(trained) == 1
    write(
        "bot/common/intents/smalltalk/thanks.yaml",
        "utterances: |\n",
        "utterances: |\n  muchas muchas\n",
    )
    loaded()
    assert [line.label for line in trained[1] if line not in trained[0]] == ["thanks"]


def test_a_classifier_that_is_gone_or_refused_is_trained_again(
    folder: Path, tmp_path: Path, trained: list[Sequence[Example]]
) -> None:
    for damage in (None, Path.unlink, _without_weights):
        if damage:
            damage(_classifier_in(tmp_path / "cache"))
        Bot.load(folder, cache_folder=tmp_path / "cache", encoder=LexicalEncoder())
    assert len(trained) == 3
    assert [*trained[0]] == [*trained[1]] == [*trained[2]]


@pytest.mark.parametrize("damage", [None, Path.unlink, lambda path: path.write_bytes(b"PK")])
def test_what_a_second_message_needs_is_read_late_and_verified_then(
    damage: Callable[[Path], object] | None,
    folder: Path,
    tmp_path: Path,
    trained: list[Sequence[Example]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def prepared() -> Prepared:
        return prepare(folder, LexicalEncoder(), tmp_path / "cache", None, late=True)

    expected = prepared().context().to_arrays()
    kept = _file_with("context_votes", tmp_path / "cache")
    read: list[Path] = []
    load = cache.load
    monkeypatch.setattr(cache, "load", lambda path: read.append(path) or load(path))
    context = prepared().context
    assert read
    assert kept not in read
    if damage:
        damage(kept)
    found = context().to_arrays()
    assert kept in read
    assert all(np.array_equal(array, expected[name]) for name, array in found.items())
    assert load(kept)


def test_one_answer_takes_no_lines_that_are_only_learnt_from(
    folder: Path, tmp_path: Path, trained: list[Sequence[Example]]
) -> None:
    def loaded(*, late: bool) -> Bot:
        cached = tmp_path / "cache"
        return Bot.load(folder, cache_folder=cached, encoder=LexicalEncoder(), late=late)

    whole, short = loaded(late=False), loaded(late=True)
    assert all(each.lines for each in whole.content.intents.values() if each.group == "aspects")
    assert not any(each.lines or each.followups for each in short.content.intents.values())
    questions = ("what is Tarn syndrome?", "is it rare?", "thanks")
    assert [short.reply(each) for each in questions] == [whole.reply(each) for each in questions]
    _classifier_in(tmp_path / "cache").unlink()
    loaded(late=True)
    assert [*trained[0]] == [*trained[1]], "what is learnt anew is learnt from all lines"


def _classifier_in(folder: Path) -> Path:
    return _file_with("weights", folder)


def _file_with(array: str, folder: Path) -> Path:
    [found] = [path for path in folder.glob("*.npz") if array in cache.load(path).arrays]
    return found


def _without_weights(path: Path) -> None:
    """Whole as a file, and of no use as a classifier."""
    stored = cache.load(path)
    assert stored
    arrays = {name: array for name, array in stored.arrays.items() if name != "weights"}
    cache.save(path, Stored(stored.facts, arrays))
