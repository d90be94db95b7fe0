"""Accounts and their sessions in the store; what a browser sees of them is in `tests/ui/test_guard.py`."""

import threading
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assistant.domain.conversation import Said
from assistant.domain.owner import OwnerId
from assistant.errors import InputError, RefusedError, UnknownNameError
from assistant.store.sessions import GRACE, MOST_PER_ADDRESS, MOST_PER_PAIR
from assistant.store.store import Store
from tests.store.conftest import Clock

PASSWORD = "正确 马 电池 订书钉"


def enter(store: Store, name: str = "王芳", password: str = PASSWORD, address: str = "10.0.0.1") -> str:
    return store.sessions.enter(name, password, address=address)[0]


def test_an_account_enters_with_its_password_alone(store: Store):
    made = store.accounts.add("王芳", PASSWORD, "secretary")

    visitor = store.sessions.find(enter(store))
    assert visitor is not None
    assert visitor.account == made
    for name, password in [("王芳", PASSWORD + " "), ("王芳", ""), ("王", PASSWORD), ("", "")]:
        with pytest.raises(RefusedError):
            enter(store, name, password, address=f"10.0.1.{len(name)}{len(password)}")


def test_the_password_is_nowhere_and_equal_ones_look_different(store: Store):
    store.accounts.add("a", PASSWORD, "scientist")
    store.accounts.add("b", PASSWORD, "scientist")
    with store.database.reading() as session:
        kept = session.execute(text("SELECT password FROM owners WHERE name IS NOT NULL")).scalars().all()

    assert all(one.startswith("$argon2id$") for one in kept)
    assert len(set(kept)) == 2
    assert PASSWORD not in "".join(kept)


@pytest.mark.parametrize("password", ["", "123456789", "x" * 257])
def test_a_password_of_the_wrong_length_is_refused(store: Store, password: str):
    with pytest.raises(InputError):
        store.accounts.add("王芳", password, "scientist")


@pytest.mark.parametrize("name", ["", "  ", "a b", "x" * 65, "a\nb"])
def test_a_name_that_cannot_be_typed_is_refused(store: Store, name: str):
    with pytest.raises(InputError):
        store.accounts.add(name, PASSWORD, "scientist")


