"""The handlers of the page called directly, over the shipped corpus."""

import logging
import threading
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import NoReturn
from zipfile import ZipFile

import pytest

from assistant.domain.answer import Answer, Citation
from assistant.domain.draft import Location
from assistant.domain.finding import Finding, OpenItem, Report, Reports, Source
from assistant.domain.programme import Programme
from assistant.domain.search import Search
from assistant.errors import StoppedError
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.text import bare, squash
from assistant.watching import watched
from tests.ui.pages import elements, with_class
from wenjin_ui.views.answers import stream_answer
from wenjin_ui.views.messages import Box, Message, Update
from wenjin_ui.views.reports import stream_reports
from wenjin_ui.views.welcome import render_doors, render_side
from wenjin_ui.work.handlers import Page

TODAY = date(2023, 3, 1)
HOSTILE = '<img src=x onerror=alert(1)><script>alert(2)</script>" onclick="alert(3)'
ALLOWED = {
    *("article", "blockquote", "br", "button", "details", "div", "h2", "h3", "h4", "header", "li", "mark", "ol", "p"),
    *(
        "q",
        "section",
        "em",
        "svg",
        "g",
        "title",
        "rect",
        "circle",
        "line",
        "text",
        "span",
        "strong",
        "summary",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "ul",
    ),
}
DRAFT = (files("wenjin_ui") / "assets" / "sample-draft.md").read_text("utf-8")


@pytest.fixture
def page(assistant: Assistant, tmp_path: Path) -> Page:
    return Page(
        assistant=assistant,
        conductor=EmbeddedConductor.over(assistant.catalogue),
        today=lambda: TODAY,
        uploads=tmp_path / "uploads",
        piece_seconds=0,
    )


def say(page: Page, text: str, messages: list[Message] | None = None) -> list[Update]:
    return list(page.reply(Box(text=text, files=[]), messages or []))


def hand_over(page: Page, name: str, content: bytes) -> tuple[Path, list[Update]]:
    page.uploads.mkdir(exist_ok=True)
    path = page.uploads / name
    path.write_bytes(content)
    return path, list(page.reply(Box(text="", files=[str(path)]), []))


def assert_harmless(html: str) -> None:
    for element in elements(html):
        assert element.tag in ALLOWED
        assert not [name for name in element.attributes if name.startswith("on") or name in {"src", "style", "srcdoc"}]


def notice_of(page: Page, programme: str) -> Programme:
    return page.assistant.catalogue.find_programme(programme)


def test_an_answer_first_says_what_is_done_and_ends_with_the_whole(page: Page):
    updates = say(page, "2023年每个推荐单位可以推荐几个问题？")

    assert updates[0].messages[-1]["state"] == "正在检索条款…"
    assert updates[-1].messages[-1]["state"] == ""
    assert "3-5个" in updates[-1].messages[-1]["html"]
    assert [one["role"] for one in updates[-1].messages] == ["user", "assistant"]
    assert "〔2023 三〕" in updates[-1].messages[-1]["text"]


def test_an_answer_grows_piece_by_piece(page: Page):
    said = [update.messages[-1]["html"] for update in say(page, "2022年和2023年分别什么时候截止？")]

    lengths = [len(html) for html in said]
    assert lengths == sorted(lengths)
    assert len(set(lengths)) >= 3


def test_every_assertion_of_an_answer_ends_with_a_mark_that_opens_its_quote(page: Page):
    for question in ("2023年的征集什么时候截止？", "先导技术榜单的推荐理由最多多少字？", "专家推荐委员会至少几个人？"):
        html = say(page, question)[-1].messages[-1]["html"]
        marks = with_class(html, "wj-cite")

        assert marks
        for mark in marks:
            shown = page.open_place(mark.attributes["data-place"])
            marked = "".join(one.text for one in elements(shown) if one.tag == "mark")
            assert squash(marked) == squash(mark.attributes["data-quote"])


def test_the_workspace_opens_the_first_clause_by_itself(page: Page):
    last = say(page, "2023年的征集什么时候截止？")[-1]

    assert last.notice is not None
    assert [one for one in elements(last.notice) if one.tag == "mark"]
    assert notice_of(page, "cast-2023").info.title in last.notice


def test_an_opened_notice_shows_its_whole_text(page: Page):
    for programme in page.assistant.catalogue.programmes:
        shown = page.open_place(f"{programme.id}:0-0")
        body = with_class(shown, "wj-text")[0].text

        assert bare(body) == bare(programme.notice.text), programme.id


