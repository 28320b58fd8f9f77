"""deploy/ at work: action servers behind nginx, two Rasas, their trackers and locks in Redis."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot import Bot
from bot.channels import rest
from bot.testing.conversations import Conversation
from tests.conftest import ROOT
from tests.harness import deployment
from tests.harness.deployment import Running
from tests.rasa.conftest import joined, scripted

SBIN = "/usr/sbin:/usr/bin:/usr/local/bin"
MOST_TALKS = 120
LONG = [each for each in scripted() if len(each.shape.turns) >= 3]
TALKS = LONG[:: len(LONG) // MOST_TALKS]
"""From all files; `test_conversations` holds each one that there is."""


@dataclass
class Deployment:
    """What is running."""

    actions: list[Running]
    rasas: list[Running]
    redis: Running


@pytest.fixture(scope="module")
def deployed(
    rasa: Path, train: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Deployment]:
    folder, logs = train("thin"), tmp_path_factory.mktemp("deployed")
    with ExitStack() as stack:
        start = stack.enter_context
        actions = [start(deployment.action_server(logs / f"actions-{n}.log")) for n in (1, 2)]
        redis = start(redis_server(logs))
        nginx = start(balancer(logs, actions))
        (folder / "scaled.yml").write_text(yaml.safe_dump(endpoints(nginx, redis)))
        rasas = [
            start(
                deployment.rasa_server(
                    rasa, folder, logs / f"rasa-{n}.log", "--endpoints", "scaled.yml"
                )
            )
            for n in (1, 2)
        ]
        yield Deployment(actions, rasas, redis)


def redis_server(logs: Path) -> Any:
    port = deployment.free_port()
    command = ["redis-server", "--port", port, "--bind", "127.0.0.1", "--save", ""]
    return deployment.running(command, port, logs / "redis.log", path="", folder=logs)


def balancer(logs: Path, actions: list[Running]) -> Any:
    """nginx with the file of the example, its addresses changed for those here."""
    text = (ROOT / "deploy" / "nginx" / "nginx.conf").read_text()
    port = deployment.free_port()
    changes = {"listen 5055": f"listen 127.0.0.1:{port}", "/tmp/nginx": f"{logs}/nginx"}
    changes |= {f"actions-{n}:5055": f"127.0.0.1:{a.port}" for n, a in enumerate(actions, 1)}
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (logs / "nginx.conf").write_text("daemon off;\n" + text)
    nginx = shutil.which("nginx", path=SBIN) or "nginx"
    command = [nginx, "-c", logs / "nginx.conf", "-e", "stderr"]
    return deployment.running(command, port, logs / "nginx.log", path="", folder=logs)


def endpoints(nginx: Running, redis: Running) -> dict[str, Any]:
    """Rasa's endpoints of the example, with the addresses here."""
    found = yaml.safe_load((ROOT / "deploy" / "rasa" / "endpoints.yml").read_text())
    found["action_endpoint"]["url"] = f"{nginx.url}/webhook"
    for store in ("tracker_store", "lock_store"):
        found[store] |= {"url": "127.0.0.1", "port": redis.port}
    return dict(found)


class Talk:
    """A conversation with the deployment: each message goes to the other Rasa."""

    def __init__(self, script: Conversation, bot: Bot) -> None:
        self.script = script
        self.bot = bot
        self.sender = f"{script.path.stem}/{script.name}"
        self.state: object = None
        self.said = 0

    def go_on(self, deployed: Deployment) -> list[str]:
        """Say the next message; what came back otherwise than in the terminal."""
        if self.said == len(self.script.shape.turns):
            return []
        text = self.script.shape.turns[self.said].user
        turn = self.bot.reply(text, self.state)  # type: ignore[arg-type]
        self.state = turn.state
        server = deployed.rasas[self.said % len(deployed.rasas)]
        self.said += 1
        seen = joined(deployment.say(server.url, self.sender, text))
        same = seen == rest.messages(turn, self.sender)
        return [] if same else [f"{self.sender}: {text!r} was answered {len(seen)} times"]


def test_no_conversation_is_lost_when_an_action_server_is_killed(
    deployed: Deployment, bot: Bot
) -> None:
    talks = [Talk(script, bot) for script in TALKS]
    most = max(len(script.shape.turns) for script in TALKS)
    wrong: list[str] = []
    with ThreadPoolExecutor(4) as people:
        for number in range(most):
            rounds = [people.submit(talk.go_on, deployed) for talk in talks]
            if number == 1:
                deployed.actions[0].kill()  # while its calls are under way
            wrong += [each for done in rounds for each in done.result()]
    assert len(talks) >= MOST_TALKS
    assert not wrong


def test_a_conversation_survives_every_action_server(
    deployed: Deployment, bot: Bot, tmp_path: Path
) -> None:
    """Nothing is kept in an action server: others that are started later go on."""
    talk = Talk(LONG[0], bot)
    talk.sender += "/again"
    assert not talk.go_on(deployed)
    old = deployed.actions[1]
    old.kill()
    with deployment.action_server(tmp_path / "new.log", old.port):
        assert not talk.go_on(deployed)
        assert not talk.go_on(deployed)
