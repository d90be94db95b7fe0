"""The tables. Whatever belongs to somebody says so in its own row (`OwnedRow`), and goes when its owner goes."""

from datetime import datetime

from pydantic import JsonValue
from sqlalchemy import Boolean, ForeignKey, Index, Integer, LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from assistant.store.columns import Json, Moment, Words

_ID = String(64)
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Base of all rows."""

    metadata = MetaData(naming_convention=_NAMES)


class OwnerRow(Row):
    """A browser, an account, or the user of this machine."""

    __tablename__ = "owners"

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    created: Mapped[datetime] = mapped_column(Moment)
    name: Mapped[str | None] = mapped_column(String(64), unique=True, default=None)
    """Of an account, as it is typed at login; None for others."""
    role: Mapped[str | None] = mapped_column(String(16), default=None)
    password: Mapped[str | None] = mapped_column(String(256), default=None)
    """Argon2 hash with its parameters and salt."""


class OwnedRow(Row):
    """A row that belongs to one owner."""

    __abstract__ = True

    owner: Mapped[str] = mapped_column(_ID, ForeignKey("owners.id", ondelete="CASCADE"))


class SessionRow(OwnedRow):
    """A browser that is let in."""

    __tablename__ = "sessions"
    __table_args__ = (Index(None, "owner"), Index(None, "expires"))

    digest: Mapped[str] = mapped_column(_ID, primary_key=True)
    """SHA-256 of the token; the token itself is only in the browser."""
    created: Mapped[datetime] = mapped_column(Moment)
    seen: Mapped[datetime] = mapped_column(Moment)
    expires: Mapped[datetime] = mapped_column(Moment)


class ConversationRow(OwnedRow):
    """One conversation."""

    __tablename__ = "conversations"
    __table_args__ = (Index(None, "owner", "changed"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    title: Mapped[str] = mapped_column(Words)
    version: Mapped[int] = mapped_column(Integer)
    messages: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime] = mapped_column(Moment)
    changed: Mapped[datetime] = mapped_column(Moment)


class MessageRow(OwnedRow):
    """One message; what it cites is kept in it."""

    __tablename__ = "messages"
    __table_args__ = (Index(None, "owner"),)

    conversation: Mapped[str] = mapped_column(_ID, ForeignKey("conversations.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    role: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Words)
    shown: Mapped[str] = mapped_column(Words)
    state: Mapped[str] = mapped_column(Words)
    verb: Mapped[str] = mapped_column(String(32))
    result: Mapped[JsonValue] = mapped_column(Json, nullable=False)
    citations: Mapped[JsonValue] = mapped_column(Json, nullable=False)
    draft: Mapped[str] = mapped_column(String(64))
    unfinished: Mapped[bool] = mapped_column(Boolean)
    created: Mapped[datetime] = mapped_column(Moment)
    changed: Mapped[datetime] = mapped_column(Moment)
    thumb: Mapped[str | None] = mapped_column(String(8), default=None)
    comment: Mapped[str] = mapped_column(Words, default="")


class DraftRow(OwnedRow):
    """One draft; its text stands in its versions."""

    __tablename__ = "drafts"
    __table_args__ = (Index(None, "owner", "changed"),)

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    version: Mapped[int] = mapped_column(Integer)
    created: Mapped[datetime] = mapped_column(Moment)
    changed: Mapped[datetime] = mapped_column(Moment)


class DraftVersionRow(OwnedRow):
    """One version of a draft; none is ever changed."""

    __tablename__ = "draft_versions"
    __table_args__ = (Index(None, "owner"),)

    draft: Mapped[str] = mapped_column(_ID, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(Words)
    content: Mapped[JsonValue] = mapped_column(Json, nullable=False)
    note: Mapped[str] = mapped_column(Words)
    author: Mapped[str] = mapped_column(String(64))
    """Account that wrote it; empty for an owner without one."""
    created: Mapped[datetime] = mapped_column(Moment)
    turn: Mapped[str] = mapped_column(String(96), default="")
    """Turn of a conversation that wrote it, `<conversation>/<number>`; empty where a hand did."""


class ShareRow(OwnedRow):
    """A draft that its owner shows to an account."""

    __tablename__ = "shares"
    __table_args__ = (Index(None, "owner"), Index(None, "account"))

    draft: Mapped[str] = mapped_column(_ID, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True)
    account: Mapped[str] = mapped_column(_ID, ForeignKey("owners.id", ondelete="CASCADE"), primary_key=True)
    right: Mapped[str] = mapped_column(String(8))
    created: Mapped[datetime] = mapped_column(Moment)


class CommentRow(OwnedRow):
    """A comment on a draft; it belongs to who wrote it, and goes with the draft, too."""

    __tablename__ = "comments"
    __table_args__ = (Index(None, "draft"), Index(None, "owner"))

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    draft: Mapped[str] = mapped_column(_ID, ForeignKey("drafts.id", ondelete="CASCADE"))
    version: Mapped[int] = mapped_column(Integer)
    place: Mapped[str] = mapped_column(Words)
    text: Mapped[str] = mapped_column(Words)
    created: Mapped[datetime] = mapped_column(Moment)


class BlobRow(Row):
    """Bytes under their digest, once for all owners of the same file; each reaches them by a row of their own."""

    __tablename__ = "blobs"

    sha256: Mapped[str] = mapped_column(_ID, primary_key=True)
    data: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


class FileRow(OwnedRow):
    """A file that was handed over, or made for its owner."""

    __tablename__ = "files"
    __table_args__ = (Index(None, "owner", "expires"), Index(None, "sha256"))

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    name: Mapped[str] = mapped_column(Words)
    size: Mapped[int] = mapped_column(Integer)
    sha256: Mapped[str] = mapped_column(_ID, ForeignKey("blobs.sha256"))
    origin: Mapped[str] = mapped_column(String(8))
    conversation: Mapped[str | None] = mapped_column(_ID, ForeignKey("conversations.id", ondelete="CASCADE"))
    created: Mapped[datetime] = mapped_column(Moment)
    expires: Mapped[datetime] = mapped_column(Moment)


class AttemptRow(Row):
    """A login that failed, or is not decided yet."""

    __tablename__ = "attempts"
    __table_args__ = (Index(None, "account", "moment"), Index(None, "address", "moment"))

    id: Mapped[str] = mapped_column(_ID, primary_key=True)
    account: Mapped[str] = mapped_column(_ID)
    """SHA-256 of the name that was typed, which may be a password typed into the wrong line."""
    address: Mapped[str] = mapped_column(String(64))
    moment: Mapped[datetime] = mapped_column(Moment)


class KeyRow(Row):
    """A key that servers sign with."""

    __tablename__ = "keys"

    name: Mapped[str] = mapped_column(String(32), primary_key=True)
    secret: Mapped[str] = mapped_column(String(128))
