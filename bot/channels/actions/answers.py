"""Rasa's custom actions: the message of a tracker goes to the core, its turn comes back.

The core reads what the person wrote, never the intent that Rasa saw in it, so its
guardrails come first whatever Rasa understood. The state is a slot of Rasa's
tracker and lives wherever Rasa keeps its trackers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActionExecuted, Restarted, SessionStarted, SlotSet
from rasa_sdk.executor import ActionExecutor, CollectingDispatcher

from bot.channels import rest
from bot.channels.actions.names import ANSWER, BACK, RESTART, SESSION, STATE_SLOT
from bot.channels.server import logs
from bot.dialogue.state import State
from bot.dialogue.target import SESSION_START
from bot.engine import Bot
from bot.reply import Reply, Turn

_RESTART = "/restart"
_Event = dict[str, Any]
_Domain = Mapping[str, Any]


class Answer(Action):  # type: ignore[misc]
    """Answers the latest message.

    It also takes the places of Rasa's own restart and back: those would say nothing, and
    back would undo two turns.
    """

    def __init__(self, bot: Bot, name: str = ANSWER) -> None:
        self._bot = bot
        self._name = name

    def name(self) -> str:
        """As the domain calls it."""
        return self._name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: _Domain
    ) -> list[_Event]:
        """Say what the core says, and remember its state."""
        text = _text(tracker)
        state = tracker.slots.get(STATE_SLOT)
        events = [self.say(text, state, dispatcher, _region(tracker))]
        if self._name == RESTART and text == _RESTART:
            return [Restarted(), *events]
        return events

    def say(
        self, text: str, state: object, dispatcher: CollectingDispatcher, region: str = ""
    ) -> _Event:
        """Answer a text; the event that keeps the new state.

        An error of ours must not leave a person without a reply: Rasa would say nothing.
        """
        kept = state if isinstance(state, Mapping) else None
        try:
            turn = self._bot.reply(text, kept, region=region)
            after = turn.state.to_dict()
        except Exception as error:
            logs.failure("answer_failed", error)
            turn = Turn((rest.apology(self._bot.content.phrase("error_calm")),), State())
            after = dict(kept or {})
        for reply in turn.replies:
            dispatcher.utter_message(**_utterance(reply))
        event: _Event = SlotSet(STATE_SLOT, after)
        return event


class SessionStart(Answer):
    """Takes the place of Rasa's own action: greets when it was asked to.

    Rasa runs it by itself, too, before the first message of a session; then it says
    nothing and does what Rasa's does.
    """

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: _Domain
    ) -> list[_Event]:
        """Start the session; answer `/session_start`."""
        slots = _carried(tracker, domain)
        state = slots.pop(STATE_SLOT, None)
        events = [SessionStarted(), *(SlotSet(name, value) for name, value in slots.items())]
        if _is_asked(tracker):
            events.append(self.say(SESSION_START, state, dispatcher))
        elif state is not None:
            events.append(SlotSet(STATE_SLOT, state))
        return [*events, ActionExecuted("action_listen")]


def executor(bot: Bot) -> ActionExecutor:
    """rasa-sdk's executor with all our actions."""
    made = ActionExecutor()
    for name in (ANSWER, RESTART, BACK):
        made.register_action(Answer(bot, name))
    made.register_action(SessionStart(bot, SESSION))
    return made


def _text(tracker: Tracker) -> str:
    text = tracker.latest_message.get("text")
    return text.strip() if isinstance(text, str) else ""


def _region(tracker: Tracker) -> str:
    """Where the client says that the person is, in the metadata of the message."""
    metadata = tracker.latest_message.get("metadata")
    region = metadata.get("region") if isinstance(metadata, Mapping) else None
    return region if isinstance(region, str) else ""


def _utterance(reply: Reply) -> dict[str, Any]:
    """A reply as the arguments of a dispatcher's `utter_message`."""
    (message,) = rest.messages(Turn((reply,), State()), "")
    text, buttons = message["text"], message.get("buttons")
    if not buttons:
        # Rasa's channels cut text without buttons at empty lines, one message a paragraph.
        text = text.replace("\n\n", "\n \n")
    return {"text": text, "buttons": buttons, "json_message": message["custom"]}


def _carried(tracker: Tracker, domain: _Domain | None) -> dict[str, Any]:
    """The slots that a new session starts with, as the domain's session_config has it."""
    config = (domain or {}).get("session_config")
    if isinstance(config, Mapping) and not config.get("carry_over_slots_to_new_session", True):
        return {}
    return {name: value for name, value in tracker.slots.items() if value is not None}


def _is_asked(tracker: Tracker) -> bool:
    """Whether a message waits for an answer: it came after the last action."""
    kinds = (each.get("event") for each in reversed(tracker.events or []))
    last = next((kind for kind in kinds if kind in ("user", "action")), None)
    return last == "user"
