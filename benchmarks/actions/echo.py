"""The action of `python -m rasa_sdk --actions benchmarks.actions.echo`."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from bot.channels.actions.names import ANSWER


class Echo(Action):  # type: ignore[misc]
    """Says what was said."""

    def name(self) -> str:
        """As our own action, so that both get the same calls."""
        return ANSWER

    async def run(
        self,
        dispatcher: CollectingDispatcher,
        tracker: Tracker,
        domain: dict[str, Any],  # noqa: ARG002
    ) -> list[dict[str, Any]]:
        """Echo."""
        dispatcher.utter_message(text=tracker.latest_message["text"])
        return []
