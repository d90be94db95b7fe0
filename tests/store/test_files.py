from datetime import timedelta

import pytest
from sqlalchemy import func, select

from assistant.domain.owner import OwnerId
from assistant.errors import InputError, UnknownNameError
from assistant.store import files
from assistant.store.rows import BlobRow
from assistant.store.store import Store
from tests.store.conftest import Clock


def blobs(store: Store) -> int:
    with store.database.reading() as session:
        return session.scalar(select(func.count()).select_from(BlobRow)) or 0


def test_alike_files_are_kept_once_and_each_owner_has_their_own(store: Store, anna: OwnerId, bert: OwnerId):
    one = store.files.keep(anna, "一.md", b"same")
    two = store.files.keep(bert, "二.md", b"same")

    assert blobs(store) == 1
    assert [item.name for item in store.files.list(anna)] == ["一.md"]
    with pytest.raises(UnknownNameError):
        store.files.read(bert, one.id)
    store.files.delete(anna, one.id)
    store.sweep()
    assert store.files.read(bert, two.id) == b"same"
    store.files.delete(bert, two.id)
    store.sweep()
    assert blobs(store) == 0


def test_a_file_is_gone_when_its_time_is_over(store: Store, anna: OwnerId, clock: Clock):
    file = store.files.keep(anna, "a.md", b"x")
    clock.move(timedelta(days=30))

    assert store.files.list(anna) == ()
    with pytest.raises(UnknownNameError):
        store.files.read(anna, file.id)
    store.sweep()
    assert blobs(store) == 0


def test_a_file_over_the_limit_is_refused(store: Store, anna: OwnerId):
    with pytest.raises(InputError):
        store.files.keep(anna, "a.md", b"x" * (files.LARGEST_BYTES + 1))

    assert store.files.list(anna) == ()


def test_one_owner_cannot_fill_the_store_and_others_go_on(
    store: Store, anna: OwnerId, bert: OwnerId, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(files, "MOST_BYTES", 10)
    monkeypatch.setattr(files, "MOST_FILES", 2)
    store.files.keep(anna, "a", b"12345678")
    with pytest.raises(InputError):
        store.files.keep(anna, "b", b"123")
    store.files.keep(anna, "c", b"12")
    with pytest.raises(InputError):
        store.files.keep(anna, "d", b"")

    assert store.files.keep(bert, "a", b"12345678").size == 8


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("草稿.docx", "草稿.docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\我的\\稿.md", "稿.md"),
        ("a\r\nSet-Cookie: b.md", "aSet-Cookie_ b.md"),
        ("..", "文件"),
        ("", "文件"),
        ("长" * 100 + ".docx", "长" * 65 + ".docx"),
    ],
)
def test_a_name_is_one_that_every_system_takes(name: str, kept: str):
    assert files.plain_name(name) == kept
    assert len(files.plain_name(name).encode()) <= files.LONGEST_NAME


def test_a_file_belongs_to_no_conversation_of_another(store: Store, anna: OwnerId, bert: OwnerId):
    from assistant.domain.conversation import Said

    begun = store.conversations.begin(anna, None, Said(text="问"), Said())

    with pytest.raises(UnknownNameError):
        store.files.keep(bert, "a.md", b"x", conversation=begun.conversation)
