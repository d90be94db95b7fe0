"""Files made on demand: for their owner's session alone, saved and never shown."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.domain.owner import OwnerId
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import open_store
from wenjin_ui.app import build_app, build_keeper
from wenjin_ui.asset import read_asset
from wenjin_ui.views.messages import Box
from wenjin_ui.web.cookies import Signatures
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.workroom import Workroom


@pytest.fixture
def keeper(assistant: Assistant, tmp_path: Path) -> Iterator[Keeper]:
    store = open_store(tmp_path / "data")
    yield build_keeper(assistant, store, tmp_path / "uploads")
    store.close()


@pytest.fixture
def app(keeper: Keeper) -> FastAPI:
    return build_app(Settings.model_validate({"offline": True}), keeper)


def visit(app: FastAPI, keeper: Keeper) -> tuple[TestClient, OwnerId]:
    client = TestClient(app, base_url="http://wenjin.test", follow_redirects=False)
    client.get("/")
    signatures = Signatures(keeper.store.key("session"))
    held = signatures.token(client.cookies[signatures.cookie])
    assert held is not None
    visitor = keeper.store.sessions.find(held[0])
    assert visitor is not None
    return client, visitor.owner


def check(keeper: Keeper, owner: OwnerId) -> str:
    folder = keeper.folder(owner) / "one"
    folder.mkdir(parents=True)
    (folder / "稿.md").write_text(read_asset("sample-draft.md"), "utf-8")
    return list(keeper.reply(owner, "", Box(text="检查", files=[str(folder / "稿.md")])))[-1].conversation


def test_a_report_and_a_copy_are_saved_by_their_owner_and_found_by_nobody_else(app: FastAPI, keeper: Keeper):
    (anna, owner), (bert, _) = visit(app, keeper), visit(app, keeper)
    conversation = check(keeper, owner)

    for path in (f"/results/{conversation}/1/report.html", f"/results/{conversation}/1/0/anonymous"):
        own = anna.get(path)
        assert own.status_code == 200
        assert unquote(own.headers["content-disposition"]).startswith("attachment; filename*=UTF-8''稿（")
        assert own.headers["cache-control"] == "private, no-store"
        assert "sandbox" in own.headers["content-security-policy"]
        assert bert.get(path).status_code == 404
        assert TestClient(app, base_url="http://wenjin.test").get(path).status_code == 401


def test_a_draft_in_hand_is_saved_by_its_owner_and_found_by_nobody_else(app: FastAPI, keeper: Keeper):
    (anna, owner), (bert, _) = visit(app, keeper), visit(app, keeper)
    kept = list(keeper.reply(owner, "", Box(text="我想写一份前沿科学问题：硬碳负极的界面为何失稳", files=[])))
    draft = Workroom(keeper.store, keeper.page).draft_in_hand(owner, kept[-1].conversation)

    for kind in ("official.docx", "anonymous.docx", "cited.docx"):
        assert anna.get(f"/drafts/{draft}/{kind}").content[:2] == b"PK"
        assert bert.get(f"/drafts/{draft}/{kind}").status_code == 404


@pytest.mark.parametrize(
    "path", ["/1/secret", "/-1/report.docx", "/99/report.docx", "/1/9/annotated", "/1/0/report.docx"]
)
def test_what_there_is_not_is_one_sentence(app: FastAPI, keeper: Keeper, path: str):
    client, owner = visit(app, keeper)
    answer = client.get(f"/results/{check(keeper, owner)}{path}")

    assert answer.status_code == 404
    assert answer.text.count("\n") == 0
