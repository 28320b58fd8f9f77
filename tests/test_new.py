"""Stubs beside others, and a first content out of the text of a page."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.cli.main import main
from bot.content import files, load
from bot.content.files import Sources
from bot.content.library import Content
from bot.understand import soundness
from bot.writing import first_content, page
from bot.writing.first_content import LIST, Given
from tests.conftest import ROOT

OTHER = ROOT / "tests" / "second_disease"
PAGES = [OTHER / "data" / "documents" / name for name in ("tarn.txt", "early.txt")]
OURS = [ROOT / "data" / "documents" / name for name in ("net.txt", "pnet.txt")]
URL, DAY = "https://registry.example/", "2021-03-02"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OTHER, tmp_path / "content"))


def new(folder: Path, *arguments: str) -> int:
    return main(["new", "--content", str(folder), *arguments])


def problems(folder: Path) -> tuple[Content, list[str]]:
    """A content, and what is wrong with it where it is loaded."""
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    soundness.check(content, sources)
    return content, [str(each) for each in sources.problems]


def changed(folder: Path) -> set[str]:
    """Files that are other than in the content that was copied."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and (
            not (OTHER / path.relative_to(folder)).exists()
            or path.read_bytes() != (OTHER / path.relative_to(folder)).read_bytes()
        )
    }


@pytest.mark.parametrize(
    ("arguments", "written"),
    [
        (
            ["question", "aspects/side_effects"],
            {
                "intents/aspects/side_effects.yaml",
                "responses/subjects/tarn.yaml",
                "tests/utterances/aspects/side_effects.yaml",
                "tests/conversations/side-effects.yaml",
            },
        ),
        (
            ["question", "refusals/diets"],
            {
                "intents/refusals/diets.yaml",
                "tests/utterances/refusals/diets.yaml",
                "tests/conversations/diets.yaml",
            },
        ),
        (
            ["guardrail", "personal_diet"],
            {
                "data/guardrails/personal_diet.yaml",
                "intents/safety/personal_diet.yaml",
                "responses/safety/personal_diet.yaml",
            },
        ),
        (["subject", "middle_tarn"], {"responses/subjects/middle_tarn.yaml"}),
        (
            ["conversation", "two-turns", "hi: there", "it's"],
            {"tests/conversations/two-turns.yaml"},
        ),
        (["held-out", "aspects/symptoms", "a", "b"], {"tests/utterances/aspects/symptoms.yaml"}),
        (["statement", "tarn.symptoms.more", "A new one."], {"data/documents/tarn.yaml"}),
    ],
)
def test_a_stub_is_written_and_can_be_read(
    arguments: list[str], written: set[str], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder, *arguments) == 0
    assert changed(folder) == written
    assert all(str(folder / each) in capsys.readouterr().out for each in list(written)[:1])
    # What is left to fill in is said where it stands, and nothing is said of what was there.
    main(["check", "--content", str(folder)])
    out = capsys.readouterr().out
    said = {row.partition(":")[0] for row in out.splitlines() if ".yaml:" in row}
    assert said <= written
    # A second time it is there already; lines to hold out are lines already.
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert new(folder, *arguments) == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_statement_stands_where_the_page_has_it(folder: Path) -> None:
    path = folder / "data" / "documents" / "tarn.yaml"
    assert new(folder, "statement", "tarn.cause.new", "So.", "--after=tarn.rarity.share") == 0
    assert new(folder, "statement", "tarn.symptoms.last", "Last.") == 0
    content, _ = problems(folder)
    ids = [each.id for part in content.documents["tarn"].sections for each in part.statements]
    assert ids[ids.index("tarn.cause.new") - 1] == "tarn.rarity.share"
    assert ids[ids.index("tarn.symptoms.last") - 1] == "tarn.symptoms.none"
    rows = set((OTHER / "data" / "documents" / "tarn.yaml").read_text("utf-8").splitlines())
    assert rows <= set(path.read_text("utf-8").splitlines())


