"""Drafts of one owner in the store: every save is a version that can be compared with and restored."""

from dataclasses import dataclass
from typing import cast

from pydantic import JsonValue, ValidationError

from assistant.domain.interview import DraftHead, DraftInHand, Gave, Moved
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit, StoredDraft
from assistant.drafting.interview.shelf import CHANGED, CHANGED_HINT, head_of
from assistant.errors import ChangedElsewhereError, InputError
from assistant.store.drafts import Drafts


@dataclass(frozen=True, slots=True)
class StoredShelf:
    """A `DraftStore` over the store; a draft's revision is the number of its version."""

    drafts: Drafts
    owner: OwnerId

    def load(self, draft: str) -> DraftInHand:
        """Return the draft of that id; see `DraftStore`."""
        return _in_hand(self.drafts.get(self.owner, draft))

    def save(self, draft: DraftInHand) -> DraftInHand:
        """Keep a draft; see `DraftStore`."""
        content = cast("JsonValue", draft.model_dump(mode="json"))
        edit = DraftEdit(title=head_of(draft).title or "未命名的草稿", content=content, note=_note(draft))
        if draft.revision:
            try:
                return _in_hand(self.drafts.change(self.owner, draft.id, edit, version=draft.revision))
            except ChangedElsewhereError as error:
                raise ChangedElsewhereError(CHANGED, hint=CHANGED_HINT) from error
        return _in_hand(self.drafts.make(self.owner, edit, draft=draft.id))

    def list(self) -> tuple[DraftHead, ...]:
        """Return what there is, the last saved first; what an interview did not write is passed over."""
        heads: list[DraftHead] = []
        for stored in self.drafts.list(self.owner):
            try:
                heads.append(head_of(_in_hand(stored)))
            except InputError:
                continue
        return tuple(heads)


def _in_hand(stored: StoredDraft) -> DraftInHand:
    try:
        draft = DraftInHand.model_validate(stored.content)
    except ValidationError as error:
        raise InputError("这份草稿读不了。", hint="可能由更新的版本写成；请更新问津。") from error
    return draft.model_copy(update={"id": stored.id, "revision": stored.version, "saved": stored.changed})


def _note(draft: DraftInHand) -> str:
    """Say in Chinese what the last step did."""
    if draft.undone:
        return "撤销"
    match draft.steps[-1] if draft.steps else None:
        case Gave():
            return "补充内容"
        case Moved(label=label):
            return f"移到“{label or '未归类'}”"
        case _:
            return ""
