"""Bring the tables up to date when the store is opened; of two processes that open it together, one waits."""

from importlib.resources import as_file, files

from sqlalchemy import Connection, inspect, text

from assistant.errors import StoreError
from assistant.store.database import Database

HEAD = "0002"
"""Newest revision in `migrations/versions`; kept here so that a start without changes need not load Alembic."""
_LOCK = 0x57454E4A494E
"""Key of the advisory lock on a server: WENJIN."""


def upgrade(database: Database) -> None:
    """Bring the tables to the newest revision.

    Raises:
        StoreError: they are of a later program, or cannot be written.
        DatabaseServerError: the server does not answer.
    """
    with database.reading() as session:
        if revision(session.connection()) == HEAD:
            return
    with database.connection() as connection:
        if database.is_server:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        if revision(connection) != HEAD:
            _run(connection)


def revision(connection: Connection) -> str | None:
    """Return the revision of the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _run(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - half a second that only a change of the tables costs
    from alembic.config import Config  # noqa: PLC0415 - as above
    from alembic.util import CommandError  # noqa: PLC0415 - as above

    with as_file(files("assistant.store") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, HEAD)
        except CommandError as error:
            raise StoreError(
                "保存的数据由更新版本的问津写成。", where=revision(connection), hint="请更新问津，或换一个数据文件夹。"
            ) from error
