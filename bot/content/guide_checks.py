"""Checks of guides and body: every step leads on, and what the figure rests on exists."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.guide_schema import GuideShape
from bot.content.library import Content


def check(content: Content, sources: Sources) -> None:
    """Note every mistake in data/guides and on the figure of the body."""
    for path in sources.below("data/guides"):
        guide_id = sources.files[path].data["id"]
        _guide(content.guides[guide_id], content, sources, path)
    _body(content, sources)


def _guide(guide: GuideShape, content: Content, sources: Sources, path: str) -> None:
    if guide.start not in guide.nodes:
        sources.report(path, f"'{guide.start}' is no node of this guide; correct it", ("start",))
    intent, _, subject = guide.own_case.partition("/")
    if guide.own_case and not content.nearest_cell(intent, subject):
        sources.report(
            path, f"'{guide.own_case}' is answered by no cell; correct it", ("own_case",)
        )
    reached = {guide.start}
    for name, node in guide.nodes.items():
        for index, option in enumerate(node.options):
            where = ("nodes", name, "options", index)
            if bool(option.goto) == bool(option.cell):
                message = f"'{option.label}' must have either 'goto' or 'cell'"
                sources.report(path, message, where)
            if option.goto and option.goto not in guide.nodes:
                sources.report(path, f"'{option.goto}' is no node of this guide; correct it", where)
            reached.add(option.goto)
            intent, _, subject = option.cell.partition("/")
            if option.cell and not content.nearest_cell(intent, subject):
                message = f"'{option.cell}' is answered by no cell; write intent/subject"
                sources.report(path, message, where)
            if option.guardrail and option.guardrail not in content.phrases:
                sources.report(path, f"'{option.guardrail}' is no phrase; correct it", where)
    for name in guide.nodes.keys() - reached:
        sources.report(path, f"nothing leads to '{name}'; link it or remove it", ("nodes", name))


def _body(content: Content, sources: Sources) -> None:
    path, body = "responses/body.yaml", content.body
    if body.sites and body.intent not in content.intents:
        sources.report(path, f"'{body.intent}' is no intent; correct it", ("intent",))
    for name in body.statements:
        if name not in content.statements:
            sources.report(path, f"'{name}' is no statement; correct it", ("statements",))
