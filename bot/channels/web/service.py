"""What the handlers of one worker share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.channels.web import pages
from bot.channels.web.limits import RateLimit
from bot.channels.web.metrics import Metrics
from bot.channels.web.pages import File
from bot.channels.web.sessions import MemoryStore, RedisStore, Store
from bot.channels.web.settings import Settings
from bot.channels.web.spans import Spans, spans_to
from bot.content.library import Content
from bot.engine import Bot
from bot.errors import InputError


@dataclass
class Service:
    """The bot with everything around it. Made once, then each worker has its copy by forking."""

    bot: Bot
    settings: Settings
    limit: RateLimit
    metrics: Metrics
    store: Store
    spans: Spans
    files: Mapping[str, File]
    """What is handed out as it is, by path."""

    @classmethod
    def make(cls, bot: Bot, settings: Settings) -> Service:
        """Everything that handlers need.

        Raises:
            InputError: the address of Redis cannot be read.
            MissingExtraError: what a setting needs is not installed.
        """
        rated = tuple(rated_cells(bot.content)) if settings.feedback else ()
        metrics = Metrics(settings.workers, rated)
        store = _store(settings, metrics)
        files = pages.files(bot.content, feedback=settings.feedback)
        limit, spans = RateLimit(settings.rate_limit), spans_to(settings.traces)
        return cls(bot, settings, limit, metrics, store, spans, files)

    async def close(self) -> None:
        """Let go of connections."""
        await self.store.close()
        await self.spans.close()


def _store(settings: Settings, metrics: Metrics) -> Store:
    seconds = settings.session_minutes * 60
    if settings.sessions == "memory":
        return MemoryStore(seconds, settings.most_sessions)
    try:
        return RedisStore(settings.sessions, seconds, metrics.session_failure)
    except ValueError:
        raise InputError(
            "the setting 'sessions' is no address of Redis; write redis://host:6379/0"
        ) from None


def rated_cells(content: Content) -> Iterator[str]:
    """Ids of the answers that people can be asked about: those that quote the pages, or refuse."""
    found = {cell.id: cell.kind for cell in content.cells.values()}
    yield from (name for name, kind in sorted(found.items()) if kind in ("answer", "refusal"))
    yield from sorted(each.id for each in content.comparisons)
