"""Turns about drafts: told apart from questions about rules, and done."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from assistant.conversation import converse
from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, CheckCall, HelpCall
from assistant.domain.drafting_call import CoverageCall, ExportCall, FillCall, OutlineCall
from assistant.domain.exported import Exported
from assistant.domain.filled import FilledDraft
from assistant.domain.outline import Outline
from assistant.drafting_turns import Desk
from assistant.library.programmes import load_catalogue
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.settings import Settings
from assistant.wiring import build_assistant

CONDUCTOR = EmbeddedConductor.over(load_catalogue())
NOTES = "锂金属负极的枝晶问题一直没有解决，上世纪七十年代就因为短路停下来了。我们想知道枝晶从哪里开始长。"
TODAY = date(2023, 3, 1)


@pytest.fixture(scope="module")
def assistant(index_dir: Path) -> Assistant:
    return build_assistant(Settings(WENJIN_DATA_DIR=index_dir))


def route(text: str, files: Sequence[str] = ()) -> object:
    return CONDUCTOR.route([Turn(role="user", content=text)], files)


def test_notes_in_a_file_are_drafted_as_the_form_that_the_words_name():
    assert route("根据会议纪要填推荐表", ["纪要.docx"]) == FillCall(files=("纪要.docx",), form="recommendation")
    assert route("用这份笔记起草一份前沿科学问题", ["笔记.md"]) == FillCall(files=("笔记.md",), kind="前沿科学问题")


def test_pasted_notes_are_drafted_without_the_order():
    assert route(f"把我的笔记整理成撰写模板：\n{NOTES}") == FillCall(notes=NOTES)


def test_a_proposal_is_laid_beside_the_direction_that_is_named():
    call = route("把这份申报书和战略性科技创新合作1.1逐项对照", ["申报书.docx"])

    assert call == CoverageCall(files=("申报书.docx",), direction="sticoop-2022/1.1")


def test_a_direction_that_is_not_named_is_asked_for():
    call = route("看看申报书覆盖了指南哪些指标", ["申报书.docx"])

    assert isinstance(call, HelpCall)
    assert "指南方向" in call.missing


def test_an_outline_takes_a_direction_by_id_or_by_name_and_number():
    assert route("按sticoop-2022/1.1列一个申报书提纲") == OutlineCall(direction="sticoop-2022/1.1")
    assert route("给我一个病原学与防疫技术体系研究1.1的提纲") == OutlineCall(direction="nkrd-2021-01/1.1")


def test_an_export_knows_its_format_and_whether_the_author_is_left_out():
    assert route("导出成官方格式", ["稿.md"]) == ExportCall(files=("稿.md",))
    assert route("帮我出一份匿名稿", ["稿.md"]) == ExportCall(files=("稿.md",), anonymous=True)
    assert route("导出为纯文本", ["稿.md"]) == ExportCall(files=("稿.md",), format="txt")


@pytest.mark.parametrize(
    "text", ["推荐表怎么填？", "申报书提纲有什么要求？", "指南里1.1的考核指标覆盖哪些内容？", "推荐理由写多少字？"]
)
def test_a_question_about_a_form_is_answered_and_orders_nothing(text: str):
    assert isinstance(route(text), AskCall)


def test_a_first_draft_that_is_to_be_looked_over_is_checked():
    text = "我第一次写这种材料，麻烦指出不合要求的地方"

    assert route(text, ["稿.docx"]) == CheckCall(files=("稿.docx",))


def test_notes_become_a_draft_in_one_turn(assistant: Assistant):
    turn = Turn(role="user", content=f"把我的笔记整理成撰写模板：\n{NOTES}")
    exchange = converse(assistant, CONDUCTOR, [turn], today=TODAY)

    assert exchange.verb == "fill"
    assert isinstance(exchange.result, FilledDraft)
    assert "【问题描述】" in exchange.reply


def test_an_outline_quotes_the_guide(assistant: Assistant):
    turn = Turn(role="user", content="按sticoop-2022/1.1列一个申报书提纲")
    exchange = converse(assistant, CONDUCTOR, [turn], today=TODAY)

    assert isinstance(exchange.result, Outline)
    assert "【指南原文】" in exchange.reply


def test_an_export_is_written_beside_others_and_over_none(assistant: Assistant, tmp_path: Path):
    draft = tmp_path / "稿.txt"
    draft.write_text("题目：如何抑制锂枝晶？\n所属类型：前沿科学问题\n问题描述：甲。\n问题背景：乙。\n", "utf-8")
    turn, desk = Turn(role="user", content="导出成官方格式"), Desk(folder=tmp_path)
    places = [
        exchange.result.output
        for exchange in (converse(assistant, CONDUCTOR, [turn], [str(draft)], today=TODAY, desk=desk) for _ in "12")
        if isinstance(exchange.result, Exported)
    ]

    assert [Path(place or "").name for place in places] == ["稿（官方格式）.docx", "稿（官方格式）（2）.docx"]
    assert all(Path(place or "").exists() for place in places)
