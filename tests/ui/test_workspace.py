"""The workspace in a browser beyond the first look: versions, languages, sharing, plots, batches."""

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from assistant.domain.owner import Role
from assistant.service import Assistant
from assistant.store.store import open_store
from tests.ui.test_personas import assert_no_barrier
from tests.ui.visits import Visit
from wenjin_ui.asset import read_asset

pytestmark = pytest.mark.chromium

WRITE = "我想写一份前沿科学问题：钠离子电池硬碳负极的界面为何失稳"


def type_into(visit: Visit, field: str, text: str) -> None:
    """Fill a field of the draft and wait until it is stored."""
    visit.page.locator(f'#wj-form [data-field="{field}"]').fill(text)
    visit.page.keyboard.press("Tab")
    expect(visit.page.locator("#wj-form .wj-saved")).to_contain_text("已保存")


def test_versions_are_listed_compared_and_brought_back_by_keys_alone(visit: Visit):
    page = visit.page
    visit.ask(WRITE)
    type_into(visit, "关键词", "钠离子电池；硬碳；界面膜；失效")
    type_into(visit, "Title", "Why does hard carbon fail?")
    page.locator("[data-versions]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#wj-past h2")).to_be_focused()
    expect(page.locator("#wj-past ins")).to_have_text(["Why does hard carbon fail?"])
    page.locator('[data-version="older"]').focus()
    page.keyboard.press("End")
    expect(page.locator("#wj-past .wj-change h4")).to_have_text(["Title", "关键词"])
    expect(page.locator('[data-version="older"]')).to_be_focused()
    assert_no_barrier(visit)
    page.locator("#wj-past .wj-versions [data-restore]").first.focus()
    page.keyboard.press("Enter")

    expect(page.locator('#wj-form [data-field="Title"]')).to_have_value("")
    expect(page.locator('#wj-form [data-field="关键词"]')).to_have_value("钠离子电池；硬碳；界面膜；失效")
    page.locator('#wj-form [data-act="undo"]').press("Enter")
    expect(page.locator('#wj-form [data-field="Title"]')).to_have_value("Why does hard carbon fail?")
    assert visit.clicks == 0


CHINESE = """
() => {
  const own = '[lang="zh-CN"], .wj-door [lang], script, style, .wj-brand, .wj-docs, .wj-chats, #wj-outline,'
    + '[data-language]';
  const spoken = (one) => !one.closest(own);
  const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility() && spoken(one));
  const words = shown.flatMap((one) => [
    ...[...one.childNodes].filter((part) => part.nodeType === 3).map((part) => part.data),
    ...["aria-label", "title", "placeholder"].map((name) => one.getAttribute(name) || ""),
  ]);
  return [...new Set(words.filter((one) => /[\\u4e00-\\u9fff]/.test(one)))];
}
"""
"""What is not English on an English page: names of documents, of the product and of one's conversations left out."""


def test_the_page_speaks_english_where_it_is_told_to_and_keeps_to_it(visit: Visit):
    page = visit.page
    visit.ask("2023年每个推荐单位可以推荐几个问题？")
    page.locator("[data-language]").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".wj-assistant summary").first).to_have_text("Sources: 1")
    expect(page.locator("[data-copy-message]")).to_have_text("Copy answer and sources")
    expect(page.locator(".wj-said .wj-cite").first).to_have_attribute("aria-label", "Open the clause 〔2023 三〕")
    expect(page.locator(".wj-said")).to_contain_text("3-5个")
    assert_no_barrier(visit)
    page.reload()
    page.wait_for_selector("body[data-pane]")
    expect(page.locator(".wj-assistant summary").first).to_have_text("Sources: 1")
    page.locator(".wj-new").click()
    expect(page.locator(".wj-door h2")).to_have_text(["Write a problem", "Ask about the rules", "Check a draft"])
    expect(page.locator("#wj-box textarea")).to_have_attribute(
        "aria-label", "Type a question, a title or a research topic"
    )

    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.evaluate(CHINESE) == []
    page.locator("[data-language]").press("Enter")
    expect(page.locator(".wj-door h2").first).to_have_text("写问题")
    page.locator("[data-language]").press("Enter")
    page.get_by_text("My data").click()
    expect(page.locator("h1")).to_have_text("My data")


PASSWORD = "正确 马 电池 订书钉 2026"
ACCOUNTS: tuple[tuple[str, Role], ...] = (
    ("王工", "scientist"),
    ("李秘书", "secretary"),
    ("评审", "reviewer"),
    ("管理", "admin"),
)


