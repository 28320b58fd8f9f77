"""Who has read which answer: records, what is stale, and tables for reviewers."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.content import files, places
from bot.reviews import answers, records, sheet
from tests.conftest import ROOT

OTHER = ROOT / "tests" / "second_disease"
SYMPTOMS, OVERVIEW = "symptoms/tarn", "overview/tarn"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small content, to be reviewed."""
    return Path(shutil.copytree(OTHER, tmp_path / "content"))


def run(folder: Path, *arguments: str) -> int:
    return main([arguments[0], "--content", str(folder), *arguments[1:]])


def lead_of(folder: Path, name: str) -> answers.Reviewed:
    return answers.all_of(answers.read(folder))[name]


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def stale(folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What `check --reviewed` lists, by the id of the answer."""
    capsys.readouterr()
    code = run(folder, "check", "--reviewed")
    rows = [row for row in capsys.readouterr().out.splitlines() if row.count(": ") > 1]
    found = {row.split(": ")[1]: row for row in rows if ":" in row.split(": ")[0]}
    assert code == (1 if found else 0)
    return found


def test_nobody_has_reviewed_our_content_yet() -> None:
    assert not records.read(ROOT)


def test_what_was_never_reviewed_is_listed_at_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = stale(folder, capsys)
    each = lead_of(folder, SYMPTOMS)
    assert found[SYMPTOMS] == f"{each.path}:{each.line}: {SYMPTOMS}: never reviewed"
    text = (folder / each.path).read_text("utf-8").splitlines()[each.line - 1]
    assert each.lead[:20] in text


def test_a_review_is_recorded_and_goes_stale_with_the_lead(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", SYMPTOMS, "--by", "Ada", "--on", "2026-01-31") == 0
    assert SYMPTOMS not in stale(folder, capsys)
    each = lead_of(folder, SYMPTOMS)
    replace_in(folder / each.path, each.lead[:12], "Xx" + each.lead[2:12])
    assert "changed since Ada, 2026-01-31" in stale(folder, capsys)[SYMPTOMS]


def test_a_review_goes_stale_with_a_statement(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", SYMPTOMS, OVERVIEW, "--by", "Ada") == 0
    for name in ("tarn.yaml", "tarn.txt"):
        replace_in(folder / "data" / "documents" / name, "ringing in the ears", "noise in the ears")
    found = stale(folder, capsys)
    assert SYMPTOMS in found
    assert OVERVIEW not in found


def test_the_last_word_of_each_person_counts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", SYMPTOMS, "--by", "Ada") == 0
    wish = ["--verdict", "change", "--comment", "too hard: '#1'"]
    assert run(folder, "review", SYMPTOMS, "--by", "Bo", *wish) == 0
    assert "to be changed: Bo" in stale(folder, capsys)[SYMPTOMS]
    assert run(folder, "review", SYMPTOMS, "--by", "Bo") == 0
    assert SYMPTOMS not in stale(folder, capsys)
    assert len(records.read(folder)) == 2


def test_records_cost_no_getting_ready(folder: Path) -> None:
    before = files.digest(files.read_folder(folder))
    assert run(folder, "review", SYMPTOMS, "--by", "Ada") == 0
    assert files.digest(files.read_folder(folder)) == before


@pytest.mark.parametrize("name", [SYMPTOMS, "tarn/symptoms"])
def test_an_answer_is_shown(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder, "review", name) == 0
    out = capsys.readouterr().out
    assert "never reviewed" in out
    assert "[tarn.symptoms.list] Symptoms of Tarn syndrome" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["no/such", "--by", "Ada"], "'no/such' is no answer"),
        ([SYMPTOMS, "--by", " "], "write a name after --by"),
        ([], "name answers"),
        (["--from", "nowhere.csv"], "cannot read nowhere.csv"),
    ],
)
def test_wrong_usage(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", *arguments) == 2
    assert said in capsys.readouterr().err
    assert not (folder / files.REVIEWS).exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- id: no/such\n  by: A\n  on: 2026-01-31\n  hash: a\n", "reviews.yaml:1: 'no/such' is"),
        ("- id: a/b\n  by: A\n  hash: a\n", "reviews.yaml:1: 'on' is missing"),
        ("- id: a/b\n  by: A\n  on: soon\n  hash: a\n", "reviews.yaml:3: 'on' does not fit"),
    ],
)
def test_check_reads_the_records(
    text: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / files.REVIEWS).write_text(text, "utf-8")
    assert run(folder, "check") == 1
    assert said in capsys.readouterr().out


def test_packaged_content_is_not_written_to(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    package = folder.parent / "site" / "bot"
    content = Path(shutil.copytree(folder, package / "_content"))
    monkeypatch.setattr(places, "PACKAGED_CONTENT", content)
    nlu = folder.parent / "nlu.yml"
    nlu.write_text("nlu:\n- intent: other\n  examples: |\n    - one\n", "utf-8")
    for arguments in (
        ["review", SYMPTOMS, "--by", "Ada"],
        ["new", "intent", "aspects/other"],
        ["new", "held-out", "aspects/symptoms", "one"],
        ["new", "content", str(content / "more"), "--from", str(nlu), "--url", "https://a.example"],
        ["import", "rasa", str(nlu), "--to", str(content / "intents")],
    ):
        before = sorted(content.rglob("*"))
        assert run(content, *arguments) == 2
        assert "belongs to the installed package" in capsys.readouterr().err
        assert sorted(content.rglob("*")) == before
    # Reading is no harm, and neither is a copy.
    assert run(content, "review", SYMPTOMS) == 0
    assert run(folder, "review", SYMPTOMS, "--by", "Ada") == 0


# Tables ---------------------------------------------------------------------------------------

Edit = Callable[[dict[str, str]], None]


def table(folder: Path, edit: dict[str, dict[str, str]], delimiter: str = ",") -> Path:
    """A table of all answers in which a reviewer changed some cells, by the id of the answer."""
    path = folder.parent / "out.csv"
    assert run(folder, "review", "--csv", str(path)) == 0
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.update(edit.get(row["id"], {}))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.DictWriter(file, sheet.COLUMNS, delimiter=delimiter)
        out.writeheader()
        out.writerows(rows)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_verdicts_of_a_table_are_recorded(
    delimiter: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    read = {"verdict": "OK", "reviewer": "Ada; B.", "date": "2026-01-31"}
    wish = {"verdict": "change", "reviewer": "Bo", "comment": "say\nmore"}
    path = table(folder, {SYMPTOMS: read, OVERVIEW: wish}, delimiter)
    assert run(folder, "review", "--from", str(path)) == 0
    kept = {each.shape.id: each.shape for each in records.read(folder)}
    assert (kept[SYMPTOMS].by, kept[SYMPTOMS].on) == ("Ada; B.", date(2026, 1, 31))
    assert (kept[OVERVIEW].verdict, kept[OVERVIEW].comment) == ("change", "say more")
    found = stale(folder, capsys)
    assert SYMPTOMS not in found
    assert "to be changed: Bo" in found[OVERVIEW]


def test_an_untouched_table_changes_nothing(folder: Path) -> None:
    path = table(folder, {})
    before = {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    assert run(folder, "review", "--from", str(path)) == 0
    assert {each: each.read_bytes() for each in folder.rglob("*") if each.is_file()} == before


def test_a_safe_lead_is_written_and_is_still_to_be_reviewed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lead_of(folder, SYMPTOMS)
    text = (folder / before.path).read_text("utf-8")
    new = "Ears, hands: both can show it. Some people notice nothing for years."
    path = table(folder, {SYMPTOMS: {"lead": new, "reviewer": "Ada", "verdict": "ok"}})
    assert run(folder, "review", "--from", str(path)) == 0
    now = (folder / before.path).read_text("utf-8").splitlines()
    changed = [row for row in now if row not in text.splitlines()]
    assert len(changed) == 1
    assert lead_of(folder, SYMPTOMS).lead == new
    assert SYMPTOMS in stale(folder, capsys)


@pytest.mark.parametrize(
    ("lead", "said"),
    [
        ("It shows after 7 days.", "has the number '7'"),
        ("You have it for years.", "speaks of one person's case"),
        ("Ask {nobody} about it.", "is filled in by nothing"),
    ],
)
def test_a_lead_that_would_be_a_mistake_is_not_written(
    lead: str, said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = lead_of(folder, SYMPTOMS)
    path = table(folder, {SYMPTOMS: {"lead": lead, "reviewer": "Ada"}})
    assert run(folder, "review", "--from", str(path)) == 1
    assert said in capsys.readouterr().out
    assert lead_of(folder, SYMPTOMS) == before


def test_a_lead_of_the_layer_below_is_left_to_a_person(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answers.all_of(answers.read(folder))
    name = next(
        key
        for key, each in found.items()
        if each.path.startswith("bot/common") and "Tarn Guide" in each.lead
    )
    path = table(folder, {name: {"lead": "I am a guide.", "reviewer": "Ada"}})
    assert run(folder, "review", "--from", str(path)) == 1
    assert f"change it by hand in {found[name].path}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"lead": "Other words."}, "nobody stands under 'reviewer'"),
        ({"statements": "[x] y", "verdict": "ok", "reviewer": "A"}, "the pages' words"),
        ({"hash": "0", "verdict": "ok", "reviewer": "A"}, "it reads otherwise by now"),
        ({"id": "no/such"}, "there is no such answer"),
    ],
)
def test_rows_that_cannot_be_taken(
    edit: dict[str, str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", "--from", str(table(folder, {SYMPTOMS: edit}))) == 1
    assert said in capsys.readouterr().out
    assert not records.read(folder)


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"verdict": "maybe", "reviewer": "A"}, "must be ok or change"),
        ({"verdict": "ok"}, "nobody stands under 'reviewer'"),
        ({"verdict": "ok", "reviewer": "A", "date": "31.1.2026"}, "must be written as 2026-01-31"),
    ],
)
def test_rows_that_are_filled_in_wrongly(
    edit: dict[str, str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(folder, "review", "--from", str(table(folder, {SYMPTOMS: edit}))) == 2
    assert said in capsys.readouterr().err


def test_a_table_in_another_encoding_is_said_to_be(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = table(folder, {SYMPTOMS: {"comment": "näher", "verdict": "ok", "reviewer": "A"}})
    path.write_bytes(path.read_text("utf-8-sig").encode("cp1252"))
    assert run(folder, "review", "--from", str(path)) == 2
    assert "save it as CSV UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@a", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(start: str, folder: Path) -> None:
    each = lead_of(folder, SYMPTOMS)
    wish = ["--verdict=change", f"--comment={start}HYPERLINK()", f"--by={start}Ada"]
    assert run(folder, "review", SYMPTOMS, *wish) == 0
    odd = {SYMPTOMS: answers.Reviewed(SYMPTOMS, each.path, 1, "answer", start, start, (), ())}
    text = sheet.written(odd, {SYMPTOMS: (sheet.State.NEVER, ())})
    [row] = csv.DictReader(text.splitlines(keepends=True))
    assert row["lead"] == row["asks"] == "'" + start
    rows = list(csv.reader(table(folder, {}).read_text("utf-8-sig").splitlines(keepends=True)))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))]
