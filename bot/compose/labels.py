"""What choices are called."""

from __future__ import annotations

from bot.content.library import Content
from bot.dialogue import guides
from bot.dialogue.state import GuidePlace
from bot.dialogue.target import BODY, GUIDE, Target


def label(
    target: Target, content: Content, guide: GuidePlace | None = None, beside: str = ""
) -> str:
    """The words on the button of a target.

    Args:
        guide: the guide that somebody is in.
        beside: the subject at hand, which need not be named again; empty for none.
    """
    if target.name == GUIDE and guide == GuidePlace(target.subject, target.answers):
        return content.phrase("guide_continue", guide=content.guides[guide.guide].title)
    if (
        target.name == GUIDE
        and guide
        and guides.back(guide) == GuidePlace(target.subject, target.answers)
    ):
        return content.phrase("guide_back")
    if target.name == GUIDE:
        return _guide_label(target, content)
    if target.name == BODY:
        site = content.body.sites.get(target.subject)
        return site.name if site else content.body.title
    text = content.intents[target.name].label
    subject = content.subjects.get(target.subject)
    name = subject.name if subject else content.subjects[content.root].name
    if "{subject}" in text:
        return text.replace("{subject}", name)
    return f"{text} ({name})" if subject and _changes(target, content, beside) else text


def _changes(target: Target, content: Content, beside: str) -> bool:
    """Whether a question is of another subject than somebody who reads it would think."""
    if target.subject == beside:
        return False
    if target.subject != content.root:
        return True
    # Of the root it is only what could also be asked of the subject at hand.
    at_hand = content.subjects.get(beside)
    return at_hand is not None and at_hand.kind in content.intents[target.name].takes


def _guide_label(target: Target, content: Content) -> str:
    guide = content.guides[target.subject]
    if not target.answers:
        return guide.title
    before = guides.stand(GuidePlace(target.subject, target.answers[:-1]), content)
    if before.node and target.answers[-1] < len(before.node.options):
        return before.node.options[target.answers[-1]].label
    return guide.title


def capital(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
