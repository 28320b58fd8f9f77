"""What Rasa itself says of the exported projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import deployment


@pytest.mark.parametrize("mode", ["thin", "full"])
def test_rasa_finds_nothing_to_mend(mode: str, rasa: Path, projects: dict[str, Path]) -> None:
    done = deployment.run_rasa(rasa, projects[mode], "data", "validate", "--fail-on-warnings")
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    lines = [each for each in said.splitlines() if "UserWarning" in each or "WARNING" in each]
    assert not lines
