"""The service: settings, answers, errors, metrics, logs, limits."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import yaml

from bot import Bot
from bot.channels import rest
from bot.channels.web import collector, errors, incoming
from bot.channels.web.metrics import Metrics
from bot.channels.web.settings import ALL, BODY_LIMIT, read
from bot.content.library import Content
from bot.content.schema import ReplyKind
from bot.dialogue.state import is_known
from bot.dialogue.target import SESSION_START, Target
from tests.conftest import ROOT
from tests.docs.pages import AGAIN, CLI, SENT, SERVICE, SETTINGS, named_in, section, text
from tests.docs.written import answer, settings_table, without_age

WEB = ROOT / "bot" / "channels" / "web"


def test_the_table_of_settings_is_the_class() -> None:
    (written,) = SETTINGS.findall(text(SERVICE))
    assert written[2] == settings_table(), AGAIN


def test_the_file_of_settings_can_be_read(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", section(text(SERVICE), "Settings"), re.DOTALL)
    path = tmp_path / "settings.yaml"
    path.write_text(example)
    assert read({}, path).allowed_origins == ("https://hospital.example", "https://clinic.example")


def test_answers_of_the_service_are_real(bot: Bot) -> None:
    sent = SENT.findall(text(SERVICE))
    assert sent
    for _, body, written, _ in sent:
        assert without_age(written) == without_age(answer(body, bot)), AGAIN


def test_keys_of_an_answer_are_described(bot: Bot) -> None:
    (message,) = rest.messages(bot.reply("is it inherited?"), "a")
    tables = section(text(SERVICE), "Messages").split("\n\n")
    assert any(named_in(each) == set(message) for each in tables)
    (described,) = (
        each for each in section(text(CLI), "respond").split("\n\n") if "`blocks`" in each
    )
    assert named_in(described) == set(message["custom"])


def test_payloads_that_are_named_lead_somewhere(content: Content) -> None:
    payloads = re.findall(r"^\| `(/.+?)` \|", section(text(SERVICE), "Messages"), re.MULTILINE)
    assert len(payloads) > 3
    for each in payloads:
        target = Target.from_payload(each)
        assert each == SESSION_START or (target and is_known(target, content)), each


def test_error_codes_are_those_of_the_service() -> None:
    code = "".join(text(each) for each in WEB.glob("*.py"))
    own = re.findall(r'RequestError\(\s*\d+, "(\w+)"', code)
    bad = re.findall(r'(?:_wrong\(|_id\(.*?, )"(\w+)"', code)
    general = [errors._UNKNOWN[0], *(code for code, _ in errors._OF_STATUS.values())]
    assert named_in(section(text(SERVICE), "Errors")) == {
        *own,
        *general,
        *("bad_" + b for b in bad),
    }
    for status, (name, _) in errors._OF_STATUS.items():
        assert f"| `{name}` | {status} |" in text(SERVICE)


def test_metrics_are_those_of_the_service() -> None:
    table = section(text(SERVICE), "Metrics")
    metrics = Metrics()
    metrics.turn("answer", 0.1)
    metrics.response(200)
    found = re.findall(r"^# TYPE (\w+) (\w+)$", metrics.text().decode(), re.MULTILINE)
    types = {name: kind for name, kind in found if not name.endswith("_created")}
    assert named_in(table) == set(types)
    for name, kind in types.items():
        assert f"| `{name}` | {kind} |" in table
    assert all(f"`{kind}`" in table for kind in (*get_args(ReplyKind), "failed"))
    named = re.findall(r"`(net_guide_[a-z_]+)(?![a-z_.])", text(SERVICE))
    assert {each.removesuffix("_bucket") for each in named} <= set(types)


def test_spans_and_their_attributes_are_those_of_the_service() -> None:
    rows = re.findall(r"^\| (`.*?) \|", section(text(SERVICE), "Traces"), re.MULTILINE)
    named = re.findall(r"`([\w.]+)`", " ".join(rows))
    assert sorted(named) == sorted([*collector.NAMES, *collector.KEPT])


def test_objectives_are_what_the_alerts_watch() -> None:
    """The figures, and the buckets that they are read off."""
    (table,) = re.findall(r"<!-- objectives -->\n(.*?)<!-- /obj", text(SERVICE), re.DOTALL)
    rows = [line.split(" | ") for line in table.splitlines()[2:]]
    rules = yaml.safe_load((ROOT / "deploy" / "monitoring" / "alerts.yaml").read_text())
    alerts = {each["alert"]: each["expr"] for each in rules["groups"][0]["rules"]}
    buckets = re.findall(r'turn_seconds_bucket\{le="(.+?)"\}', Metrics().text().decode())
    for _, share, measured, named in rows:
        names = re.findall(r"`(\w+)`", named)
        assert set(names) <= alerts.keys()
        for bound in re.findall(r'le="(.+?)"', measured):
            assert bound in buckets
            (name,) = names
            written = f"histogram_quantile(0.{share.removesuffix('%')}, "
            assert alerts[name].startswith(written)
            assert alerts[name].endswith(f"> {float(bound):g}")
    missed = round(1 - float(rows[0][1].removesuffix("%")) / 100, 6)
    assert alerts["NetGuideBudget"].count(f"> 14.4 * {missed} * sum(") == 2


def test_log_events_are_those_of_the_service() -> None:
    folders = (WEB, WEB.parent / "server")
    code = "".join(text(each) for folder in folders for each in folder.glob("*.py"))
    found = re.findall(r'logs\.(?:event|failure)\(\s*"(\w+)"', code)
    assert named_in(section(text(SERVICE), "Logs")) == {*found, "library"}


def test_limits_are_those_of_the_service() -> None:
    table = section(text(SERVICE), "Limits")
    assert f"| body of a request | {BODY_LIMIT >> 10} KB |" in table
    assert f"| {incoming.LONGEST_ID} characters |" in table
    assert f"{ALL['rate_limit'].default} a minute" in table
    assert f"{ALL['request_seconds'].default} s each" in table