@pytest.mark.parametrize(
    "reference", ["", "cast-2023", "nowhere:1-2", "cast-2023:5-2", "cast-2023:0-99999999", "../x:0-1", HOSTILE, None, 7]
)
def test_a_reference_that_is_none_gets_one_sentence(page: Page, reference: object):
    shown = page.open_place(reference)

    assert_harmless(shown)
    assert [one.attributes["role"] for one in elements(shown) if one.has("wj-failure")] == ["alert"]


def test_a_problem_gets_cards_with_reasons_and_demands(page: Page):
    last = say(page, "适合报哪个方向：扫描电子显微镜用高亮度场发射电子枪的研制与应用")[-1]
    html = last.messages[-1]["html"]

    cards = with_class(html, "wj-card")
    assert len(cards) >= 3
    assert "电子枪" in cards[0].text
    assert "申报要求" in cards[0].text
    for mark in with_class(html, "wj-cite"):
        assert "wj-failure" not in page.open_place(mark.attributes["data-place"])


def test_where_a_problem_lies_is_drawn_by_programme_and_told_in_words(page: Page):
    html = say(page, "适合报哪个方向：扫描电子显微镜用高亮度场发射电子枪的研制与应用")[-1].messages[-1]["html"]
    (plot,) = with_class(html, "wj-map")
    rows = [one for one in elements(html) if one.tag == "svg" and one.has("wj-map-line")]
    cards = with_class(html, "wj-card")

    assert sum(one.tag == "circle" for one in elements(html)) == len(cards)
    assert all(one.attributes["aria-hidden"] == "true" for one in rows)
    assert "基础科研条件与重大科学仪器设备研发" in plot.text
    assert "相同的词：" in plot.text
    assert "不是入选的可能" in plot.text


def test_a_title_is_rephrased(page: Page):
    html = say(page, "把“关于提高锂金属负极循环稳定性的研究”改成问题")[-1].messages[-1]["html"]

    assert with_class(html, "wj-candidate")
    assert all("锂金属负极" in one.text for one in with_class(html, "wj-zh"))


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("关于深部煤层气高效开发的研究", ["match", "problems"]),
        ("如何抑制锂金属负极的枝晶生长？", ["title"]),
        ("2023年的征集什么时候截止？", []),
    ],
)
def test_what_a_short_text_could_also_have_meant_is_one_click_away(page: Page, text: str, verbs: list[str]):
    html = say(page, text)[-1].messages[-1]["html"]
    orders = [one.attributes["data-say"] for one in elements(html) if "data-say" in one.attributes]

    assert [say(page, order)[0].messages[0]["verb"] for order in orders] == verbs


def test_a_draft_is_checked_and_its_findings_are_marked_in_its_text(page: Page):
    _, updates = hand_over(page, "草稿.md", DRAFT.encode())
    last = updates[-1]
    findings = with_class(last.messages[-1]["html"], "wj-finding")
    keys = {one.attributes["data-finding"] for one in with_class(last.messages[-1]["html"], "wj-jump")}

    assert updates[0].messages[-1]["state"] == "正在读取草稿并逐条检查…"
    assert any("问句" in one.text for one in findings)
    assert last.draft is not None
    marked = {one.attributes["data-at"]: one.text for one in elements(last.draft) if one.tag == "mark"}
    assert set(marked) <= keys
    assert "关于深远海漂浮式风电平台的研究" in marked.values()


def test_a_handed_over_file_is_deleted_once_it_is_read(page: Page):
    path, _ = hand_over(page, "草稿.md", DRAFT.encode())
    refused, _ = hand_over(page, "坏.docx", b"PK\x03\x04 broken")

    assert not path.exists()
    assert not refused.exists()


def test_a_file_outside_the_upload_folder_is_never_deleted(page: Page, tmp_path: Path):
    path = tmp_path / "别人的.md"
    path.write_text(DRAFT, "utf-8")

    list(page.reply(Box(text="", files=[str(path)]), []))

    assert path.exists()


@pytest.mark.parametrize(
    ("name", "content"), [("旧.doc", b"\xd0\xcf\x11\xe0"), ("空.docx", b""), ("图.png", b"\x89PNG")]
)
def test_an_unreadable_file_gets_one_clear_sentence(page: Page, name: str, content: bytes):
    _, updates = hand_over(page, name, content)
    html = updates[-1].messages[-1]["html"]

    assert len([one for one in elements(html) if one.has("wj-failure") and one.attributes.get("role") == "alert"]) == 1
    assert name in html


