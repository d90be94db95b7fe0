"""The database: SQLite in the data folder, or a Postgres server; how it is opened, read and written, and its faults."""

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from assistant.errors import ConfigurationError, DatabaseServerError, StoreError

FILE = "wenjin.db"
BUSY_MILLISECONDS = 15_000
"""Longest wait for another process that writes."""
CONNECT_SECONDS = 5
_BEGIN = "wenjin_begin"
_PRAGMAS = (f"busy_timeout={BUSY_MILLISECONDS}", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON")
"""FULL: what was stored is there after a power cut, too; a message costs one sync."""


class Database:
    """A way to read and to write; sessions of several threads may be open together."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writing = engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})

    @property
    def is_server(self) -> bool:
        """Say whether it is a server that several machines share."""
        return self.engine.dialect.name != "sqlite"

    @contextmanager
    def reading(self) -> Generator[Session]:
        """Open a session that only reads.

        Raises:
            StoreError: the database cannot be read.
            DatabaseServerError: the server does not answer.
        """
        with self._said(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session]:
        """Open a session whose changes are kept together at its end, or not at all.

        On SQLite it takes the writer's place at once, so that nothing it read can change before it writes.

        Raises:
            StoreError: the database cannot be written.
            DatabaseServerError: the server does not answer.
        """
        with self._said(), Session(self._writing, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def connection(self) -> Generator[Connection]:
        """Open a connection whose changes are kept together, for migrations."""
        with self._said(), self._writing.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()

    @contextmanager
    def _said(self) -> Generator[None]:
        try:
            yield
        except SQLAlchemyError as error:
            raise said(error, server=self.is_server) from error


def open_database(folder: Path, url: str | None) -> Database:
    """Return the database, without a look at its tables.

    Args:
        folder: the data folder; made where it is missing.
        url: of a Postgres server; None for SQLite in the folder.

    Raises:
        ConfigurationError: the address is none of a Postgres database.
        StoreError: the folder cannot be written.
    """
    return Database(_server(url) if url else _file(folder / FILE))


def said(error: SQLAlchemyError, *, server: bool) -> StoreError | DatabaseServerError:
    """Return a vendor's error as ours; no text of the user's is in it."""
    kind = type(getattr(error, "orig", None) or error).__name__
    if server and (isinstance(error, OperationalError | InterfaceError) or _is_lost(error)):
        return DatabaseServerError("数据库没有应答。", where=kind, hint="请检查 WENJIN_DATABASE_URL 和数据库服务。")
    return StoreError(
        "保存的数据无法读写。", where=kind, hint="请检查数据文件夹的权限和剩余空间，再运行 wenjin doctor。"
    )


def _is_lost(error: SQLAlchemyError) -> bool:
    return isinstance(error, DBAPIError) and error.connection_invalidated


def _server(url: str) -> Engine:
    try:
        address = make_url(url)
        if address.get_backend_name() not in {"postgresql", "postgres"} or not address.database:
            raise ConfigurationError(
                "数据库地址无效。", where="WENJIN_DATABASE_URL", hint="应为 postgresql://用户:密码@主机:端口/库名。"
            )
    except (ArgumentError, ValueError) as error:
        raise ConfigurationError(
            "数据库地址无效。", where="WENJIN_DATABASE_URL", hint="应为 postgresql://用户:密码@主机:端口/库名。"
        ) from error
    return create_engine(
        address.set(drivername="postgresql+psycopg"),
        pool_pre_ping=True,
        pool_size=10,
        max_overflow=20,
        connect_args={"connect_timeout": CONNECT_SECONDS, "options": "-c timezone=UTC"},
        hide_parameters=True,
    )


def _file(path: Path) -> Engine:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Made by us, so that nobody else on this machine may read it; SQLite gives its side files the same mode.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise StoreError("数据文件夹无法写入。", where=str(path), hint="请检查 WENJIN_DATA_DIR。") from error
    engine = create_engine(f"sqlite:///{path}", pool_size=10, max_overflow=20, hide_parameters=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    """Take transactions out of the driver's hands and set what holds for every connection."""
    raw = cast("sqlite3.Connection", connection)
    raw.isolation_level = None
    for pragma in _PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    options: dict[str, Any] = dict(connection.get_execution_options())
    connection.exec_driver_sql(options.get(_BEGIN, "BEGIN"))
