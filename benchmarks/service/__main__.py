"""python -m benchmarks.service: start, throughput, latency, and memory over many turns.

--turns N     turns of the memory run (default: 20,000)
--rasa BIN    also train a Rasa with the same intents, and measure it beside; BIN is the bin
              folder of its environment (make test-rasa builds one in .venv-rasa)
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.service import client, messages
from benchmarks.service.processes import echo, resident, running, service
from bot import Bot

PORT = 8190
CLIENTS = 8
QUICK = 30_000
ROUNDS = 3


def real_questions(bot: Bot, rasa: Path | None) -> None:
    """Questions that need the classifier, all different; each program has them once."""
    bodies = messages.questions()
    rows = {}
    for workers in (1, 2):
        options = ("--workers", str(workers))
        with running(service(PORT, *options), PORT, "/webhooks/rest") as (_, start):
            rows[f"NET Guide, {workers} worker(s)"] = client.run(PORT, bodies, CLIENTS)
    print(f"ready after a start with a warm cache {start:7.2f} s")
    if rasa:
        rows["Rasa"] = _rasa(bot, rasa, bodies)
    print(f"{len(bodies)} questions, all different, {CLIENTS} clients")
    last = list(rows.values())[-1]
    for name, result in rows.items():
        print(
            f"  {name:<24}{result.rate:8.1f} a second   p50 {result.quantile(0.5):7.1f} ms"
            f"   p99 {result.quantile(0.99):7.1f} ms",
            end="",
        )
        share = result.quantile(0.99) / last.quantile(0.99)
        print(f"   {result.rate / last.rate:.1f} x Rasa, p99 {share:.2f} x" if rasa else "")


def _rasa(bot: Bot, folder: Path, bodies: list[bytes]) -> client.Result:
    """The same questions, asked of Rasa's REST channel."""
    from benchmarks.peers import rasa as peer
    from tests.harness import deployment

    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        # Rasa's default network. How long it trained makes it no faster or slower.
        peer.write_project(bot, project, epochs=1)
        done = deployment.run_rasa(folder, project, "train")
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        with deployment.rasa_server(folder, project, Path(name) / "log") as server:
            client.run(server.port, bodies[:20], 1)
            return client.run(server.port, bodies, CLIENTS)


def quick_replies(bot: Bot) -> None:
    """Choices and guide steps beside a bare endpoint that echoes the same JSON, in turns."""
    sent = list(messages.quick_replies(bot, QUICK))
    answers = list(itertools.islice(itertools.cycle(_answers(bot, sent[:200])), QUICK))
    ours, bare = [], []
    with (
        running(service(PORT), PORT, "/webhooks/rest"),
        running(echo(PORT + 1), PORT + 1, "/"),
    ):
        for _ in range(ROUNDS):
            bare.append(client.run(PORT + 1, answers, CLIENTS, "/echo").rate)
            ours.append(client.run(PORT, sent, CLIENTS).rate)
    shares = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    print(f"quick replies, 1 worker                  {statistics.median(ours):8.0f} a second")
    print(f"bare echo of the same JSON               {statistics.median(bare):8.0f} a second")
    print(
        f"  share {statistics.median(shares):.0%} (rounds: {', '.join(f'{s:.0%}' for s in shares)})"
    )


def _answers(bot: Bot, sent: list[bytes]) -> Iterator[bytes]:
    """The JSON that the service answers with."""
    from bot.channels.rest import Encoder
    from bot.channels.web import incoming

    encoder = Encoder()
    for each in sent:
        asked = incoming.parse(each)
        turn = bot.reply(asked.message, asked.state)
        yield encoder.encode(turn.replies, asked.sender, turn.state.to_dict())


def memory(bot: Bot, turns: int) -> None:
    """Memory of all processes after many turns, a tenth of them real questions."""
    slow, quick = messages.questions(), messages.quick_replies(bot, turns)
    mixed = random.Random(7)
    bodies = (mixed.choice(slow) if mixed.random() < 0.1 else each for each in quick)
    step = max(turns // 10, 1)
    with running(service(PORT), PORT, "/webhooks/rest") as (process, _):
        client.run(PORT, itertools.islice(bodies, min(10_000, step)), CLIENTS)
        first = resident(process.pid)
        print(f"memory after {min(10_000, step):>7} turns   {first / 1024:8.1f} MiB")
        done = min(10_000, step)
        while done < turns:
            done += client.run(PORT, itertools.islice(bodies, step), CLIENTS).answers or turns
        last = resident(process.pid)
        print(f"memory after {turns:>7} turns   {last / 1024:8.1f} MiB ({last / first - 1:+.1%})")


def main() -> None:
    """Print everything."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=20_000)
    parser.add_argument("--rasa", type=Path, metavar="BIN")
    options = parser.parse_args()
    bot = Bot.load()
    real_questions(bot, options.rasa)
    quick_replies(bot)
    memory(bot, options.turns)


if __name__ == "__main__":
    main()