def test_nothing_said_or_handed_over_becomes_markup(page: Page):
    name = "<b onclick=x>草稿.md"
    path, updates = hand_over(page, name.replace("/", ""), DRAFT.replace("问题描述：", f"问题描述：{HOSTILE}").encode())
    said = say(page, f"题目：{HOSTILE}")[-1]
    asked = say(page, f"2023年{HOSTILE}什么时候截止？")[-1]

    assert not path.exists()
    for update in (updates[-1], said, asked):
        for message in update.messages:
            assert_harmless(message["html"])
    assert updates[-1].draft is not None
    assert_harmless(updates[-1].draft)
    assert "<img src=x onerror=alert(1)>" in "".join(one.text for one in with_class(updates[-1].draft, "wj-text"))


def test_nothing_at_all_changes_nothing(page: Page):
    assert list(page.reply(Box(text="  ", files=[]), [])) == []
    assert list(page.reply(Box(text=None, files=[]), [])) == []


def test_two_sessions_know_nothing_of_each_other(page: Page):
    first = say(page, "2023年的征集什么时候截止？")[-1].messages
    second = say(page, "先导技术榜单什么时候截止？")[-1].messages

    assert "先导" not in first[0]["html"] + first[1]["text"]
    assert len(second) == 2


def test_a_second_question_leaves_the_first_answer_as_it_was(page: Page):
    first = say(page, "2023年的征集什么时候截止？")[-1].messages
    both = say(page, "先导技术榜单什么时候截止？", first)[-1].messages

    assert both[:2] == first
    assert [one["id"] for one in both] == ["m0", "m1", "m2", "m3"]


def test_an_earlier_title_is_no_part_of_what_a_later_question_means(page: Page):
    titled = say(page, "把“关于提高锂金属负极循环稳定性的研究”改成问题")[-1].messages
    alone, after = (say(page, "2023年的征集什么时候截止？", before)[-1].messages[-1] for before in ([], titled))

    assert after["text"] == alone["text"]


def test_a_fault_of_ours_ends_the_turn_and_logs_nothing_that_was_said(
    assistant: Assistant, page: Page, caplog: pytest.LogCaptureFixture
):
    def broken() -> NoReturn:
        raise RuntimeError("secret words of the index")

    def open_broken() -> Search:
        return broken()

    faulty = Page(
        assistant=Assistant(catalogue=assistant.catalogue, open_search=open_broken, writer=assistant.writer),
        conductor=page.conductor,
        today=page.today,
        uploads=page.uploads,
    )
    with caplog.at_level(logging.DEBUG, "wenjin"):
        last = say(faulty, "我们单位的秘密课题2023年什么时候截止？")[-1]

    error = with_class(last.messages[-1]["html"], "wj-failure")[0]
    assert error.attributes["data-code"] == "internal"
    assert "RuntimeError" in error.text
    assert "秘密" not in caplog.text
    assert "secret" not in caplog.text + error.text


def test_a_refusal_shows_what_is_nearest_and_opens_nothing(page: Page):
    text = notice_of(page, "cast-2023").notice.text
    start = text.index("一、征集时间")
    nearest = Citation(
        doc="cast-2023", programme="cast-2023", clause="一", quote=text[start : start + 6], span=(start, start + 6)
    )
    refused = Answer(
        question="补贴多少？", covered=False, answer="资料未涉及补贴，已检索全部条款。", nearest=(nearest,)
    )

    html = str(list(stream_answer(refused, page.assistant.catalogue))[-1])

    assert "资料未覆盖" in html
    assert "最接近的条款 1 处" in html
    assert with_class(html, "wj-cite")[0].attributes["data-place"] == f"cast-2023:{start}-{start + 6}"


def test_a_finding_shows_measure_clause_reading_and_suggestion_apart(page: Page):
    rule = Finding(
        rule="cast.body.length",
        severity="error",
        basis="text",
        force="must",
        message="正文太短。",
        where=Location(field="问题正文", paragraph=12),
        evidence="甲<b>乙",
        measured=208,
        allowed="1600至2400字",
        source=Source(doc="cast-2023", clause="四、4", quote="正文长度2000字左右"),
        reading="“左右”读作上下20%。",
        suggestion="请增写。",
    )
    house = rule.model_copy(update={"source": None, "severity": "info", "reading": None, "measured": None})
    report = Report(
        file="C:\\稿\\甲.docx",
        verdict="fail",
        findings=(rule, house),
        unknown=(OpenItem(rule="cast.x", question="是否已细化？"),),
        passed=("a", "b"),
    )

    html = str(list(stream_reports(Reports(reports=(report,)), page.assistant.catalogue))[-1])
    first, second = with_class(html, "wj-finding")

    assert_harmless(html)
    assert "问题正文 · 第12段" in first.text
    assert "实测 208 要求 1600至2400字" in first.text
    assert "条款原文 「正文长度2000字左右」〔2023 四、4〕" in first.text
    assert "〔本工具的解读〕" in first.text
    assert "〔通用检查〕" not in first.text
    assert "〔通用检查〕" in second.text
    assert "实测" not in second.text
    assert "需人工确认 1 · 已满足 2" in with_class(html, "wj-verdict")[0].text
    assert "甲.docx" in html
    assert "稿\\" not in html


