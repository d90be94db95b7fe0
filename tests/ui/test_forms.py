"""The draft in hand in the workspace: changed by hand, judged as it changes, handed out as files to its owner."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from assistant.domain.drafting_call import InterviewCall
from assistant.domain.owner import OwnerId
from assistant.drafting.interview.shelf import MemoryShelf
from assistant.drafting.interview.turn import Interviewer
from assistant.drafting_turns import Desk
from assistant.errors import InputError
from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from assistant.store.store import Store, open_store
from assistant.text import squash
from tests.ui.pages import Element, elements, with_class
from wenjin_ui.views.messages import Box, Update
from wenjin_ui.views.rule_states import judge_fields
from wenjin_ui.work.changing import Edit, Place, Turn
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.turns import Turns
from wenjin_ui.work.workroom import Workroom

TODAY = date(2023, 3, 1)
TOPIC = "钠离子电池硬碳负极的界面为何失稳？"
HOSTILE = "<img src=x onerror=alert(1)></textarea><script>alert(2)</script>"


@pytest.fixture
def page(assistant: Assistant, tmp_path: Path) -> Page:
    return Page(
        assistant=assistant,
        conductor=EmbeddedConductor.over(assistant.catalogue),
        today=lambda: TODAY,
        uploads=tmp_path / "uploads",
        desk=Desk(store=MemoryShelf()),
        piece_seconds=0,
    )


@pytest.fixture
def draft(page: Page) -> str:
    interviewer = Interviewer(catalogue=page.assistant.catalogue, store=page.desk.store, today=TODAY)
    return interviewer.take(InterviewCall(act="begin", text=TOPIC), "").draft


@pytest.fixture
def keeper(page: Page, tmp_path: Path) -> Iterator[Keeper]:
    store: Store = open_store(tmp_path / "data")
    yield Keeper(store=store, page=page, turns=Turns[Update](4), started=store.now())
    store.close()


def areas(html: str) -> dict[str, Element]:
    return {one.attributes["data-field"]: one for one in elements(html) if one.tag == "textarea"}


def test_every_field_of_the_form_can_be_typed_into_and_has_its_own_label(page: Page, draft: str):
    html = page.form(draft)
    fields = areas(html)
    labels = {one.attributes["for"] for one in elements(html) if one.tag == "label"}

    assert list(fields)[:3] == ["题目", "Title", "所属类型"]
    assert fields["题目"].text == TOPIC
    assert labels == {one.attributes["id"] for one in fields.values()}


def test_a_text_typed_in_place_is_kept_counted_and_judged(page: Page, draft: str):
    html = page.change(draft, Edit("关键词", "钠离子电池；硬碳；界面膜"))
    foot = next(one for one in with_class(html, "wj-field-foot") if one.attributes["data-live"] == "关键词")

    assert areas(page.form(draft))["关键词"].text == "钠离子电池；硬碳；界面膜"
    assert "12字" in foot.text
    assert "○ 未满足·错误" in foot.text
    assert "应为4个" in foot.text


def test_a_field_can_be_cleared_and_every_change_can_be_taken_back(page: Page, draft: str):
    page.change(draft, Edit("题目", "硬碳的界面如何稳定？"))
    page.change(draft, Edit("题目", ""))
    cleared = areas(page.form(draft))["题目"].text
    page.change(draft, Turn(back=True))
    once = areas(page.form(draft))["题目"].text
    page.change(draft, Turn(back=True))

    assert (cleared, once, areas(page.form(draft))["题目"].text) == ("", "硬碳的界面如何稳定？", TOPIC)
    assert areas(page.change(draft, Turn(back=False)))["题目"].text == "硬碳的界面如何稳定？"


def test_the_same_text_again_is_no_step(page: Page, draft: str):
    before = page.open_work(draft).draft
    page.change(draft, Edit("题目", f"  {TOPIC}\n\n"))

    assert page.open_work(draft).draft == before


def test_a_space_between_english_words_is_a_change(page: Page, draft: str):
    page.change(draft, Edit("Title", "Whyhard carbon fails"))
    html = page.change(draft, Edit("Title", "Why hard carbon fails"))

    assert areas(html)["Title"].text == "Why hard carbon fails"


def test_what_is_typed_is_text_and_never_markup(page: Page, draft: str):
    html = page.change(draft, Edit("问题描述", HOSTILE))

    assert areas(html)["问题描述"].text == HOSTILE
    assert not [one for one in elements(html) if one.tag in {"img", "script"}]


def test_an_unknown_field_and_a_text_too_long_change_nothing(page: Page, draft: str):
    before = page.open_work(draft).draft
    failures = [page.change(draft, Edit("没有的栏", "文字")), page.change(draft, Edit("题目", "长" * 20_001))]

    assert all(with_class(one, "wj-failure") for one in failures)
    assert page.open_work(draft).draft == before


def test_a_sentence_of_no_field_can_be_put_into_one(page: Page, draft: str):
    Interviewer(catalogue=page.assistant.catalogue, store=page.desk.store, today=TODAY).take(
        InterviewCall(act="answer", text="硬碳是主要的负极材料。"), draft
    )
    work = page.open_work(draft)
    step = work.draft.steps[-1].model_copy(
        update={
            "kept": tuple(
                one.model_copy(update={"label": ""})
                for one in getattr(work.draft.steps[-1], "kept")  # noqa: B009 - a union
            )
        }
    )
    page.desk.store.save(work.draft.model_copy(update={"steps": (*work.draft.steps[:-1], step)}))
    listed = with_class(page.form(draft), "wj-loose")[0].text
    html = page.change(draft, Place(1, "问题背景"))

    assert "未归类 1 句" in listed
    assert areas(html)["问题背景"].text == "硬碳是主要的负极材料。"


def test_a_blank_draft_is_blamed_for_nothing(page: Page):
    turn = Interviewer(catalogue=page.assistant.catalogue, store=page.desk.store, today=TODAY).take(
        InterviewCall(act="begin"), ""
    )

    assert judge_fields(page.open_work(turn.draft)) == {}


def test_notes_put_in_order_are_taken_in_hand(page: Page):
    notes = "背景：硬碳是钠离子电池的主流负极。\n进展：已有原位光谱观察界面膜。"
    last = list(page.reply(Box(text=f"把这些笔记整理成前沿科学问题：\n{notes}", files=[]), []))[-1]

    assert last.messages[-2]["verb"] == "fill"
    assert last.messages[-2]["draft"]
    assert last.form is not None
    assert "硬碳是钠离子电池的主流负极。" in areas(last.form)["问题背景"].text


def room(keeper: Keeper) -> Workroom:
    return Workroom(keeper.store, keeper.page)


def own(keeper: Keeper) -> OwnerId:
    return keeper.store.sessions.begin()[1].owner


def start(keeper: Keeper, owner: OwnerId) -> str:
    kept = list(keeper.reply(owner, "", Box(text="我想写一份前沿科学问题：钠离子电池硬碳负极的界面为何失稳", files=[])))
    return room(keeper).draft_in_hand(owner, kept[-1].conversation)


def test_a_draft_is_handed_out_as_word_to_its_owner_alone(keeper: Keeper):
    anna, bert = own(keeper), own(keeper)
    draft = start(keeper, anna)
    made = room(keeper).make_draft(anna, draft, "official.docx")
    text = "\n".join(one.text for one in Document(BytesIO(made.data)).paragraphs)

    assert "界面为何失稳" in text
    with pytest.raises(Exception, match="没有"):
        room(keeper).make_draft(bert, draft, "official.docx")
    assert "wj-failure" in room(keeper).form(bert, draft)


def test_two_versions_are_compared_by_words_and_an_earlier_one_comes_back_for_its_owner_alone(keeper: Keeper):
    anna, bert = own(keeper), own(keeper)
    draft = start(keeper, anna)
    room(keeper).change(anna, draft, Edit("Title", "Why does hard carbon fail 2 times?"))
    room(keeper).change(anna, draft, Edit("Title", "Why does soft carbon fail 20 times?"))
    html = room(keeper).versions(anna, draft, 2, 3)
    changes = [(one.tag, one.text) for one in elements(html) if one.tag in {"del", "ins"}]
    restored = areas(room(keeper).restore(anna, draft, 2))["Title"].text
    undone = areas(room(keeper).change(anna, draft, Turn(back=True)))["Title"].text

    assert changes == [("del", "hard"), ("ins", "soft"), ("del", "2"), ("ins", "20")]
    assert [one.attributes["aria-label"] for one in with_class(html, "wj-change")] == ["Title"]
    assert restored == "Why does hard carbon fail 2 times?"
    assert undone == "Why does soft carbon fail 20 times?"
    for refused in (room(keeper).versions(bert, draft), room(keeper).restore(bert, draft, 1)):
        assert with_class(refused, "wj-failure")
    assert with_class(room(keeper).versions(anna, draft, 7, 99), "wj-failure")


def test_saves_in_one_stretch_of_typing_are_listed_as_one(keeper: Keeper):
    anna = own(keeper)
    draft = start(keeper, anna)
    for text in ("钠", "钠离子", "钠离子电池"):
        room(keeper).change(anna, draft, Edit("关键词", text))
    html = room(keeper).versions(anna, draft)
    rows = [one.text for one in elements(html) if one.tag == "li"]

    assert len(rows) == 2
    assert "第 2–4 版" in rows[0]
    assert "改写“关键词”" in rows[0]


def check(keeper: Keeper, owner: OwnerId) -> str:
    folder = keeper.folder(owner) / "one"
    folder.mkdir(parents=True)
    document = Document()
    for line in (
        "题目：关于硬碳负极的研究",
        "Title: Hard carbon",
        "作者信息：张三，某大学，13800138000，a@example.com",
    ):
        document.add_paragraph(line)
    document.save(str(folder / "稿.docx"))
    return list(keeper.reply(owner, "", Box(text="检查", files=[str(folder / "稿.docx")])))[-1].conversation


@pytest.mark.parametrize("kind", ["report.docx", "report.xlsx", "report.html"])
def test_a_check_is_handed_out_as_files(keeper: Keeper, kind: str):
    anna = own(keeper)
    made = room(keeper).make_result(anna, check(keeper, anna), 1, kind)

    assert made.name == f"稿（检查报告）.{kind.rsplit('.', 1)[-1]}"
    assert len(made.data) > 1000


def test_a_checked_draft_comes_back_with_comments_and_without_its_author(keeper: Keeper):
    anna, bert = own(keeper), own(keeper)
    conversation = check(keeper, anna)
    annotated = room(keeper).make_copy(anna, conversation, (1, 0), "annotated")
    anonymous = room(keeper).make_copy(anna, conversation, (1, 0), "anonymous")
    text = "\n".join(one.text for one in Document(BytesIO(anonymous.data)).paragraphs)

    assert list(Document(BytesIO(annotated.data)).comments)
    assert "硬碳负极" in text
    assert "13800138000" not in text
    with pytest.raises(Exception, match="没有"):
        room(keeper).make_copy(bert, conversation, (1, 0), "annotated")


def test_a_result_has_no_file_of_another_kind(keeper: Keeper):
    anna = own(keeper)
    conversation = check(keeper, anna)

    for kind in ("outline.docx", "overview.xlsx", "../secret"):
        with pytest.raises(InputError):
            room(keeper).make_result(anna, conversation, 1, kind)
    with pytest.raises(InputError):
        room(keeper).make_copy(anna, conversation, (1, 7), "annotated")


def test_what_is_thought_of_an_answer_is_kept(keeper: Keeper):
    anna = own(keeper)
    conversation = check(keeper, anna)
    room(keeper).rate(anna, conversation, 1, ("down", "第一条不对"))

    assert keeper.open(anna, conversation)[1]["thumb"] == "down"


def test_the_draft_of_an_earlier_check_is_shown_again_with_its_marks(keeper: Keeper):
    anna, bert = own(keeper), own(keeper)
    conversation = check(keeper, anna)
    shown = room(keeper).reopen(anna, conversation, 1) or ""

    assert with_class(shown, "wj-drafts")[0].attributes["data-message"] == "m1"
    assert [one for one in elements(shown) if one.tag == "mark" and one.attributes["data-at"].startswith("f0-")]
    assert room(keeper).reopen(anna, conversation, 0) is None
    assert room(keeper).reopen(bert, conversation, 1) is None


def test_an_outline_says_every_heading_in_the_guides_words_and_opens_the_direction(page: Page):
    last = list(page.reply(Box(text="给 nkrd-2021-12/1.1 列个提纲", files=[]), []))[-1]
    outline = page.assistant.outline("nkrd-2021-12/1.1", today=TODAY)
    rows = with_class(last.messages[-1]["html"], "wj-outline")

    assert sum(one.tag == "li" for one in elements(last.messages[-1]["html"])) >= len(outline.items)
    assert all(squash(one.quote) in squash(" ".join(row.text for row in rows)) for one in outline.items)
    assert "辉光放电质谱仪" in with_class(last.notice or "", "wj-notice")[0].text


def test_a_coverage_is_a_bar_whose_words_say_the_same(page: Page):
    page.uploads.mkdir()
    (page.uploads / "申请.md").write_text("研究内容：研制辉光放电质谱仪。\n考核指标：质量分析范围4~250amu。", "utf-8")
    order = Box(text="对照 nkrd-2021-12/1.1 看覆盖情况", files=[str(page.uploads / "申请.md")])
    html = list(page.reply(order, []))[-1].messages[-1]["html"]
    bar = next(one for one in elements(html) if one.tag == "svg")
    items = with_class(html, "wj-cov")

    assert len(with_class(html, "wj-bar")) == len(items)
    counts = {name: sum(name in one.text for one in items) for name in ("已覆盖", "部分覆盖", "未覆盖", "相抵触")}
    assert all(f"{name} {count}" in bar.attributes["aria-label"] for name, count in counts.items())


def test_the_other_year_is_shown_beside_a_clause_with_what_differs_marked(page: Page):
    programme = page.assistant.catalogue.find_programme("cast-2023")
    clause = next(one for one in programme.notice.clauses if one.path == "一")
    html = page.open_place(f"cast-2023:{clause.span.start}-{clause.span.end}")

    assert "2022" in [one.text for one in with_class(html, "wj-differs")]
    assert "2022年征集通知" in with_class(html, "wj-years")[-1].text
    assert "2023-04-20 截止" in next(one for one in elements(html) if one.tag == "svg").attributes["aria-label"]
