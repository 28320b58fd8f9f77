"""The files of a first content: where each part stands, and how it is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.content import strict_yaml
from bot.content.strict_yaml import ParsedFile
from bot.writing.page import Entry, Page
from bot.writing.placing import OVERVIEW, Placed, Said, slug
from bot.writing.yaml_text import block, scalar

SETTING, LINKS, SIGNS = "data/content.yaml", "data/links.yaml", "data/additions.yaml"
_HEADING = "a heading of the page"
_UNPLACED = "no answer shows it yet: add it to one, or say here why it answers nothing"


@dataclass(frozen=True)
class Facts:
    """A page and what it is."""

    id: str
    title: str
    publisher: str
    updated: date
    page: Page


@dataclass(frozen=True)
class Written:
    """The text of each file by its path, and where its parts stand."""

    texts: Mapping[str, str]
    subjects: Mapping[str, str]
    """Their files."""
    setting: str = SETTING

    def place(self, thing: str, intent: str = "") -> str:
        """Where the answer of a subject stands, a statement or a reference (`document#number`)."""
        if intent:
            path = self.subjects[thing]
            return f"{path}:{self._parsed(path).line(('answers', intent, 'lead'))}"
        document = f"data/documents/{thing.partition('.')[0].partition('#')[0]}.yaml"
        key, value = ("number:", thing.partition("#")[2]) if "#" in thing else ("id:", thing)
        lines = self.texts[document].splitlines()
        found = (n for n, each in enumerate(lines, 1) if each.strip(" -") == f"{key} {value}")
        return f"{document}:{next(found, 1)}"

    def _parsed(self, path: str) -> ParsedFile:
        return strict_yaml.parse(self.texts[path], path)[0]


def files(
    facts: Sequence[Facts], placed: Sequence[Placed], originals: Sequence[str], url: str
) -> Written:
    """Every file of the content.

    Args:
        facts: of the pages; the first one is about the disease itself.
        originals: texts of the pages.
        url: home address of who publishes them.
    """
    root, publisher = facts[0], slug(facts[0].publisher)
    subjects = {each.id: f"responses/subjects/{each.id}.yaml" for each in facts}
    texts = {
        SETTING: _setting(facts, publisher),
        LINKS: f"publisher: {publisher}\nlinks:\n  {publisher}:\n    url: {scalar(url)}\n",
        SIGNS: "signs:\n  diseases: |\n" + block((e.title.lower() for e in facts), 4),
        f"responses/subjects/{publisher}.yaml": _publisher(root, placed[0]),
    }
    for each, found, original in zip(facts, placed, originals, strict=True):
        texts[f"data/documents/{each.id}.txt"] = original
        texts[f"data/documents/{each.id}.yaml"] = _document(each, found, each is root)
        texts[subjects[each.id]] = _subject(each, found, "" if each is root else root.id)
    return Written(texts, subjects)


def _setting(facts: Sequence[Facts], publisher: str) -> str:
    name = facts[0].title
    several = "s" if len(facts) > 1 else ""
    words = {
        "bot": f"{name} Guide",
        "condition": name,
        "a_condition": name,
        "conditions": name,
        "short": name,
        "these": "this condition",
        "pages": f"page{several}",
        "sources": f"source{several}",
    }
    return (
        "extends: common\nwords:\n"
        + "".join(f"  {key}: {scalar(text)}\n" for key, text in words.items())
        + f"\nroot: {facts[0].id}\n\nkinds:\n"
        + f"  type:\n    about: {scalar(f'a type of {name}')}\n"
        + "    mask: the condition\n    carries: true\n"
        + "  organisation:\n    about: a body that the pages name\n"
        + "    mask: this organisation\n    carries: true\n    guess: false\n\n"
        + "order: |\n"
        + block([*(each.id for each in facts), publisher])
    )


def _subject(facts: Facts, placed: Placed, parent: str) -> str:
    """A subject with all its answers."""
    above = f"parent: {parent}\n" if parent else ""
    answers = list(placed.answers)
    return (
        f"kind: type\nname: {scalar(facts.title)}\nnames: |\n"
        + block([facts.title.lower()])
        + above
        + "answers:\n"
        + "".join(
            _cell(intent, each.lead.sentence.text, [said.id for said in each.shown], answers)
            for intent, each in placed.answers.items()
        )
    )


def _publisher(facts: Facts, placed: Placed) -> str:
    """Who publishes the pages; what their first page says of it is all that is known."""
    said = placed.parts[0].said[:1]
    names = [facts.publisher.lower()]
    cell = _cell(OVERVIEW, facts.publisher, [e.id for e in said], [f"{OVERVIEW}/{facts.id}"])
    return (
        f"kind: organisation\nname: {scalar(facts.publisher)}\nnames: |\n"
        + block(names)
        + "answers:\n"
        + cell
    )


def _cell(intent: str, lead: str, statements: Sequence[str], onward: Sequence[str]) -> str:
    to = [each for each in onward if each != intent][:3]
    return (
        f"  {intent}:\n    lead: {scalar(lead)}\n    statements:\n"
        + "".join(f"      - {each}\n" for each in statements)
        + (f"    next: [{', '.join(to)}]\n" if to else "")
    )


def _document(facts: Facts, placed: Placed, shows_publisher: bool) -> str:
    """A document with its statements and its references."""
    text = (
        f"id: {facts.id}\ntitle: {scalar(facts.title)}\npublisher: {scalar(facts.publisher)}\n"
        f"last_updated: {facts.updated}\noriginal: {facts.id}.txt\nsections:\n"
    )
    shown = placed.parts[0].said[:1] if shows_publisher else []
    for part in placed.parts:
        if part.said:
            text += f"  - title: {scalar(part.title.rstrip(':'))}\n    statements:\n"
            text += "".join(line for each in part.said for line in _said(each, each in shown))
    entries = "".join(map(_entry, facts.page.references))
    return text + (f"references:\n{entries}" if entries else "references: []\n")


def _said(said: Said, is_shown: bool) -> Iterator[str]:
    sentence = said.sentence
    yield f"      - id: {said.id}\n"
    if said.after:
        yield f"        after: {said.after}\n"
    yield f"        text: {scalar(sentence.text)}\n"
    if sentence.refs:
        yield f"        refs: [{', '.join(map(str, sentence.refs))}]\n"
    if sentence.bullet:
        yield "        bullet: true\n"
    if not said.answer and not is_shown:
        why = _HEADING if sentence.heading else _UNPLACED
        yield f"        furniture: {scalar(why)}\n"


def _entry(entry: Entry) -> str:
    parts = {
        "text": entry.text,
        "title": entry.title,
        "publisher": entry.publisher,
        "url": entry.url,
    }
    lines = "".join(f"    {key}: {scalar(text)}\n" for key, text in parts.items())
    return f"  - number: {entry.number}\n{lines}"
