"""What really leaves the machine, read off a real server: no personal datum, no marked draft, no key in the journal."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from langchain_openai import ChatOpenAI
from pydantic import SecretStr

from assistant.domain.task import AnswerTask
from assistant.errors import WithheldError
from assistant.library.programmes import load_catalogue
from assistant.library.prompts import load_prompt
from assistant.privacy.gate import PrivacyGate
from assistant.privacy.sent import SentJournal
from assistant.writing.llm import LlmWriter
from tests.contract.loopback import Reply, serve
from tests.contract.tasks import GOOD_2022, make_task, write_reply

FORMS = PrivacyGate.over(load_catalogue()).forms
KEY = "sk-wire-31c7"
DRAFT = """这份草稿每个领域可以报几项？
题目：如何抑制固态电池界面的锂枝晶生长？
作者信息
顾寒汀，东湖理工大学材料学院，教授，手机：13912345678，邮箱：gu.hanting@donghu.example.cn，身份证号：11010519491231002X
联系人：沈若川
通信地址：江城市东湖路12号
"""
DATA = ("顾寒汀", "沈若川", "东湖理工大学", "13912345678", "gu.hanting", "11010519491231002X", "东湖路12号")


def make_writer(base_url: str, journal: SentJournal | None = None) -> LlmWriter:
    return LlmWriter(
        model=ChatOpenAI(base_url=base_url, api_key=SecretStr(KEY), model="scripted-1", max_retries=0),
        name="scripted-1",
        prompt=load_prompt("answer"),
        repair=load_prompt("repair"),
        gate=PrivacyGate(forms=FORMS, journal=journal),
        limit_seconds=20,
    )


def asked(question: str) -> AnswerTask:
    return make_task(question=question)


def test_the_outgoing_body_of_a_draft_with_author_data_holds_none_of_it():
    with serve() as endpoint:
        endpoint.replies.append(Reply(content=write_reply(GOOD_2022)))
        wording = make_writer(endpoint.base_url).answer(asked(DRAFT))
    body = json.dumps(endpoint.requests, ensure_ascii=False)

    assert wording.text == GOOD_2022[0]
    assert len(endpoint.requests) == 1
    assert "如何抑制固态电池界面的锂枝晶生长" in body
    assert [datum for datum in DATA if datum in body] == []


def test_a_second_request_of_the_same_task_holds_none_of_it_either():
    with serve() as endpoint:
        endpoint.replies += [Reply(content="〔姓名1〕可以报2项"), Reply(content=write_reply(GOOD_2022))]
        make_writer(endpoint.base_url).answer(asked(DRAFT))
    body = json.dumps(endpoint.requests, ensure_ascii=False)

    assert len(endpoint.requests) == 2
    assert [datum for datum in DATA if datum in body] == []


def test_of_a_marked_draft_nothing_is_sent():
    with serve() as endpoint:
        endpoint.replies.append(Reply(content=write_reply(GOOD_2022)))
        with pytest.raises(WithheldError):
            make_writer(endpoint.base_url).answer(asked(f"秘密★10年\n{DRAFT}"))

    assert endpoint.requests == []


def test_the_journal_holds_the_bodies_as_they_were_sent_and_no_key(tmp_path: Path):
    path = tmp_path / "sent.jsonl"
    with serve() as endpoint:
        endpoint.replies.append(Reply(content=write_reply(GOOD_2022)))
        journal = SentJournal(path=path, endpoint=endpoint.base_url, model="scripted-1")
        make_writer(endpoint.base_url, journal).answer(asked(DRAFT))
    row = json.loads(path.read_text("utf-8"))
    sent = [message["content"] for message in endpoint.requests[0]["messages"]]

    assert [message.partition(": ")[2] for message in row["messages"]] == sent
    assert KEY not in path.read_text("utf-8")


def test_the_preview_on_the_command_line_shows_what_the_wire_would_carry(
    wenjin: Callable[..., tuple[int, str, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    draft = tmp_path / "草稿.txt"
    draft.write_text(DRAFT, "utf-8")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("WENJIN_MODEL", "scripted-1")
    status, out, _ = wenjin("preview", str(draft))

    assert status == 0
    assert "http://127.0.0.1:9/v1" in out
    assert "〔姓名1〕" in out
    assert [datum for datum in (*DATA, KEY) if datum in out] == []
