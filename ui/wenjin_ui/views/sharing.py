"""A draft shown to a named account: to be read, to be changed, or, to a reviewer, without its author; taken back."""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from assistant.documents.describe import Reading
from assistant.domain.finding import Report
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import RIGHTS, Held, Share, StoredDraft
from assistant.drafting.interview.stored import StoredShelf
from assistant.errors import AssistantError, InputError
from assistant.faults import error_value
from assistant.store.drafts import MAY_CHANGE
from assistant.store.store import Store
from wenjin_ui.views.drafts import render_drafts
from wenjin_ui.views.marks import error_box, join
from wenjin_ui.words import frame, keyed, say, text

BLIND_NAME = "匿名稿.docx"
_PANEL = frame(
    '<section class="wj-past wj-sharing" data-draft="{id}" [[aria-label=share.title]]><header class="wj-source">'
    '<h2 tabindex="-1">[[share.title]]</h2><p>[[share.what]]</p><div class="wj-steps">'
    '<button type="button" data-work-button="form">[[versions.back]]</button></div></header>'
    '<div class="wj-fields" aria-live="polite">{failure}<form class="wj-share">'
    '<label>[[share.account]] <input name="account" required maxlength="64" autocomplete="off"></label>'
    '<label>[[share.right]] <select name="right">{rights}</select></label><button>[[share.share]]</button></form>'
    "<h3>[[share.with]]</h3>{none}<ul>{rows}</ul></div></section>"
)
_ROW = frame(
    '<li><span class="wj-what">{name}</span> <span class="wj-from">{right}</span> <button type="button"'
    ' data-unshare="{name}" [[aria-label=share.withdraw_one name={name}]]>[[share.withdraw]]</button></li>'
)
_LISTED = frame('<h2>[[share.given]]</h2><ol class="wj-given">{}</ol>')
_GIVEN = Markup('<li><button type="button" data-given="{id}">{title}</button></li>')
_BLIND = frame(
    '{shown}<p class="wj-files"><a class="wj-download" href="/drafts/{id}/anonymous.docx" download>'
    "[[files.anonymous]]</a>{comments}</p>"
)
COMMENTS = frame(' <button type="button" data-comments="{id}">[[comment.title]]</button>')


@dataclass(frozen=True, slots=True)
class Access:
    """What somebody may do with a draft."""

    right: Held = "own"
    owner_name: str = ""
    """Account that shares it; empty for one's own."""
    may_share: bool = False

    @property
    def may_change(self) -> bool:
        """Say whether the text may be changed."""
        return self.right in MAY_CHANGE

    @property
    def may_comment(self) -> bool:
        """Say whether there are comments to be read and written: of a draft that is shared, or may be."""
        return self.may_share or self.right in {"comment", "write"}


OWN = Access()


def open_shelf(store: Store, owner: OwnerId, turn: str = "") -> StoredShelf:
    """Return the drafts that somebody works on: a reviewer's own alone, others' are seen without their authors only.

    Args:
        store: keeps them.
        owner: who works on them.
        turn: of a conversation, in which they are worked on; empty for a hand.
    """
    return StoredShelf(store.drafts, owner, own_only=is_reviewer(store, owner), turn=turn)


def is_reviewer(store: Store, owner: OwnerId) -> bool:
    """Say whether somebody sees the drafts of others without their authors."""
    account = store.accounts.of(owner)
    return account is not None and account.role == "reviewer"


def access_of(store: Store, owner: OwnerId, draft: str) -> Access:
    """Return what an owner may do with a draft.

    Raises:
        UnknownNameError: there is none of that id that the owner may see.
    """
    stored = store.drafts.get(owner, draft)
    named = store.accounts.of(owner) is not None
    return Access(stored.right, stored.owner_name, may_share=stored.right == "own" and named)


def render_given(drafts: Sequence[StoredDraft], *, blind: bool) -> Markup:
    """Return the list of the drafts that others share; nothing where there are none.

    Args:
        drafts: all that somebody may see.
        blind: True leaves out who shares them.
    """
    given = [one for one in drafts if one.right != "own"]
    rows = (_GIVEN.format(id=one.id, title=one.title if blind else f"{one.title}（{one.owner_name}）") for one in given)
    return _LISTED.format(join(rows)) if given else Markup("")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Who else sees a draft, told and changed by its owner alone."""

    store: Store

    def panel(self, owner: OwnerId, draft: str, failure: Markup = Markup("")) -> str:  # noqa: B008 - a constant
        """Return with whom a draft is shared, and the form to share it."""
        try:
            shares = self.store.drafts.shares(owner, draft)
        except AssistantError as error:
            return str(error_box(error_value(error)))
        rights = join(
            Markup('<option value="{}"{}>{}</option>').format(one, keyed(f"share.{one}"), text(f"share.{one}"))
            for one in RIGHTS
        )
        none = Markup("") if shares else frame('<p class="wj-from">[[share.none]]</p>')
        rows = join(map(_row, shares))
        return str(_PANEL.format(id=draft, failure=failure, rights=rights, none=none, rows=rows))

    def share(self, owner: OwnerId, draft: str, account: str, right: str) -> str:
        """Show a draft to an account, and return the panel as it is then."""
        try:
            if self.store.accounts.of(owner) is None:
                raise InputError("没有登录的人不能分享草稿。", hint="请先登录账户。")
            self.store.drafts.share(owner, draft, account.strip(), RIGHTS.get(right, "read"))
        except AssistantError as error:
            return self.panel(owner, draft, error_box(error_value(error)))
        return self.panel(owner, draft)

    def withdraw(self, owner: OwnerId, draft: str, account: str) -> str:
        """Take a share back, and return the panel as it is then."""
        try:
            self.store.drafts.unshare(owner, draft, account)
        except AssistantError as error:
            return self.panel(owner, draft, error_box(error_value(error)))
        return self.panel(owner, draft)


def _row(share: Share) -> Markup:
    return _ROW.format(name=share.account, right=say(f"share.{share.right}"))


def show_blind(draft: str, data: bytes, read: Callable[[Path], Reading], *, may_comment: bool) -> str:
    """Return the copy of a draft without its author, as it reads, with the link to it.

    Args:
        draft: its id.
        data: the Word file without the author.
        read: reads a file as the checker does.
        may_comment: whether the reader may say something of it.
    """
    with tempfile.TemporaryDirectory(prefix="wenjin-blind-") as folder:
        path = Path(folder) / BLIND_NAME
        path.write_bytes(data)
        reading = read(path)
    shown = render_drafts([(0, reading, Report(file=BLIND_NAME, verdict="unconfirmed"))], -1)
    comments = COMMENTS.format(id=draft) if may_comment else ""
    return str(_BLIND.format(shown=Markup(shown), comments=comments, id=draft))  # noqa: S704 - made by ourselves
