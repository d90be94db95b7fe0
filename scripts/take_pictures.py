"""Takes the pictures of the page for README and docs/images from a running server, with the installed Chromium.

Usage: python scripts/take_pictures.py [ADDRESS]
"""

import shutil
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

FOLDER = Path(__file__).parent.parent / "docs" / "images"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
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
        _keep(page, "answer")
        page.locator(".wj-new").click()
        _ask(page, "哪些方向适合：扫描电子显微镜用高亮度电子枪的国产化")
        _keep(page, "match")
        page.locator(".wj-new").click()
        page.locator("[data-sample]").click()
        page.locator(".wj-jump").first.click()
        _keep(page, "check")
        page.locator(".wj-new").click()
        page.locator("[data-theme]").click()
        _ask(page, "把“关于提高锂金属负极循环稳定性的研究”改成问题")
        _keep(page, "title-dark")
        page.locator("[data-theme]").click()
        page.set_viewport_size({"width": 390, "height": 780})
        page.locator("#wj-head [data-new]").click()
        _ask(page, "2023年每个推荐单位可以推荐几个问题？")
        _keep(page, "phone")
        browser.close()


def _ask(page: Page, text: str) -> None:
    page.locator("#wj-box textarea").fill(text)
    page.keyboard.press("Enter")
    expect(page.locator(".wj-user")).to_have_count(1)
    expect(page.locator(".wj-assistant").last).to_have_attribute("aria-busy", "false", timeout=30_000)


def _keep(page: Page, name: str) -> None:
    page.wait_for_timeout(800)  # for fonts and scrolling to settle
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path = FOLDER / f"page-{name}.png"
    shot.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(path, path.stat().st_size)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:7860")
