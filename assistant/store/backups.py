"""Backups of SQLite: a copy made while others write, and put back whole or not at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from assistant.errors import ConfigurationError, InputError, StoreError
from assistant.store.database import BUSY_MILLISECONDS, FILE, Database
from assistant.store.upgrading import HEAD

_SERVER = "数据在 Postgres 里，请用它自己的工具：备份用 pg_dump --format=custom，恢复用 pg_restore。"


def back_up(database: Database, target: Path) -> Path:
    """Write a copy of everything that is kept; servers may go on writing.

    Raises:
        ConfigurationError: the data are on a server, which has tools of its own.
        InputError: there is a file already, or it cannot be written.
    """
    source = _place(database)
    if target.exists():
        raise InputError("这个文件已经存在，没有覆盖。", where=str(target), hint="请换一个名称。")
    try:
        os.close(os.open(target, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        _copy(source, target)
    except (OSError, sqlite3.Error) as error:
        target.unlink(missing_ok=True)
        raise InputError("备份写不进去。", where=str(target), hint="请检查文件夹和剩余空间。") from error
    return target


def restore(folder: Path, source: Path, kept: Path) -> None:
    """Put a backup in the place of what is kept now, of which a copy is made before.

    Args:
        folder: the data folder.
        source: the backup.
        kept: where what is there now goes; nothing is written where there is nothing.

    Raises:
        InputError: the file is no whole backup of this or an earlier program.
        StoreError: the data cannot be written.
    """
    _verify(source)
    place = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if place.exists():
            os.close(os.open(kept, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            _copy(place, kept)
        else:
            os.close(os.open(place, os.O_RDWR | os.O_CREAT, 0o600))
        _copy(source, place)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            "备份放不回去，原有数据没有改动。", where=str(place), hint="请先停止问津的页面再试。"
        ) from error


def _place(database: Database) -> Path:
    if database.is_server:
        raise ConfigurationError(_SERVER)
    return Path(database.engine.url.database or "")


def refuse_server(url: object) -> None:
    """Refuse to back up or restore a server.

    Raises:
        ConfigurationError: an address is configured.
    """
    if url:
        raise ConfigurationError(_SERVER)


def _copy(source: Path, target: Path) -> None:
    """Copy a database page by page inside one transaction of the target."""
    with closing(_open(source)) as one, closing(_open(target)) as other:
        one.backup(other)
        other.execute("PRAGMA journal_mode=DELETE")  # one file that can be moved; opening it turns WAL on again


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_MILLISECONDS / 1000)


def _verify(source: Path) -> None:
    if not source.is_file():
        raise InputError("没有这个备份文件。", where=str(source))
    try:
        with closing(_open(source)) as connection:
            (whole,) = connection.execute("PRAGMA integrity_check").fetchone()
            (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except (sqlite3.Error, TypeError) as error:
        raise InputError("这不是问津的备份文件，或已损坏。", where=str(source)) from error
    if whole != "ok" or revision > HEAD:
        raise InputError(
            "这个备份已损坏，或由更新版本的问津写成。", where=str(source), hint="请换一个备份，或更新问津。"
        )
