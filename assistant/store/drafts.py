"""Drafts with every version that they had, and who else may see them."""

from sqlalchemy import Select, delete, or_, select
from sqlalchemy.orm import Session

from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import RIGHTS, DraftEdit, DraftVersion, Held, Right, Share, StoredDraft, VersionHead
from assistant.errors import ChangedElsewhereError, InputError, RefusedError, UnknownNameError
from assistant.store.rows import DraftRow, DraftVersionRow, OwnerRow, ShareRow
from assistant.store.verbs import Verbs, mine, new_id

MAY_CHANGE: frozenset[Held] = frozenset({"own", "write"})


class Drafts(Verbs):
    """Every verb sees the drafts of one owner, and those that another account shares with that owner."""

    def list(self, owner: OwnerId) -> tuple[StoredDraft, ...]:
        """Return one's own drafts and those that are shared with one, the last changed first."""
        with self.database.reading() as session:
            rows = session.scalars(_visible(owner).order_by(DraftRow.changed.desc(), DraftRow.id)).all()
            return tuple(_draft(session, owner, row) for row in rows)

    def get(self, owner: OwnerId, draft: str) -> StoredDraft:
        """Return the newest version.

        Raises:
            UnknownNameError: there is none of that id that the owner may see.
        """
        with self.database.reading() as session:
            return _draft(session, owner, find_visible(session, owner, draft))

    def make(self, owner: OwnerId, edit: DraftEdit, *, draft: str | None = None) -> StoredDraft:
        """Store a new draft.

        Args:
            owner: whose it is.
            edit: all of it.
            draft: its id; None for a new one.

        Raises:
            ChangedElsewhereError: there is a draft of that id already.
        """
        now, key = self.now(), draft or new_id()
        with self.database.writing() as session:
            if session.get(DraftRow, key) is not None:
                raise ChangedElsewhereError("这份草稿已经保存过。", hint="请刷新页面，再接着写。")
            row = DraftRow(owner=owner, id=key, version=0, created=now, changed=now)
            session.add(row)
            session.flush()
            return self._add(session, owner, row, edit)

    def change(self, owner: OwnerId, draft: str, edit: DraftEdit, *, version: int) -> StoredDraft:
        """Store a further version.

        Args:
            owner: who changes it.
            draft: which.
            edit: all of it, as it shall be.
            version: the newest one that the owner knows of.

        Raises:
            UnknownNameError: there is none of that id that the owner may see.
            RefusedError: the owner may only read it.
            ChangedElsewhereError: it was changed since that version; nothing is stored.
        """
        with self.database.writing() as session:
            row = find_visible(session, owner, draft, lock=True)
            if right_of(session, owner, row) not in MAY_CHANGE:
                raise RefusedError("这份草稿不让您改。", hint="请向分享人要修改的权限。")
            if version != row.version:
                raise ChangedElsewhereError(
                    "这份草稿已在别处改过，这次的修改没有保存。", hint="请刷新页面，对照后再改。"
                )
            return self._add(session, owner, row, edit)

    def versions(self, owner: OwnerId, draft: str) -> tuple[DraftVersion, ...]:
        """Return every version, the newest first.

        Raises:
            UnknownNameError: there is none of that id that the owner may see.
        """
        with self.database.reading() as session:
            row = find_visible(session, owner, draft)
            query = _versions(row).order_by(DraftVersionRow.number.desc())
            return tuple(map(_as_version, session.scalars(query)))

    def history(self, owner: OwnerId, draft: str) -> tuple[VersionHead, ...]:
        """Return every version without its text, the newest first.

        Raises:
            UnknownNameError: there is none of that id that the owner may see.
        """
        columns = [getattr(DraftVersionRow, name) for name in VersionHead.model_fields]
        with self.database.reading() as session:
            row = find_visible(session, owner, draft)
            query = select(*columns).where(DraftVersionRow.owner == row.owner, DraftVersionRow.draft == row.id)
            rows = session.execute(query.order_by(DraftVersionRow.number.desc())).mappings()
            return tuple(VersionHead.model_validate(dict(one)) for one in rows)

    def version(self, owner: OwnerId, draft: str, number: int) -> DraftVersion:
        """Return one version.

        Raises:
            UnknownNameError: there is none of that id and number that the owner may see.
        """
        with self.database.reading() as session:
            return _numbered(session, find_visible(session, owner, draft), number)

    def written_in(self, owner: OwnerId, turn: str) -> str:
        """Return the draft that a turn of a conversation wrote; empty where it wrote none that the owner may see."""
        seen = _visible(owner).with_only_columns(DraftRow.id)
        query = select(DraftVersionRow.draft).where(DraftVersionRow.turn == turn, DraftVersionRow.draft.in_(seen))
        with self.database.reading() as session:
            return session.scalars(query.limit(1)).one_or_none() or ""

    def delete(self, owner: OwnerId, draft: str) -> None:
        """Delete one's own draft with its versions and shares; another's stays, even where it is shared."""
        with self.database.writing() as session:
            session.execute(delete(DraftRow).where(DraftRow.owner == owner, DraftRow.id == draft))

    def share(self, owner: OwnerId, draft: str, account: str, right: Right) -> None:
        """Let an account see or change one's own draft; a second time changes the right.

        Raises:
            UnknownNameError: the owner has no such draft, or nobody has that name.
            InputError: it is the owner's own name.
        """
        with self.database.writing() as session:
            row, other = _own(session, owner, draft), _named(session, account)
            if other.id == owner:
                raise InputError("这是您自己的草稿。")
            session.execute(delete(ShareRow).where(ShareRow.draft == row.id, ShareRow.account == other.id))
            session.add(ShareRow(owner=owner, draft=row.id, account=other.id, right=right, created=self.now()))

    def unshare(self, owner: OwnerId, draft: str, account: str) -> None:
        """Take a share back; nothing happens where there is none.

        Raises:
            UnknownNameError: the owner has no such draft, or nobody has that name.
        """
        with self.database.writing() as session:
            row, other = _own(session, owner, draft), _named(session, account)
            session.execute(delete(ShareRow).where(ShareRow.draft == row.id, ShareRow.account == other.id))

    def shares(self, owner: OwnerId, draft: str) -> tuple[Share, ...]:
        """Return who else may see one's own draft, by name.

        Raises:
            UnknownNameError: the owner has no such draft.
        """
        with self.database.reading() as session:
            row = _own(session, owner, draft)
            pairs = session.execute(
                select(OwnerRow.name, ShareRow.right, ShareRow.created)
                .join(OwnerRow, OwnerRow.id == ShareRow.account)
                .where(ShareRow.owner == owner, ShareRow.draft == row.id)
                .order_by(OwnerRow.name)
            ).all()
            return tuple(Share.model_validate(dict(zip(Share.model_fields, pair, strict=True))) for pair in pairs)

    def _add(self, session: Session, writer: OwnerId, row: DraftRow, edit: DraftEdit) -> StoredDraft:
        now = self.now()
        row.version, row.changed = row.version + 1, now
        author = session.scalar(select(OwnerRow.name).where(OwnerRow.id == writer)) or ""
        version = DraftVersionRow(
            owner=row.owner,
            draft=row.id,
            number=row.version,
            title=edit.title,
            content=edit.content,
            note=edit.note,
            author=author,
            turn=edit.turn,
            created=now,
        )
        session.add(version)
        session.flush()
        return _draft(session, writer, row)


