"""Files of an owner: limited in size and number, kept once by their digest, gone when their time is over."""

import hashlib
from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from assistant.domain.owner import OwnerId
from assistant.domain.stored_file import Origin, StoredFile
from assistant.errors import InputError, UnknownNameError
from assistant.store.conversations import found_conversation
from assistant.store.rows import BlobRow, FileRow
from assistant.store.verbs import Verbs, mine, new_id, one_by_one, put_missing

LARGEST_BYTES = 20 * 1024 * 1024
"""Of one file."""
MOST_FILES = 1000
MOST_BYTES = 500 * 1024 * 1024
"""Of all files of one owner."""
KEPT = timedelta(days=30)
LONGEST_NAME = 200
"""Bytes in UTF-8; file systems take 255."""


class Files(Verbs):
    """Every verb sees the files of one owner only, and none whose time is over."""

    def keep(
        self, owner: OwnerId, name: str, data: bytes, *, origin: Origin = "handed", conversation: str | None = None
    ) -> StoredFile:
        """Store a file for 30 days.

        Raises:
            InputError: it is too large, or there are too many already.
            UnknownNameError: the owner has no such conversation.
        """
        if len(data) > LARGEST_BYTES:
            raise InputError("文件超过 20 MiB，没有保存。", where=name, hint="请压缩图片或拆分后再交来。")
        now = self.now()
        row = FileRow(
            owner=owner,
            id=new_id(),
            name=plain_name(name),
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
            origin=origin,
            conversation=conversation,
            created=now,
            expires=now + KEPT,
        )
        with self.database.writing() as session:
            if conversation is not None:
                found_conversation(session, owner, conversation)
            one_by_one(session, f"files of {owner}")
            self._refuse_excess(session, owner, len(data))
            _keep_bytes(session, row.sha256, data)
            session.add(row)
        return _file(row)

    def list(self, owner: OwnerId) -> tuple[StoredFile, ...]:
        """Return the files, the newest first."""
        query = mine(FileRow, owner, FileRow.expires > self.now()).order_by(FileRow.created.desc(), FileRow.id)
        with self.database.reading() as session:
            return tuple(map(_file, session.scalars(query)))

    def get(self, owner: OwnerId, file: str) -> StoredFile:
        """Return a file without its bytes.

        Raises:
            UnknownNameError: the owner has none of that id.
        """
        with self.database.reading() as session:
            return _file(self._found(session, owner, file))

    def read(self, owner: OwnerId, file: str) -> bytes:
        """Return a file's bytes.

        Raises:
            UnknownNameError: the owner has none of that id.
        """
        with self.database.reading() as session:
            digest = self._found(session, owner, file).sha256
            return session.execute(select(BlobRow.data).where(BlobRow.sha256 == digest)).scalar_one()

    def delete(self, owner: OwnerId, file: str) -> None:
        """Delete a file; nothing happens where the owner has none of that id."""
        with self.database.writing() as session:
            session.execute(delete(FileRow).where(FileRow.owner == owner, FileRow.id == file))

    def _found(self, session: Session, owner: OwnerId, file: str) -> FileRow:
        query = mine(FileRow, owner, FileRow.id == file, FileRow.expires > self.now())
        row = session.scalars(query).one_or_none()
        if row is None:
            raise UnknownNameError("没有这个文件，可能已经删除或过期。", hint="请重新交来，或重新生成。")
        return row

    def _refuse_excess(self, session: Session, owner: OwnerId, size: int) -> None:
        held = select(func.count(), func.coalesce(func.sum(FileRow.size), 0))
        count, total = session.execute(held.where(FileRow.owner == owner, FileRow.expires > self.now())).one()
        if count >= MOST_FILES or total + size > MOST_BYTES:
            raise InputError(
                "保存的文件太多，新文件没有保存。", hint="每人最多 1000 个、共 500 MiB；请删除不用的文件或会话。"
            )


def sweep_bytes(session: Session) -> None:
    """Delete the bytes that no file has; those that somebody is just storing stay."""
    used = select(FileRow.id).where(FileRow.sha256 == BlobRow.sha256).exists()
    free = session.scalars(select(BlobRow.sha256).where(~used).with_for_update(skip_locked=True)).all()
    for digest in free:  # a second look, now that nobody else can take them up
        session.execute(delete(BlobRow).where(BlobRow.sha256 == digest, ~used))


def _keep_bytes(session: Session, digest: str, data: bytes) -> None:
    """Store bytes unless they are there, and hold them against `sweep_bytes` until the session ends."""
    held = None
    while held is None:
        put_missing(session, BlobRow, sha256=digest, data=data)
        held = session.scalar(select(BlobRow.sha256).where(BlobRow.sha256 == digest).with_for_update())


def plain_name(name: str) -> str:
    """Return the last part of a path as a name that every system takes, its ending kept where it is long."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join("_" if one in '<>:"|?*' else one for one in last if one.isprintable())
    ending = clean.encode("utf-8", "replace")[-LONGEST_NAME:].decode("utf-8", "ignore")
    return ending.strip(". ") or "文件"


def _file(row: FileRow) -> StoredFile:
    return StoredFile.model_validate({name: getattr(row, name) for name in StoredFile.model_fields})
