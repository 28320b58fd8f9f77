"""The threat model and the workflow: what they name is there."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
import yaml

from tests.conftest import ROOT
from tests.docs.pages import text

THREATS = text(ROOT / "docs" / "threats.md")
ROWS = [line for line in THREATS.splitlines() if re.match(r"\| (?!threat|-)", line)]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)` \|$")


def test_there_are_threats() -> None:
    assert len(ROWS) > 30


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip()[:40])
def test_each_threat_names_a_test_that_there_is(row: str) -> None:
    found = NAMED.search(row)
    assert found, row
    tree = ast.parse((ROOT / found[1]).read_text(encoding="utf-8"))
    assert found[2] in {each.name for each in tree.body if isinstance(each, ast.FunctionDef)}


def test_the_workflow_runs_the_one_check_and_each_python() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "check.yaml").read_text())["jobs"]
    assert ".ci/run" in [each["run"] for each in jobs["all"]["steps"] if "run" in each][-1]
    assert jobs["release"]["steps"][-1]["run"] == "make test-release"
    least = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["requires-python"]
    versions = jobs["release"]["strategy"]["matrix"]["python"]
    assert f">={versions[0]}" == least
    assert versions == [f"3.{minor}" for minor in range(11, 15)]
