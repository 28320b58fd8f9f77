"""The command `new`: stubs of content, and a first content out of the text of a page."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from bot.content.places import default_content, text_of, writable
from bot.errors import InputError

_SHOWN = 10
"""Lines of the list of what is to be written that are printed, too."""
WHAT = (
    "question",
    "intent",
    "response",
    "subject",
    "guide",
    "statement",
    "guardrail",
    "conversation",
    "held-out",
    "content",
)


def add_options(to: argparse.ArgumentParser) -> None:
    """The options of `new`."""
    to.add_argument(
        "what",
        choices=WHAT,
        metavar="WHAT",
        help="question (an intent with its answer, held-out lines and a conversation), intent,"
        " response, subject, guide, statement, guardrail, conversation, held-out, or content",
    )
    to.add_argument(
        "name",
        metavar="NAME",
        help="aspects/side_effects, carcinoid/side_effects, net.treatment.new, the id of a subject,"
        " guide, guardrail or conversation; of a content, its folder",
    )
    to.add_argument(
        "lines",
        nargs="*",
        metavar="LINE",
        help="a statement's text, what is said in a conversation, or lines to hold out",
    )
    to.add_argument(
        "--after", default="", metavar="ID", help="the statement that a new one follows"
    )
    _add_page_options(to)


def _add_page_options(to: argparse.ArgumentParser) -> None:
    page = to.add_argument_group("a content")
    page.add_argument(
        "--from",
        dest="pages",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="texts of pages: of the disease, then of its types",
    )
    page.add_argument("--url", default="", metavar="URL", help="home address of their publisher")
    page.add_argument("--name", dest="title", default="", metavar="NAME", help="of the disease")
    page.add_argument("--publisher", default="", metavar="NAME", help="of the pages")
    page.add_argument(
        "--updated",
        type=date.fromisoformat,
        metavar="DATE",
        help="when they were last changed, as 2026-01-31 (default: as they say)",
    )


def new(options: argparse.Namespace) -> int:
    """Write stubs, or a first content.

    Raises:
        InputError: the name does not fit, it is there already, or a page lacks something.
    """
    if options.what == "content":
        return _content(options)
    folder = writable(Path(options.content or default_content()))
    for path in _write(options, folder):
        print(f"wrote {path}")
    print("fill it in, then run: net-guide check")
    return 0


def _write(options: argparse.Namespace, folder: Path) -> list[Path]:
    from bot import scaffold
    from bot.writing import stubs

    if options.what in stubs.FORMS:
        return stubs.write(options.what, options.name, options.lines, folder, options.after)
    if options.what == "question":
        return _question(options.name, folder)
    return [scaffold.write(options.what, options.name, folder)]


def _question(name: str, folder: Path) -> list[Path]:
    """The stubs of all that a new question needs."""
    from bot import scaffold
    from bot.content import layers, load, strict_yaml
    from bot.writing import stubs

    group, _, intent = name.partition("/")
    found = [scaffold.write("intent", name, folder)]
    if group == "aspects":
        setting = (folder / layers.SETTING).read_text(encoding="utf-8")
        root = strict_yaml.parse(setting, layers.SETTING)[0].data["root"]
        found.append(scaffold.write("response", f"{root}/{intent}", folder))
    elif group != load.REFUSALS:
        found.append(scaffold.write("response", name, folder))
    found += stubs.write("held-out", name, (), folder)
    return found + stubs.write("conversation", intent.replace("_", "-"), (), folder)


def _content(options: argparse.Namespace) -> int:
    if not options.pages or not options.url:
        raise InputError("a content is made of pages; name their texts after --from, and --url")
    texts = {str(each): text_of(each) for each in options.pages}
    from bot.writing import first_content

    given = first_content.Given(options.url, options.title, options.publisher, options.updated)
    folder = writable(Path(options.name))
    made = first_content.write(folder, texts, given)
    for path in made.files:
        print(f"wrote {path}")
    print(f"\nWhat a person must still write ({len(made.left)}):")
    for line in made.left[:_SHOWN]:
        print(f"  {line}")
    if len(made.left) > _SHOWN:
        print(f"  … all of it is in {folder / first_content.LIST}")
    print(f"\nnow run: net-guide check --content {folder}")
    return 0
