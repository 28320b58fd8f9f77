"""The evaluation: scores, comparison with a saved run, the page; on a few lines and a real bot."""

from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from bot import Bot
from bot.cli import start
from bot.cli.evaluate import SAYING
from bot.cli.main import main
from bot.content.library import Content
from bot.evaluation import danger, report, runs, scores, table
from bot.evaluation.comparison import compare
from bot.evaluation.page import page
from bot.evaluation.runs import Record, Run
from tests.conftest import ROOT


def record(text: str, intent: str, taken: str, **more: object) -> Record:
    given = {
        "place": f"aspects/{intent}",
        "said": "alone",
        "group": "aspects",
        "about": "net",
        "kind": "answer",
        "right": intent == taken,
        "confidence": 0.9,
        "guess": taken,
    }
    return Record.model_validate({**given, "text": text, "intent": intent, "taken": taken, **more})


RECORDS = (
    record("a", "symptoms", "symptoms"),
    record("b", "symptoms", "treatment", confidence=0.3),
    record("c", "symptoms", "treatment", confidence=0.1),
    record("d", "treatment", "treatment"),
    record("e <b>", "off_topic", "treatment", group="outside", confidence=0.25),
    record("f", "treatment", "surgery", said="in conversation", subject="net", place="x/y/2"),
)


def a_run(*records: Record) -> Run:
    lines = [
        danger.Line(label=label, mass=mass, alarm=mass > 0.6, check_in=False, guarded=False)
        for label, mass in (("none", 0.1), ("none", 0.7), ("emergency", 0.8), ("crisis", 0.9))
    ]
    return Run(
        release="1",
        content="c" * 64,
        records=records or RECORDS,
        danger={"strangers": tuple(lines)},
        false_alarms=(),
        thresholds={"understood": 0.2, "crisis: alarm": 0.6},
    )


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder of tests with a few of our lines."""
    for name in ("utterances/aspects/symptoms", "utterances/outside/off_topic"):
        target = tmp_path / f"{name}.yaml"
        target.parent.mkdir(parents=True)
        shutil.copy(ROOT / "tests" / target.relative_to(tmp_path), target)
    (tmp_path / "utterances" / "safety").mkdir()
    (tmp_path / "utterances" / "safety" / "look_alikes.yaml").write_text(
        "held_out: |\n  what is a net\n"
    )
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "one.yaml").write_text(
        "- name: one\n  turns:\n    - user: what is a pancreatic NET?\n"
        "      meant: overview/pancreatic_net\n      intent: overview\n"
        "    - user: where do they grow?\n      meant: symptoms/pancreatic_net\n"
        "      intent: symptoms\n"
    )
    (tmp_path / "danger").mkdir()
    (tmp_path / "danger" / "mine.tsv").write_text(
        "none\twhat is a net\nemergency\the collapsed and is not breathing\n"
        "crisis\tI want to end my life\npersonal_diagnosis\tdo I have a net?\n"
    )
    return tmp_path


@pytest.fixture
def loaded(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands use the bot of the tests."""
    monkeypatch.setattr("bot.cli.evaluate.load", lambda _: bot)


def test_intents_are_scored() -> None:
    symptoms, treatment = scores.intents(
        [each for each in RECORDS if each.said == "alone" and each.group == "aspects"]
    )
    assert (symptoms.recall, symptoms.precision, symptoms.instead) == (1 / 3, 1.0, "treatment")
    assert symptoms.f1 == pytest.approx(0.5)
    assert (treatment.recall, treatment.precision) == (1.0, 1 / 3)


def test_confusions_have_their_sentences() -> None:
    found = scores.confusions(RECORDS)
    assert (found[0].intent, found[0].taken, found[0].texts) == (
        "symptoms",
        "treatment",
        ("b", "c"),
    )


def test_calibration_and_rejection() -> None:
    alone = [each for each in RECORDS if each.said == "alone"]
    bins = scores.calibration(alone)
    assert [(each.lines, each.right) for each in bins] == [(1, 0), (1, 0), (1, 0), (2, 1)]
    assert scores.calibration_error(bins) == pytest.approx((0.1 + 0.25 + 0.3 + 0.2) / 5)
    cuts = {each.threshold: each for each in scores.rejection(alone)}
    assert (cuts[0.0].kept, cuts[0.0].right, cuts[0.0].let_in) == (1.0, 0.5, 1.0)
    assert (cuts[0.5].kept, cuts[0.5].right, cuts[0.5].let_in) == (0.5, 1.0, 0.0)


def test_intervals_are_seeded_and_hold_the_share() -> None:
    first = scores.shares(RECORDS, lambda each: each.group, 7)
    assert first == scores.shares(RECORDS, lambda each: each.group, 7)
    assert first != scores.shares(RECORDS, lambda each: each.group, 8)
    for each in first:
        assert each.low < each.high
        assert each.low <= max(each.value, 0.01)


