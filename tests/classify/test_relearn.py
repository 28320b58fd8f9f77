"""Votes of lines that are known to vote, and their adjustment to what changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.classify import context, relearn, train, voters
from bot.classify.adjust import adjust
from bot.classify.classifier import Example, Kernel
from bot.classify.columns import Columns
from bot.classify.context import FollowUp
from bot.classify.encoder import FloatArray, OnnxEncoder
from bot.classify.grow import RIDGE, Messages
from bot.classify.lines import rounded
from bot.classify.voters import Voters
from bot.errors import ModelError

KINDS = ("cause", "cure", "news", "risk")


def some(number: int) -> Messages:
    """Lines of forty kinds around as many directions; a tenth of them are of another kind."""
    rng = np.random.default_rng(1)
    kinds = np.arange(number) % 40
    vectors = rng.normal(size=(number, 32)) + rng.normal(size=(40, 32))[kinds]
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    kinds[::10] = rng.integers(0, 40, len(kinds[::10]))
    columns = Columns.gather([np.eye(4, dtype=np.float32)[np.arange(number) % 4]])
    targets = np.eye(40, dtype=np.float32)[kinds]
    return Messages(Kernel(), vectors.astype(np.float32), columns, targets)


def solved(lines: Messages, kept: NDArray[np.intp]) -> FloatArray:
    matrix = lines.likeness(kept, kept).astype(np.float64) + RIDGE * np.eye(len(kept))
    return np.linalg.solve(matrix, lines.targets[kept]).astype(np.float32)


@pytest.mark.parametrize(("gone", "new"), [(0, 1), (1, 0), (0, 0), (60, 120)])
def test_adjusted_votes_say_what_a_training_anew_says(gone: int, new: int) -> None:
    """Scores tell labels apart by some tenths; they agree to some hundredths."""
    lines = some(3000)
    before, added = np.arange(2800), np.arange(2800, 2800 + new)
    order = np.random.default_rng(3).permutation(before)
    stay, left = order[gone:], order[:gone]
    votes = solved(lines, np.concatenate([stay, left]))
    found = adjust(lines, stay, votes, left, added)
    kept = np.concatenate([stay, added])
    rest = np.arange(2920, 3000)
    anew = solved(lines, kept)
    close = np.abs(lines.scores(rest, kept, found) - lines.scores(rest, kept, anew))
    assert close.max() < 0.05


def test_adjusting_is_the_same_each_time() -> None:
    lines = some(1200)
    stay, new = np.arange(1000), np.arange(1000, 1100)
    votes = solved(lines, stay)
    first, second = (adjust(lines, stay, votes, np.arange(0), new) for _ in range(2))
    assert np.array_equal(first, second)


@dataclass
class Letters:
    """An encoder that looks at letters, and counts what it is asked for."""

    identity: str = "letters"
    dimensions: int = 26
    words: frozenset[str] = frozenset()
    asked: int = 0

    def encode(self, texts: Sequence[str]) -> FloatArray:
        self.asked += len(texts)
        found = np.array([[t.count(chr(97 + i)) for i in range(26)] for t in texts], np.float32)
        found = found.reshape(len(texts), 26)
        whole, factors = rounded(found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-6))
        return whole * factors


def lines_of(number: int) -> list[Example]:
    words = ("why", "how", "when", "where", "does", "it", "start", "stop", "hurt", "come", "go")
    rng = np.random.default_rng(5)
    found = {}
    while len(found) < number:
        label = KINDS[len(found) % 4]
        text = " ".join([label, *rng.choice(words, 4).tolist()])
        found[text] = Example(text, label, (f"flag:{len(found) % 2}",))
    return list(found.values())


def chosen(examples: Sequence[Example], encoder: Letters) -> Voters:
    trained = train.learn(examples, encoder)
    after = [FollowUp(each.text, "cure", each.label) for each in examples[::3]]
    said = context.learn_context(after, encoder.encode([each.text for each in after]))
    return Voters(
        encoder=encoder.identity,
        messages=tuple(examples[at] for at in trained.kept),
        message_vectors=trained.lines.vectors[trained.kept],
        message_made=np.zeros(len(trained.kept), bool),
        message_votes=trained.votes,
        follow_ups=tuple(after[at] for at in said.kept),
        follow_up_vectors=said.lines.vectors[said.kept],
        follow_up_made=np.zeros(len(said.kept), bool),
        follow_up_votes=said.votes,
        flags=trained.form.flags,
        idf=trained.form.text.idf,
        sharpness=trained.sharpness,
        seen=np.unique(voters.marks([*examples, *after])),
    )


@pytest.fixture(scope="module")
def encoder() -> Letters:
    return Letters()


@pytest.fixture(scope="module")
def few(encoder: Letters) -> Voters:
    return chosen(lines_of(400), encoder)


def test_unchanged_lines_give_what_training_gives(few: Voters, encoder: Letters) -> None:
    examples = lines_of(400)
    change = relearn.message_change(few, examples, KINDS)
    assert change
    asked = encoder.asked
    found = relearn.relearn(few, change, encoder, encoder)
    assert encoder.asked == asked
    texts, flags = [e.text for e in examples], [e.flags for e in examples]
    anew = train.train(examples, encoder)
    assert found.labels == anew.labels
    assert np.allclose(found.predict(texts, flags), anew.predict(texts, flags), atol=2e-3)


def test_a_new_intent_is_learnt_and_one_that_is_gone_is_forgotten(
    few: Voters, encoder: Letters
) -> None:
    kept = [each for each in lines_of(400) if each.label != "news"][:299]
    new = [Example(f"zzz {x}", "zebra", ("flag:0",)) for x in ("quiz", "jazz", "fizz", "buzz")]
    gone = [each for each in lines_of(400) if each.label == "news"]
    change = relearn.Change.of(few.messages, few.message_made, [*kept, *new], KINDS, few)
    assert len(change.gone) >= len(gone)
    assert change.new == tuple(new)
    found = relearn.relearn(few, change, encoder, encoder)
    assert set(found.labels) == {"cause", "cure", "risk", "zebra"}
    row = found.predict(["zzz whizz"], [("flag:0",)])[0]
    assert found.labels[int(row.argmax())] == "zebra"


def test_much_change_needs_a_choice_anew(few: Voters) -> None:
    examples = lines_of(400)
    assert relearn.message_change(few, examples[:380], KINDS)
    assert relearn.message_change(few, examples[:300], KINDS) is None
    assert relearn.message_change(None, examples, KINDS) is None


def test_a_flag_that_no_voter_has_is_learnt(few: Voters, encoder: Letters) -> None:
    """The terms of a new question bring one: all lines need not be learnt anew for it."""
    text = "why how when where"
    new = [Example(f"{text} {x}", "cure", ("flag:dental",)) for x in ("go", "come", "hurt", "it")]
    change = relearn.message_change(few, [*lines_of(400), *new], KINDS)
    assert change
    found = relearn.relearn(few, change, encoder, encoder)
    assert "flag:dental" in found.flags
    column = found.labels.index("cure")
    with_flag, without = found.predict([text] * 2, [("flag:dental",), ()])
    assert with_flag[column] > without[column]


def test_of_lines_that_were_looked_at_only_voters_are_learnt_from_again(few: Voters) -> None:
    """Another content shares most lines with ours, and they need not be solved for anew."""
    own = [Example(f"zzz {number}", "zebra", ("flag:0",)) for number in range(300)]
    silent = [Example(f"why how {number}", "cure") for number in range(200)]
    rare = [Example(f"when {number}", "risk") for number in range(3)]
    shared = [each for each in few.messages if each.label != "risk"]
    looked_at = replace(few, seen=np.union1d(few.seen, voters.marks([*silent, *rare])))
    lines = [*shared, *silent, *rare, *own]
    found = relearn.worth_learning(looked_at, looked_at.messages, lines)
    assert found == (*shared, *rare, *own)


def test_what_was_made_of_lines_stays_as_long_as_its_intents_do(few: Voters) -> None:
    """Lines made at random are made once: else one utterance more would change them all."""
    made = replace(few, message_made=np.array([each.label == "news" for each in few.messages]))
    own = [each for each in few.messages if each.label != "news"]
    change = relearn.Change.of(made.messages, made.message_made, own, KINDS, made)
    assert not change.gone
    change = relearn.Change.of(made.messages, made.message_made, own, {*KINDS} - {"news"}, made)
    assert {each.label for each in change.gone} == {"news"}


def test_follow_ups_are_relearnt_in_the_same_way(few: Voters, encoder: Letters) -> None:
    new = FollowUp("zzz", "cure", "zebra")
    change = relearn.follow_up_change(few, [*few.follow_ups, new], KINDS)
    assert change
    assert change.new == (new,)
    found = relearn.relearn_context(few, change, encoder)
    likeliest = found.predict(encoder.encode(["zzz"])[0], "cure")
    assert max(likeliest, key=lambda name: likeliest[name]) == "zebra"


def test_voters_come_back_as_they_were_kept(few: Voters, tmp_path: Path) -> None:
    few.save(tmp_path / "a.npz")
    few.save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    found = voters.load(tmp_path / "a.npz")
    assert found
    assert found.identity == voters.identity(tmp_path / "b.npz") != ""
    assert (found.messages, found.follow_ups, found.flags) == (
        few.messages,
        few.follow_ups,
        few.flags,
    )
    assert np.array_equal(found.message_vectors, few.message_vectors)
    assert found.knew(few.messages).all()


def test_no_voters_is_no_fault_and_damaged_ones_are(few: Voters, tmp_path: Path) -> None:
    assert voters.load(tmp_path / "none.npz") is None
    few.save(tmp_path / "a.npz")
    whole = (tmp_path / "a.npz").read_bytes()
    (tmp_path / "a.npz").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ModelError, match="damaged; restore"):
        voters.load(tmp_path / "a.npz")


def test_the_committed_voters_are_of_the_committed_encoder() -> None:
    found = voters.load()
    assert found
    assert found.encoder == OnnxEncoder.load().identity
