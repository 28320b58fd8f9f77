"""The command line, as a person and as a script use it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot import __version__
from bot.cli.main import main
from bot.content import places
from tests.conftest import ROOT


def run(
    *arguments: str, given: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=given,
        capture_output=True,
        cwd=ROOT,
        timeout=300,
        check=False,
    )


@pytest.fixture(autouse=True)
def built(bot: object) -> None:
    """The cache is filled before any command is timed out on building it."""


def test_version_does_not_load_the_engine() -> None:
    code = "import sys, bot.cli.main as m\ntry: m.main(['--version'])\nexcept SystemExit: pass\n"
    code += "print(sorted({'spacy', 'numpy', 'onnxruntime', 'rich'} & set(sys.modules)))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.splitlines() == [f"net-guide {__version__}", "[]"]


@pytest.mark.parametrize("chosen", ["", "2"])
def test_sums_have_one_thread_unless_the_environment_says_otherwise(
    chosen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More of them spin while they wait: that costs processor time, and gains little."""
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", chosen)
    if not chosen:
        monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    with pytest.raises(SystemExit):
        main(["--version"])
    assert os.environ["OPENBLAS_NUM_THREADS"] == (chosen or "1")


HEAVY = {"spacy", "numpy", "onnxruntime", "starlette", "rasa_sdk", "rich", "pydantic"}
"""What takes long to import."""
MISTAKES = [
    "--frob",
    "--region zz",
    "ask --region zz hello",
    "ask --content /nowhere hello",
    f"ask --continue {ROOT / 'Makefile'} hello",
    "ask --continue /no/where hello",
    "respond --region zz",
    "explain",
    "explain --conversation missing",
    "explain --content /nowhere hello",
    "check --content /nowhere",
    "check --frob",
    "coverage --content /nowhere",
    "new frob x",
    "new content x",
    "test missing-path",
    "test --content /nowhere tests/conversations",
    "changed nowhere HEAD",
    "changed HEAD nowhere",
    "changed HEAD nowhere.txt",
    "evaluate --frob",
    "evaluate --tests missing",
    "evaluate --against missing",
    "studio --content /nowhere",
    "review",
    "review --frob",
    "review --from missing",
    "watch --content /nowhere hello",
    "actions --frob",
    "actions --region zz",
    "export rasa nowhere --mode frob",
    "export rasa nowhere --conversations missing",
    "import rasa missing --to nowhere",
    f"import rasa {ROOT / 'Makefile'} --to nowhere",
    "serve --frob",
    "serve --port abc",
    "serve --region zz",
    "serve --settings missing",
    "serve --content /nowhere",
]

TELL = """
import sys, bot.cli.main as m
heavy, *lines = sys.argv[1:]
for line in lines:
    try:
        done = m.main(line.split())
    except SystemExit as left:
        done = left.code
    print("told", done, sorted(set(heavy.split()) & sys.modules.keys()), line, flush=True)
    print("=====", file=sys.stderr, flush=True)
"""


def test_a_mistake_in_what_is_named_does_not_wait_for_the_engine() -> None:
    command = [sys.executable, "-c", TELL, " ".join(HEAVY), *MISTAKES]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    told = [each for each in done.stdout.splitlines() if each.startswith("told ")]
    for found, line in zip(told, MISTAKES, strict=True):
        assert found in (f"told 1 [] {line}", f"told 2 [] {line}")
    assert all(each.strip() for each in done.stderr.split("=====\n")[:-1])


def test_ask_prints_the_answer_with_its_source() -> None:
    done = run("ask", "what is a carcinoid?")
    text = done.stdout.decode()
    assert done.returncode == 0
    assert "digestive tract" in text
    assert "last updated April 25, 2019" in text


def test_ask_json() -> None:
    done = run("ask", "--json", "is a pNET inherited?")
    data = json.loads(done.stdout)
    assert data["kind"] == "answer"
    assert "pnet.inheritance.ten_percent" in data["replies"][0]["custom"]["statements"]
    assert data["state"]["v"] == 1


