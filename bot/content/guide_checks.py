"""Checks of guides, tree and body: every step leads on, every branch and every site exists."""

from __future__ import annotations

from bot.content.files import Sources
from bot.content.guide_schema import GuideShape, TreeShape
from bot.content.library import Content


def check(content: Content, sources: Sources) -> None:
    """Note every mistake in data/guides and data/tree.yaml."""
    for path in sources.below("data/guides"):
        guide_id = sources.files[path].data["id"]
        _guide(content.guides[guide_id], content, sources, path)
    _branch(content.tree, content, sources)
    _body(content, sources)


def _guide(guide: GuideShape, content: Content, sources: Sources, path: str) -> None:
    if guide.start not in guide.nodes:
        sources.report(path, f"'{guide.start}' is no node of this guide", ("start",))
    intent, _, subject = guide.own_case.partition("/")
    if guide.own_case and not content.nearest_cell(intent, subject):
        sources.report(path, f"'{guide.own_case}' is answered by no cell", ("own_case",))
    reached = {guide.start}
    for name, node in guide.nodes.items():
        for index, option in enumerate(node.options):
            where = ("nodes", name, "options", index)
            if bool(option.goto) == bool(option.cell):
                message = f"'{option.label}' must have either 'goto' or 'cell'"
                sources.report(path, message, where)
            if option.goto and option.goto not in guide.nodes:
                sources.report(path, f"'{option.goto}' is no node of this guide", where)
            reached.add(option.goto)
            intent, _, subject = option.cell.partition("/")
            if option.cell and not content.nearest_cell(intent, subject):
                message = f"'{option.cell}' is answered by no cell; write intent/subject"
                sources.report(path, message, where)
            if option.guardrail and option.guardrail not in content.phrases:
                sources.report(path, f"'{option.guardrail}' is no phrase", where)
    for name in guide.nodes.keys() - reached:
        sources.report(path, f"nothing leads to '{name}'; link it or remove it", ("nodes", name))


def _body(content: Content, sources: Sources) -> None:
    """Each site has a file that says what the pages say of it, and each file a site."""
    path, body = "data/body.yaml", content.body
    if body.sites and body.intent not in content.intents:
        sources.report(path, f"'{body.intent}' is no intent", ("intent",))
    for name in body.statements:
        if name not in content.statements:
            sources.report(path, f"'{name}' is no statement", ("statements",))
    cells = {intent: cell for (folder, intent), cell in content.cells.items() if folder == "body"}
    for site in body.sites.keys() - cells.keys():
        message = f"nothing is said of the site '{site}'; add responses/body/{site}.yaml"
        sources.report(path, message, ("sites", site))
    for site in body.words.keys() - body.sites.keys():
        sources.report(path, f"'{site}' is no site; add it under `sites`", ("words", site))
    for site in cells.keys() - body.sites.keys():
        message = f"'{site}' is no site; add it to data/body.yaml"
        sources.report(cells[site].path, message)


def _branch(branch: TreeShape, content: Content, sources: Sources) -> None:
    path = "data/tree.yaml"
    if branch.subject not in content.subjects:
        sources.report(path, f"'{branch.subject}' is no subject")
    for name in branch.statements:
        if name not in content.statements:
            sources.report(path, f"'{name}' is no statement")
    for child in branch.children:
        _branch(child, content, sources)
