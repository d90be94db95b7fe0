"""Whole tasks in the browser: each persona's by typing alone, the fewest clicks, nothing lost, nothing barred."""

from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from playwright.sync_api import Browser, FilePayload, Page, expect

from assistant.text import squash
from tests.ui.visits import Visit, visit_page
from wenjin_ui.asset import read_asset

pytestmark = pytest.mark.chromium

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ANSWERS = (
    "硬碳是钠离子电池的主流负极，首次循环时界面膜消耗大量钠离子。",
    "储能电站要求十年以上的寿命，硬碳的失效机理至今不清楚。",
)


def word_file(*lines: str) -> bytes:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def hand_over(visit: Visit, name: str, data: bytes) -> None:
    visit.page.locator("#wj-box input[type=file]").set_input_files(FilePayload(name=name, mimeType=WORD, buffer=data))
    expect(visit.page.locator("#wj-box .thumbnail-item")).to_have_attribute("data-name", name)


def fetch(visit: Visit, selector: str) -> bytes:
    """Return what a link downloads, followed by its own key."""
    link = visit.page.locator(selector).first
    link.focus()
    with visit.page.expect_download() as waiting:
        visit.page.keyboard.press("Enter")
    return Path(waiting.value.path()).read_bytes()


def assert_no_barrier(visit: Visit | Page) -> None:
    found = Axe().run(visit.page if isinstance(visit, Visit) else visit).response["violations"]
    serious = [one for one in found if one["impact"] in {"serious", "critical"}]

    assert not [(one["id"], [node["html"][:160] for node in one["nodes"]][:5]) for one in serious]


def test_a_scientist_comes_from_a_topic_to_a_word_file_by_typing_alone(visit: Visit):
    visit.ask("我想写一份前沿科学问题：钠离子电池硬碳负极的界面为何失稳")
    for answer in ANSWERS:
        visit.ask(answer)
    expect(visit.page.locator('#wj-form [data-field="题目"]')).to_have_value("钠离子电池硬碳负极的界面为何失稳")
    visit.ask("完成")
    text = "\n".join(one.text for one in Document(BytesIO(fetch(visit, "#wj-log a.wj-download"))).paragraphs)

    assert "界面为何失稳" in text
    assert all(squash(answer) in squash(text) for answer in ANSWERS)
    assert "【待补充" in text
    assert visit.clicks == 0


def test_a_secretary_comes_from_a_question_to_the_clause_by_typing_alone(visit: Visit):
    page = visit.page
    visit.ask("2023年每个推荐单位可以推荐几个问题？")
    page.keyboard.press("Escape")
    page.keyboard.press("]")

    expect(page.locator("#wj-notice mark").first).to_be_focused()
    expect(page.locator("#wj-notice .wj-source")).to_contain_text("与2022年征集通知不同")
    assert visit.clicks == 0


def test_a_reviewer_comes_from_a_file_to_findings_and_a_download_by_typing_alone(visit: Visit):
    page = visit.page
    lines = [line for line in read_asset("sample-draft.md").split("\n") if line]
    hand_over(visit, "稿.docx", word_file(*lines))
    page.locator("#wj-box textarea").press("Enter")
    expect(page.locator(".wj-finding").first).to_be_visible()
    visit.wait_until_answered()
    page.locator("#wj-log").focus()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator("#wj-draft mark.wj-here")).to_be_focused()
    data = fetch(visit, '#wj-log a[href$="/0/annotated"]')

    assert list(Document(BytesIO(data)).comments)
    assert fetch(visit, '#wj-log a[href$="report.xlsx"]')[:2] == b"PK"
    assert visit.clicks == 0


def test_two_clicks_at_most_lead_to_the_first_cited_answer_and_to_the_first_finding(visit: Visit):
    visit.click(".wj-door:nth-of-type(2) [data-say]")
    expect(visit.page.locator(".wj-said .wj-cite").first).to_be_visible()
    to_answer = visit.clicks
    visit.wait_until_answered()
    visit.page.goto(visit.page.url.split("#")[0])
    visit.page.wait_for_selector("body[data-pane]")
    visit.clicks = 0
    visit.click("[data-sample]")
    expect(visit.page.locator(".wj-finding").first).to_be_visible()

    assert to_answer <= 2
    assert visit.clicks <= 2