def test_lines_are_held_out_beside_those_that_are(folder: Path) -> None:
    assert new(folder, "held-out", "aspects/symptoms", "one", "two") == 0
    assert new(folder, "held-out", "aspects/symptoms", "two", "three") == 0
    path = folder / "tests" / "utterances" / "aspects" / "symptoms.yaml"
    assert path.read_text("utf-8") == "held_out: |\n  one\n  two\n  three\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["statement", "tarn"], "write it as document.section.words"),
        (["statement", "nope.a.b"], "a statement's id begins with its document"),
        (["statement", "tarn.cause.new"], "say after --after which one it follows"),
        (["statement", "tarn.a.b", "--after", "tarn.no"], "has no statement 'tarn.no'"),
        (["held-out", "aspects/nope", "a"], "there is no intents/aspects/nope.yaml"),
        (["conversation", "Two Turns"], "write it as some-words"),
        (["content", "x"], "name their texts after --from"),
        (["content", "x", "--from", "nowhere.txt", "--url", URL], "cannot read nowhere.txt"),
    ],
)
def test_wrong_usage(
    arguments: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new(folder, *arguments) == 2
    assert said in capsys.readouterr().err
    assert not changed(folder)


# A first content ------------------------------------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, *OURS], ids=lambda each: each.name)
def test_a_page_is_the_sum_of_its_parts(path: Path) -> None:
    text = path.read_text("utf-8")
    found = page.read(text)
    said = [*found.head, *(each for part in found.sections for each in part.sentences)]
    parts = [
        ("•" if each.bullet else "") + each.text + "".join(f"[{n}]" for n in each.refs)
        for each in said
    ]
    parts += [f"{each.number}. {each.text}" for each in found.references]
    assert "".join("".join(parts).split()) == "".join(text.split())


@pytest.mark.parametrize("name", ["net", "pnet"])
def test_a_page_is_taken_apart_as_a_person_did(name: str, content: Content) -> None:
    """The sentences, marks and references of our documents, which were written by hand."""
    document = content.documents[name]
    found = page.read((ROOT / "data" / "documents" / document.original).read_text("utf-8"))
    assert found.updated == document.last_updated
    assert [each.text for each in found.references] == [each.text for each in document.references]
    ours = [e for part in document.sections for e in part.statements]
    theirs = {
        " ".join(each.text.split()): each
        for each in (*found.head, *(e for part in found.sections for e in part.sentences))
    }
    same = [each for each in ours if " ".join(each.text.split()) in theirs]
    assert len(same) / len(ours) > 0.9
    assert all(theirs[" ".join(each.text.split())].refs == each.refs for each in same)


def made(folder: Path, pages: list[Path]) -> list[str]:
    texts = {each.name: each.read_text("utf-8") for each in pages}
    day = page.read(texts[pages[0].name]).updated or page._day(DAY)
    return first_content.write(folder, texts, Given(URL, updated=day)).left


@pytest.mark.parametrize("pages", [PAGES, PAGES[:1], OURS, OURS[1:]], ids=lambda e: e[0].name)
def test_a_first_content_is_sound_and_says_what_is_left(pages: list[Path], tmp_path: Path) -> None:
    """Only the words of leads are a person's: everything else is, or is listed at its place."""
    folder = tmp_path / "made"
    left = made(folder, pages)
    content, found = problems(folder)
    assert not found
    assert (content.root, "overview") in content.cells
    unplaced = [
        each for each in content.statements.values() if each.furniture.startswith("no answer")
    ]
    told = "\n".join(left)
    for each in unplaced:
        assert each.text in told
    for cell in content.cells.values():
        if cell.folder in content.subjects and cell.intent in content.intents:
            # A lead is a sentence of the page, word for word, until somebody words it.
            assert cell.lead in [content.statements[name].text for name in cell.statements]
    assert (folder / LIST).read_text("utf-8").count("- [ ] ") == len(left)
    for line in left:
        path, _, number = line.split(": ")[0].partition(":")
        if number:
            assert int(number) <= len((folder / path).read_text("utf-8").splitlines())


def test_facts_of_one_type_stay_with_it(tmp_path: Path) -> None:
    made(tmp_path / "made", PAGES)
    content, _ = problems(tmp_path / "made")
    for cell in content.cells.values():
        if cell.folder == "tarn_syndrome":
            assert all(content.statements[e].document == "tarn_syndrome" for e in cell.statements)
    assert content.subjects["early_tarn_syndrome"].parent == "tarn_syndrome"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is rare.\n", "begins with no title"),
        ("Title\nIt is rare.\n", "does not begin with who publishes it"),
        ("Body\nTitle\nIt is rare.\n", "no line with its date"),
        ("Body\nTitle\n", "no line with its date"),
    ],
)
def test_what_a_page_lacks_is_asked_for(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "page.txt"
    path.write_text(text, "utf-8")
    folder = tmp_path / "made"
    assert main(["new", "content", str(folder), "--from", str(path), "--url", URL]) == 2
    assert said in capsys.readouterr().err
    assert not folder.exists()


def test_the_command_makes_a_content_and_prints_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "made"
    pages = [str(each) for each in PAGES]
    arguments = ["content", str(folder), "--from", *pages, "--url", URL, "--updated", DAY]
    assert main(["new", *arguments]) == 0
    out = capsys.readouterr().out
    assert "What a person must still write" in out
    assert str(folder / LIST) in out
    assert main(["new", *arguments]) == 2
    assert "is there already; name another folder" in capsys.readouterr().err
