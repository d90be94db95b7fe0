"""The page in Gradio: parts, and which handler each event calls.

The log is an own component rather than `gr.Chatbot`: that one puts a message's HTML source into its label for screen
readers, strips data attributes and redraws on every piece. State holds plain values only, one list a session.
"""

import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import gradio as gr

from wenjin_ui.handlers import Box, Message, Page, Update, stop
from wenjin_ui.welcome import FOOT, NO_DRAFT, NO_NOTICE, WORK_HEAD, render_doors, render_head, render_side

REPLIES_AT_ONCE = 16
"""Replies that run together; most of a model's reply is waiting. Opening a clause has its own limit, so that it never
queues behind them."""
PLACES_AT_ONCE = 16
SESSION_SECONDS = 8 * 3600
"""Time after which an untouched session's messages are forgotten."""
LONGEST_PASTE = 20_000
"""Characters that may be pasted as text; Gradio turns longer ones into a file."""
SAMPLE = "示例草稿.md"

_ASSETS = files("wenjin_ui") / "assets"
_WATCH = 'watch("value", () => document.dispatchEvent(new CustomEvent("{}")));'


def asset(name: str) -> str:
    """Return the text of a file of the page."""
    return (_ASSETS / name).read_text("utf-8")


def build_blocks(page: Page, mode: str) -> gr.Blocks:
    """Return the page.

    Args:
        page: the handlers.
        mode: who answers, as shown in the head.
    """
    with gr.Blocks(title="问津", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
        _html(render_head(mode, page.assistant.catalogue), "wj-head")
        with gr.Row(elem_id="wj-body"):
            with gr.Column(elem_id="wj-side"):
                _html(render_side(page.assistant.catalogue), "wj-side-list")
            with gr.Column(elem_id="wj-main"):
                with gr.Column(elem_id="wj-flow"):
                    _html(render_doors(), "wj-doors")
                    log = _log()
                box = _box()
            with gr.Column(elem_id="wj-work"):
                _html(str(WORK_HEAD), "wj-work-head")
                notice = _html(str(NO_NOTICE), "wj-notice", _WATCH.format("wj-notice"))
                draft = _html(str(NO_DRAFT), "wj-draft", _WATCH.format("wj-draft"))
        _html(str(FOOT), "wj-foot")
        _connect(page, log, box, notice, draft)
    blocks.queue(api_open=False, default_concurrency_limit=REPLIES_AT_ONCE)
    return blocks


def _html(value: str, name: str, script: str | None = None) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)


def _log() -> gr.HTML:
    return gr.HTML(
        [],
        html_template='<div class="wj-log" role="log" aria-label="会话" aria-live="polite"></div>',
        js_on_load=asset("page.js"),
        apply_default_css=False,
        elem_id="wj-log",
    )


def _box() -> gr.MultimodalTextbox:
    return gr.MultimodalTextbox(
        elem_id="wj-box",
        label="输入",
        show_label=False,
        placeholder="问规定、贴研究问题、给题目，或拖入 Word 草稿",
        file_count="multiple",
        sources=["upload"],
        max_lines=8,
        max_plain_text_length=LONGEST_PASTE,
        stop_btn=True,
        container=False,
    )


def _connect(page: Page, log: gr.HTML, box: gr.MultimodalTextbox, notice: gr.HTML, draft: gr.HTML) -> None:
    messages = gr.State([], time_to_live=SESSION_SECONDS)
    outputs = [box, messages, log, notice, draft]

    def submit(value: Box | None, before: list[Message]) -> Iterator[tuple[Any, ...]]:
        yield from _shown(page.reply(value or Box(text="", files=[]), before))

    def say(before: list[Message], event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from _shown(page.reply(Box(text=str(event.text), files=[]), before))

    def sample(before: list[Message]) -> Iterator[tuple[Any, ...]]:
        yield from _shown(page.reply(Box(text="", files=[str(_copy_sample(page.uploads))]), before))

    def place(event: gr.EventData) -> str:
        return page.open_place(event.reference)

    def restart() -> tuple[Any, ...]:
        return gr.skip(), [], [], str(NO_NOTICE), str(NO_DRAFT)

    def halt(before: list[Message]) -> tuple[list[Message], list[Message]]:
        return stop(before), stop(before)

    replying: dict[str, Any] = {
        "outputs": outputs,
        "concurrency_limit": REPLIES_AT_ONCE,
        "concurrency_id": "replies",
        "show_progress": "hidden",
        "api_visibility": "private",
    }
    quick: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
    events: list[dict[str, Any]] = [
        box.submit(submit, [box, messages], **replying),
        log.say(say, [messages], **replying),
        log.sample(sample, [messages], **replying),
    ]
    log.place(place, None, [notice], concurrency_limit=PLACES_AT_ONCE, concurrency_id="places", **quick)
    log.restart(restart, None, outputs, cancels=events, queue=False, **quick)
    box.stop(halt, [messages], [messages, log], cancels=events, queue=False, **quick)


def _shown(updates: Iterator[Update]) -> Iterator[tuple[Any, ...]]:
    """Yield updates as values of the outputs; the box is emptied by the first one."""
    emptied: Any = {"text": "", "files": []}
    for update in updates:
        notice = gr.skip() if update.notice is None else update.notice
        draft = gr.skip() if update.draft is None else update.draft
        yield emptied, update.messages, update.messages, notice, draft
        emptied = gr.skip()


def _copy_sample(uploads: Path) -> Path:
    """Return a copy of the sample draft that may be deleted like any handed-over file."""
    folder = uploads / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / SAMPLE
    with (_ASSETS / "sample-draft.md").open("rb") as source, copy.open("wb") as target:
        shutil.copyfileobj(source, target)
    return copy