def test_ask_goes_on_with_a_conversation_that_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "talk.json"
    assert main(["ask", "--continue", str(file), "what is a pancreatic NET?"]) == 0
    assert main(["ask", "--continue", str(file), "--json", "where do they grow?"]) == 0
    answer = capsys.readouterr().out.partition("{")[2]
    assert '"cell": "pancreatic_net/locations"' in answer
    assert file.stat().st_mode & 0o077 == 0
    assert "grow" not in file.read_text()
    for text in ("[]", "{", '{"a": 1}'):
        file.write_text(text)
        assert main(["ask", "--continue", str(file), "symptoms?"]) == 2
        assert f"{file} holds no conversation; name another file" in capsys.readouterr().err
    assert main(["ask", "--continue", str(tmp_path), "symptoms?"]) == 2
    assert main(["ask", "--continue", str(tmp_path / "no" / "where"), "symptoms?"]) == 2


def test_respond_keeps_one_conversation_a_sender() -> None:
    lines = [
        {"sender": "a", "message": "what is a pancreatic NET?"},
        {"sender": "b", "message": "what is a carcinoid?"},
        {"sender": "a", "message": "where do they grow?"},
        {"sender": "b", "message": "where do they grow?"},
    ]
    given = "\n".join(json.dumps(line) for line in lines).encode()
    answers = [json.loads(line) for line in run("respond", given=given).stdout.splitlines()]
    cells = [answer["replies"][0]["custom"]["cell"] for answer in answers]
    assert cells[2:] == ["pancreatic_net/locations", "carcinoid/locations"]


def test_respond_survives_lines_that_are_no_messages() -> None:
    good = json.dumps({"sender": "a", "message": "what is a carcinoid?"}).encode()
    again = json.dumps({"sender": "a", "message": "where do they grow?"}).encode()
    bad = [b"{", b"[1]", b'"x"', b'{"message": 5}', b"\xff\xfe", b"[" * 5000]
    done = run("respond", given=b"\n".join([good, *bad, again]))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(answers) == len(bad) + 2
    assert all(answer["error"] and answer["replies"][0]["text"] for answer in answers[1:-1])
    assert answers[-1]["replies"][0]["custom"]["cell"] == "carcinoid/locations"
    assert b"Traceback" not in done.stderr


def test_chat_in_a_pipe_is_plain_text() -> None:
    done = run("chat", given="what is a NET?\n\xff\n".encode("latin-1"))
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout
    assert "neuroendocrine cells" in done.stdout.decode()


def test_a_region_decides_whose_numbers_are_shown() -> None:
    for arguments in (["chat", "--region", "uk"], ["--region", "uk"], ["--region", "uk", "chat"]):
        text = run(*arguments, given=b"he collapsed and is not breathing\n").stdout.decode()
        assert "999 in the UK" in text
        assert "911" not in text


def test_an_unknown_region_is_one_line() -> None:
    done = run("ask", "--region", "atlantis", "what is a carcinoid?")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("net-guide: there is no region 'atlantis'; use one of ")
    assert len(done.stderr.strip().splitlines()) == 1


def test_explain_tells_the_journey() -> None:
    text = run("explain", "pnet symtoms").stdout.decode()
    for part in ("symtoms -> symptoms", "pancreatic_net", "intent", "decided", "statements"):
        assert part in text


