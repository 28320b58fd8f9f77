"""The widget stays small and plain."""

from __future__ import annotations

import gzip
import re

import yaml

import bot
from tests.conftest import ROOT

WIDGET = ROOT / "bot" / "widget"
MODULES = sorted(WIDGET.glob("*.js"))
LARGEST = 15 * 1024
LONGEST_MODULE = 200


def test_all_of_it_packed_is_small() -> None:
    """Each file is packed on its own, as it is sent."""
    sizes = {path.name: len(gzip.compress(path.read_bytes(), mtime=0)) for path in MODULES}
    assert sum(sizes.values()) <= LARGEST, sizes


def test_modules_stay_small() -> None:
    assert MODULES
    for path in MODULES:
        assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE, path.name


def test_nothing_is_parsed_as_html_or_run_as_code() -> None:
    banned = r"(inner|outer|Adjacent)HTML|document\.write|eval\(|new Function|\.style\b|cssText"
    for path in MODULES:
        assert not re.findall(banned, path.read_text("utf-8")), path.name


def test_every_word_is_content() -> None:
    """No text is asked for that content lacks, and content has none that nobody asks for."""
    code = "\n".join(path.read_text("utf-8") for path in MODULES)
    used = set(re.findall(r"(?:words|#words)\.(\w+)", code)) | {
        f"{kind}_heading" for kind in ("check_in", "crisis", "emergency", "guardrail")
    }
    written = yaml.safe_load((ROOT / "responses" / "widget.yaml").read_text("utf-8"))
    assert used == set(written)


def test_it_imports_nothing_from_elsewhere() -> None:
    for path in MODULES:
        for source in re.findall(r'from "(.*?)"', path.read_text("utf-8")):
            assert source.startswith("./"), path.name


def test_package_has_the_widget() -> None:
    assert (ROOT / "bot").samefile(bot.__path__[0])