def test_a_name_is_given_once(store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")

    with pytest.raises(InputError):
        store.accounts.add(" 王芳 ", PASSWORD, "admin")


def test_what_was_done_before_login_becomes_the_accounts(store: Store):
    token, browser = store.sessions.begin()
    begun = store.conversations.begin(browser.owner, None, Said(text="问"), Said(text="答"))
    file = store.files.keep(browser.owner, "a.md", b"x", conversation=begun.conversation)
    account = store.accounts.add("王芳", PASSWORD, "scientist")

    store.sessions.enter("王芳", PASSWORD, address="10.0.0.1", token=token)

    assert [one.id for one in store.conversations.list(account.owner)] == [begun.conversation]
    assert [one.said.text for one in store.conversations.messages(account.owner, begun.conversation)] == ["问", "答"]
    assert store.files.read(account.owner, file.id) == b"x"
    assert store.sessions.find(token) is None
    assert store.conversations.list(browser.owner) == ()


def test_a_browser_of_one_account_brings_nothing_to_another(store: Store):
    store.accounts.add("甲", PASSWORD, "scientist")
    other = store.accounts.add("乙", PASSWORD, "scientist")
    token = enter(store, "甲")
    visitor = store.sessions.find(token)
    assert visitor is not None
    store.conversations.begin(visitor.owner, None, Said(text="甲的问题"), Said())

    store.sessions.enter("乙", PASSWORD, address="10.0.0.1", token=token)

    assert store.conversations.list(other.owner) == ()
    assert store.sessions.find(token) is None
    assert len(store.conversations.list(visitor.owner)) == 1


def test_an_exchanged_token_counts_a_little_longer(store: Store, clock: Clock):
    old, visitor = store.sessions.begin()
    renewed = store.sessions.renew(old)
    assert renewed is not None

    assert renewed[1].owner == visitor.owner
    assert store.sessions.find(old) is not None
    clock.move(GRACE + timedelta(seconds=1))
    assert store.sessions.find(old) is None
    assert store.sessions.find(renewed[0]) is not None
    assert store.sessions.renew(old) is None


def test_an_old_token_does_not_live_on_by_being_used(store: Store, clock: Clock):
    old, _ = store.sessions.begin()
    clock.move(timedelta(hours=1))
    store.sessions.renew(old)
    store.sessions.find(old)
    clock.move(GRACE)

    assert store.sessions.find(old) is None


def test_an_account_in_use_stays_for_days_and_not_for_ever(store: Store, clock: Clock):
    store.accounts.add("王芳", PASSWORD, "scientist")
    token = enter(store)
    for _ in range(20):
        clock.move(timedelta(hours=8))
        assert store.sessions.find(token) is not None
    clock.move(timedelta(hours=8))

    assert store.sessions.find(token) is None


def test_a_login_renewed_each_day_ends_after_a_week_all_the_same(store: Store, clock: Clock):
    store.accounts.add("王芳", PASSWORD, "scientist")
    token, hours = enter(store), 0
    while renewed := store.sessions.renew(token):
        token, hours = renewed[0], hours + 6
        clock.move(timedelta(hours=6))

    assert hours == 7 * 24


def test_another_password_ends_all_sessions(store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")
    token = enter(store)
    store.accounts.set_password("王芳", "另一个 口令 二〇二六")

    assert store.sessions.find(token) is None
    with pytest.raises(RefusedError):
        enter(store)
    assert enter(store, password="另一个 口令 二〇二六")


def test_a_removed_account_takes_its_rows_along_and_no_others(store: Store, anna: OwnerId):
    account = store.accounts.add("王芳", PASSWORD, "scientist")
    token = enter(store)
    for owner in (account.owner, anna):
        store.conversations.begin(owner, None, Said(text="问"), Said())
        store.files.keep(owner, "a.md", b"same")

    store.accounts.remove("王芳")
    store.sweep()

    assert store.sessions.find(token) is None
    assert not store.accounts.exist()
    assert len(store.conversations.list(anna)) == 1
    assert store.files.read(anna, store.files.list(anna)[0].id) == b"same"
    with pytest.raises(UnknownNameError):
        store.accounts.remove("王芳")


def test_after_five_failures_the_right_password_waits_too(store: Store, clock: Clock):
    store.accounts.add("王芳", PASSWORD, "scientist")
    for _ in range(MOST_PER_PAIR):
        with pytest.raises(RefusedError, match="口令不对"):
            enter(store, password="0123456789")

    with pytest.raises(RefusedError, match="次数太多"):
        enter(store)
    assert enter(store, address="10.0.0.2")
    clock.move(timedelta(minutes=15, seconds=1))
    assert enter(store)


def test_an_address_that_tries_many_names_is_stopped(store: Store):
    for number in range(MOST_PER_ADDRESS):
        with pytest.raises(RefusedError, match="口令不对"):
            enter(store, name=f"user{number}")

    with pytest.raises(RefusedError, match="次数太多"):
        enter(store, name="one more")


def test_attempts_at_the_same_time_count_each(store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")
    said: list[str] = []

    def guess() -> None:
        try:
            enter(store, password="0123456789")
        except RefusedError as error:
            said.append(error.message)

    threads = [threading.Thread(target=guess) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert sum("口令不对" in one for one in said) == MOST_PER_PAIR
    assert len(said) == 12


def test_success_takes_the_failure_back(store: Store):
    store.accounts.add("王芳", PASSWORD, "scientist")
    for _ in range(MOST_PER_PAIR + 3):
        assert enter(store)


def test_browsers_that_nobody_can_come_back_to_are_swept_and_others_are_not(store: Store, clock: Clock, tmp_path: Path):
    gone = store.sessions.begin()[1].owner
    store.conversations.begin(gone, None, Said(text="问"), Said())
    local = store.accounts.local(tmp_path)
    store.conversations.begin(local, None, Said(text="终端"), Said())
    clock.move(timedelta(days=399))
    stays = store.sessions.begin()[1].owner
    clock.move(timedelta(days=2))

    store.sweep()

    assert set(store.accounts.others()) == {stays, local}
    assert store.conversations.list(gone) == ()
    assert len(store.conversations.list(local)) == 1


def test_the_terminal_of_a_data_folder_stays_the_same_and_another_is_another(store: Store, tmp_path: Path):
    (tmp_path / "other").mkdir()
    first = store.accounts.local(tmp_path)

    assert store.accounts.local(tmp_path) == first
    assert store.accounts.local(tmp_path / "other") != first
