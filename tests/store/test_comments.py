"""Comments on drafts: who may write them, who sees them and under which name, in SQLite and in Postgres."""

import json
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest

from assistant.domain.owner import OwnerId, Role
from assistant.domain.stored_draft import DraftEdit, Right
from assistant.errors import InputError, RefusedError, UnknownNameError
from assistant.store.comments import LONGEST, MOST
from assistant.store.store import Store
from tests.store.conftest import Clock


def account(store: Store, name: str, role: Role = "scientist") -> OwnerId:
    return store.accounts.add(name, "0123456789", role).owner


def make(store: Store, owner: OwnerId, **rights: Right) -> str:
    draft = store.drafts.make(owner, DraftEdit(title="一", content={})).id
    for name, right in rights.items():
        store.drafts.share(owner, draft, name, right)
    return draft


def seen(store: Store, owner: OwnerId, draft: str) -> list[tuple[str, int, str]]:
    return [(one.author, one.reviewer, one.text) for one in store.comments.list(owner, draft)]


def test_a_comment_has_its_place_its_version_its_author_and_its_time(store: Store, clock: Clock):
    wang, li = account(store, "wang"), account(store, "li")
    draft = make(store, wang, li="comment")
    store.drafts.change(wang, draft, DraftEdit(title="二", content={}), version=1)
    clock.move(timedelta(minutes=3))
    store.comments.add(li, draft, place="题目", text="  太大  ")
    (comment,) = store.comments.list(wang, draft)

    assert (comment.place, comment.text, comment.version, comment.author) == ("题目", "太大", 2, "li")
    assert comment.created == clock.now
    assert (comment.mine, store.comments.list(li, draft)[0].mine) == (False, True)


def test_the_right_to_comment_is_no_right_to_change(store: Store):
    wang, li = account(store, "wang"), account(store, "li")
    draft = make(store, wang, li="comment")

    assert store.drafts.get(li, draft).right == "comment"
    with pytest.raises(RefusedError):
        store.drafts.change(li, draft, DraftEdit(title="二", content={}), version=1)


def test_who_may_only_read_neither_writes_nor_sees_comments(store: Store):
    wang, li, zhao = (account(store, name) for name in ("wang", "li", "zhao"))
    draft = make(store, wang, li="read")
    store.comments.add(wang, draft, place="", text="请看")

    for owner, error in ((li, RefusedError), (zhao, UnknownNameError)):
        with pytest.raises(error):
            store.comments.add(owner, draft, place="", text="我")
        with pytest.raises(error):
            store.comments.list(owner, draft)


def test_reviewers_are_numbered_and_each_sees_their_own_alone(store: Store, clock: Clock):
    wang, li = account(store, "wang"), account(store, "li")
    rita, rolf = account(store, "rita", "reviewer"), account(store, "rolf", "reviewer")
    draft = make(store, wang, li="write", rita="comment", rolf="comment")
    for owner, text in ((rolf, "一"), (li, "二"), (rita, "三"), (rolf, "四")):
        store.comments.add(owner, draft, place="", text=text)
        clock.move(timedelta(minutes=1))
    everything = [("", 1, "一"), ("li", 0, "二"), ("", 2, "三"), ("", 1, "四")]

    assert seen(store, wang, draft) == seen(store, li, draft) == everything
    assert seen(store, rita, draft) == [("", 2, "三")]


def test_a_comment_is_deleted_by_its_author_alone_and_goes_with_the_draft(store: Store):
    wang, li = account(store, "wang"), account(store, "li")
    draft = make(store, wang, li="comment")
    for text in ("一", "二"):
        store.comments.add(li, draft, place="", text=text)
    first = store.comments.list(wang, draft)[0].id
    store.comments.remove(wang, first)
    assert len(store.comments.list(wang, draft)) == 2
    store.comments.remove(li, first)
    assert len(store.comments.list(wang, draft)) == 1

    store.drafts.delete(wang, draft)
    with pytest.raises(UnknownNameError):
        store.comments.list(li, draft)


@pytest.mark.parametrize("text", ["", "  ", "字" * (LONGEST + 1)])
def test_an_empty_or_endless_comment_is_refused(store: Store, text: str):
    wang = account(store, "wang")

    with pytest.raises(InputError):
        store.comments.add(wang, make(store, wang), place="", text=text)


def test_a_draft_holds_so_many_comments_and_no_more(store: Store):
    wang = account(store, "wang")
    draft = make(store, wang)
    for number in range(MOST):
        store.comments.add(wang, draft, place="", text=str(number))

    with pytest.raises(InputError):
        store.comments.add(wang, draft, place="", text="再来")


def test_comments_are_taken_away_with_the_draft_and_deleted_with_their_author(store: Store):
    wang, li = account(store, "wang"), account(store, "li")
    draft = make(store, wang, li="comment")
    store.comments.add(li, draft, place="", text="太大")
    with ZipFile(BytesIO(store.belongings.export(wang))) as archive:
        taken = json.loads(archive.read("data.json"))["drafts"][0]["comments"]

    assert [(one["author"], one["text"]) for one in taken] == [("li", "太大")]
    store.belongings.delete(li)
    assert store.comments.list(wang, draft) == ()


def test_the_turn_that_wrote_a_draft_is_found_by_those_who_see_it(store: Store):
    wang, li = account(store, "wang"), account(store, "li")
    draft = store.drafts.make(wang, DraftEdit(title="一", content={}, turn="c/1")).id

    assert store.drafts.written_in(wang, "c/1") == draft
    assert store.drafts.written_in(wang, "c/3") == store.drafts.written_in(li, "c/1") == ""
