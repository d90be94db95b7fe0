"""Where drafts are kept: one file a draft in a folder of the user's, or in memory for a conversation of its own."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError

from assistant.domain.interview import FORMAT, DraftHead, DraftInHand, DraftStore, Gave
from assistant.drafting.interview.standing import replay
from assistant.errors import InputError, UnknownNameError
from assistant.whole import make_folder, write_bytes

_ID = re.compile(r"[0-9a-z]{1,40}")
_LONGEST_TITLE = 40
_CHANGED = "这份草稿在别处改过了。"
_CHANGED_HINT = "请说“继续上次的草稿”重新打开，再说一遍。"


def _now() -> datetime:
    return datetime.now(tz=UTC)


@dataclass(frozen=True, slots=True)
class FileShelf:
    """Drafts as JSON files, each written whole: a killed process leaves the draft as it was after the last turn."""

    folder: Path
    now: Callable[[], datetime] = _now

    def load(self, draft: str) -> DraftInHand:
        """Return the draft of that id; see `DraftStore`."""
        path = self._place(draft)
        try:
            return _read(path.read_bytes())
        except FileNotFoundError as error:
            raise UnknownNameError(f"没有编号为“{draft}”的草稿。", hint="说“有哪些草稿”可以查看。") from error
        except (OSError, ValueError) as error:
            raise InputError(
                "这份草稿读不了。", where=str(path), hint="文件可能已损坏，或由更新的版本写成。"
            ) from error

    def save(self, draft: DraftInHand) -> DraftInHand:
        """Keep a draft; see `DraftStore`."""
        make_folder(self.folder)
        path = self._place(draft.id)
        if path.exists() and self.load(draft.id).revision != draft.revision:
            raise InputError(_CHANGED, hint=_CHANGED_HINT)
        kept = _stamp(draft, self.now())
        write_bytes(path, kept.model_dump_json(indent=1).encode())
        return kept

    def list(self) -> tuple[DraftHead, ...]:
        """Return what there is, the last saved first; files that cannot be read are passed over."""
        heads: list[DraftHead] = []
        for path in self.folder.glob("*.json"):
            try:
                heads.append(head_of(_read(path.read_bytes())))
            except (OSError, ValueError):
                continue
        return _sort(heads)

    def _place(self, draft: str) -> Path:
        if not _ID.fullmatch(draft):
            raise UnknownNameError(f"没有编号为“{draft}”的草稿。", hint="说“有哪些草稿”可以查看。")
        return self.folder / f"{draft}.json"


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
            raise InputError(_CHANGED, hint=_CHANGED_HINT)
        self.drafts[draft.id] = _stamp(draft, self.now())
        return self.drafts[draft.id]

    def list(self) -> tuple[DraftHead, ...]:
        """Return what there is, the last saved first."""
        return _sort([head_of(one) for one in self.drafts.values()])


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A shelf that several persons share: a draft is found by its id, which nobody guesses, and listed to nobody."""

    shelf: DraftStore

    def load(self, draft: str) -> DraftInHand:
        """Return the draft of that id; see `DraftStore`."""
        return self.shelf.load(draft)

    def save(self, draft: DraftInHand) -> DraftInHand:
        """Keep a draft; see `DraftStore`."""
        return self.shelf.save(draft)

    def list(self) -> tuple[DraftHead, ...]:
        """Return nothing."""
        return ()


def _read(data: bytes) -> DraftInHand:
    """Return a draft from its bytes.

    Raises:
        ValueError: they are no draft of this format.
    """
    plain = json.loads(data)
    if not isinstance(plain, dict) or plain.get("version") != FORMAT:
        raise ValueError("no draft of this format")
    try:
        return DraftInHand.model_validate(plain)
    except ValidationError as error:
        raise ValueError("no draft") from error


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
