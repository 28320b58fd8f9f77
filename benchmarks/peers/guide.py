"""NET Guide's column: its chat service, which speaks Rasa's REST channel."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from benchmarks.peers import measures
from benchmarks.peers.measures import Figures
from benchmarks.peers.scores import scores
from bot import Bot
from bot.evaluation.lines import Line
from tests.harness import deployment

_TRAIN = """
import sys
from pathlib import Path
from bot import Bot
Bot.load(cache_folder=Path(sys.argv[1]))
"""


def column(bot: Bot, lines: list[Line], groups: dict[str, str], folder: Path) -> Figures:
    """Everything that is measured of NET Guide."""
    texts = [line.text for line in lines]
    before = measures.cpu_seconds()
    subprocess.run([sys.executable, "-c", _TRAIN, str(folder / "cache")], check=True)
    training = measures.cpu_seconds() - before
    port = deployment.free_port()
    command = [sys.executable, "-m", "bot", "serve", "--port", port, "--operations-port", 0]
    command += ["--rate-limit", "0"]
    started = time.perf_counter()
    with deployment.running(
        command,
        port,
        folder / "guide.log",
        path="/webhooks/rest",
        environment={"NET_GUIDE_CACHE": str(folder / "cache")},
    ) as server:
        start = measures.first_reply(started, server, texts[0])
        alone, together = measures.load(server, texts)
        memory = server.megabytes()
    found = [_intent(bot, line) for line in lines]
    packages, size = measures.disk(Path(sys.executable), "net-guide")
    return Figures(
        scores(lines, found, groups), training, start, memory, alone, together, packages, size
    )


def _intent(bot: Bot, line: Line) -> str:
    """The line's own intent when one of the replies is for it, else that of the turn."""
    turn = bot.reply(line.text)
    return line.intent if line.intent in {r.intent for r in turn.replies} else turn.intent
