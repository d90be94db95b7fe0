"""What of a user's text may leave the machine."""

from pathlib import Path

import pytest

from assistant.domain.catalogue import Catalogue
from assistant.errors import WithheldError, WriterError
from assistant.library.programmes import load_catalogue
from assistant.model_wiring import preview_sending
from assistant.privacy.gate import PrivacyGate
from assistant.privacy.sent import SentJournal
from assistant.settings import Settings

DRAFT = """题目：如何抑制固态电池界面的锂枝晶生长？
所属类型：前沿科学问题
问题描述：界面处的应力如何影响锂枝晶，顾寒汀等人在东湖理工大学已有初步结果。
作者信息
姓名：顾寒汀
单位：东湖理工大学材料学院
联系电话：139 1234 5678，座机 82345678
邮箱：gu.hanting@donghu.example.cn
身份证号：11010519491231002X
"""
DATA = ("顾寒汀", "东湖理工大学", "139 1234 5678", "82345678", "gu.hanting", "11010519491231002X")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def gate(catalogue: Catalogue) -> PrivacyGate:
    return PrivacyGate.over(catalogue)


def test_data_of_the_author_are_replaced_wherever_they_stand_and_come_back(gate: PrivacyGate):
    veil = gate.open([DRAFT])
    hidden = veil.hide(DRAFT)

    assert [datum for datum in DATA if datum in hidden] == []
    assert "界面处的应力如何影响锂枝晶，〔姓名1〕等人" in hidden
    assert veil.restore(hidden) == DRAFT


def test_a_part_that_is_sent_alone_is_freed_of_what_the_whole_draft_names(gate: PrivacyGate):
    veil = gate.open([DRAFT])

    assert veil.hide("顾寒汀提出了界面应力假说。") == "〔姓名1〕提出了界面应力假说。"


def test_the_same_datum_keeps_its_placeholder_and_brackets_of_other_kinds_come_back_too(gate: PrivacyGate):
    veil = gate.open([DRAFT])

    assert veil.hide("顾寒汀与顾寒汀") == "〔姓名1〕与〔姓名1〕"
    assert veil.restore("[姓名1]和【姓名1】，〔姓名9〕") == "顾寒汀和顾寒汀，〔姓名9〕"


@pytest.mark.parametrize("before", ["请问截止时间？", "（", "材料已交；", "好。 "])
def test_a_contact_in_the_middle_of_a_line_is_found(gate: PrivacyGate, before: str):
    text = f"{before}联系人：顾寒汀，电话13912345678"

    assert gate.open([text]).hide(text) == f"{before}联系人：〔姓名1〕，电话〔电话1〕"


def test_a_placeholder_that_the_author_wrote_is_not_taken_for_ours(gate: PrivacyGate):
    veil = gate.open([DRAFT])
    text = "模板里的〔姓名1〕由顾寒汀填写。"

    assert veil.restore(veil.hide(text)) == text


@pytest.mark.parametrize(
    "text", ["秘密★5年\n题目：某问题", "密级：机密", "题目：甲\n绝密\n正文", "本项目内容属于国家秘密。"]
)
def test_a_draft_with_a_mark_of_secrecy_is_not_sent(gate: PrivacyGate, text: str):
    with pytest.raises(WithheldError, match="一个字也没有发"):
        gate.open([text])


@pytest.mark.parametrize(
    "text", ["晶体内部的缺陷如何演化？", "生命起源的秘密尚未揭开。", "秘密共享协议的安全性", "本项目不涉及国家秘密。"]
)
def test_the_mere_word_in_prose_is_no_mark(gate: PrivacyGate, text: str):
    assert gate.open([text]).hide(text) == text


def test_a_mark_inside_a_rendered_prompt_is_seen_too(gate: PrivacyGate):
    with pytest.raises(WithheldError):
        gate.open(["题目"]).hide('材料：\n{"text": "绝密"}')


def test_numbers_of_a_notice_and_of_research_stay(gate: PrivacyGate):
    text = "2023年4月20日前，不超过6项；频率1391234Hz，样本12000个。"

    assert gate.open([text]).hide(text) == text


def settings(**values: object) -> Settings:
    return Settings.model_validate(values)


def test_the_preview_names_the_endpoint_and_counts_what_is_hidden(catalogue: Catalogue):
    configured = settings(
        OPENAI_BASE_URL="https://me:secret@model.example/v1?key=secret", OPENAI_API_KEY="sk-secret", WENJIN_MODEL="m-1"
    )
    shown = preview_sending(configured, catalogue, [DRAFT])

    assert shown.allowed
    assert (shown.endpoint, shown.model) == ("https://model.example/v1", "m-1")
    assert {one.kind for one in shown.hidden} >= {"姓名", "单位", "电话", "邮箱", "证件号"}
    assert "secret" not in shown.model_dump_json()


def test_the_preview_says_why_nothing_is_sent(catalogue: Catalogue):
    offline = settings(OPENAI_API_KEY="k", WENJIN_MODEL="m", WENJIN_OFFLINE="1")
    online = settings(OPENAI_API_KEY="k", WENJIN_MODEL="m")

    assert "WENJIN_OFFLINE" in preview_sending(offline, catalogue, [DRAFT]).reason
    assert "没有配置" in preview_sending(settings(), catalogue, [DRAFT]).reason
    assert "密级" in preview_sending(online, catalogue, ["秘密★5年"]).reason


def test_the_journal_holds_placeholders_and_is_kept_only_where_asked_for(gate: PrivacyGate, tmp_path: Path):
    path = tmp_path / "sent.jsonl"
    gate.open([DRAFT]).note(["一"])
    kept = PrivacyGate(forms=gate.forms, journal=SentJournal(path=path, endpoint="https://e/v1", model="m"))
    veil = kept.open([DRAFT])
    veil.note([veil.hide(DRAFT)])

    assert "〔姓名1〕" in path.read_text("utf-8")
    assert [datum for datum in DATA if datum in path.read_text("utf-8")] == []


def test_where_the_journal_cannot_be_written_nothing_is_sent(gate: PrivacyGate, tmp_path: Path):
    blocked = SentJournal(path=tmp_path, endpoint="", model="")

    with pytest.raises(WriterError, match="没有发送"):
        PrivacyGate(forms=gate.forms, journal=blocked).open([DRAFT]).note(["一"])
