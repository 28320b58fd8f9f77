"""What Rasa's domain calls our actions and the slot of our state."""

from __future__ import annotations

ANSWER = "action_net_guide"
"""Answers every message."""
RESTART = "action_restart"
BACK = "action_back"
SESSION = "action_session_start"
"""The last three take the place of Rasa's own, which say nothing."""
STATE_SLOT = "net_guide_state"
