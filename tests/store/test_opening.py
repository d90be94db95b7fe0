"""The store opened: from nothing, twice, by two processes at once, by a process that is killed, by an older program."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

import assistant.store.migrations
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit
from assistant.errors import ConfigurationError, DatabaseServerError, StoreError
from assistant.store.rows import Row
from assistant.store.store import Store, open_store
from assistant.store.upgrading import HEAD

OPEN = """
import sys
from pathlib import Path
from assistant.store.store import open_store
store = open_store(Path(sys.argv[1]), sys.argv[2] or None)
print(store.key("session"))
"""
WRITE = """
import sys, time
from pathlib import Path
from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit
from assistant.store.store import open_store
store = open_store(Path(sys.argv[1]), sys.argv[2] or None)
owner = OwnerId(sys.argv[3])
begun = store.conversations.begin(owner, None, Said(text="问"), Said(state="正在作答…"))
store.conversations.put(owner, begun.conversation, begun.answer, Said(text="答了一半", state="正在作答…"))
print("stored", flush=True)
time.sleep(600)
"""


def test_the_tables_are_those_that_the_program_knows(store: Store):
    with store.database.connection() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []


def test_opening_twice_changes_nothing(store: Store, tmp_path: Path, url: str | None, anna: OwnerId):
    key = store.key("session")
    again = open_store(tmp_path, url)

    assert again.key("session") == key
    assert again.conversations.list(anna) == ()
    again.close()


def test_a_store_of_the_program_before_goes_on_with_what_it_holds(store: Store, tmp_path: Path, url: str | None):
    owner = store.sessions.begin()[1].owner
    draft = store.drafts.make(owner, DraftEdit(title="旧的", content={})).id
    with store.database.connection() as connection:
        connection.execute(text("DROP TABLE comments"))
        connection.execute(text("ALTER TABLE draft_versions DROP COLUMN turn"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    store.close()
    later = open_store(tmp_path, url)
    later.comments.add(owner, draft, place="", text="还在")

    assert later.drafts.get(owner, draft).title == "旧的"
    assert [one.text for one in later.comments.list(owner, draft)] == ["还在"]
    later.close()


def test_the_newest_revision_is_the_one_that_is_looked_for():
    config = Config()
    config.set_main_option("script_location", str(Path(assistant.store.migrations.__file__).parent))
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_processes_that_open_at_once_make_the_tables_once(tmp_path: Path, url: str | None):
    words = [sys.executable, "-c", OPEN, str(tmp_path), url or ""]
    opened = [subprocess.Popen(words, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    keys = [one.communicate(timeout=60)[0].strip() for one in opened]

    assert [one.returncode for one in opened] == [0] * 4
    assert len(set(keys)) == 1
    assert len(keys[0]) == 64


def test_what_a_killed_process_stored_is_there(store: Store, tmp_path: Path, url: str | None, anna: OwnerId):
    words = [sys.executable, "-c", WRITE, str(tmp_path), url or "", anna]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline().strip() == "stored"
        writer.send_signal(signal.SIGKILL)
        writer.wait(timeout=20)

    (kept,) = store.conversations.list(anna)
    assert [one.said.text for one in store.conversations.messages(anna, kept.id)] == ["问", "答了一半"]


def test_a_store_of_a_later_program_is_refused_and_left_alone(store: Store, tmp_path: Path, url: str | None):
    with store.database.connection() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StoreError) as refused:
        open_store(tmp_path, url)

    assert refused.value.where == "9999"


@pytest.mark.skipif(os.name == "nt", reason="modes are those of POSIX")
def test_nobody_else_on_this_machine_may_read_the_files(tmp_path: Path):
    store = open_store(tmp_path / "new")
    store.key("session")

    modes = {stat.S_IMODE(one.stat().st_mode) for one in (tmp_path / "new").iterdir()}
    assert modes == {0o600}
    store.close()


@pytest.mark.parametrize("url", ["mysql://a/b", "postgresql://host", "no address", "postgresql://h:port/x"])
def test_an_address_of_no_postgres_database_is_refused(tmp_path: Path, url: str):
    with pytest.raises(ConfigurationError):
        open_store(tmp_path, url)


def test_a_server_that_does_not_answer_is_one_sentence_without_the_password(tmp_path: Path):
    with pytest.raises(DatabaseServerError) as failed:
        open_store(tmp_path, "postgresql://wenjin:geheim@127.0.0.1:1/wenjin")

    assert "geheim" not in str(failed.value)
    assert failed.value.exit_status == 3


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(StoreError):
        open_store(tmp_path / "file" / "folder")


def test_a_damaged_file_is_one_sentence(tmp_path: Path):
    (tmp_path / "wenjin.db").write_bytes(b"no database" * 1000)

    with pytest.raises(StoreError):
        open_store(tmp_path)