def test_what_is_typed_into_a_field_is_judged_and_is_there_after_a_reload(visit: Visit):
    page = visit.page
    visit.ask("我想写一份前沿科学问题：钠离子电池硬碳负极的界面为何失稳")
    page.locator('#wj-form [data-field="关键词"]').fill("钠离子电池；硬碳；界面膜")
    page.keyboard.press("Tab")
    expect(page.locator('#wj-form [data-live="关键词"]')).to_contain_text("应为4个")
    expect(page.locator("#wj-form .wj-saved")).to_contain_text("已保存")
    page.reload()
    page.wait_for_selector("body[data-pane]")

    expect(page.locator('#wj-form [data-field="关键词"]')).to_have_value("钠离子电池；硬碳；界面膜")
    page.locator('#wj-form [data-act="undo"]').click()
    expect(page.locator('#wj-form [data-field="关键词"]')).to_have_value("")


def test_a_finding_of_an_earlier_check_opens_its_draft_again_after_a_reload(visit: Visit):
    visit.click("[data-sample]")
    expect(visit.page.locator(".wj-finding").first).to_be_visible()
    visit.wait_until_answered()
    visit.page.reload()
    visit.page.wait_for_selector("body[data-pane]")
    visit.page.locator(".wj-jump").first.click()

    expect(visit.page.locator("#wj-draft mark.wj-here")).to_have_text("关于深远海漂浮式风电平台的研究")


def test_one_severity_can_be_shown_alone(visit: Visit):
    visit.click("[data-sample]")
    expect(visit.page.locator(".wj-filter")).to_be_visible()
    visit.wait_until_answered()
    visit.page.locator('.wj-filter [data-severity="warning"]').click()

    expect(visit.page.locator(".wj-finding.wj-error").first).to_be_hidden()
    expect(visit.page.locator(".wj-finding.wj-warning").first).to_be_visible()


def test_several_files_are_a_table_first_and_then_one_report_each(visit: Visit):
    lines = ("题目：关于硬碳负极的研究", "Title: Hard carbon", "所属类型：前沿科学问题")
    files = [FilePayload(name=f"稿{number}.docx", mimeType=WORD, buffer=word_file(*lines)) for number in (1, 2)]
    visit.page.locator("#wj-box input[type=file]").set_input_files(files)
    expect(visit.page.locator("#wj-box .thumbnail-item")).to_have_count(2)
    visit.page.locator("#wj-box textarea").press("Enter")
    expect(visit.page.locator(".wj-batch tbody tr")).to_have_count(2)
    visit.wait_until_answered()
    visit.page.locator('[data-report="1"]').click()

    expect(visit.page.locator(".wj-one").nth(1).locator(".wj-finding").first).to_be_visible()
    expect(visit.page.locator(".wj-one").nth(0).locator(".wj-finding").first).to_be_hidden()


def test_a_thumb_is_there_after_a_reload(visit: Visit):
    visit.ask("2023年每个推荐单位可以推荐几个问题？")
    visit.page.locator('[data-thumb="up"]').click()
    expect(visit.page.locator('[data-thumb="up"]')).to_have_attribute("aria-pressed", "true")
    visit.page.wait_for_timeout(500)
    visit.page.reload()
    visit.page.wait_for_selector("body[data-pane]")

    expect(visit.page.locator('[data-thumb="up"]')).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize(("width", "dark"), [(1440, False), (1440, True), (390, False)])
def test_no_screen_has_a_serious_barrier(
    browser: Browser, address: str, request: pytest.FixtureRequest, width: int, *, dark: bool
):
    with visit_page(browser, address, request.node, width=width) as visit:
        page = visit.page
        if dark:
            page.locator("[data-theme]").first.click()
        assert_no_barrier(visit)
        visit.ask("2023年每个推荐单位可以推荐几个问题？")
        assert_no_barrier(visit)
        visit.ask("我想写一份前沿科学问题：钠离子电池硬碳负极的界面为何失稳")
        if width < 900:
            page.locator('[data-pane-button="work"]').click()
        expect(page.locator("#wj-form .wj-form")).to_be_visible()
        assert_no_barrier(visit)