def test_check_is_content_and_coverage_has_no_gap(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    assert main(["coverage"]) == 0
    assert "Statements that no answer shows: 0" in capsys.readouterr().out


def test_check_lists_mistakes_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "content.yaml").write_text("rood: net\n")
    assert main(["check", "--content", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert "data/content.yaml:1: 'rood' is no key of this kind of file" in out


@pytest.mark.parametrize(
    ("what", "name", "path"),
    [
        ("intent", "aspects/side_effects", "intents/aspects/side_effects.yaml"),
        ("intent", "refusals/side_effects", "intents/refusals/side_effects.yaml"),
        ("response", "safety/side_effects", "responses/safety/side_effects.yaml"),
        ("subject", "lung", "responses/subjects/lung.yaml"),
        ("guide", "by-worry", "data/guides/by-worry.yaml"),
    ],
)
def test_new_writes_a_stub_once(
    what: str, name: str, path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", what, name, "--content", str(tmp_path)]) == 0
    assert (tmp_path / path).is_file()
    assert main(["new", what, name, "--content", str(tmp_path)]) == 2
    assert "is there already" in capsys.readouterr().err


STUB = """\
  side_effects:
    lead: One short sentence in plain words that the statements below support.
    statements:
      - id-of-a-statement
    next: []
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: x\nanswers:\n  rarity:\n    lead: |\n      a\n\n", "\n# of both\nkind: type\n"),
        ("answers: # all of them\n  # the first\n  rarity:\n    lead: a\n", ""),
        ("answers:\n", ""),
        ("name: 'x'\n", ""),
    ],
)
def test_a_new_answer_leaves_the_rest_of_its_file_as_it_is(
    before: str, after: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "responses" / "subjects" / "lung.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(before + after)
    assert main(["new", "response", "lung/side_effects", "--content", str(tmp_path)]) == 0
    added = STUB if "answers:" in before else "answers:\n" + STUB
    kept = before.rstrip("\n") + "\n"
    assert file.read_text() == kept + added + before.removeprefix(kept) + after
    again = ["new", "response", "lung/side_effects", "--content", str(tmp_path)]
    assert main(again) == 2
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name: x\nanswers: {}\n", "lung.yaml:2: write 'answers:' on a line of its own"),
        ("answers: [\n", "has mistakes; run net-guide check"),
        ("answers: none\n", "has mistakes; run net-guide check"),
        ("", "run: net-guide new subject lung"),
    ],
)
def test_a_new_answer_needs_a_place(
    text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "responses" / "subjects" / "lung.yaml"
    if text:
        file.parent.mkdir(parents=True)
        file.write_text(text)
    assert main(["new", "response", "lung/rarity", "--content", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert not text or file.read_text() == text


@pytest.mark.parametrize("named", [False, True], ids=["by default", "by name"])
def test_new_writes_nothing_into_the_package(
    named: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its prepared files would no longer fit, and each command would fail at a stub."""
    monkeypatch.setattr(places, "PACKAGED_CONTENT", tmp_path)
    more = ["--content", str(tmp_path)] if named else []
    assert main(["new", "intent", "aspects/side_effects", *more]) == 2
    assert "name a folder of your own" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["../etc/x", "Aspects/X", "aspects", "a/b/c"])
def test_new_refuses_odd_names(name: str, tmp_path: Path) -> None:
    assert main(["new", "intent", name, "--content", str(tmp_path)]) == 2


def test_test_runs_conversations_and_shows_the_wrong_turn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text(
        "- name: right\n  turns:\n    - user: what is a carcinoid?\n      kind: answer\n"
        "- name: wrong\n  turns:\n    - user: hello\n    - user: symptoms?\n      kind: crisis\n"
    )
    assert main(["test", str(file)]) == 1
    out = capsys.readouterr().out
    assert "kind is answer, not crisis" in out
    assert "person: hello" in out
    assert "1 passed, 1 failed" in out
    assert main(["test", str(tmp_path / "none.yaml")]) == 2


def test_a_damaged_model_is_one_line(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; import bot.classify.encoder as e; "
        "load = e.OnnxEncoder.load; "
        f"e.OnnxEncoder.load = classmethod(lambda c, f=None: load(Path({str(tmp_path)!r}))); "
        "from bot.cli.main import main; sys.exit(main(['ask', 'x']))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert len(done.stderr.strip().splitlines()) == 1
