"""python -m benchmarks.peers --rasa BIN: NET Guide and Rasa Open Source, in one run.

BIN is the bin folder of an environment with Rasa 3.6 (make test-rasa builds one in
.venv-rasa). Both get our intents and utterances, and the held-out lines as questions.

--epochs N      train Rasa's default network for N epochs, not the export's smaller one
--reports DIR   also train the exported project and keep the reports of `rasa test`
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks.peers import guide, measures, rasa
from bot import Bot
from bot.evaluation.lines import held_out_lines
from bot.rasa import project
from bot.rasa.files import GUIDE
from tests.harness.deployment import run_rasa


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rasa", type=Path, required=True, metavar="BIN")
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--reports", type=Path, metavar="DIR")
    options = parser.parse_args()
    bot = Bot.load()
    lines = held_out_lines()
    groups = {each.id: each.group for each in bot.content.intents.values()} | {GUIDE: "dialogue"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rasa.write_project(bot, folder / "rasa", options.epochs)
        ours = guide.column(bot, lines, groups, folder)
        theirs = rasa.column(options.rasa, folder / "rasa", lines, groups, folder / "rasa.log")
        _print(measures.rows(ours), measures.rows(theirs), len(lines))
        if options.reports:
            _keep_reports(options.rasa, bot, folder / "exported", options.reports)


def _print(ours: dict[str, str], theirs: dict[str, str], count: int) -> None:
    print(f"{f'{count} lines, one process each':<42}{'NET Guide':>16}{'Rasa 3.6':>16}")
    for name, value in ours.items():
        print(f"{name:<42}{value:>16}{theirs[name]:>16}")


def _keep_reports(folder: Path, bot: Bot, exported: Path, out: Path) -> None:
    project.export(bot, exported, "full", Path(__file__).parents[2] / project.CONVERSATIONS)
    done = run_rasa(folder, exported, "train")
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    rasa.reports(folder, held_out_lines(), exported, out)


if __name__ == "__main__":
    main()
