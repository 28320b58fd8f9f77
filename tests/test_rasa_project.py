"""Exporting to Rasa and importing from it. `make test-rasa` shows the project to a real Rasa."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml

from bot import Bot, ContentError
from bot.cli.main import main
from bot.content.library import Content
from bot.content.schema import IntentShape
from bot.content.strict_yaml import parse
from bot.errors import InputError
from bot.rasa import annotate, files, intake, project, stories
from bot.testing import conversations
from tests.conftest import ROOT, SECOND_DISEASE

CONVERSATIONS = ROOT / "tests" / "conversations" / "talks-1.yaml"
"""One file of them: in each test story the bot answers anew."""
OTHERS = SECOND_DISEASE / "tests" / "talks"


@pytest.fixture(scope="module", params=["thin", "full"])
def made(request: pytest.FixtureRequest, net_guide_bot: Bot) -> dict[str, str]:
    return project.project(net_guide_bot, request.param, CONVERSATIONS)


@pytest.fixture(scope="module")
def small() -> Bot:
    """The bot of the smallest content: whether a file may be written is the same for any."""
    return Bot.load(SECOND_DISEASE)


@pytest.fixture(scope="module")
def thin(small: Bot, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without test stories; tests change copies of it."""
    folder = tmp_path_factory.mktemp("thin")
    project.export(small, folder, "thin")
    return folder


@pytest.fixture
def exported(thin: Path, tmp_path: Path) -> Path:
    """A project that may be changed."""
    return shutil.copytree(thin, tmp_path / "project")


def read(made: dict[str, str], name: str) -> dict[str, list[dict[str, str]]]:
    return parsed_yaml(made[name])


@cache
def parsed_yaml(text: str) -> dict[str, list[dict[str, str]]]:
    """Files of thousands of lines, that several tests look at."""
    found: dict[str, list[dict[str, str]]] = yaml.load(text, yaml.CSafeLoader)
    return found


def test_a_project_has_all_that_rasa_reads(made: dict[str, str]) -> None:
    assert set(made) == {
        "config.yml",
        "credentials.yml",
        "data/nlu.yml",
        "data/rules.yml",
        "data/stories.yml",
        "domain.yml",
        "endpoints.yml",
        "tests/test_stories.yml",
    }


def test_every_utterance_is_there_as_written(made: dict[str, str], content: Content) -> None:
    entries = {
        each["intent"]: each for each in read(made, "data/nlu.yml")["nlu"] if "intent" in each
    }
    for name, intent in content.intents.items():
        lines = [line[2:] for line in entries[name]["examples"].splitlines()]
        plain = tuple(map(intake.plain, lines))
        if intent.lines:
            assert plain == intent.lines
        else:
            said = {line.rpartition("<=")[0].strip() for line in intent.followups}
            assert plain
            assert said.issuperset(plain)


def test_no_example_stands_under_two_intents(made: dict[str, str]) -> None:
    under: dict[str, set[str]] = {}
    for entry in read(made, "data/nlu.yml")["nlu"]:
        for line in entry["examples"].splitlines() if "intent" in entry else ():
            under.setdefault(intake.plain(line[2:]).lower(), set()).add(entry["intent"])
    assert not {line: intents for line, intents in under.items() if len(intents) > 1}


def test_names_of_subjects_are_marked(content: Content) -> None:
    mark = annotate.Annotator(content).annotate
    assert mark("is a pancreatic NET inherited?") == (
        "is a [pancreatic NET](subject:pancreatic_net) inherited?"
    )
    assert mark("Islet-cell tumours, then?").startswith(
        "[Islet-cell tumours](subject:pancreatic_net), then"
    )
    assert mark("what is it") == "what is it"
    assert mark("NET [sic]") == "NET [sic]"


def test_every_intent_of_a_payload_is_in_the_domain_and_has_a_rule(
    made: dict[str, str], content: Content
) -> None:
    known = {next(iter(each)) for each in read(made, "domain.yml")["intents"]}
    assert known >= {*content.intents, "guide", "body"}
    ruled = {step["steps"][0].get("intent") for step in read(made, "data/rules.yml")["rules"]}
    assert ruled >= known


