"""The widget stays small and plain."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import yaml

import bot
from tests.conftest import ROOT
from tools.widget import BUNDLE, ENTRIES, build

WIDGET = ROOT / "bot" / "widget"
MODULES = sorted(WIDGET.glob("*.js"))
LARGEST_FIRST = 16 * 1024
LARGEST = 30 * 1024
LONGEST_MODULE = 200


def test_all_of_it_packed_is_small() -> None:
    """Each file is packed on its own, as it is sent."""
    sizes = {path.name: len(gzip.compress(path.read_bytes(), mtime=0)) for path in bundle(BUNDLE)}
    assert sizes["widget.js"] <= LARGEST_FIRST, sizes
    assert sum(sizes.values()) <= LARGEST, sizes


def test_bundle_is_what_the_modules_give(tmp_path: Path) -> None:
    """`python -m tools.widget` builds it anew."""
    build(tmp_path)
    built = {path.name: path.read_bytes() for path in bundle(tmp_path)}
    assert built == {path.name: path.read_bytes() for path in bundle(BUNDLE)}
    assert set(built) == set(ENTRIES)


def test_bundle_loads_nothing_but_its_other_part() -> None:
    for path in bundle(BUNDLE):
        code = path.read_text("utf-8")
        assert not re.findall(r"\bimport\s*[\"{*]|\bfrom\s*\"|sourceMappingURL", code), path.name
        assert code.count("import(") == (path.name == "widget.js")


def bundle(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


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
    used = (
        set(re.findall(r"\bwords\.(\w+)", code))
        | {"loading"}
        | {f"{kind}_heading" for kind in ("check_in", "crisis", "emergency", "guardrail")}
    )
    written = yaml.safe_load(
        (ROOT / "bot" / "common" / "responses" / "widget.yaml").read_text("utf-8")
    )
    assert used == set(written)


def test_it_imports_nothing_from_elsewhere() -> None:
    for path in MODULES:
        for source in re.findall(r'from "(.*?)"', path.read_text("utf-8")):
            assert source.startswith("./"), path.name


def test_package_has_the_widget() -> None:
    assert (ROOT / "bot").samefile(bot.__path__[0])
