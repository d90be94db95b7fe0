"""`wenjin user`, `data`, `backup`, `restore`, run as commands."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.domain.stored_draft import DraftEdit
from assistant.store.store import Store, open_store

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, data: Path, tmp_path: Path) -> Run:
    monkeypatch.setenv("WENJIN_DATA_DIR", str(data))
    monkeypatch.setenv("WENJIN_OFFLINE", "1")
    monkeypatch.chdir(tmp_path)

    def run(*words: str, typed: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main(words)
        said = capsys.readouterr()
        assert isinstance(stop.value.code, int)
        return stop.value.code, said.out, said.err

    return run


def fill(store: Store, owner: OwnerId, word: str) -> None:
    begun = store.conversations.begin(owner, None, Said(text=f"问{word}"), Said(text=f"答{word}"))
    store.drafts.make(owner, DraftEdit(title=word, content={"题目": word}))
    store.files.keep(owner, f"{word}.md", word.encode(), conversation=begun.conversation)


@pytest.fixture
def filled(data: Path) -> Path:
    store = open_store(data)
    fill(store, store.sessions.begin()[1].owner, "浏览器")
    fill(store, store.accounts.add("王芳", "0123456789", "scientist").owner, "王芳")
    store.close()
    return data


def titles(data: Path) -> set[str]:
    store = open_store(data)
    owners = [*store.accounts.others(), *(one.owner for one in store.accounts.list())]
    found = {one.title for owner in owners for one in store.conversations.list(owner)}
    store.close()
    return found


def test_an_account_is_made_listed_and_removed(run: Run):
    made = run("user", "add", "王芳", "--role", "secretary", "--json", typed="正确 马 电池 订书钉\n")
    assert made[0] == 0
    assert json.loads(made[1])["role"] == "secretary"
    assert "王芳　科研秘书" in run("user", "list")[1]
    refused = run("user", "remove", "王芳")
    assert (refused[0], "--yes" in refused[2]) == (2, True)
    assert run("user", "remove", "王芳", "--yes")[0] == 0
    assert json.loads(run("user", "list", "--json")[1]) == {"users": []}


def test_a_weak_password_an_unknown_role_and_a_taken_name_are_refused(run: Run):
    assert run("user", "add", "王芳", typed="短\n")[0] == 2
    assert run("user", "add", "王芳", "--role", "king", typed="0123456789\n")[0] == 2
    assert run("user", "add", "王芳", typed="0123456789\n")[0] == 0
    assert run("user", "add", "王芳", typed="0123456789\n")[0] == 2
    assert run("user", "password", "王芳", typed="9876543210\n")[0] == 0
    assert run("user", "password", "无此人", typed="9876543210\n")[0] == 2


def test_the_password_is_never_printed(run: Run):
    said = run("user", "add", "王芳", "--json", typed="geheim-geheim\n")

    assert "geheim" not in said[1] + said[2]


@pytest.mark.usefixtures("filled")
def test_data_of_an_account_are_exported_and_no_others(run: Run, tmp_path: Path):
    assert run("data", "export", "--user", "王芳", "-o", "out.zip")[0] == 0

    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        plain = json.loads(archive.read("data.json"))
        assert [archive.read(name) for name in archive.namelist() if name.startswith("files/")] == ["王芳".encode()]
    assert [one["said"]["text"] for one in plain["conversations"][0]["messages"]] == ["问王芳", "答王芳"]
    assert plain["drafts"][0]["versions"][0]["content"] == {"题目": "王芳"}
    assert "浏览器" not in json.dumps(plain, ensure_ascii=False)


@pytest.mark.usefixtures("filled")
def test_without_a_name_the_data_of_this_machine_are_exported(run: Run, tmp_path: Path):
    assert run("data", "export", "-o", "out.zip")[0] == 0

    with zipfile.ZipFile(tmp_path / "out.zip") as archive:
        text = archive.read("1/data.json").decode()
    assert "问浏览器" in text
    assert "王芳" not in text


def test_deleting_deletes_what_was_named_and_only_after_a_yes(run: Run, filled: Path):
    assert run("data", "delete", "--user", "王芳")[0] == 2
    assert titles(filled) == {"问浏览器", "问王芳"}

    assert json.loads(run("data", "delete", "--user", "王芳", "--yes", "--json")[1]) == {
        "deleted": {"conversations": 1, "drafts": 1, "files": 1}
    }

    assert titles(filled) == {"问浏览器"}
    assert run("data", "delete", "--yes")[0] == 0
    assert titles(filled) == set()
    with closing(sqlite3.connect(filled / "wenjin.db")) as connection:
        assert connection.execute("SELECT count(*) FROM blobs").fetchone() == (0,)


def test_a_backup_brings_back_what_was_deleted_and_keeps_what_was_there(run: Run, filled: Path, tmp_path: Path):
    assert run("backup", "-o", "safe.db")[0] == 0
    assert run("backup", "-o", "safe.db")[0] == 2
    assert (tmp_path / "safe.db").stat().st_mode & 0o077 == 0
    assert sorted(one.name for one in tmp_path.glob("safe*")) == ["safe.db"]
    run("data", "delete", "--user", "王芳", "--yes")

    restored = run("restore", "safe.db", "--yes", "--json")

    assert restored[0] == 0
    assert titles(filled) == {"问浏览器", "问王芳"}
    kept = Path(json.loads(restored[1])["kept"])
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT title FROM conversations").fetchall() == [("问浏览器",)]


def test_a_backup_is_made_while_a_server_writes(run: Run, filled: Path):
    store = open_store(filled)
    with store.database.writing() as session:
        session.connection()
        assert run("backup", "-o", "safe.db")[0] == 0
    store.close()

    assert run("restore", "safe.db", "--yes")[0] == 0


@pytest.mark.parametrize("content", [b"", b"no database at all" * 500])
def test_what_is_no_backup_is_refused_and_nothing_changes(run: Run, filled: Path, tmp_path: Path, content: bytes):
    (tmp_path / "bad.db").write_bytes(content)

    assert run("restore", "bad.db", "--yes")[0] == 2
    assert run("restore", "nowhere.db", "--yes")[0] == 2
    assert titles(filled) == {"问浏览器", "问王芳"}


def test_for_a_server_the_tools_of_postgres_are_named(run: Run, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WENJIN_DATABASE_URL", "postgresql://a:geheim@127.0.0.1:1/b")

    assert "pg_dump" in run("backup")[2]
    assert "pg_restore" in run("restore", "x.db", "--yes")[2]


@pytest.mark.usefixtures("filled")
def test_doctor_says_where_the_data_are_and_when_the_server_is_silent(run: Run, monkeypatch: pytest.MonkeyPatch):
    assert "1 个账户，页面要求登录" in run("doctor")[1]
    monkeypatch.setenv("WENJIN_DATABASE_URL", "postgresql://a:geheim@127.0.0.1:1/b")
    code, out, err = run("doctor")

    assert code == 3
    assert "数据库没有应答" in out
    assert "geheim" not in out + err
