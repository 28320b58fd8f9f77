"""Commands for content authors: check, coverage, test."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from bot.cli.start import load, require, require_conversations
from bot.content.places import default_content
from bot.errors import ContentError

if TYPE_CHECKING:  # a mistake in what is named is told before anything heavy is imported
    from bot.content.library import Content


def check(options: Namespace) -> int:
    """Print every mistake of the content."""
    try:
        content = _checked(options)
        from bot.cli import reviewed

        reviewed.check_records(Path(options.content or default_content()))
    except ContentError as error:
        for problem in error.problems:
            print(problem)
        print(f"{len(error.problems)} to mend", file=sys.stderr)
        return 1
    counts = {
        "intents": len(content.intents),
        "utterances": sum(len(each.lines) for each in content.intents.values()),
        "responses": len({cell.id for cell in content.cells.values()}),
        "statements": len(content.statements),
    }
    print("content is sound:", ", ".join(f"{count} {what}" for what, count in counts.items()))
    failed = _check_links(content) if options.links else 0
    if options.reviewed:
        from bot.cli import reviewed

        failed |= reviewed.left_to_review(Path(options.content or default_content()))
    return failed


def _check_links(content: Content) -> int:
    """Print every address that does not work; fail if there is one."""
    from bot.cli import links

    found = links.addresses(content)
    wrong = [(url, place, what) for url, place, what in links.check(found) if what]
    for url, place, what in wrong:
        print(f"{place}: {url}: {what}")
    print(f"links: {len(found) - len(wrong)} work, {len(wrong)} do not")
    return 1 if wrong else 0


def coverage_table(content: Content) -> list[str]:
    """The table of intents and subjects, one line a pair, and what is left out."""
    from bot.content import coverage

    signs = {
        coverage.OWN: "own answer",
        coverage.INHERITED: "answered from",
        coverage.REFUSED: "honest refusal",
        coverage.NONE: "-",
    }
    entries = coverage.table(content)
    lines = [f"{'intent':<22}{'subject':<28}how"]
    for each in entries:
        what = signs[each.how] + (f" {each.cell}" if each.how == coverage.INHERITED else "")
        lines.append(f"{each.intent:<22}{each.subject:<28}{what}")
    counts = {sign: sum(each.how == how for each in entries) for how, sign in signs.items()}
    lines.append("")
    lines.append(", ".join(f"{count} {sign}" for sign, count in counts.items()))
    lines.append("")
    lines.append("Page furniture, shown nowhere:")
    lines += [
        f"  {each.id}: {each.text} ({each.furniture})" for each in coverage.furniture(content)
    ]
    missing = coverage.unreachable(content)
    lines.append("")
    lines.append(f"Statements that no answer shows: {len(missing)}")
    lines += [f"  {each.id}: {each.text}" for each in missing]
    return lines


def show_coverage(options: Namespace) -> int:
    """Print the table; fail on a statement that nothing shows."""
    require(options)
    from bot.content import coverage, files, load
    from bot.content.files import Sources

    raw = files.read_folder(Path(options.content or default_content()))
    content = load.build(Sources.parse(raw), files.digest(raw))
    print("\n".join(coverage_table(content)))
    return 1 if coverage.unreachable(content) else 0


def test(options: Namespace) -> int:
    """Run conversations."""
    require(options)
    require_conversations(options.paths)
    from bot.testing import conversations

    found = [
        each for path in conversations.find(options.paths) for each in conversations.load(path)
    ]
    bot = load(options)
    failed = 0
    for each in found:
        failure = conversations.run(each, bot)
        if failure:
            failed += 1
            print(f"FAILED {each.path}:{each.line}: {each.name}\n{failure}\n")
    print(f"{len(found) - failed} passed, {failed} failed")
    return 1 if failed or not found else 0


def _checked(options: Namespace) -> Content:
    require(options)
    from bot.content import files, load
    from bot.content.files import Sources
    from bot.testing import grades, references
    from bot.understand import soundness

    folder = Path(options.content or default_content())
    raw = files.read_folder(folder)
    sources = Sources.parse(raw)
    content = load.build(sources, files.digest(raw))
    soundness.check(content, sources)
    references.check(content, folder, sources)
    grades.check(content, sources)
    sources.raise_problems()
    return content
