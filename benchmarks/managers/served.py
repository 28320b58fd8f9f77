"""The chat service as an ASGI app that each process loads for itself."""

from __future__ import annotations

from bot import Bot
from bot.channels.server.process import App
from bot.channels.web.app import create_app
from bot.channels.web.service import Service
from bot.channels.web.settings import Settings


def create() -> App:
    """The app. Nothing is behind its port of operations."""
    return create_app(Service.make(Bot.load(), Settings(rate_limit=0)), operations_port=-1)
