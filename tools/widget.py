"""Builds what browsers get, `bot/widget/bundle`, from the modules in `bot/widget`.

Run `python -m tools.widget` after a change of a module; a test compares.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WIDGET = ROOT / "bot" / "widget"
BUNDLE = WIDGET / "bundle"
ENTRIES = ("widget.js", "later.js", "page.css", "loading.css")
"""What the first answer needs, what is loaded when it is used, and two style sheets."""

_ESBUILD = ROOT / "tests" / "browser" / "node_modules" / ".bin" / "esbuild"
_OPTIONS = ("--bundle", "--format=esm", "--minify", "--charset=utf8", "--target=es2022")


def build(folder: Path) -> None:
    """Write the bundle into a folder.

    Raises:
        FileNotFoundError: esbuild is not installed.
        subprocess.CalledProcessError: a module has a mistake; esbuild has said which.
    """
    for name in ENTRIES:
        command = [_ESBUILD, WIDGET / name, *_OPTIONS, f"--outfile={folder / name}"]
        subprocess.run([*command, "--log-level=warning"], check=True)


def main() -> int:
    """Build it in its place."""
    try:
        build(BUNDLE)
    except FileNotFoundError:
        print("no esbuild: run `make browser`", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
