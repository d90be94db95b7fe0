"""A browser session over the real server, every request that is not to this machine refused and counted."""

import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Route, expect, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
TRACES = Path(os.environ.get("WENJIN_TRACES", "test-traces"))
"""Where a failed test leaves what the browser saw; open with `playwright show-trace`."""
FAILED = pytest.StashKey[bool]()
"""Whether the test itself has failed, as `conftest.py` notes it."""


class Visit:
    """One browser session with what went wrong in it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.outside: list[str] = []
        self.faults: list[str] = []
        self.clicks = 0
        context.route("**/*", self._judge)
        self.page = context.new_page()
        self.page.set_default_timeout(30_000)
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto(address)
        self.page.wait_for_selector("body[data-pane]")
        expect(self.page.locator("#wj-box textarea")).to_be_visible()

    def _judge(self, route: Route) -> None:
        host = urlsplit(route.request.url).hostname
        if host in {"127.0.0.1", None}:
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.faults.append(message.text)

    def click(self, selector: str) -> None:
        """Click the first of what a selector means, and count it."""
        self.clicks += 1
        self.page.locator(selector).first.click()

    def say(self, text: str) -> None:
        """Type into the box and send, with the keyboard alone."""
        self.page.locator("#wj-box textarea").fill(text)
        self.page.keyboard.press("Enter")

    def ask(self, text: str) -> None:
        """Say something and wait for the whole answer."""
        before = self.page.locator(".wj-assistant").count()
        self.say(text)
        expect(self.page.locator(".wj-assistant")).to_have_count(before + 1)
        self.wait_until_answered()

    def wait_until_answered(self) -> None:
        """Wait for the whole answer."""
        expect(self.page.locator(".wj-assistant").last).to_have_attribute("aria-busy", "false")


@contextmanager
def open_browser() -> Generator[Browser]:
    """Yield Debian's Chromium; another is never downloaded."""
    expect.set_options(timeout=30_000)  # a machine that does other things, too
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def visit_page(browser: Browser, address: str, node: pytest.Item, *, width: int = 1440) -> Generator[Visit]:
    """Yield a session; nothing may have gone wrong in it. Where its test fails, its trace is kept."""
    context = browser.new_context(locale="zh-CN", viewport={"width": width, "height": 900}, accept_downloads=True)
    context.tracing.start(screenshots=True, snapshots=True)
    visit = Visit(context, address)
    yield visit
    if node.stash.get(FAILED, False):
        TRACES.mkdir(parents=True, exist_ok=True)
        context.tracing.stop(path=TRACES / f"{node.name}.zip")
    else:
        context.tracing.stop()
    context.close()
    assert visit.outside == []
    assert visit.faults == []