@pytest.mark.parametrize("mode", ["thin", "full"])
def test_the_same_content_gives_the_same_bytes(mode: files.Mode, small: Bot) -> None:
    made = project.project(small, mode, OTHERS)
    assert project.project(Bot.load(SECOND_DISEASE), mode, OTHERS) == made


def test_every_conversation_becomes_a_story(made: dict[str, str]) -> None:
    names = [each["story"] for each in read(made, "tests/test_stories.yml")["stories"]]
    assert len(set(names)) == len(names) == len(conversations.load(CONVERSATIONS)) > 50


def test_stories_name_intents_where_rasa_is_to_find_them(small: Bot) -> None:
    typed = conversations.load(CONVERSATIONS)[:6]
    given = []
    for each in typed:
        state = None
        for turn in each.shape.turns:
            answered = small.reply(turn.user, state)
            state = answered.state
            given.append(answered.intent)
    told: dict[files.Mode, list[str | None]] = {}
    for mode in ("thin", "full"):
        found = stories.test_stories(typed, small, mode)["stories"]
        steps = [step for story in found for step in story["steps"] if "user" in step]
        told[mode] = [step.get("intent") for step in steps]
    assert told == {"thin": [None] * len(given), "full": given}


def test_written_again_it_replaces_its_own_files(small: Bot, exported: Path) -> None:
    first = len(json.loads((exported / project.MANIFEST).read_text())["files"])
    assert project.export(small, exported, "full") == first
    manifest = json.loads((exported / project.MANIFEST).read_text())
    assert manifest["mode"] == "full"
    assert set(manifest["files"]) < {str(p.relative_to(exported)) for p in exported.rglob("*")}


def test_it_overwrites_nothing_that_it_did_not_write(small: Bot, tmp_path: Path) -> None:
    theirs = tmp_path / "domain.yml"
    theirs.write_text("intents: []\n")
    with pytest.raises(InputError, match=r"domain\.yml was not written by this command"):
        project.export(small, tmp_path, "thin")
    assert sorted(tmp_path.iterdir()) == [theirs]


def test_it_overwrites_nothing_that_was_changed(small: Bot, exported: Path) -> None:
    before = (exported / "config.yml").read_bytes()
    (exported / "data" / "rules.yml").write_text("rules: []\n")
    with pytest.raises(InputError, match=r"rules\.yml was changed since"):
        project.export(small, exported, "full")
    assert (exported / "config.yml").read_bytes() == before


def test_a_damaged_manifest_stops_it(small: Bot, exported: Path) -> None:
    for text in ("[]", "{", "{}", '{"files": "x"}'):
        (exported / project.MANIFEST).write_text(text)
        with pytest.raises(InputError, match="cannot be read"):
            project.export(small, exported, "thin")


def test_a_link_out_of_the_folder_is_not_followed(small: Bot, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "config.yml").symlink_to(target)
    with pytest.raises(InputError, match="leads out of the folder"):
        project.export(small, folder, "thin")
    assert not target.exists()
    (folder / "config.yml").unlink()
    (folder / "data").symlink_to(tmp_path)
    with pytest.raises(InputError, match="leads out of the folder"):
        project.export(small, folder, "thin")
    assert not (tmp_path / "nlu.yml").exists()


