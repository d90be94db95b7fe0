"""Takes the pictures of the page for README and docs/images from a running server, with the installed Chromium.

Usage: python docs/take_pictures.py [ADDRESS]
       python docs/take_pictures.py ADDRESS PASSWORD   # what accounts see: of a server with the accounts of ACCOUNTS
"""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FilePayload, Page, expect, sync_playwright

FOLDER = Path(__file__).parent / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
SAMPLE = Path(__file__).parent.parent / "ui" / "wenjin_ui" / "assets" / "sample-draft.md"
NOTES = (
    "把这些笔记整理成前沿科学问题：\n题目：钠离子电池硬碳负极的界面为何失稳？\n"
    "背景：硬碳是钠离子电池的主流负极，首次循环时界面膜消耗大量钠离子，首效偏低。\n"
    "进展：已有原位光谱观察界面膜，但其成分与演化仍缺少直接证据，难以预测寿命。\n"
    "意义：弄清失稳的原因，可以延长储能电站的寿命。\n关键词：钠离子电池；硬碳；界面膜"
)
ACCOUNTS = {"admin": "管理员", "scientist": "王老师", "reviewer": "评审甲"}
"""By role; `wenjin user add` makes them, all with the one password."""
COLOURS = 96
"""A page of text needs few; the pictures stay small."""


def main(address: str) -> None:
    """Take all pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        page = browser.new_page(locale="zh-CN", viewport={"width": 1360, "height": 820})
        page.goto(address)
        page.wait_for_selector("body[data-pane]")
        _keep(page, "first")
        _ask(page, "2022年和2023年分别什么时候截止？")
        page.locator(".wj-said .wj-cite").first.click()
        page.locator("#wj-notice .wj-years summary").last.click()
        _keep(page, "answer")
        _start(page, ".wj-new")
        _ask(page, "哪些方向适合：扫描电子显微镜用高亮度电子枪的国产化")
        _keep(page, "match")
        _start(page, ".wj-new")
        page.locator("[data-sample]").click()
        expect(page.locator(".wj-filter")).to_be_visible(timeout=30_000)
        expect(page.locator(".wj-assistant").last).to_have_attribute("aria-busy", "false")
        page.locator(".wj-jump").first.click()
        _keep(page, "check")
        _start(page, ".wj-new")
        _ask(page, NOTES)
        page.locator('#wj-form [data-field="关键词"]').scroll_into_view_if_needed()
        _keep(page, "write")
        for field, text in (
            ("题目", "钠离子电池硬碳负极的固态电解质界面膜为何失稳？"),
            ("Title", "Why do interphases on hard carbon anodes of sodium-ion batteries fail?"),
        ):
            page.locator(f'#wj-form [data-field="{field}"]').fill(text)
            page.keyboard.press("Tab")
            page.wait_for_timeout(2500)  # each is stored as a version
        page.locator("[data-versions]").click()
        expect(page.locator("#wj-past ins").first).to_be_visible(timeout=30_000)
        page.locator('[data-version="older"]').press("End")
        expect(page.locator("#wj-past .wj-change")).to_have_count(2, timeout=30_000)
        _keep(page, "versions")
        _start(page, ".wj-new")
        page.locator("#wj-box input[type=file]").set_input_files([_copy(name) for name in ("甲稿.md", "乙稿.md")])
        expect(page.locator("#wj-box .thumbnail-item")).to_have_count(2)
        page.locator("#wj-box textarea").press("Enter")
        expect(page.locator(".wj-batch")).to_be_visible(timeout=30_000)
        _keep(page, "batch")
        _start(page, ".wj-new")
        page.locator("[data-theme]").click()
        _ask(page, "把“关于提高锂金属负极循环稳定性的研究”改成问题")
        _keep(page, "title-dark")
        page.locator("[data-theme]").click()
        _start(page, ".wj-new")
        page.locator("[data-language]").click()
        page.wait_for_timeout(500)
        _keep(page, "english")
        page.locator("[data-language]").click()
        page.set_viewport_size({"width": 390, "height": 780})
        _start(page, "#wj-head [data-new]")
        _ask(page, "2023年每个推荐单位可以推荐几个问题？")
        _keep(page, "phone")
        _start(page, "#wj-head [data-new]")
        _ask(page, NOTES)
        page.locator('[data-pane-button="work"]').click()
        _keep(page, "phone-write")
        browser.close()


def take_shared(address: str, password: str) -> None:
    """Take the pictures of a draft that is shared and commented on, and of the accounts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)

        def enter(role: str) -> Page:
            page = browser.new_context(locale="zh-CN", viewport={"width": 1360, "height": 820}).new_page()
            page.set_default_timeout(60_000)
            page.goto(f"{address}/login")
            page.locator("[name=name]").fill(ACCOUNTS[role])
            page.locator("[name=password]").fill(password)
            page.locator("button").click()
            page.wait_for_selector("body[data-pane]")
            return page

        admin, author = enter("admin"), enter("scientist")
        admin.goto(f"{address}/users")
        _keep(admin, "users")
        _ask(author, NOTES)
        author.locator("[data-sharing]").click()
        author.locator(".wj-share [name=account]").fill(ACCOUNTS["reviewer"])
        author.locator(".wj-share [name=right]").select_option("comment")
        author.locator(".wj-share button").click()
        expect(author.locator("[data-unshare]")).to_have_count(1, timeout=60_000)
        _keep(author, "share")
        reviewer = enter("reviewer")
        reviewer.locator("[data-given]").first.click()
        reviewer.locator("[data-comments]").click()
        _comment(reviewer, "意义", "这一段还没有说明与储能电站寿命的关系，建议补一句。")
        author.locator('[data-work-button="form"]').first.click()
        author.locator("[data-comments]").click()
        _comment(author, "", "已补，请再看。")
        _keep(author, "comments")
        browser.close()


def _comment(page: Page, place: str, text: str) -> None:
    form = page.locator(".wj-commenting")
    expect(form).to_be_visible(timeout=60_000)
    before = page.locator(".wj-comments .wj-row").count()
    if place:
        labels = form.locator("option").all_text_contents()
        form.locator("select").select_option(next(one for one in labels if place in one))
    form.locator("textarea").fill(text)
    form.locator("button").click()
    expect(page.locator(".wj-comments .wj-row")).to_have_count(before + 1, timeout=60_000)
    expect(form.locator("textarea")).to_have_value("")


def _start(page: Page, button: str) -> None:
    page.locator(button).click()
    expect(page.locator(".wj-user")).to_have_count(0, timeout=30_000)


def _copy(name: str) -> FilePayload:
    return FilePayload(name=name, mimeType="text/markdown", buffer=SAMPLE.read_bytes())


def _ask(page: Page, text: str) -> None:
    page.locator("#wj-box textarea").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".wj-user")).to_have_count(1, timeout=30_000)
    expect(page.locator(".wj-assistant").last).to_have_attribute("aria-busy", "false", timeout=30_000)


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(800)  # for fonts and scrolling to settle
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path = FOLDER / f"page-{name}.png"
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path, path.stat().st_size)


if __name__ == "__main__" and len(sys.argv) > 2:  # noqa: PLR2004 - an address and a password
    take_shared(*sys.argv[1:3])
elif __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:7860")
