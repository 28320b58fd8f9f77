"""Authors get path:line: what is wrong, and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.content import checks, files, load, strict_yaml
from bot.content.files import Sources
from bot.errors import ContentError
from tests.conftest import ROOT

Folder = dict[str, bytes]
CONTENT = files.read_folder(ROOT)
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


def edit(folder: Folder, path: str, old: str, new: str) -> None:
    text = folder[path].decode()
    assert old in text
    folder[path] = text.replace(old, new, 1).encode()


def test_a_sound_folder_has_none(folder: Folder) -> None:
    assert problems(folder) == []


@pytest.mark.parametrize(
    ("path", "old", "new", "said"),
    [
        ("responses/net/rarity.yaml", "lead:", "led:", r"rarity.yaml:\d+: 'led' is no key"),
        ("responses/net/rarity.yaml", "lead:", "lead: twice\nlead:", r":2: duplicate key 'lead'"),
        ("responses/net/rarity.yaml", "net.definition", "net.defnition", r"is no statement"),
        ("responses/net/rarity.yaml", "next:", "kind: maybe\nnext:", r"'kind' does not fit"),
        ("intents/aspects/growth.yaml", "takes: [type]", "takes: [types]", r"no kind of subject"),
        (
            "bot/common/intents/aspects/rarity.yaml",
            "utterances: |",
            "utterances: &a |",
            r"alias, anchor",
        ),
        ("data/subjects.yaml", "parent: net", "parent: nett", r"'nett', which is no subject"),
        ("data/tree.yaml", "subject: carcinoid", "subject: karzinoid", r"is no subject"),
        ("data/body.yaml", "  lungs:", "  lunks:", r"nothing is said of the site 'lunks'"),
        ("responses/body/lungs.yaml", "[body,", "[body/lung,", r"'body/lung' names no site"),
        ("data/body.yaml", "[net.loc", "[net.lok", r"'net.lokations.most' is no statement"),
        ("data/body.yaml", "intent: l", "intent: k", r"'kocations' is no intent"),
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
    edit(folder, path, old, new)
    found = problems(folder)
    assert any(re.search(said, each) and each.startswith(path) for each in found), found
    assert all(re.match(r"[\w/.-]+:\d+: .", each) for each in found)


def test_all_mistakes_are_told_at_once(folder: Folder) -> None:
    edit(folder, "responses/net/rarity.yaml", "lead:", "led:")
    edit(folder, "responses/net/growth.yaml", "lead:", "led:")
    found = problems(folder)
    assert {each.split(":")[0] for each in found} >= {
        "responses/net/rarity.yaml",
        "responses/net/growth.yaml",
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
    folder["data/subjects.yaml"] = b"root: \xff\n"
    assert any("not UTF-8" in each for each in problems(folder))


def test_a_site_that_is_on_no_figure(folder: Folder) -> None:
    edit(folder, "data/body.yaml", "  lungs: Lungs\n", "")
    assert any(
        each.startswith("responses/body/lungs.yaml:1: 'lungs' is no site")
        for each in problems(folder)
    )


def test_a_content_without_a_figure(folder: Folder) -> None:
    """Another disease may have no places in the body."""
    del folder["data/body.yaml"]
    for path in [each for each in folder if each.startswith("responses/body/")]:
        del folder[path]
    for path in [each for each in folder if each.startswith("responses/")]:
        text = folder[path].decode()
        folder[path] = text.replace("[body, ", "[").replace(" body,", "").encode()
    edit(folder, "responses/fallback/menu.yaml", "  - body\n", "")
    assert problems(folder) == []


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no content here"):
        files.read_folder(tmp_path)
