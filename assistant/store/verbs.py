"""What all verbs of the store share: the database, the clock, and the one way to an owner's rows."""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from sqlalchemy import Select, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session
from sqlalchemy.sql.elements import ColumnElement

from assistant.domain.owner import OwnerId
from assistant.store.database import Database
from assistant.store.rows import OwnedRow, Row

ID_BYTES = 16
Owned = TypeVar("Owned", bound=OwnedRow)


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs over one database."""

    database: Database
    now: Callable[[], datetime]
    """The time, with its zone."""


def mine(row: type[Owned], owner: OwnerId, *where: ColumnElement[bool]) -> Select[Owned]:
    """Return the query for an owner's rows: every verb reads through here, so that none can forget whose they are."""
    return select(row).where(row.owner == owner, *where)


def locked(session: Session, query: Select[Owned]) -> Owned | None:
    """Return the one row of a query, so that nobody else changes it before this session ends; None where there is none.

    SQLite has taken the writer's place already.
    """
    return session.scalars(query.with_for_update()).one_or_none()


def one_by_one(session: Session, what: str) -> None:
    """Let no other session with the same words on until this one ends: what is counted may then be added to.

    SQLite has taken the writer's place already.
    """
    if session.get_bind().dialect.name == "postgresql":
        number = int.from_bytes(hashlib.sha256(what.encode()).digest()[:8], signed=True)
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": number})


def put_missing(session: Session, row: type[Row], **columns: object) -> None:
    """Insert a row unless one of its key is there, whoever else does the same at the same time."""
    insert = postgresql.insert if session.get_bind().dialect.name == "postgresql" else sqlite.insert
    session.execute(insert(row).values(**columns).on_conflict_do_nothing())


def new_id() -> str:
    """Return an id that nobody can guess."""
    return secrets.token_hex(ID_BYTES)