def test_better_worse_and_changed_are_told_apart() -> None:
    now = (
        RECORDS[0].model_copy(update={"about": "carcinoid"}),
        RECORDS[1].model_copy(update={"taken": "symptoms", "right": True}),
        RECORDS[3].model_copy(update={"taken": "surgery", "right": False}),
        RECORDS[4],
        record("new", "symptoms", "symptoms"),
    )
    found = compare(a_run(), a_run(*now))
    texts = [[e.now.text for e in part] for part in (found.better, found.worse, found.changed)]
    assert texts == [["b"], ["d"], ["a"]]
    assert (found.added, found.gone) == (1, 2)
    shown = "\n".join(table.lines(report.make(a_run(*now), a_run(), 1)))
    assert "1 better, 1 worse, 1 changed, 1 added, 2 gone" in shown
    assert "treatment: d  (answer treatment/net -> answer surgery/net)" in shown


def test_the_page_needs_nothing_else() -> None:
    text = page(report.make(a_run(), a_run(*RECORDS[:5]), 1), "A & B")
    assert not re.search(r"<script|<link|<img|url\(|@import|src=|https?:", text)
    assert "e &lt;b&gt;" in text
    assert text.count("<svg") == 3
    for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
        ET.fromstring(svg)
        for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", svg):
            assert 0 <= float(x) <= 460
            assert 0 <= float(y) <= 300


def test_the_command_on_a_few_lines(
    few: Path, loaded: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved, html = tmp_path / "run.json", tmp_path / "run.html"
    command = ["evaluate", "--tests", str(few), "--save", str(saved), "--html", str(html)]
    assert main(command) == 0
    first = capsys.readouterr().out
    assert "aspects" in first
    assert "2 of" not in first
    assert "1 crisis: alarm 100.0%, reached 100.0%" in first
    assert "turns of conversations" in first
    assert "<svg" in html.read_text()
    run = runs.load(saved)
    assert [each.right for each in run.records if each.said != "alone"] == [True, False]
    assert {each.subject for each in run.records if each.said != "alone"} == {"pancreatic_net"}
    command = ["evaluate", "--tests", str(few), "--against", str(saved), "--json"]
    assert main(command) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["comparison"] == {"better": [], "worse": [], "changed": [], "added": 0, "gone": 0}
    assert data["run"]["thresholds"]["understood"] == 0.2
    assert main(command) == 0
    assert json.loads(capsys.readouterr().out) == data


def test_a_seeded_change_is_seen(few: Path, bot: Bot) -> None:
    """A label that is wrong on purpose makes its lines worse, and nothing else."""
    before = runs.run(bot, few, lambda _: None)
    (few / "utterances" / "aspects" / "symptoms.yaml").write_text(
        "held_out: |\n  which treatments are there?\n"
    )
    now = runs.run(bot, few, lambda _: None)
    found = scores.confusions([e for e in now.records if e.place == "aspects/symptoms"])
    assert [(e.intent, e.taken) for e in found] == [("symptoms", "treatment")]
    assert compare(before, now).added == 1


def test_bad_input_is_one_line(
    few: Path, loaded: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(*arguments: str) -> str:
        code = main(["evaluate", *arguments])
        said = capsys.readouterr().err.strip().removeprefix(f"{SAYING}\n")
        assert (code, len(said.splitlines())) in ((2, 1), (1, 1)), said
        return said

    assert "there are no held-out lines in" in fails("--tests", str(tmp_path / "nowhere"))
    bad = tmp_path / "bad.json"
    for text in ("{", "[]", '{"version": 2}'):
        bad.write_text(text)
        assert "is no saved evaluation; make one with --save" in fails("--against", str(bad))
    assert "cannot read" in fails("--against", str(tmp_path / "none.json"))
    assert "cannot write" in fails("--tests", str(few), "--html", str(tmp_path))
    (few / "danger" / "mine.tsv").write_text("no tab here\n")
    assert "mine.tsv:1: no tab; write label, tab, message" in fails("--tests", str(few))
    (few / "utterances" / "aspects" / "symptoms.yaml").write_text("heldout: |\n  a\n")
    code = main(["evaluate", "--tests", str(few)])
    assert code == 1
    assert "symptoms.yaml:1: 'heldout' is no key" in capsys.readouterr().err


def test_progress_is_told(few: Path, bot: Bot) -> None:
    told: list[float] = []
    runs.run(bot, few, told.append)
    assert told == sorted(told)
    assert told[-1] == pytest.approx(1.0)


def test_the_operating_points_are_the_contents(bot: Bot, content: Content) -> None:
    points = runs.thresholds(bot)
    for each in content.guardrails:
        if each.urgent:
            assert points[f"{each.intent}: alarm"] == each.threshold
            assert points[f"{each.intent}: check-in"] == each.check_in


def test_a_bar_that_is_never_called_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    start.Bar("something").close()
    assert capsys.readouterr().err == ""


def test_folders_of_held_out_lines_may_be_missing(few: Path, bot: Bot) -> None:
    for name in ("talks", "danger"):
        shutil.rmtree(few / name)
    found = report.make(runs.run(bot, few, lambda _: None), None, seed=1)
    assert {each.said for each in found.run.records} == {"alone"}
    assert "how well it is understood" in page(found, "X")
