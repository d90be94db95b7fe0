"""Drafts of one owner in the store: every save is a version that can be compared with and restored."""

from dataclasses import dataclass
from typing import cast

from pydantic import JsonValue, ValidationError

from assistant.domain.interview import DraftHead, DraftInHand, Gave, Moved
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit, StoredDraft
from assistant.drafting.interview.shelf import CHANGED, CHANGED_HINT, head_of
from assistant.drafting.interview.standing import replay
from assistant.errors import ChangedElsewhereError, InputError, RefusedError
from assistant.store.drafts import Drafts


@dataclass(frozen=True, slots=True)
class StoredShelf:
    """A `DraftStore` over the store; a draft's revision is the number of its version."""

    drafts: Drafts
    owner: OwnerId
    own_only: bool = False
    """True leaves out what others share: somebody may be allowed less of it than the whole draft."""
    turn: str = ""
    """Turn of a conversation that works with it; see `DraftEdit`."""

    def load(self, draft: str) -> DraftInHand:
        """Return the draft of that id; see `DraftStore`."""
        return _in_hand(self._get(draft))

    def save(self, draft: DraftInHand, note: str = "") -> DraftInHand:
        """Keep a draft; see `DraftStore`.

        Args:
            draft: as it shall be.
            note: in Chinese what was done; empty to tell it by the last step.
        """
        content = cast("JsonValue", draft.model_dump(mode="json"))
        edit = DraftEdit(
            title=head_of(draft).title or "未命名的草稿", content=content, note=note or _note(draft), turn=self.turn
        )
        if draft.revision:
            self._get(draft.id)
            try:
                return _in_hand(self.drafts.change(self.owner, draft.id, edit, version=draft.revision))
            except ChangedElsewhereError as error:
                raise ChangedElsewhereError(CHANGED, hint=CHANGED_HINT) from error
        return _in_hand(self.drafts.make(self.owner, edit, draft=draft.id))

    def restore(self, draft: str, number: int) -> DraftInHand:
        """Bring an earlier version's text back as one step that can be undone like any other.

        Raises:
            AssistantError: there is none of that id and number that the owner may see, or it may not be changed.
        """
        now, then = self.load(draft), self.version(draft, number)
        standing, earlier = replay(now.steps).list_standing(), replay(then.steps).list_standing()
        if standing == earlier:
            return now
        replaced = tuple(dict.fromkeys(one.label for one in standing))
        return self.save(now.take(Gave(said="", kept=tuple(earlier), replaces=replaced)), f"恢复到第 {number} 版")

    def version(self, draft: str, number: int) -> DraftInHand:
        """Return a version of a draft.

        Raises:
            AssistantError: there is none of that id and number that the owner may see, or it cannot be read.
        """
        self._get(draft)
        return _read(self.drafts.version(self.owner, draft, number).content)

    def list(self) -> tuple[DraftHead, ...]:
        """Return what there is, the last saved first; what an interview did not write is passed over."""
        heads: list[DraftHead] = []
        for stored in filter(self._is_open, self.drafts.list(self.owner)):
            try:
                heads.append(head_of(_in_hand(stored)))
            except InputError:
                continue
        return tuple(heads)

    def _get(self, draft: str) -> StoredDraft:
        stored = self.drafts.get(self.owner, draft)
        if not self._is_open(stored):
            raise RefusedError("这份草稿只让您看匿名稿。", hint="请从“分享给我的草稿”里打开。")
        return stored

    def _is_open(self, stored: StoredDraft) -> bool:
        return stored.right == "own" or not self.own_only


def _in_hand(stored: StoredDraft) -> DraftInHand:
    draft = _read(stored.content)
    return draft.model_copy(update={"id": stored.id, "revision": stored.version, "saved": stored.changed})


def _read(content: JsonValue) -> DraftInHand:
    try:
        return DraftInHand.model_validate(content)
    except ValidationError as error:
        raise InputError("这份草稿读不了。", hint="可能由更新的版本写成；请更新问津。") from error


def _note(draft: DraftInHand) -> str:
    """Say in Chinese what the last step did."""
    if draft.undone:
        return "撤销"
    match draft.steps[-1] if draft.steps else None:
        case Gave(replaces=(label,), kept=kept):
            return f"改写“{label}”" if kept else f"清空“{label}”"
        case Gave():
            return "补充内容"
        case Moved(label=label):
            return f"移到“{label or '未归类'}”"
        case _:
            return ""
