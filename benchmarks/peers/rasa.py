"""Rasa's column: the full project of our export, answering with a fixed text of its own."""

from __future__ import annotations

import json
import time
import urllib.request
from pathlib import Path
from typing import Any

import yaml

from benchmarks.peers import measures
from benchmarks.peers.measures import Figures
from benchmarks.peers.scores import scores
from bot import Bot
from bot.channels.actions.names import ANSWER, BACK, RESTART, SESSION
from bot.evaluation.lines import Line
from bot.rasa import project
from bot.rasa.dump import dump, examples, training_data
from tests.harness import deployment
from tests.harness.deployment import Running

_SAYS = "utter_answer"


def write_project(bot: Bot, folder: Path, epochs: int | None) -> None:
    """The exported project with responses of Rasa's in place of our action.

    Args:
        epochs: None for what the export says; else also Rasa's own default network, which
            takes about ten times longer an epoch.
    """
    made = project.project(bot, "full")
    domain = yaml.safe_load(made["domain.yml"])
    domain |= {"actions": [], "responses": {_SAYS: [{"text": "An answer."}]}}
    made["domain.yml"] = dump(domain)
    for name in ("config.yml", "data/rules.yml", "data/stories.yml"):
        for action in (ANSWER, BACK, RESTART, SESSION):
            made[name] = made[name].replace(f"action: {action}\n", f"action: {_SAYS}\n")
            made[name] = made[name].replace(f"action_name: {action}\n", f"action_name: {_SAYS}\n")
    made["data/rules.yml"] = training_data(
        {"rules": _rules(yaml.safe_load(made["data/rules.yml"]))}
    )
    made.pop("data/stories.yml")
    if epochs:
        made["config.yml"] = dump(_default_network(yaml.safe_load(made["config.yml"]), epochs))
    for name, text in made.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _rules(found: dict[str, Any]) -> list[dict[str, Any]]:
    """Restart and back are Rasa's own, and cannot lead to a response."""
    own = ({"intent": "restart"}, {"intent": "back"})
    return [each for each in found["rules"] if each["steps"][0] not in own]


def _default_network(config: dict[str, Any], epochs: int) -> dict[str, Any]:
    for each in config["pipeline"]:
        if each["name"] == "DIETClassifier":
            each["epochs"] = epochs
            del each["batch_size"], each["number_of_transformer_layers"]
    return config


def column(
    rasa: Path, project: Path, lines: list[Line], groups: dict[str, str], log: Path
) -> Figures:
    """Everything that is measured of Rasa."""
    texts = [line.text for line in lines]
    before = measures.cpu_seconds()
    done = deployment.run_rasa(rasa, project, "train")
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    training = measures.cpu_seconds() - before
    started = time.perf_counter()
    with deployment.rasa_server(rasa, project, log, "--enable-api") as server:
        start = measures.first_reply(started, server, texts[0])
        alone, together = measures.load(server, texts)
        memory = server.megabytes()
        found = [_intent(server, text) for text in texts]
    packages, size = measures.disk(rasa / "python", "rasa")
    return Figures(
        scores(lines, found, groups), training, start, memory, alone, together, packages, size
    )


def _intent(server: Running, text: str) -> str:
    """As it is served: below the threshold it is nlu_fallback."""
    body = json.dumps({"text": text}).encode()
    request = urllib.request.Request(f"{server.url}/model/parse", body)
    with urllib.request.urlopen(request, timeout=60) as response:
        return str(json.load(response)["intent"]["name"])


def reports(rasa: Path, lines: list[Line], project_folder: Path, out: Path) -> None:
    """Keep what Rasa's own tests say of the project: `rasa test nlu` and `rasa test core`."""
    held_out: dict[str, list[str]] = {}
    for line in lines:
        held_out.setdefault(line.intent, []).append(line.text)
    entries = [{"intent": name, "examples": examples(texts)} for name, texts in held_out.items()]
    (project_folder / "held_out.yml").write_text(training_data({"nlu": entries}), "utf-8")
    for arguments in (
        ("nlu", "--nlu", "held_out.yml", "--no-plot"),
        ("core", "--stories", "tests", "--no-plot"),
    ):
        target = out.resolve() / arguments[0]
        done = deployment.run_rasa(rasa, project_folder, "test", *arguments, "--out", str(target))
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        print(f"rasa test {arguments[0]}: reports in {target}")
