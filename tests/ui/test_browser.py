"""The page in a real browser over the real server, every request that is not to this machine refused and counted."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import (
    Browser,
    FilePayload,
    Page,
    expect,
)

from assistant.text import squash
from tests.ui.visits import Visit
from wenjin_ui.asset import read_asset

pytestmark = pytest.mark.chromium
expect.set_options(timeout=20_000)  # the first match and the first check load what later ones have

QUESTION = "2023年每个推荐单位可以推荐几个问题？"


def focused(page: Page, expression: str) -> object:
    return page.evaluate(f"(({{ activeElement: one }}) => {expression})(document)")


def draft_file() -> bytes:
    document = Document()
    for line in read_asset("sample-draft.md").split("\n"):
        if line:
            document.add_paragraph(line)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def test_the_first_screen_shows_three_doors_the_mode_and_the_day(visit: Visit):
    expect(visit.page.locator(".wj-door h2")).to_have_text(["写问题", "问程序", "审草稿"])
    expect(visit.page.locator(".wj-mode")).to_have_text("内置引擎")
    expect(visit.page.locator(".wj-day")).to_have_text(re.compile(r"资料截至 \d{4}-\d\d-\d\d"))
    assert visit.page.evaluate("getComputedStyle(document.querySelector('.wj-welcome')).fontSize") == "16px"


def test_a_question_is_answered_and_its_mark_opens_the_clause_with_the_quote_marked(visit: Visit):
    visit.say(QUESTION)
    mark = visit.page.locator(".wj-said .wj-cite").first
    mark.click()
    shown = visit.page.locator("#wj-notice mark")
    expect(shown.first).to_be_in_viewport()

    quote = mark.get_attribute("data-quote") or ""
    assert squash("".join(shown.all_inner_texts())) == squash(quote)
    assert "3-5个" in quote
    expect(visit.page.locator("#wj-notice .wj-source")).to_contain_text("2023-01-29")
    expect(visit.page.locator("#wj-notice .wj-source h2")).to_contain_text("关于征集2023")


def test_one_click_leads_to_a_cited_answer_and_one_to_a_finding(visit: Visit):
    visit.page.locator(".wj-door").nth(1).locator("[data-say]").first.click()
    expect(visit.page.locator(".wj-said .wj-cite").first).to_be_visible()
    visit.wait_until_answered()
    visit.page.locator(".wj-new").click()
    visit.page.locator("[data-sample]").click()

    expect(visit.page.locator(".wj-finding").first).to_be_visible()


def test_a_problem_gets_cards_whose_whole_text_opens(visit: Visit):
    visit.say("适合报哪个方向：扫描电子显微镜用高亮度场发射电子枪的研制与应用")
    card = visit.page.locator(".wj-card").first
    expect(card).to_contain_text("科学仪器")
    visit.wait_until_answered()
    card.get_by_text("看全文").click()

    expect(visit.page.locator("#wj-notice .wj-source h2")).to_contain_text("科学仪器")
    expect(visit.page.locator("#wj-notice mark").first).to_be_in_viewport()


def test_a_word_draft_is_checked_and_a_finding_leads_to_its_place(visit: Visit, server_temp: Path):
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    files = FilePayload(name="我的 草稿.docx", mimeType=word, buffer=draft_file())
    visit.page.locator("#wj-box input[type=file]").set_input_files(files)
    expect(visit.page.locator("#wj-box .thumbnail-item")).to_have_attribute("data-name", "我的 草稿.docx")
    visit.page.locator("#wj-box textarea").press("Enter")
    finding = visit.page.locator(".wj-finding.wj-error").first
    expect(finding).to_contain_text("问句")
    visit.wait_until_answered()
    finding.locator(".wj-jump").click()

    expect(visit.page.locator("#wj-draft mark.wj-here")).to_have_text("关于深远海漂浮式风电平台的研究")
    expect(visit.page.locator("#wj-draft mark.wj-here")).to_be_in_viewport()
    assert not [path for path in server_temp.rglob("*") if path.is_file() and path.suffix == ".docx"]


def test_a_file_of_another_kind_gets_one_chinese_sentence(visit: Visit):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64
    files = FilePayload(name="旧稿.doc", mimeType="application/msword", buffer=content)
    visit.page.locator("#wj-box input[type=file]").set_input_files(files)
    visit.page.locator("#wj-box .submit-button").click()

    expect(visit.page.locator(".wj-failure")).to_have_count(1)
    expect(visit.page.locator(".wj-failure")).to_contain_text("docx")


def test_a_file_over_20_mebibytes_is_not_sent(visit: Visit, tmp_path: Path):
    (tmp_path / "大稿.docx").write_bytes(b"0" * (20 * 1024 * 1024 + 1))
    visit.page.locator("#wj-box input[type=file]").set_input_files(tmp_path / "大稿.docx")

    expect(visit.page.locator("#wj-upload-note")).to_have_text("“大稿.docx”超过 20 MiB，没有上传。")
    expect(visit.page.locator("#wj-box .thumbnail-item")).to_have_count(0)


def test_the_page_can_be_worked_by_keys_alone(visit: Visit):
    page = visit.page
    page.locator(".wj-brand").click()
    page.keyboard.press("/")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    visit.wait_until_answered()
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if focused(page, "one.classList.contains('wj-cite')"):
            break
    outline = focused(page, "getComputedStyle(one).outlineStyle")
    reference = focused(page, "one.dataset.place")
    page.keyboard.press("Enter")
    expect(page.locator("#wj-notice mark").first).to_be_focused()
    page.keyboard.press("Escape")

    assert outline == "solid"
    assert focused(page, "one.dataset.place") == reference


def test_the_quote_shows_on_focus(visit: Visit):
    visit.say(QUESTION)
    visit.wait_until_answered()
    mark = visit.page.locator(".wj-said .wj-cite").first
    mark.focus()

    expect(visit.page.locator("#wj-tip")).to_contain_text((mark.get_attribute("data-quote") or "")[:20])


def test_on_a_phone_the_panes_are_tabs(browser: Browser, address: str):
    context = browser.new_context(locale="zh-CN", viewport={"width": 390, "height": 844})
    visit = Visit(context, address)
    visit.say(QUESTION)
    visit.wait_until_answered()
    expect(visit.page.locator("#wj-work")).to_be_hidden()
    visit.page.locator(".wj-said .wj-cite").first.click()
    expect(visit.page.locator("#wj-notice mark").first).to_be_in_viewport()
    expect(visit.page.locator("#wj-main")).to_be_hidden()
    visit.page.get_by_role("button", name="会话", exact=True).click()

    expect(visit.page.locator(".wj-said")).to_be_visible()
    assert visit.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert visit.outside == []
    context.close()


def test_two_people_at_once_never_see_each_other(browser: Browser, address: str):
    contexts = [browser.new_context(locale="zh-CN") for _ in range(2)]
    first, second = (Visit(context, address) for context in contexts)
    first.say(QUESTION)
    second.say("先导技术榜单的推荐理由最多写多少字？")
    first.wait_until_answered()
    second.wait_until_answered()

    expect(first.page.locator(".wj-user")).to_have_text([QUESTION])
    expect(second.page.locator(".wj-user")).to_have_text(["先导技术榜单的推荐理由最多写多少字？"])
    assert "先导" not in first.page.locator("#wj-log").inner_text()
    assert "3-5个" not in second.page.locator("#wj-log").inner_text()
    for context in contexts:
        context.close()


def test_the_theme_changes_and_is_kept(visit: Visit):
    visit.page.locator("[data-theme]").click()
    visit.page.reload()
    visit.page.wait_for_selector("body[data-pane]")

    expect(visit.page.locator("body")).to_have_class(re.compile(r"\bdark\b"))
