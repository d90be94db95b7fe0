"""Drafts shown to named accounts and to nobody else; what each role may do. Without a browser, over the application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.domain.owner import OwnerId, Role
from assistant.errors import RefusedError
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import open_store
from tests.ui.pages import elements, with_class
from wenjin_ui.app import build_app, build_keeper
from wenjin_ui.views.messages import Box
from wenjin_ui.views.sharing import Sharing, open_shelf
from wenjin_ui.work.changing import Edit
from wenjin_ui.work.comments import Commenting
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.workroom import Workroom

PASSWORD = "正确 马 电池 订书钉 2026"
AUTHOR = "作者信息"
SECRET = "周砚秋，江海大学，13912345678，zhou@example.com"


@pytest.fixture
def keeper(assistant: Assistant, tmp_path: Path) -> Iterator[Keeper]:
    store = open_store(tmp_path / "data")
    yield build_keeper(assistant, store, tmp_path / "uploads")
    store.close()


@pytest.fixture
def app(keeper: Keeper) -> FastAPI:
    return build_app(Settings.model_validate({"offline": True}), keeper)


def account(keeper: Keeper, name: str, role: Role = "scientist") -> OwnerId:
    return keeper.store.accounts.add(name, PASSWORD, role).owner


def room(keeper: Keeper) -> Workroom:
    return Workroom(keeper.store, keeper.page)


def write(keeper: Keeper, owner: OwnerId) -> str:
    """Begin a draft that names its author, and return its id."""
    kept = list(keeper.reply(owner, "", Box(text="我想写一份前沿科学问题：硬碳负极的界面为何失稳", files=[])))
    draft = room(keeper).draft_in_hand(owner, kept[-1].conversation)
    room(keeper).change(owner, draft, Edit(AUTHOR, SECRET))
    return draft


def enter(app: FastAPI, name: str) -> TestClient:
    client = TestClient(app, base_url="http://wenjin.test", follow_redirects=False)
    assert client.post("/login", data={"name": name, "password": PASSWORD}).status_code == 303
    return client


def test_a_draft_is_seen_by_whom_it_is_shared_with_until_it_is_taken_back(keeper: Keeper):
    anna, bert, carl = (account(keeper, name) for name in ("王", "李", "赵"))
    draft, sharing = write(keeper, anna), Sharing(keeper.store)
    sharing.share(anna, draft, "李", "read")

    seen = room(keeper).open_given(bert, draft)[0] or ""
    assert all("readonly" in one.attributes for one in elements(seen) if one.tag == "textarea")
    assert not [one for one in elements(seen) if one.attributes.keys() & {"data-act", "data-say", "data-sharing"}]
    assert with_class(room(keeper).open_given(carl, draft)[0] or "", "wj-failure")
    assert with_class(room(keeper).versions(carl, draft), "wj-failure")
    sharing.withdraw(anna, draft, "李")
    assert with_class(room(keeper).open_given(bert, draft)[0] or "", "wj-failure")


def test_who_may_only_read_changes_nothing_and_who_may_write_does(keeper: Keeper):
    anna, bert, carl = (account(keeper, name) for name in ("王", "李", "赵"))
    draft, sharing = write(keeper, anna), Sharing(keeper.store)
    sharing.share(anna, draft, "李", "read")
    sharing.share(anna, draft, "赵", "write")

    assert with_class(room(keeper).change(bert, draft, Edit("Title", "Mine?")), "wj-failure")
    assert with_class(room(keeper).restore(bert, draft, 1), "wj-failure")
    room(keeper).change(carl, draft, Edit("Title", "Why does it fail?"))
    assert "Why does it fail?" in room(keeper).form(anna, draft)
    assert "赵" in room(keeper).versions(anna, draft)


def test_only_the_owner_shares_and_only_with_an_account_that_there_is(keeper: Keeper):
    anna, bert = account(keeper, "王"), account(keeper, "李")
    draft, sharing = write(keeper, anna), Sharing(keeper.store)

    assert "没有这个账户" in sharing.share(anna, draft, "没有的人", "read")
    for refused in (sharing.share(bert, draft, "李", "write"), sharing.panel(bert, draft)):
        assert with_class(refused, "wj-failure")
        assert not with_class(refused, "wj-share")
    assert keeper.store.drafts.shares(anna, draft) == ()


def test_a_reviewer_sees_the_copy_without_its_author_and_by_no_other_way_more(app: FastAPI, keeper: Keeper):
    anna, rita = account(keeper, "王"), account(keeper, "评", "reviewer")
    draft = write(keeper, anna)
    Sharing(keeper.store).share(anna, draft, "评", "write")
    fields, copy = room(keeper).open_given(rita, draft)
    client = enter(app, "评")

    assert fields is None
    assert "界面为何失稳" in (copy or "")
    assert not [part for part in SECRET.split("，") if part in (copy or "")]
    assert client.get(f"/drafts/{draft}/anonymous.docx").content[:2] == b"PK"
    assert client.get(f"/drafts/{draft}/official.docx").status_code == 404
    assert client.get(f"/drafts/{draft}/cited.docx").status_code == 404
    for refused in (
        room(keeper).form(rita, draft),
        room(keeper).change(rita, draft, Edit("Title", "Mine?")),
        room(keeper).versions(rita, draft),
        room(keeper).restore(rita, draft, 1),
    ):
        assert with_class(refused, "wj-failure")
        assert "周砚秋" not in refused
    assert open_shelf(keeper.store, rita).list() == ()
    with pytest.raises(RefusedError):
        open_shelf(keeper.store, rita).load(draft)
    told = list(keeper.reply(rita, "", Box(text="继续上次的草稿", files=[])))[-1].update
    assert "周砚秋" not in told.messages[-1]["html"] + (told.form or "")


def test_who_may_comment_says_something_of_a_place_and_changes_nothing(keeper: Keeper):
    anna, bert, carl = (account(keeper, name) for name in ("王", "李", "赵"))
    draft, sharing, commenting = write(keeper, anna), Sharing(keeper.store), Commenting(keeper.store, keeper.page)
    sharing.share(anna, draft, "李", "comment")
    sharing.share(anna, draft, "赵", "read")
    said = commenting.add(bert, draft, "题目", "<b>题目</b>太大")

    assert with_class(room(keeper).change(bert, draft, Edit("Title", "Mine?")), "wj-failure")
    assert "&lt;b&gt;题目" in said
    row = with_class(commenting.panel(anna, draft), "wj-row")[0].text
    assert "题目 李 · " in row
    assert "第 3 版" not in row
    for refused in (commenting.add(carl, draft, "", "我也说"), commenting.panel(carl, draft)):
        assert with_class(refused, "wj-failure")
        assert "太大" not in refused
    offered = [
        [one for one in elements(room(keeper).open_given(who, draft)[0] or "") if "data-comments" in one.attributes]
        for who in (bert, carl)
    ]
    assert [len(one) for one in offered] == [1, 0]


def test_a_comment_that_cannot_be_kept_is_still_in_its_box(keeper: Keeper):
    anna = account(keeper, "王")
    draft, commenting = write(keeper, anna), Commenting(keeper.store, keeper.page)
    refused = commenting.add(anna, draft, "题目", "字" * 2001)

    assert with_class(refused, "wj-failure")
    assert "字" * 2001 in next(one.text for one in elements(refused) if one.tag == "textarea")
    assert keeper.store.comments.list(anna, draft) == ()


def test_a_reviewer_comments_unnamed_and_sees_no_other_comment(keeper: Keeper):
    anna, rita = account(keeper, "王"), account(keeper, "评", "reviewer")
    draft, commenting = write(keeper, anna), Commenting(keeper.store, keeper.page)
    Sharing(keeper.store).share(anna, draft, "评", "comment")
    commenting.add(anna, draft, "", "请看看背景")
    seen = commenting.add(rita, draft, "题目", "建议缩小范围")
    told = commenting.panel(anna, draft)

    assert "data-comments" in (room(keeper).open_given(rita, draft)[1] or "")
    assert "建议缩小范围" in seen
    assert not [word for word in ("王", "请看看背景", *SECRET.split("，")) if word in seen]
    assert "审阅人1" in "".join(one.text for one in with_class(told, "wj-row"))
    assert "评" not in "".join(one.text for one in with_class(told, "wj-row"))


def test_an_administrator_keeps_accounts_and_nobody_else_finds_them(app: FastAPI, keeper: Keeper):
    account(keeper, "管", "admin")
    account(keeper, "王")
    admin, anna = enter(app, "管"), enter(app, "王")

    assert anna.get("/users").status_code == 404
    for act in ("add", "password", "remove"):
        given = {"act": act, "name": "管", "password": PASSWORD, "role": "admin"}
        assert anna.post("/users", data=given).status_code == 404
    assert "王" in admin.get("/users").text
    added = {"act": "add", "name": "<b>新</b>", "password": PASSWORD, "role": "reviewer"}
    assert admin.post("/users", data=added).status_code == 303
    assert "<b>" not in admin.get("/users").text
    assert keeper.store.accounts.get("<b>新</b>").role == "reviewer"
    assert admin.post("/users", data=added).status_code == 400
    assert admin.post("/users", data={"act": "remove", "name": "管"}).status_code == 400
    assert admin.post("/users", data={"act": "remove", "name": "<b>新</b>"}).status_code == 303
    assert [one.name for one in keeper.store.accounts.list()] == ["王", "管"]
    elsewhere = {"origin": "http://evil.test"}
    assert admin.post("/users", data=added, headers=elsewhere).status_code == 403
