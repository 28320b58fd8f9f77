"""What every content must have: texts that the engine shows, and an answer to each intent."""

from __future__ import annotations

from bot.content import coverage
from bot.content.files import Sources
from bot.content.library import Content

REQUIRED_PHRASES = frozenset(
    [
        "age_note",
        "anything_else",
        "as_written",
        "ask_professional",
        "ask_doctor_heading",
        "bridge_parent",
        "choose_prompt",
        "compare_lead",
        "did_you_mean_honest",
        "empty_message",
        "error_calm",
        "goodbye",
        "guide_continue",
        "guide_back",
        "guide_step",
        "help_back",
        "help_help",
        "help_line_in",
        "help_line_or",
        "help_quit",
        "help_restart",
        "help_sources",
        "help_title",
        "help_toolbar",
        "help_topics",
        "help_types",
        "help_why",
        "in_short",
        "kind_word",
        "lacks_detail",
        "missed",
        "nearest_heading",
        "no_choice_open",
        "no_ranking",
        "no_simpler",
        "nothing_before",
        "nothing_more",
        "only_this",
        "page_line",
        "points_to_heading",
        "poison_elsewhere",
        "repeated",
        "restarted",
        "said_of_both",
        "said_already",
        "side_of_parent",
        "side_silent",
        "sources_heading",
        "sources_lead",
        "tree_lead",
        "unknown_command",
        "unknown_side",
        "welcome",
        "welcome_back",
    ]
)
"""Phrases that the engine itself shows."""

WIDGET_TEXTS = frozenset(
    [
        "call",
        "check_in_heading",
        "choices",
        "close",
        "copied",
        "copy",
        "copy_failed",
        "crisis_heading",
        "down",
        "emergency_heading",
        "guardrail_heading",
        "heard",
        "in_place",
        "link_checked",
        "link_reference",
        "link_unchecked",
        "input_limit",
        "links",
        "links_ours",
        "loading",
        "message_failed",
        "message_label",
        "message_waiting",
        "more",
        "new_tab",
        "offline",
        "online",
        "open",
        "part_failed",
        "professional",
        "professional_payload",
        "quoted_from",
        "resend",
        "restart",
        "restart_ask",
        "send",
        "source",
        "source_back",
        "source_date",
        "suggestions",
        "summary",
        "summary_ask",
        "summary_asked",
        "summary_intro",
        "summary_sources",
        "text_any",
        "text_word",
        "title",
        "topics",
        "transcript",
        "transcript_hint",
        "trouble",
        "types",
        "visit",
        "waiting",
        "you",
    ]
)
"""Words of the web widget: its buttons, labels and announcements."""

_REQUIRED_CELLS = ("fallback/rephrase", "fallback/menu", "fallback/people", "outside/other_disease")
_GROUPS_WITH_CELLS = ("refusals", "smalltalk", "outside")


def check(content: Content, sources: Sources) -> None:
    """Note what is missing, and phrases that nothing shows."""
    for name in sorted(REQUIRED_PHRASES - content.phrases.keys()):
        sources.report("responses/phrases.yaml", f"the phrase '{name}' is missing; add it")
    for name in sorted(content.phrases.keys() - REQUIRED_PHRASES - _guardrail_lines(content)):
        message = f"nothing shows the phrase '{name}'; remove it"
        sources.report("responses/phrases.yaml", message, (name,))
    for name in sorted(WIDGET_TEXTS - content.widget.keys()):
        sources.report("responses/widget.yaml", f"the text '{name}' is missing; add it")
    for name in sorted(content.widget.keys() - WIDGET_TEXTS):
        message = f"nothing shows the text '{name}'; remove it"
        sources.report("responses/widget.yaml", message, (name,))
    for name in _REQUIRED_CELLS:
        folder, _, intent = name.partition("/")
        if (folder, intent) not in content.cells:
            sources.report(f"responses/{name}.yaml", "this file is missing; add it")
    for each in content.intents.values():
        if each.group in _GROUPS_WITH_CELLS and not content.group_cell(each.id):
            message = f"no answer yet; add responses/{each.group}/{each.id}.yaml"
            sources.report(each.path, message)
        if (
            each.group == "aspects"
            and each.id != "compare"
            and not coverage.answers(each.id, content)
        ):
            sources.report(
                each.path, f"no cell answers this intent; add responses/<subject>/{each.id}.yaml"
            )


def _guardrail_lines(content: Content) -> set[str]:
    options = (
        option
        for guide in content.guides.values()
        for node in guide.nodes.values()
        for option in node.options
    )
    cells = {each.guardrail for each in content.cells.values()}
    comparisons = {each.guardrail for each in content.comparisons}
    return cells | comparisons | {each.guardrail for each in options}
