"""Drafts of a conversation of its own, in memory; those that last are in the store (`stored.py`)."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from assistant.domain.interview import DraftHead, DraftInHand, Gave
from assistant.drafting.interview.standing import replay
from assistant.errors import InputError, UnknownNameError

_LONGEST_TITLE = 40
CHANGED = "这份草稿在别处改过了。"
CHANGED_HINT = "请说“继续上次的草稿”重新打开，再说一遍。"


def _now() -> datetime:
    return datetime.now(tz=UTC)


@dataclass(frozen=True, slots=True)
class MemoryShelf:
    """Drafts of one conversation that leaves nothing behind."""

    drafts: dict[str, DraftInHand] = field(default_factory=dict[str, DraftInHand])
    now: Callable[[], datetime] = _now

    def load(self, draft: str) -> DraftInHand:
        """Return the draft of that id; see `DraftStore`."""
        if draft not in self.drafts:
            raise UnknownNameError(f"没有编号为“{draft}”的草稿。", hint="说“有哪些草稿”可以查看。")
        return self.drafts[draft]

    def save(self, draft: DraftInHand) -> DraftInHand:
        """Keep a draft; see `DraftStore`."""
        if draft.id in self.drafts and self.drafts[draft.id].revision != draft.revision:
            raise InputError(CHANGED, hint=CHANGED_HINT)
        self.drafts[draft.id] = _stamp(draft, self.now())
        return self.drafts[draft.id]

    def list(self) -> tuple[DraftHead, ...]:
        """Return what there is, the last saved first."""
        return _sort([head_of(one) for one in self.drafts.values()])


def _stamp(draft: DraftInHand, now: datetime) -> DraftInHand:
    return draft.model_copy(update={"revision": draft.revision + 1, "saved": now})


def head_of(draft: DraftInHand) -> DraftHead:
    """Return what a list shows of a draft."""
    standing = replay(draft.steps).list_standing()
    title = next((one.text for one in standing if one.label == "题目"), standing[0].text if standing else "")
    return DraftHead(
        id=draft.id,
        form=draft.form,
        programme=draft.programme,
        title=title[:_LONGEST_TITLE],
        said=sum(isinstance(one, Gave) for one in draft.steps),
        saved=draft.saved,
    )


def _sort(heads: list[DraftHead]) -> tuple[DraftHead, ...]:
    return tuple(sorted(heads, key=lambda one: (one.saved.timestamp() if one.saved else 0.0, one.id), reverse=True))
