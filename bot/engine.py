"""The bot: loads a content folder and answers messages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from bot.classify.encoder import Encoder, OnnxEncoder
from bot.compose.composer import Composer
from bot.compose.labels import label
from bot.content.library import Content
from bot.content.places import default_content
from bot.dialogue.decision import Decision, ShowCell, ShowPhrase
from bot.dialogue.policy import Policy
from bot.dialogue.screen import Names
from bot.dialogue.state import MOST_OFFERED, State, is_known
from bot.dialogue.target import SESSION_START, Target
from bot.errors import UnknownRegionError
from bot.reply import Reply, Trace, Turn
from bot.tracing import trace
from bot.understand.learning import Progress
from bot.understand.prepare import Prepared, prepare
from bot.understand.reading import Reading
from bot.understand.understander import Understander


@dataclass(frozen=True, repr=False)
class Bot:
    """Answers messages from one content. Stateless: the caller keeps the State."""

    content: Content
    understander: Understander
    policy: Policy
    composer: Composer
    today: Callable[[], date] = date.today
    """Clock for the notes on the age of sources."""
    region: str = ""
    """Region of people who have not said where they are; empty shows the numbers of several."""

    def __repr__(self) -> str:
        """Short: the content is large."""
        return f"Bot(content={self.content.digest[:12]})"

    @classmethod
    def load(
        cls,
        folder: Path | str | None = None,
        *,
        cache_folder: Path | None = None,
        encoder: Encoder | None = None,
        progress: Progress | None = None,
        today: Callable[[], date] = date.today,
        region: str = "",
        late: bool = False,
    ) -> Bot:
        """Load a content folder, building what it needs the first time.

        Args:
            folder: with data/, intents/ and responses/; the content of NET Guide by default.
            cache_folder: where to keep what was built; the user's cache folder by default.
            encoder: sentence encoder; the one that comes with NET Guide by default.
            progress: called with the share done (0 to 1) while building.
            today: clock.
            region: where people are who have not said so, by its id in
                data/emergency_numbers.yaml; not known by default.
            late: read what only a second message needs when there is one; not before a fork.

        Raises:
            InputError: the content has no such region.
            ContentError: the content has mistakes; all of them are listed.
            ModelError: a model file is damaged.
        """
        chosen = Path(folder) if folder else default_content()
        encoder = encoder or OnnxEncoder.load()
        found = prepare(chosen, encoder, cache_folder, progress, late=late)
        if region and region not in found.content.numbers.regions:
            raise UnknownRegionError(region, found.content.numbers.regions)
        understander = Understander(found.content, found.words, found.classifier, found.cutter)
        policy = _policy(found, understander.viewer.names)
        return cls(found.content, understander, policy, Composer(found.content), today, region)

    def reply(
        self,
        message: str,
        state: State | Mapping[str, Any] | None = None,
        *,
        region: str = "",
    ) -> Turn:
        """Answer one message.

        Args:
            message: what the person wrote, or the payload of a choice. Any text at all.
            state: `turn.state` of the turn before, or its `to_dict()`; None at the start.
                Unknown or forged parts of it are dropped.
            region: where the host of the page says that the person is; what the person says
                outweighs it, and an unknown one is ignored.

        Returns:
            One or more replies, and the state to hand back with the next message.
        """
        if message.strip() == SESSION_START:
            return self.welcome(state)
        before = self._state(state)
        hosts = region if region in self.content.numbers.regions else self.region
        turn = self._answer(message, before if before.region else replace(before, region=hosts))
        # What the host says holds for this turn; what the person says is remembered.
        said = before.region or turn.state.region != hosts
        return turn if said else replace(turn, state=replace(turn.state, region=""))

    def _answer(self, message: str, before: State) -> Turn:
        target = Target.from_payload(message)
        # Whatever is none of our own payloads is somebody's words: guardrails must see them.
        if target and (is_known(target, self.content) or "{" in message):
            outcome = self.policy.follow_payload(target, before)
            return self._turn(outcome.decisions, outcome.state, Trace(text=message[:200]))
        reading = self.understander.read(message)
        outcome = self.policy.decide(reading, before, self._labels(before))
        return self._turn(outcome.decisions, outcome.state, trace(reading, outcome))

    def welcome(self, state: State | Mapping[str, Any] | None = None) -> Turn:
        """The bot's first words, with the standing disclaimer.

        Args:
            state: of a conversation that was left, to take it up again.
        """
        before = self._state(state)
        if not before.about:
            return self._turn(
                [ShowPhrase("welcome", "welcome")], State(region=before.region), Trace()
            )
        again = (*reversed(before.trail), Target("topics"), Target("restart"))[:4]
        subject = before.about[0]
        back = ShowPhrase("welcome_back", "welcome", targets=again, subject=subject)
        return self._turn([back], before, Trace())

    def read(self, message: str) -> Reading:
        """What is understood of a message on its own."""
        return self.understander.read(message)

    def _state(self, state: State | Mapping[str, Any] | None) -> State:
        if isinstance(state, State):
            state = state.to_dict()
        return State.from_dict(state, self.content)

    def _labels(self, state: State) -> list[str]:
        return [label(target, self.content, state.guide) for target in state.offered]

    def _turn(self, decisions: Sequence[Decision], state: State, why: Trace) -> Turn:
        replies = self.composer.compose(decisions, state, self.today())
        offered = tuple(choice.target for choice in replies[-1].choices)[:MOST_OFFERED]
        return Turn(replies, replace(_as_said(decisions, replies, state), offered=offered), why)


def _as_said(decisions: Sequence[Decision], replies: Sequence[Reply], state: State) -> State:
    """The state without the answers that a turn had no room for."""
    said = [Target(each.intent, each.subject) for each in replies]
    meant = [Target(e.intent, e.subject) for e in decisions if isinstance(e, ShowCell)]
    unsaid = [each for each in meant if each not in said]
    cells = [each.cell for each in replies if each.cell]
    if len(replies) == len(decisions) or not unsaid or not cells:
        return state
    state = replace(state, trail=tuple(each for each in state.trail if each not in unsaid))
    # What was said last is what "simpler" and "the sources" mean.
    return state if state.cell in cells else replace(state, cell=cells[-1], shown=())


def _policy(found: Prepared, names: Names) -> Policy:
    return Policy(
        found.content, found.context, found.listening, found.points, found.statements, names
    )
