"""The authoring guide is executed: its commands run in their order, on a copy of the content."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import yaml

from bot.cli.main import main
from bot.content import files, load
from bot.content.files import Sources
from bot.writing import yaml_text
from tests.conftest import copy_content
from tests.docs.pages import AUTHORING, section, text
from tests.harness.folders import linked_cache

STEP = re.compile(r"<!-- (run|lead|write)(?:: (\S+))? -->\n```\w*\n(.*?)```\n", re.DOTALL)
MOST_COMMANDS = 5


def steps() -> list[tuple[str, str, str]]:
    """What the guide has its reader do: the kind of step, its place, and what is typed."""
    return STEP.findall(text(AUTHORING))


def run(folder: Path, typed: str, capsys: pytest.CaptureFixture[str]) -> str:
    """The commands of a block in the folder; what they print."""
    out = ""
    for line in typed.splitlines():
        name, command, *rest = shlex.split(line)
        assert name == "net-guide"
        code = main([command, "--content", str(folder), *rest])
        out += capsys.readouterr().out
        assert code == 0, (line, out)
    return out


def change_lead(folder: Path, name: str, typed: str) -> None:
    """Change a lead as a person does in an editor."""
    sources = Sources.parse(files.read_folder(folder))
    subject, _, intent = name.partition("/")
    cell = load.build(sources, "").cells[subject, intent]
    path, line = sources.place(cell.path, ("lead",))
    source = (folder / path).read_text("utf-8")
    changed = yaml_text.with_text(source, line, cell.lead, yaml.safe_load(typed)["lead"])
    assert changed
    (folder / path).write_text(changed, "utf-8")


def test_each_command_of_the_guide_does_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NET_GUIDE_CACHE", str(linked_cache(tmp_path / "cache")))
    copy_content(tmp_path)
    monkeypatch.chdir(tmp_path)
    done, said = [], []
    for kind, place, typed in steps():
        done.append(kind)
        if kind == "run":
            said.append(run(tmp_path, typed, capsys))
        elif kind == "lead":
            change_lead(tmp_path, place, typed)
        else:
            # The stub is there: the guide does not have its reader make files.
            assert (tmp_path / place).exists(), place
            (tmp_path / place).write_text(typed, "utf-8")
    assert done == ["run", "lead", "run", "run", "write", "write", "write", "run"]
    explained, changed, _, asked = said
    assert "cell=net/growth" in explained
    leads = [yaml.safe_load(typed)["lead"] for kind, _, typed in steps() if kind == "lead"]
    assert leads[0] in changed
    assert "content is sound" in changed
    answers = [yaml.safe_load(typed) for _, place, typed in steps() if "refusals" in place]
    assert answers[0]["answer"]["lead"] in asked
    assert "1 passed, 0 failed" in asked


def test_a_new_question_takes_few_commands() -> None:
    typed = section(text(AUTHORING), "A new question")
    commands = [
        line
        for kind, _, block in STEP.findall(typed)
        if kind == "run"
        for line in block.splitlines()
    ]
    assert len(["make setup", *commands]) == MOST_COMMANDS
    assert not re.search(r"\bpython\b", typed, re.IGNORECASE)