def test_a_quote_of_many_guides_opens_in_the_one_that_the_draft_is_judged_under(page: Page):
    source = Source(doc="nkrd-2021", clause="正文", quote="项目设1名负责人，每个课题设1名负责人。")
    finding = Finding(
        rule="nkrd.one-leader",
        severity="error",
        basis="text",
        force="must",
        message="项目负责人有两名。",
        where=Location(field="项目负责人"),
        evidence="甲、乙",
        source=source,
        suggestion="请只留一名。",
    )

    for guide in ("nkrd-2021-03", "nkrd-2021-12"):
        report = Report(file="甲.docx", verdict="fail", programme=guide, findings=(finding,))
        html = str(list(stream_reports(Reports(reports=(report,)), page.assistant.catalogue))[-1])
        assert with_class(html, "wj-cite")[0].attributes["data-place"].startswith(f"{guide}:")


def test_of_several_files_each_that_is_checked_is_told_of(page: Page):
    page.uploads.mkdir()
    with ZipFile(page.uploads / "三份.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"稿{number}.md", DRAFT)
    updates = list(page.reply(Box(text="", files=[str(page.uploads / "三份.zip")]), []))
    states = [one.messages[-1]["state"] for one in updates]

    assert [one for one in states if one.startswith("已检查")] == ["已检查 1/3 份…", "已检查 2/3 份…", "已检查 3/3 份…"]
    assert len(with_class(updates[-1].messages[-1]["html"], "wj-one")) == 3


def test_a_check_that_is_stopped_ends_between_two_files(page: Page, tmp_path: Path):
    files = [tmp_path / f"稿{number}.md" for number in range(3)]
    for file in files:
        file.write_text(DRAFT, "utf-8")
    stopped, told = threading.Event(), list[str]()

    def hear(state: str) -> None:
        told.append(state)
        stopped.set()

    with watched(stopped=stopped, tell=hear), pytest.raises(StoppedError):
        page.assistant.check(files, today=TODAY)

    assert told == ["已检查 1/3 份…"]


def test_several_drafts_are_shown_at_a_glance_where_that_is_asked_for(page: Page):
    page.uploads.mkdir()
    paths = [page.uploads / name for name in ("甲.md", "乙.md")]
    for path in paths:
        path.write_text(DRAFT.replace("题目：", f"题目：{HOSTILE}"), "utf-8")
    updates = list(page.reply(Box(text="汇总这些稿件", files=[str(path) for path in paths]), []))
    html, text = updates[-1].messages[-1]["html"], updates[-1].messages[-1]["text"]

    assert_harmless(html)
    assert [f"<h4>{title}</h4>" in html for title in ("概览", "逐份", "名单", "数量", "致作者")] == [True] * 5
    assert "甲.md" in html
    assert "老师，您好！" in with_class(html, "wj-letter")[0].text
    assert text.startswith("2份稿件：")
    assert updates[-1].draft is None
    assert not any(path.exists() for path in paths)


def examples() -> Iterator[str]:
    return (one.attributes["data-say"] for one in elements(render_doors()) if "data-say" in one.attributes)


def test_every_example_of_the_doors_works(page: Page):
    answered = {text: say(page, text)[-1].messages[-1] for text in examples()}

    assert len(answered) == 7
    for text, message in answered.items():
        assert not with_class(message["html"], "wj-failure"), text
        assert not with_class(message["html"], "wj-tag"), text
        assert len(message["text"]) > 20, text


def test_the_side_lists_every_notice(page: Page):
    places = {one.attributes.get("data-place", "") for one in elements(render_side(page.assistant.catalogue))}

    assert {f"{one.id}:0-0" for one in page.assistant.catalogue.programmes} <= places


@pytest.mark.parametrize(
    "text", ["2023年每个推荐单位可以推荐几个问题？", "想做稀土尾矿里重金属的原位稳定化，能报哪个方向？"]
)
def test_what_was_found_and_why_folds_below_an_answer_and_a_match_but_stays_out_of_the_history(page: Page, text: str):
    last = say(page, text)[-1].messages[-1]

    assert "为什么是这些" in [one.text for one in elements(last["html"]) if one.tag == "summary"]
    assert "得分来自：" in last["html"]
    assert "得分来自" not in last["text"]
    assert_harmless(last["html"])
