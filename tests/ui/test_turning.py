"""The turns of a conversation over HTTP, as the page's script sends and reads them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from assistant.service import Assistant
from assistant.settings import Settings
from assistant.store.store import open_store
from wenjin_ui.app import build_app, build_keeper
from wenjin_ui.web.windows import LARGEST_ORDER

QUESTION = "2023年每个推荐单位可以推荐几个问题？"


class Pages:
    """Clients over one application, each a browser of its own that has opened the page."""

    def __init__(self, assistant: Assistant, folder: Path) -> None:
        self._folder = folder
        self.store = open_store(folder / "data")
        keeper = build_keeper(assistant, self.store, folder / "uploads")
        self._app = build_app(Settings.model_validate({"offline": True}), keeper)

    def new(self) -> TestClient:
        client = TestClient(self._app, base_url="http://wenjin.test")
        client.get("/")
        return client

    def stranger(self) -> TestClient:
        return TestClient(self._app, base_url="http://wenjin.test")


@pytest.fixture(scope="module")
def pages(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pages]:
    pages = Pages(assistant, tmp_path_factory.mktemp("turning"))
    yield pages
    pages.store.close()


def lines(client: TestClient, **order: object) -> list[dict[str, Any]]:
    response = client.post("/turns", json=order)
    assert response.status_code == 200
    return [json.loads(line) for line in response.text.splitlines()]


def conversation_of(line: dict[str, Any]) -> str:
    return line["chats"].partition('data-open="')[2].partition('"')[0]


def test_a_turn_sends_its_own_two_messages_and_only_the_parts_that_change(pages: Pages):
    anna = pages.new()
    first = lines(anna, text=QUESTION)
    again = lines(anna, text="那2022年呢？", conversation=conversation_of(first[0]))

    assert [line["first"] for line in first] == [0] * len(first)
    assert [line["first"] for line in again] == [2] * len(again)
    assert all([one["role"] for one in line["messages"]] == ["user", "assistant"] for line in (*first, *again))
    assert ["chats" in line for line in again] == [True] + [False] * (len(again) - 1)
    assert [line for line in again if "notice" in line] == again[-1:]
    assert again[-1]["messages"][1]["state"] == ""


def test_the_sample_draft_is_checked(pages: Pages):
    last = lines(pages.new(), sample=True)[-1]

    assert last["messages"][0]["verb"] == "check"
    assert "wj-drafts" in last["draft"]


def test_an_answer_once_more_is_a_turn_of_its_own(pages: Pages):
    anna = pages.new()
    chat = conversation_of(lines(anna, text=QUESTION)[0])

    assert lines(anna, conversation=chat, again=1)[-1]["first"] == 2


def test_nobody_goes_on_with_the_conversation_of_another(pages: Pages):
    chat = conversation_of(lines(pages.new(), text=QUESTION)[0])
    told = lines(pages.new(), text="那2022年呢？", conversation=chat)

    assert "wj-failure" in told[-1]["messages"][-1]["html"]
    assert QUESTION not in json.dumps(told, ensure_ascii=False)


def test_a_file_that_another_handed_over_is_not_taken(pages: Pages):
    place = pages.new().post("/gradio_api/upload", files=[("files", ("稿.md", "# 题目\n\n甲怎样做？\n"))]).json()
    told = lines(pages.new(), files=place)

    assert "这个文件不是您交来的" in told[-1]["messages"][-1]["html"]


@pytest.mark.parametrize(("body", "status"), [(b"{", 400), (b'{"files": 1}', 400), (b"x" * (LARGEST_ORDER + 1), 413)])
def test_an_order_that_cannot_be_read_is_refused(pages: Pages, body: bytes, status: int):
    assert pages.new().post("/turns", content=body).status_code == status


def test_without_a_session_no_turn_is_taken(pages: Pages):
    assert pages.stranger().post("/turns", json={"text": QUESTION}).status_code == 401


def test_another_site_gives_no_order(pages: Pages):
    refused = pages.new().post("/turns", json={"text": QUESTION}, headers={"sec-fetch-site": "cross-site"})

    assert refused.status_code == 403
