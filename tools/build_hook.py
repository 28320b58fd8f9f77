"""Puts what a first start would build into the wheel, so that nobody's first start builds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PreparedFiles(BuildHookInterface[Any]):
    """Hatchling calls it for each wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Prepare the content, with the code that is being packed, in a process of its own."""
        if version == "editable":
            return
        folder = Path(self.root) / "build" / "prepared"
        subprocess.run(
            [sys.executable, "-m", "tools.prepared", str(folder)], cwd=self.root, check=True
        )
        build_data["force_include"][str(folder)] = "bot/_prepared"
