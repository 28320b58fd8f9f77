"""python -m benchmarks.actions: throughput, latency and memory of `net-guide actions`.

The calls are Rasa's: a payload or a question, the domain, and the events of a turn before.
"""

from __future__ import annotations

import itertools
import json
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.service import client
from bot import Bot
from bot.channels import rest
from bot.channels.actions.names import ANSWER, STATE_SLOT
from bot.evaluation.lines import held_out_lines
from bot.rasa import files
from tests.harness import deployment

CLIENTS = 8
QUICK = 4000
ROUNDS = 3
FIRST = "what is a pancreatic NET?"


def calls(bot: Bot, texts: Iterable[str]) -> Iterator[bytes]:
    """What Rasa sends when somebody says one of the texts in the second turn."""
    domain = files.domain(bot.content)
    turn = bot.reply(FIRST)
    state = turn.state.to_dict()
    said = [{"event": "user", "text": FIRST}]
    said += [{"event": "bot", "text": m["text"], "data": m} for m in rest.messages(turn, "a")]
    slot = {"event": "slot", "name": STATE_SLOT, "value": state}
    for text in texts:
        tracker: dict[str, Any] = {
            "sender_id": "a",
            "slots": {STATE_SLOT: state},
            "latest_message": {"text": text, "intent": {"name": None}, "entities": []},
            "events": [*said, slot, {"event": "user", "text": text}],
        }
        call = {"next_action": ANSWER, "sender_id": "a", "tracker": tracker, "domain": domain}
        yield json.dumps({**call, "version": "3.6.21"}).encode()


def payloads(bot: Bot) -> Iterator[str]:
    """Choices that the bot offers, over and over."""
    known = [choice.payload for each in bot.reply(FIRST).replies for choice in each.choices]
    aspects = [each.id for each in bot.content.intents.values() if each.takes]
    known += [f'/{each}{{"subject": "{bot.content.root}"}}' for each in aspects]
    return itertools.cycle(known)


def echo_server(log: Path) -> Any:
    """rasa-sdk as it comes, with an action that echoes."""
    port = deployment.free_port()
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "benchmarks.actions.echo"]
    return deployment.running([*command, "--port", str(port), "--quiet"], port, log, path="/health")


def quick_replies(bot: Bot, logs: Path) -> None:
    """Payloads, one process each, in turns."""
    bodies = list(itertools.islice(calls(bot, payloads(bot)), QUICK))
    ours, echo = [], []
    with (
        echo_server(logs / "echo") as sdk,
        deployment.action_server(logs / "one", 0, "--workers", "1") as guide,
    ):
        for _ in range(ROUNDS):
            echo.append(client.run(sdk.port, bodies, CLIENTS, "/webhook").rate)
            ours.append(client.run(guide.port, bodies, CLIENTS, "/webhook").rate)
    shares = [mine / theirs for mine, theirs in zip(ours, echo, strict=True)]
    print(f"quick replies, 1 worker            {statistics.median(ours):8.0f} a second")
    print(f"rasa-sdk, an action that echoes    {statistics.median(echo):8.0f} a second")
    print(f"  share {statistics.median(shares):.0%} ({', '.join(f'{s:.0%}' for s in shares)})")


def real_questions(bot: Bot, logs: Path) -> None:
    """Every held-out line once, as the server runs by default."""
    bodies = list(calls(bot, (line.text for line in held_out_lines())))
    with deployment.action_server(logs / "default") as guide:
        result = client.run(guide.port, bodies, CLIENTS, "/webhook")
        memory = guide.megabytes()
    print(f"{len(bodies)} questions, {CLIENTS} clients     {result.rate:8.1f} a second")
    for share in (0.5, 0.95, 0.99):
        print(f"  p{share * 100:.0f}                              {result.quantile(share):8.1f} ms")
    print(f"memory of all its processes        {memory:8.1f} MiB")


def main() -> None:
    """Print everything."""
    bot = Bot.load()
    with tempfile.TemporaryDirectory() as logs:
        quick_replies(bot, Path(logs))
        real_questions(bot, Path(logs))


if __name__ == "__main__":
    main()
