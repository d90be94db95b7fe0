"""What is kept for users, opened once a process."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete

from assistant.store.accounts import Accounts
from assistant.store.belongings import Belongings
from assistant.store.comments import Comments
from assistant.store.conversations import Conversations
from assistant.store.database import Database, open_database
from assistant.store.drafts import Drafts
from assistant.store.files import Files, sweep_bytes
from assistant.store.rows import FileRow, KeyRow
from assistant.store.sessions import Sessions, sweep_sessions
from assistant.store.upgrading import upgrade
from assistant.store.verbs import put_missing


@dataclass(frozen=True, slots=True)
class Store:
    """Verbs by what they are about. All but those of accounts and sessions name an owner first and see nothing else."""

    database: Database
    now: Callable[[], datetime]
    accounts: Accounts
    sessions: Sessions
    conversations: Conversations
    drafts: Drafts
    comments: Comments
    files: Files
    belongings: Belongings

    @classmethod
    def over(cls, database: Database, now: Callable[[], datetime]) -> "Store":
        """Return the verbs over one database."""
        return cls(
            database,
            now,
            Accounts(database, now),
            Sessions(database, now),
            Conversations(database, now),
            Drafts(database, now),
            Comments(database, now),
            Files(database, now),
            Belongings(database, now),
        )

    def key(self, name: str) -> str:
        """Return the key that servers over this store sign with, made at the first time: 256 random bits."""
        with self.database.reading() as session:
            row = session.get(KeyRow, name)
        if row is None:
            with self.database.writing() as session:
                put_missing(session, KeyRow, name=name, secret=secrets.token_hex(32))
                row = session.get_one(KeyRow, name)
        return row.secret

    def sweep(self) -> None:
        """Delete what is over: files, sessions, browsers that nobody can come back to, bytes that no file has."""
        now = self.now()
        with self.database.writing() as session:
            sweep_sessions(session, now)
            session.execute(delete(FileRow).where(FileRow.expires <= now))
        with self.database.writing() as session:
            sweep_bytes(session)

    def close(self) -> None:
        """Close every connection."""
        self.database.close()


def utc_now() -> datetime:
    """Return the time."""
    return datetime.now(tz=UTC)


def open_store(folder: Path, url: str | None = None, *, now: Callable[[], datetime] = utc_now) -> Store:
    """Open the store and bring its tables up to date.

    Args:
        folder: the data folder, where SQLite keeps everything.
        url: of a Postgres database; None for SQLite.
        now: the time, with its zone.

    Raises:
        ConfigurationError: the address is none of a Postgres database.
        StoreError: it can be neither read nor written, or a later program wrote it.
        DatabaseServerError: the server does not answer.
    """
    database = open_database(folder, url)
    upgrade(database)
    return Store.over(database, now)
