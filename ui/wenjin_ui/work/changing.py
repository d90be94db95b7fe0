"""What a hand does to a draft in the workspace: each a pure step of the interview, so that it can be taken back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from assistant.domain.interview import DraftInHand, Gave
from assistant.domain.section_task import SectionWriter
from assistant.drafting.interview import taking
from assistant.drafting.interview.rewording import find_own, reword_field
from assistant.drafting.interview.work import Work
from assistant.errors import InputError

LONGEST = 20_000
"""Characters of one field that are taken."""


class Change(Protocol):
    """One change of a draft."""

    def apply(self, work: Work) -> DraftInHand:
        """Return the draft after the change; the same where nothing changes.

        Raises:
            InputError: there is nothing to change in that way.
        """
        ...


@dataclass(frozen=True, slots=True)
class Edit:
    """A field's text typed anew."""

    label: str
    text: str

    def apply(self, work: Work) -> DraftInHand:
        """Put the text in place of the field's; an empty one clears it, and the earlier words stay on record."""
        if work.find_spec(self.label) is None:
            raise InputError("这张表没有这一栏。", where=self.label)
        if len(self.text) > LONGEST:
            raise InputError("这一栏太长，没有保存。", where=self.label, hint="每栏最多 20000 字，请删减后再试。")
        if _lines(self.text) == _lines(work.texts.get(self.label, "")):
            return work.draft
        if not self.text.strip():
            return work.draft.take(Gave(said="", kept=(), replaces=(self.label,)))
        return taking.rewrite(work, self.label, self.text).draft


@dataclass(frozen=True, slots=True)
class Reword:
    """A field put into a model's words, or back into the author's own."""

    label: str
    writer: SectionWriter | None
    """None: back to the author's own words, or no model is there to be asked."""
    back: bool = False

    def apply(self, work: Work) -> DraftInHand:
        """Word the field, the author's own words on record."""
        own = find_own(work, self.label)
        if self.back:
            return Edit(self.label, own).apply(work) if own else work.draft
        if self.writer is None:
            raise InputError("没有接语言模型，不能改写。", hint="请由管理员配置模型端点。")
        return reword_field(work, self.label, self.writer)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of 未归类 put into a field."""

    number: int
    """From 1, as they are listed."""
    label: str

    def apply(self, work: Work) -> DraftInHand:
        """Move the sentence."""
        label = work.find_label(self.label)
        return taking.move(work, f"未归类第{self.number}句", label).draft if label else work.draft


@dataclass(frozen=True, slots=True)
class Turn:
    """A step taken back, or taken again."""

    back: bool

    def apply(self, work: Work) -> DraftInHand:
        """Return the draft before or after that step."""
        turn: Callable[[], DraftInHand] = work.draft.undo if self.back else work.draft.redo
        return turn()


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
