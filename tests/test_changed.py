"""What a change touches: our own content with small changes seeded into a copy of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.changes import page_text, resting, statements, versions
from bot.changes.versions import Version
from bot.cli.main import main
from bot.content.library import Content
from bot.errors import InputError
from tests.conftest import ROOT
from tests.harness import parts

PNET = Path("data") / "documents" / "pnet.yaml"
PAGE = Path("data") / "documents" / "pnet.txt"
PANCREATIC = Path("responses") / "subjects" / "pancreatic_net.yaml"
COMPARISONS = Path("responses") / "comparisons.yaml"
STATISTICS = Path("intents") / "refusals" / "statistics_other.yaml"
TEN, TWENTY = "about 10% are associated", "about 20% are associated"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Our content with its conversations, to be changed."""
    for name in ("data", "intents", "responses", "bot/common", "tests/conversations"):
        shutil.copytree(ROOT / name, tmp_path / "new" / name)
    return tmp_path / "new"


@pytest.fixture(autouse=True)
def columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def line_of(folder: Path, file: Path, part: str, text: str) -> int:
    return parts.line_of({str(file): (folder / file).read_bytes()}, f"{file}{part}", text)


def git(folder: Path, *arguments: str) -> None:
    given = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *given, *arguments], check=True, capture_output=True)


def test_nothing_changed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changed", str(ROOT), str(copy)]) == 0
    out = capsys.readouterr().out
    assert "statements that changed: 0" in out
    assert "replies that read otherwise: 0" in out


def test_a_changed_number_under_a_lead_that_names_it_is_an_error(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(copy / PNET, TEN, TWENTY)
    assert main(["changed", str(ROOT), str(copy)]) == 1
    out = capsys.readouterr().out
    line = line_of(copy, PANCREATIC, "#answers/inheritance", "lead:")
    assert f"{PANCREATIC}:{line}: the lead names 10, and 'pnet.inheritance.ten_percent' no" in out
    name = "net-pancreatic_net-inheritance"
    line = line_of(copy, COMPARISONS, "", f"{name}:")
    assert f"comparison {COMPARISONS}:{line}: compare/{name} rests on" in out
    line = line_of(copy, STATISTICS, "", "answer:")
    assert f"refusal {STATISTICS}:{line}: refusals/statistics_other rests on" in out
    assert "tests/conversations/truths.yaml:2: ten-percent-is-pancreatic-only" in out
    (row,) = {each for each in out.splitlines() if each.startswith("* “However, about 10%")}
    assert "| “However, about 20%" in row


def test_a_lead_that_follows_is_none(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replace_in(copy / PNET, TEN, TWENTY)
    for path in (*copy.glob("responses/**/*.yaml"), *copy.glob("intents/refusals/*.yaml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace("10%", "20%"), "utf-8")
    assert main(["changed", str(ROOT), str(copy)]) == 0
    line = line_of(copy, PANCREATIC, "#answers", "inheritance:")
    said = "pancreatic_net/inheritance rests on pnet.inheritance.ten_percent"
    assert f"answer {PANCREATIC}:{line}: {said}" in capsys.readouterr().out


def test_a_number_that_another_statement_still_says_may_stay(content: Content) -> None:
    old = versions.read(str(ROOT), ROOT)
    cell = content.cells["pancreatic_net", "inheritance"]
    first, second = cell.statements[:2]
    texts = dict(content.statements)
    texts[first] = texts[first].model_copy(update={"text": "It says 10, too."})
    before = page_text._with(content, dict(texts))
    texts[second] = texts[second].model_copy(update={"text": "It says 20."})
    after = page_text._with(content, texts)
    changes = statements.changed(before, after)
    found = [e for e in resting.touched(before, after, changes) if e.id == cell.id]
    version = Version(after, old.sources, ())
    assert [each.id for each in changes] == [second]
    assert not list(resting.stale(version, found, changes))


def test_a_lead_alone_is_shown_before_and_after(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replace_in(copy / PANCREATIC, "Most are not passed down", "Few are passed down")
    assert main(["changed", str(ROOT), str(copy)]) == 0
    out = capsys.readouterr().out
    line = line_of(copy, PANCREATIC, "#answers", "inheritance:")
    assert f"answer {PANCREATIC}:{line}: pancreatic_net/inheritance changed itself" in out
    assert "* Most are not passed down in families." in out
    assert "| Few are passed down in families." in out
    assert "replies that read otherwise: 1" in out


def test_a_new_text_of_a_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.txt"
    text = (ROOT / PAGE).read_text(encoding="utf-8")
    gone = "However in some cases, a pancreatic NET occurs outside of the pancreas. "
    assert gone in text
    new = text.replace(TEN, TWENTY).replace(gone, "Nobody had thought of this sentence before. ")
    page.write_text(new, encoding="utf-8")
    assert main(["changed", str(ROOT), str(page)]) == 1
    out = capsys.readouterr().out
    assert "statements that changed: 2" in out
    assert "    + However, about 20% are associated" in out
    assert "sentences that no statement has: 1\n    + Nobody had thought of this" in out
    assert "the lead names 10, and" in out


def test_the_same_text_changes_nothing(content: Content) -> None:
    for document in content.documents.values():
        text = (ROOT / "data" / "documents" / document.original).read_text(encoding="utf-8")
        found = page_text.apply(content, text, "it")
        assert found.added == ()
        assert statements.changed(content, found.content) == ()


def test_a_text_of_something_else_is_refused(content: Content) -> None:
    with pytest.raises(InputError, match=r"it is a text of none of the documents"):
        page_text.apply(content, "A page about the weather.", "it")


def test_two_revisions(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(copy, "init", "--quiet")
    git(copy, "add", ".")
    git(copy, "commit", "--quiet", "-m", "first")
    git(copy, "tag", "first")
    replace_in(copy / PNET, TEN, TWENTY)
    git(copy, "commit", "--quiet", "-a", "-m", "second")
    assert main(["changed", "--content", str(copy), "first", "HEAD"]) == 1
    out = capsys.readouterr().out
    assert "tests/conversations/truths.yaml:2: ten-percent-is-pancreatic-only" in out
    assert main(["changed", "--content", str(copy), "first", "first"]) == 0
    assert main(["changed", "--content", str(copy), "HEAD", str(copy)]) == 0


def test_bad_input_is_one_line(
    tmp_path: Path, copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*arguments: str, code: int = 2) -> str:
        assert main(["changed", *arguments]) == code
        said = capsys.readouterr().err.strip()
        assert len(said.splitlines()) == 1
        return said

    here = str(copy)
    assert "neither a folder nor" in fails(here, "no-such-revision", "--content", here)
    assert "cannot read" in fails(here, str(tmp_path / "none.txt"))
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe")
    assert "is not UTF-8 text" in fails(here, str(bad))
    bad.write_text("A page about the weather.")
    assert "is a text of none of the documents" in fails(here, str(bad))
    (tmp_path / "empty").mkdir()
    assert "no content here" in fails(here, str(tmp_path / "empty"), code=1)
    git(tmp_path / "empty", "init", "--quiet")
    git(tmp_path / "empty", "commit", "--quiet", "--allow-empty", "-m", "nothing")
    no_content = fails("HEAD", here, "--content", str(tmp_path / "empty"))
    assert "has no content in it; name another" in no_content