@pytest.fixture(scope="module")
def with_accounts(assistant: Assistant, index_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server that demands an account, over data of its own."""
    _ = assistant.search
    folder = tmp_path_factory.mktemp("accounts") / "data"
    shutil.copytree(index_dir, folder, ignore=shutil.ignore_patterns("wenjin.db*"))
    store = open_store(folder)
    for name, role in ACCOUNTS:
        store.accounts.add(name, PASSWORD, role)
    store.close()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "WENJIN_DATA_DIR": str(folder), "WENJIN_OFFLINE": "true"}
    command = [sys.executable, "-m", "assistant", "ui", "--port", str(port)]
    started = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    assert started.stdout is not None
    assert str(port) in started.stdout.readline()
    yield f"http://127.0.0.1:{port}"
    started.terminate()
    started.wait(timeout=20)
    started.stdout.close()


def enter(browser: Browser, address: str, name: str) -> Page:
    page = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900}).new_page()
    page.goto(address)
    assert_no_barrier(page)
    page.locator("[name=name]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("body[data-pane]")
    expect(page.locator("#wj-chats .wj-new")).to_be_visible()
    return page


def test_each_role_begins_with_its_own_task_and_a_draft_goes_to_whom_it_is_shared_with(
    browser: Browser, with_accounts: str
):
    owner = enter(browser, with_accounts, "王工")
    expect(owner.locator(".wj-door h2").first).to_have_text("写问题")
    owner.locator("#wj-box textarea").fill(WRITE)
    owner.keyboard.press("Enter")
    owner.locator('#wj-form [data-field="作者信息"]').fill("周砚秋，江海大学，13912345678")
    owner.keyboard.press("Tab")
    expect(owner.locator("#wj-form .wj-saved")).to_contain_text("已保存")
    owner.locator("[data-sharing]").press("Enter")
    for name in ("李秘书", "评审"):
        owner.locator(".wj-share [name=account]").fill(name)
        owner.keyboard.press("Enter")
        expect(owner.locator(f'[data-unshare="{name}"]')).to_be_visible()
    assert_no_barrier(owner)

    secretary = enter(browser, with_accounts, "李秘书")
    expect(secretary.locator(".wj-door h2").first).to_have_text("问程序")
    secretary.locator("[data-given]").press("Enter")
    field = secretary.locator('#wj-form [data-field="作者信息"]')
    expect(field).to_have_value("周砚秋，江海大学，13912345678")
    expect(field).to_have_attribute("readonly", "")
    expect(secretary.locator(".wj-chat")).to_have_count(0)

    reviewer = enter(browser, with_accounts, "评审")
    expect(reviewer.locator(".wj-door h2").first).to_have_text("审草稿")
    reviewer.locator("[data-given]").press("Enter")
    expect(reviewer.locator("#wj-draft")).to_contain_text("界面为何失稳")
    assert "周砚秋" not in reviewer.content()
    assert "王工" not in reviewer.content()

    owner.locator('[data-unshare="李秘书"]').press("Enter")
    expect(owner.locator('[data-unshare="李秘书"]')).to_have_count(0)
    secretary.reload()
    expect(secretary.locator("#wj-chats .wj-new")).to_be_visible()
    expect(secretary.locator("[data-given]")).to_have_count(0)
    admin = enter(browser, with_accounts, "管理")
    admin.get_by_role("link", name="账户管理").click()
    expect(admin.locator("tbody tr")).to_have_count(4)
    assert_no_barrier(admin)
    for page in (owner, secretary, reviewer, admin):
        page.context.close()


def test_no_screen_of_a_check_a_match_or_a_batch_has_a_serious_barrier(visit: Visit):
    page = visit.page
    visit.ask("哪些方向适合：扫描电子显微镜用高亮度电子枪的国产化")
    expect(page.locator(".wj-map circle").first).to_be_visible()
    assert_no_barrier(visit)
    page.locator(".wj-new").click()
    expect(page.locator(".wj-msg")).to_have_count(0)
    drafts = [
        FilePayload(name=f"稿{number}.md", mimeType="text/markdown", buffer=read_asset("sample-draft.md").encode())
        for number in (1, 2)
    ]
    page.locator("#wj-box input[type=file]").set_input_files(drafts)
    expect(page.locator("#wj-box .thumbnail-item")).to_have_count(2)
    page.locator("#wj-box textarea").press("Enter")
    expect(page.locator(".wj-batch tbody tr")).to_have_count(2)
    visit.wait_until_answered()
    page.locator('[data-report="1"]').press("Enter")
    page.locator(".wj-one").nth(1).locator(".wj-jump").first.press("Enter")
    expect(page.locator("#wj-draft mark.wj-here")).to_be_in_viewport()
    assert_no_barrier(visit)
