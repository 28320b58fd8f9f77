"""What the questions of a message are about, where another part of it names that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.content.library import Content
from bot.language.subjects import most_exact
from bot.language.terms import TermIndex
from bot.understand.reading import Segment, View


class About:
    """Finds the subjects of each question in the whole message."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._in_general = TermIndex(content.cues.get("in_general", ()))

    def with_subjects(
        self,
        segments: Sequence[Segment],
        views: Sequence[View],
        denied: Sequence[View] = (),
        *,
        corrects: bool,
    ) -> tuple[Segment, ...]:
        """Questions without a subject get the one named elsewhere in the message.

        Args:
            segments: the questions.
            views: all sentences.
            denied: those beside them that only say what was not asked: "Not the pancreas."
            corrects: whether it puts right what was understood.
        """
        mentioned = tuple(dict.fromkeys(name for view in views for name in view.named))
        names = _names(views)
        # Of a correction the last words hold: "Where do they grow? I mean pheochromocytoma".
        asking = [] if corrects else [e for e in segments if not e.view.set_aside]
        aside = dict.fromkeys(name for view in views for name in view.set_aside)
        aside |= dict.fromkeys(each.subject for view in denied for each in view.mentions)
        return tuple(
            replace(
                each,
                subjects=tuple(
                    name
                    for name in self._about(each, mentioned, asking, _up_to(each, views))
                    if name not in _rejected(each.view, aside)
                ),
                elsewhere=mentioned,
                rejected=_rejected(each.view, aside),
                names=len(names),
                around=tuple(views),
                corrects=corrects,
            )
            for each in segments
        )

    def _about(
        self,
        segment: Segment,
        mentioned: Sequence[str],
        asking: Sequence[Segment],
        so_far: Sequence[str],
    ) -> tuple[str, ...]:
        """'It says gastrinoma. Is that a NET?' is about the gastrinoma."""
        own = [each for each in segment.subjects if self._content.carries(each)]
        if not own and not segment.view.outsider:
            # "How is it treated? And a pancreatic one?": what the next question brings up.
            new = {name for each in asking for name in each.view.named} - {*so_far}
            elsewhere = self._elsewhere([each for each in mentioned if each not in new])
            return tuple(dict.fromkeys([*segment.subjects, *elsewhere]))
        if next(iter(self._in_general.hits(segment.view.words)), None):
            # "You gave me the pancreatic one again. The treatment of NETs in general, please."
            return segment.subjects
        exact = most_exact([e for e in so_far if self._content.carries(e)], self._content)
        above = [each for each in own if each not in exact]
        return exact if above and len(above) == len(own) else segment.subjects

    def _elsewhere(self, mentioned: Sequence[str]) -> Sequence[str]:
        """What stands for a question that names nothing itself."""
        carried = [each for each in mentioned if self._content.carries(each)]
        # The one thing that is named is meant, whatever its kind: "It says metastasized. Meaning?"
        exact = most_exact(carried, self._content)[-1:]
        return exact or (mentioned if len(mentioned) == 1 else ())


def _names(views: Sequence[View]) -> set[tuple[str, ...]]:
    """The names of subjects that a message has, as it has them."""
    return {
        view.words[each.start : each.end]
        for view in views
        for each in view.mentions
        if not each.set_aside
    }


def _up_to(segment: Segment, views: Sequence[View]) -> Sequence[str]:
    """What is named in a message up to the end of one of its questions."""
    own = set(segment.view.words)
    last = next((i for i, view in enumerate(views) if own <= set(view.words)), len(views))
    return tuple(dict.fromkeys(name for view in views[: last + 1] for name in view.named))


def _rejected(view: View, aside: Iterable[str]) -> tuple[str, ...]:
    """Of what a message sets aside, what this sentence neither names in full nor sets aside."""
    own = {each.subject for each in view.mentions if each.set_aside or not each.loose}
    return tuple(each for each in aside if each not in own)