def _visible(owner: OwnerId) -> Select[DraftRow]:
    """Return the query for drafts that an owner may see: the only one of the store that reaches beyond own rows."""
    shared = select(ShareRow.draft).where(ShareRow.account == owner)
    return select(DraftRow).where(or_(DraftRow.owner == owner, DraftRow.id.in_(shared)))


def find_visible(session: Session, owner: OwnerId, draft: str, *, lock: bool = False) -> DraftRow:
    """Return a draft that an owner may see.

    Raises:
        UnknownNameError: there is none of that id.
    """
    query = _visible(owner).where(DraftRow.id == draft)
    row = session.scalars(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise _unknown()
    return row


def _own(session: Session, owner: OwnerId, draft: str) -> DraftRow:
    row = session.scalars(mine(DraftRow, owner, DraftRow.id == draft)).one_or_none()
    if row is None:
        raise _unknown()
    return row


def _named(session: Session, account: str) -> OwnerRow:
    row = session.scalars(select(OwnerRow).where(OwnerRow.name == account)).one_or_none()
    if row is None:
        raise UnknownNameError("没有这个账户。", where=account, hint="请核对账户名。")
    return row


def _unknown() -> UnknownNameError:
    return UnknownNameError("没有这份草稿，可能已经删除。", hint="请从草稿列表里另选一份。")


def right_of(session: Session, owner: OwnerId, row: DraftRow) -> Held:
    """Return what an owner may do with a draft that it may see."""
    if row.owner == owner:
        return "own"
    right = session.scalar(select(ShareRow.right).where(ShareRow.draft == row.id, ShareRow.account == owner))
    return RIGHTS.get(right or "", "read")


def _versions(row: DraftRow) -> Select[DraftVersionRow]:
    return mine(DraftVersionRow, OwnerId(row.owner), DraftVersionRow.draft == row.id)


def _numbered(session: Session, row: DraftRow, number: int) -> DraftVersion:
    version = session.scalars(_versions(row).where(DraftVersionRow.number == number)).one_or_none()
    if version is None:
        raise UnknownNameError("这份草稿没有这一版。", where=f"第 {number} 版")
    return _as_version(version)


def _as_version(row: DraftVersionRow) -> DraftVersion:
    return DraftVersion.model_validate({name: getattr(row, name) for name in DraftVersion.model_fields})


def _draft(session: Session, owner: OwnerId, row: DraftRow) -> StoredDraft:
    newest, right = _numbered(session, row, row.version), right_of(session, owner, row)
    other = "" if right == "own" else session.scalar(select(OwnerRow.name).where(OwnerRow.id == row.owner)) or ""
    return StoredDraft(
        id=row.id,
        owner_name=other,
        right=right,
        title=newest.title,
        content=newest.content,
        version=row.version,
        created=row.created,
        changed=row.changed,
    )
