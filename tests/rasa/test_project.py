"""What Rasa itself says of the exported projects."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from bot.content.library import Content
from tests.harness import deployment

READ = """
import json, sys
from rasa.shared.nlu.training_data.loading import load_data
found = {}
for each in load_data("data/nlu.yml").intent_examples:
    values = [entity["value"] for entity in each.get("entities", [])]
    found.setdefault(each.get("intent"), []).append([each.get("text"), values])
json.dump(found, sys.stdout)
"""


@pytest.mark.parametrize("mode", ["thin", "full"])
def test_rasa_finds_nothing_to_mend(mode: str, rasa: Path, projects: dict[str, Path]) -> None:
    done = deployment.run_rasa(rasa, projects[mode], "data", "validate", "--fail-on-warnings")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    lines = [each for each in said.splitlines() if "UserWarning" in each or "WARNING" in each]
    assert not lines


def test_rasa_reads_every_utterance_as_it_was_written(
    rasa: Path, projects: dict[str, Path], content: Content
) -> None:
    done = subprocess.run(
        [rasa / "python", "-W", "ignore", "-c", READ],
        cwd=projects["full"],
        capture_output=True,
        text=True,
        check=True,
    )
    read = json.loads(done.stdout)
    assert set(read) == {*content.intents, "guide", "body"}
    for name, intent in content.intents.items():
        texts = [text for text, _ in read[name]]
        if intent.lines:
            assert sorted(texts) == sorted(intent.lines)
        else:
            said = {line.rpartition("<=")[0].strip() for line in intent.followups}
            assert texts
            assert said.issuperset(texts)
    marked = {value for examples in read.values() for _, values in examples for value in values}
    assert marked <= set(content.subjects)
    assert len(marked) > 10
