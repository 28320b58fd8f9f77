"""Reads and runs scripted conversations.

A file is a list of conversations; a clinician can read it:

    - name: keeps-the-subject
      turns:
        - user: what is a pancreatic NET?
          cell: pancreatic_net/overview
        - user: is it inherited?
          intent: inheritance
          says: [about 10%]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.schema import ReplyKind, Shape
from bot.engine import Bot
from bot.reply import Turn

SUFFIXES = (".yaml", ".yml")


class Expectation(Shape):
    """One thing said, and what is expected back. What is left out is not checked."""

    user: str
    kind: ReplyKind | None = None
    intent: str = ""
    subject: str = ""
    cell: str = ""
    statements: tuple[str, ...] = ()
    """Ids that must be among the statements shown."""
    citations: tuple[str, ...] = ()
    """References (document#number) that must be cited."""
    offers: tuple[str, ...] = ()
    """Choices that must be offered, as intent/subject."""
    says: tuple[str, ...] = ()
    """Text that must appear, in any case of letters."""
    never_says: tuple[str, ...] = ()
    """Text that must not appear."""
    meant: str = ""
    """What a person would take the message for, as intent/subject. Learnt from, not checked."""
    gap: bool = False
    """A known gap: what is expected is not met surely, so it is not checked."""


def expected(turn: Expectation, content: Content) -> str:
    """Id of the answer that a turn expects, as it names it or as its intent has it; or ''."""
    if turn.cell or not turn.intent:
        return turn.cell
    of_subject = turn.subject and content.nearest_cell(turn.intent, turn.subject)
    cell = of_subject or (None if turn.subject else content.group_cell(turn.intent))
    return cell.id if cell else ""


class ConversationShape(Shape):
    """A conversation as written."""

    name: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    about: str = ""
    turns: tuple[Expectation, ...] = Field(min_length=1)


@dataclass(frozen=True)
class Conversation:
    """A conversation and the place it is written at."""

    path: Path
    line: int
    shape: ConversationShape
    lines: tuple[int, ...]
    """Of its turns."""

    @property
    def name(self) -> str:
        """Its kebab-case name."""
        return self.shape.name


@dataclass(frozen=True)
class Held:
    """A turn as it went."""

    expected: Expectation
    turn: Turn
    problems: tuple[str, ...]
    """What is otherwise than expected, one line each."""


@dataclass(frozen=True)
class Failure:
    """What went wrong in a conversation, with the transcript up to there."""

    problems: tuple[str, ...]
    transcript: str

    def __str__(self) -> str:
        listed = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.transcript}\n\nexpected otherwise:\n{listed}"


def load(path: Path) -> tuple[Conversation, ...]:
    """The conversations of a file.

    Raises:
        ContentError: the file is not a list of conversations; every mistake has its line.
    """
    name = str(path)
    sources = Sources.parse({name if name.endswith(".yaml") else name + ".yaml": path.read_bytes()})
    key = next(iter(sources.files), name)
    shapes = sources.shaped(key, tuple[ConversationShape, ...])
    seen: set[str] = set()
    for index, shape in enumerate(shapes or ()):
        if shape.name in seen:
            sources.report(key, f"the name '{shape.name}' stands twice; rename one", (index,))
        seen.add(shape.name)
    sources.raise_problems()
    parsed = sources.files[key]
    return tuple(
        Conversation(
            path,
            parsed.line((index,)),
            shape,
            tuple(parsed.line((index, "turns", place)) for place in range(len(shape.turns))),
        )
        for index, shape in enumerate(shapes or ())
    )


def find(paths: Sequence[Path]) -> Iterator[Path]:
    """The YAML files at and below paths."""
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES)
        else:
            yield path


def run(conversation: Conversation, bot: Bot) -> Failure | None:
    """Hold a conversation; None when every turn is as expected."""
    transcript: list[str] = []
    for held in hold(conversation, bot):
        transcript += [f"  person: {held.expected.user}", _indented(held.turn)]
        if held.problems and not held.expected.gap:
            return Failure(held.problems, "\n".join(transcript))
    return None


def hold(conversation: Conversation, bot: Bot) -> Iterator[Held]:
    """Each turn of a conversation, whatever is otherwise than expected."""
    state = None
    for expected in conversation.shape.turns:
        turn = bot.reply(expected.user, state)
        state = turn.state
        yield Held(expected, turn, tuple(problems(expected, turn, bot.content)))


def _indented(turn: Turn) -> str:
    text = turn.text.replace("\n", "\n          ")
    cells = ", ".join(
        f"{each.kind} {each.intent}/{each.subject} {each.cell}" for each in turn.replies
    )
    return f"     bot: ({cells})\n          {text}"


def problems(expected: Expectation, turn: Turn, content: Content) -> Iterator[str]:
    """What is otherwise than expected of a turn, one line each."""
    if expected.kind and turn.kind != expected.kind:
        yield f"kind is {turn.kind}, not {expected.kind}"
    for what, value in (
        ("intent", expected.intent),
        ("subject", expected.subject),
        ("cell", expected.cell),
    ):
        got = {getattr(reply, what) for reply in turn.replies}
        if value and value not in got:
            yield f"{what} is {', '.join(sorted(got)) or 'none'}, not {value}"
    shown = {name for reply in turn.replies for name in reply.statements}
    yield from (f"{name} is not shown" for name in expected.statements if name not in shown)
    cited = {each.reference for reply in turn.replies for each in reply.citations}
    yield from (f"{name} is not cited" for name in expected.citations if name not in cited)
    offered = {str(choice.target) for choice in turn.replies[-1].choices}
    yield from (f"{name} is not offered" for name in expected.offers if name not in offered)
    text = turn.text.lower()
    yield from (f"does not say: {each}" for each in expected.says if each.lower() not in text)
    yield from (f"says: {each}" for each in expected.never_says if each.lower() in text)
    yield from impossible(expected, content)


def impossible(expected: Expectation, content: Content) -> Iterator[str]:
    """Expectations that no bot could meet, because the content has no such id."""
    for name in expected.statements:
        if name not in content.statements:
            yield f"{name} is no statement of the content"
    for name in expected.citations:
        if content.reference(name) is None:
            yield f"{name} is no reference of the content"
    if expected.subject and expected.subject not in content.subjects:
        yield f"{expected.subject} is no subject of the content"
    folder, _, intent = expected.cell.partition("/")
    cells = [each.id for each in content.comparisons]
    if expected.cell and (folder, intent) not in content.cells and expected.cell not in cells:
        yield f"{expected.cell} is no cell of the content"