def test_a_place_that_is_no_folder(small: Bot, tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(InputError, match="cannot be"):
        project.export(small, place, "thin")


def test_the_command_refuses_in_one_line(
    small: Bot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = ["--conversations", str(OTHERS)]
    small_one = ["--content", str(SECOND_DISEASE), "--mode", "full", *said]
    assert main(["export", "rasa", str(tmp_path / "a"), *small_one]) == 0
    (tmp_path / "a" / "config.yml").write_text("mine")
    capsys.readouterr()
    assert main(["export", "rasa", str(tmp_path / "a")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    nlu = str(tmp_path / "a" / "data" / "nlu.yml")
    assert main(["import", "rasa", nlu, "--to", str(tmp_path / "b")]) == 0
    assert main(["import", "rasa", nlu, "--to", str(tmp_path / "b")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    rules = str(tmp_path / "a" / "data" / "rules.yml")
    assert main(["import", "rasa", rules, "--to", str(tmp_path / "c")]) == 1
    assert "rules.yml:1: " in capsys.readouterr().err


# Import


def test_what_was_exported_comes_back_whole(
    made: dict[str, str], content: Content, tmp_path: Path
) -> None:
    nlu = tmp_path / "nlu.yml"
    nlu.write_text(made["data/nlu.yml"], encoding="utf-8")
    written = intake.read(nlu, tmp_path / "imported")
    assert {path.stem for path in written} == set(content.intents)
    for path in written:
        parsed, problems = parse(path.read_text(encoding="utf-8"), str(path))
        assert not problems
        shape = IntentShape.model_validate(parsed.data)
        own = content.intents[path.stem].lines
        assert shape.utterances == own or (shape.utterances and not own)


FOREIGN = """\
version: "3.1"
nlu:
- intent: greet
  examples: |
    - hey
    - hello [there](who) and [you]{"entity": "who", "value": "them"}
    - hey
- intent: faq/ask-hours
  examples:
    - text: |
        - when are you open
    - text: opening [hours](topic:times)?
- synonym: them
  examples: |
    - they
"""


def test_a_foreign_file_becomes_stubs(tmp_path: Path) -> None:
    nlu = tmp_path / "nlu.yml"
    nlu.write_text(FOREIGN)
    written = intake.read(nlu, tmp_path / "intents")
    assert [path.name for path in written] == ["greet.yaml", "faq_ask_hours.yaml"]
    assert "  hey\n  hello there and you\nnear" in written[0].read_text()
    assert "  when are you open\n  opening hours?\n" in written[1].read_text()


def test_import_never_overwrites(tmp_path: Path) -> None:
    nlu = tmp_path / "nlu.yml"
    nlu.write_text(FOREIGN)
    (tmp_path / "faq_ask_hours.yaml").write_text("mine")
    with pytest.raises(InputError, match="is there already"):
        intake.read(nlu, tmp_path)
    assert not (tmp_path / "greet.yaml").exists()
    assert (tmp_path / "faq_ask_hours.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("version: '3.1'\n", 1, "no list 'nlu'"),
        ("nlu: text\n", 1, "no list 'nlu'"),
        ("nlu:\n- synonym: a\n", 1, "no intent"),
        ("nlu:\n- greet\n", 2, "no group"),
        ("nlu:\n- intent: '42'\n  examples: |\n    - a\n", 2, "begin with a letter"),
        ("nlu:\n- intent: a\n  examples: |\n    - b\n    c\n", 3, "begins with '- '"),
        ("nlu:\n- intent: a\n  examples: {b: c}\n", 3, "must be a block of text"),
        ("nlu:\n- intent: a\n  examples:\n    - text: b\n    - metadata: c\n", 5, "no text"),
        ("nlu:\n- intent: a/b\n  examples: ''\n- intent: a-b\n", 4, "make one file"),
        ("nlu:\n- intent: a\n  intent: b\n", 3, "duplicate key"),
        ("nlu: [\n", 2, "not readable as YAML"),
    ],
)
def test_a_mistake_has_its_line(text: str, line: int, said: str, tmp_path: Path) -> None:
    nlu = tmp_path / "nlu.yml"
    nlu.write_text(text)
    with pytest.raises(ContentError) as caught:
        intake.read(nlu, tmp_path / "out")
    assert caught.value.problems[0].line == line
    assert said in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        intake.read(tmp_path / "nlu.yml", tmp_path)
    (tmp_path / "nlu.yml").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="UTF-8"):
        intake.read(tmp_path / "nlu.yml", tmp_path)
