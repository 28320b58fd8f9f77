"""Checks of what a line of content says about others: follow-ups, details, leanings, addresses."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.library import Content
from bot.content.locations import place_of
from bot.content.strict_yaml import Location

_DETAILS = "data/language/details.yaml"
_LINKS = "data/links.yaml"


def check(content: Content, sources: Sources) -> None:
    """Note every link that leads nowhere, or round in a circle."""
    _follow_ups(content, sources)
    _starts(content, sources)
    _near_misses(content, sources)
    _details(content, sources)
    _leaning(content, sources)
    _addresses(content, sources)


def _follow_ups(content: Content, sources: Sources) -> None:
    for intent in content.intents.values():
        for line in intent.followups:
            before = line.rpartition("<=")[2].strip()
            if "<=" not in line or before not in content.intents:
                message = f"follow-up '{line}' must end in '<= intent', with an intent that exists"
                sources.report_entry(intent.path, message, ("followups",), line)


def _near_misses(content: Content, sources: Sources) -> None:
    """A near miss that is an utterance of another intent than its target contradicts itself."""
    said = {plain(line): intent.id for intent in content.intents.values() for line in intent.lines}
    for intent in content.intents.values():
        for line in intent.near_misses:
            text, _, target = (part.strip() for part in line.rpartition("=>"))
            other = said.get(plain(text), target)
            if other != target:
                message = f"near miss '{line}' is an utterance of '{other}'; let both say the same"
                sources.report_entry(intent.path, message, ("near_misses",), line)


def plain(line: str) -> str:
    """A line as it is compared with others: no capitals, no marks at its end."""
    return " ".join(line.lower().split()).rstrip("?!. ")


def _starts(content: Content, sources: Sources) -> None:
    for intent in content.intents.values():
        if intent.at_start and not _is_answered(intent.at_start, content):
            message = f"'{intent.at_start}' is no answer; write intent/subject of one that exists"
            sources.report(intent.path, message, ("at_start",))


def _is_answered(target: str, content: Content) -> bool:
    intent, _, subject = target.partition("/")
    return subject in content.subjects and content.nearest_cell(intent, subject) is not None


def _details(content: Content, sources: Sources) -> None:
    for name, detail in content.details.items():
        where: Location = (name, "told_by")
        for statement in detail.told_by:
            if statement not in content.statements:
                message = f"'{statement}' is no statement; ids are in data/documents"
                sources.report(_DETAILS, message, where)
        if detail.of and not content.nearest_cell("overview", detail.of):
            message = f"'{detail.of}' has no overview; name a body that has one"
            sources.report(_DETAILS, message, (name, "of"))
        for intent in detail.intents:
            if intent not in content.intents:
                message = f"'{intent}' is no intent; remove it or add intents/…/{intent}.yaml"
                sources.report(_DETAILS, message, (name, "intents"))


def _leaning(content: Content, sources: Sources) -> None:
    for statement in content.statements.values():
        path = f"data/documents/{statement.document}.yaml"
        if statement.after and statement.after not in content.statements:
            said = f"'{statement.id}' comes after '{statement.after}', which is no statement"
            message = f"{said}; correct it"
            sources.report(path, message, (*place_of(statement.id, path, sources), "after"))
        elif _circles(statement.id, content):
            message = f"'{statement.id}' leans on itself by way of others; take one 'after' away"
            sources.report(path, message, (*place_of(statement.id, path, sources), "after"))


def _addresses(content: Content, sources: Sources) -> None:
    links = content.addresses.links
    if content.addresses.publisher not in links:
        message = f"'{content.addresses.publisher}' has no link; add it under links"
        sources.report(_LINKS, message, ("publisher",))
    for name, link in links.items():
        where: Location = ("links", name)
        if name not in content.subjects:
            message = f"'{name}' is no subject; responses/subjects has a file for each"
            sources.report(_LINKS, message, where)
        if bool(link.url) == bool(link.reference):
            message = f"'{name}' needs a reference or, where the documents have none, a url"
            sources.report(_LINKS, message, where)
        if link.url and not link.url.startswith("https://"):
            sources.report(_LINKS, f"'{link.url}' must begin with https://", where)
        if link.reference and not content.reference(link.reference):
            message = f"there is no reference '{link.reference}'; write document#number"
            sources.report(_LINKS, message, where)
        for statement in link.named_in:
            if statement not in content.statements:
                message = f"'{statement}' is no statement; ids are in data/documents"
                sources.report(_LINKS, message, where)


def _circles(start: str, content: Content) -> bool:
    seen, name = {start}, content.statements[start].after
    while name in content.statements:
        if name in seen:
            return True
        seen.add(name)
        name = content.statements[name].after
    return False
