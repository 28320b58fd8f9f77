"""Authors get path:line: what is wrong, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content import checks, files, load, strict_yaml
from bot.content.files import Sources
from bot.errors import ContentError
from tests.conftest import ROOT
from tests.harness.parts import Folder, edit, line_of

CONTENT = files.read_folder(ROOT)
NET, CARCINOID = "responses/subjects/net.yaml", "responses/subjects/carcinoid.yaml"
BODY, POINTS = "responses/body.yaml", "data/points/net.yaml"
RARITY = "bot/common/intents/aspects/rarity.yaml"


@pytest.fixture
def folder() -> Folder:
    return dict(CONTENT)


def problems(folder: Folder) -> list[str]:
    sources = Sources.parse(folder)
    try:
        checks.check(load.build(sources, ""), sources)
        sources.raise_problems()
    except ContentError as error:
        return [str(each) for each in error.problems]
    return []


def test_a_sound_folder_has_none(folder: Folder) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        (NET + "#answers/rarity", "lead:", "led:", r"net.yaml:\d+: 'led' is no key"),
        (NET + "#answers/rarity", "lead:", "lead: twice\nlead:", r"\d: duplicate key 'lead'"),
        (NET + "#answers/rarity", "net.definition", "net.defnition", r"is no statement"),
        (NET + "#answers/rarity", "next:", "kind: maybe\nnext:", r"'kind' does not fit"),
        ("intents/aspects/growth.yaml", "takes: [type]", "takes: [types]", r"no kind of subject"),
        (
            "bot/common/intents/aspects/rarity.yaml",
            "utterances: |",
            "utterances: &a |",
            r"alias, anchor",
        ),
        (CARCINOID, "parent: net", "parent: nett", r"'nett', which is no subject"),
        (CARCINOID, "parent: net", "parent: gastrin", r"'branch' puts this below its parent"),
        (CARCINOID, "[net.types", "[net.tipes", r"'net.tipes.carcinoid' is no statement"),
        (NET, "answers:", "anwsers:", r"'anwsers' is no key"),
        (NET, "  rarity:\n", "  rarety:\n", r"'rarety' is no intent"),
        (NET, "  overview:\n", "  kind_of_it:\n", r"the root has no answer to 'overview'"),
        ("intents/refusals/cure.yaml", "answer:", "awnser:", r"'answer' is missing; add it"),
        ("intents/refusals/cure.yaml#answer", "[net.", "[nett.", r"'nett.*' is no statement"),
        ("data/content.yaml", "  vipoma\n", "  vippoma\n", r"'vippoma' is no subject; add"),
        ("data/content.yaml", "root: net", "root: nett", r"the root 'nett' is no subject"),
        (BODY, "name: Lungs", "nam: Lungs", r"'nam' is no key"),
        (BODY + "#sites/lungs", "[body,", "[body/lung,", r"'body/lung' names no site"),
        (BODY, "[net.loc", "[net.lok", r"'net.lokations.most' is no statement"),
        (BODY, "intent: l", "intent: k", r"'kocations' is no intent"),
        (
            "bot/common/data/emergency_numbers.yaml",
            "crisis: [us]",
            "crisis: [usa]",
            r"'usa' is no region",
        ),
        ("data/links.yaml", "publisher: gard", "publisher: grad", r"'grad' has no link"),
        ("data/links.yaml", "  nanets:", "  nannets:", r"links.yaml:\d+: 'nannets' is no subject"),
        ("data/links.yaml", "https://nanets", "nanets", r"'nanets.net/' must begin with https"),
        ("data/links.yaml", "reference: net#4", "reference: net#40", r"no reference 'net#40'"),
        ("data/links.yaml", "reference: net#4", "named_in: []", r"needs a reference or"),
        (
            "data/links.yaml",
            "net.care.guide,",
            "net.care.gide,",
            r"'net.care.gide' is no statement",
        ),
        (
            "bot/common/data/guardrails/crisis.yaml",
            "{long_ago}",
            "{long_age}",
            r"the list 'long_age'",
        ),
        (POINTS, "    told: |", "    tolled: |", r"'tolled' is no key"),
        (
            "data/points/net.yaml",
            "  rarity:\n",
            "  rarety:\n",
            r"'net/rarety' is no answer of its own",
        ),
        (
            "data/points/net.yaml",
            "lacking: |",
            "lacking: |\n      benign?\n      Benign",
            r"keep one",
        ),
        ("data/guides/by-type.yaml", "start:", "begin:", r"'begin' is no key"),
        (
            "bot/common/responses/phrases.yaml",
            "welcome:",
            "welkome:",
            r"the phrase 'welcome' is missing",
        ),
        (
            "data/documents/net.yaml",
            "last_updated: 2019-04-25",
            "last_updated: soon",
            r"last_updated",
        ),
    ],
)
def test_mistakes_are_named_with_their_place(
    path: str, old: str, new: str, said: str, folder: Folder
) -> None:
    file = path.partition("#")[0]
    edit(folder, path, old, new)
    found = problems(folder)
    assert any(re.search(said, each) and each.startswith(file) for each in found), found
    assert all(re.match(r"[\w/.-]+:\d+: .", each) for each in found)


def test_all_mistakes_are_told_at_once(folder: Folder) -> None:
    edit(folder, NET + "#answers/rarity", "lead:", "led:")
    edit(folder, CARCINOID + "#answers/kind_of", "lead:", "led:")
    edit(folder, NET + "#answers/growth", "lead:", "led:")
    places = {":".join(each.split(":")[:2]) for each in problems(folder)}
    assert places >= {
        f"{NET}:{line_of(folder, NET + '#answers/rarity', 'led:')}",
        f"{NET}:{line_of(folder, NET + '#answers/growth', 'led:')}",
        f"{CARCINOID}:{line_of(folder, CARCINOID, 'led:')}",
    }


def test_an_utterance_in_two_intents(folder: Folder) -> None:
    edit(
        folder,
        "bot/common/intents/aspects/rarity.yaml",
        "utterances: |",
        "utterances: |\n  what now twice",
    )
    edit(folder, "intents/aspects/growth.yaml", "utterances: |", "utterances: |\n  What now twice?")
    assert any("also stands in" in each for each in problems(folder))


def test_a_gap_in_coverage(folder: Folder) -> None:
    edit(folder, "data/documents/net.yaml", "  - title: Page", EXTRA_SECTION)
    assert any("no cell shows 'net.extra.said'" in each for each in problems(folder))


EXTRA_SECTION = """  - title: Extra
    statements:
      - id: net.extra.said
        text: 'A sentence that nothing shows.'
  - title: Page"""


@pytest.mark.parametrize("text", ["a: [", "a: b: c", "\t- x", "a: 'open", "? [", "a: !!python/x 1"])
def test_broken_yaml_is_one_clear_problem(text: str) -> None:
    parsed, found = strict_yaml.parse(text, "x.yaml")
    assert parsed.data is None
    assert len(found) == 1


def test_text_stays_text() -> None:
    parsed, found = strict_yaml.parse("a: no\nb: 12:30\nc: 2019-04-25\nd: 1.0\n", "x.yaml")
    assert not found
    assert parsed.data == {"a": "no", "b": "12:30", "c": "2019-04-25", "d": "1.0"}
    assert parsed.line(("c",)) == 3


def test_not_utf8(folder: Folder) -> None:
    folder[NET] = b"name: \xff\n"
    assert any("not UTF-8" in each for each in problems(folder))


def test_a_content_without_a_figure(folder: Folder) -> None:
    """Another disease may have no places in the body."""
    del folder[BODY], folder["data/points/body.yaml"]
    for path in [each for each in folder if each.startswith("responses/")]:
        text = folder[path].decode()
        folder[path] = text.replace("[body, ", "[").replace(" body,", "").encode()
    edit(folder, "responses/fallback/menu.yaml", "  - body\n", "")
    assert problems(folder) == []


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no content here"):
        files.read_folder(tmp_path)


def test_questions_on_the_answers_of_a_subject_stand_together(folder: Folder) -> None:
    folder["data/points/zzz.yaml"] = b"net:\n  rarity:\n    told: |\n      so rare?\n"
    assert any("'net' also stands in data/points/net.yaml" in each for each in problems(folder))
