"""The parts of the page in Gradio.

The log is an own component rather than `gr.Chatbot`: that one puts a message's HTML source into its label for screen
readers, strips data attributes and redraws on every piece.
"""

from dataclasses import dataclass
from typing import Any

import gradio as gr

from wenjin_ui.asset import read_asset
from wenjin_ui.views.welcome import NO_FORM
from wenjin_ui.words import frame, text

LONGEST_PASTE = 20_000
"""Characters that may be pasted as text; Gradio turns longer ones into a file."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts that change."""

    chat: gr.Textbox
    """Id of the conversation that this window shows; empty for a new one."""
    chats: gr.HTML
    log: gr.HTML
    box: gr.MultimodalTextbox
    notice: gr.HTML
    draft: gr.HTML
    form: gr.HTML
    past: gr.HTML
    """What lies over a draft: its versions, and with whom it is shared."""

    def all(self) -> list[Any]:
        """Return those that a reply may change, in the order of `events.Shown`."""
        return [self.box, self.chat, self.chats, self.log, self.notice, self.draft, self.form]


def make_html(value: str, name: str, script: str | None = None) -> gr.HTML:
    """Return a part that shows HTML."""
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)


def make_form() -> gr.HTML:
    """Return the draft in hand: its script draws the value, so that what is being typed is never drawn over."""
    return gr.HTML(
        "",
        html_template=f'<div class="wj-form-root">{NO_FORM}</div>',
        js_on_load=read_asset("form.js"),
        apply_default_css=False,
        elem_id="wj-form",
    )


def make_log() -> gr.HTML:
    """Return the conversation: its script draws the messages that are its value."""
    return gr.HTML(
        [],
        html_template=str(frame('<div class="wj-log" role="log" [[aria-label=log.title]] aria-live="polite"></div>')),
        js_on_load=read_asset("page.js"),
        apply_default_css=False,
        elem_id="wj-log",
    )


def make_box() -> gr.MultimodalTextbox:
    """Return where words are typed and files handed over."""
    return gr.MultimodalTextbox(
        elem_id="wj-box",
        label=text("box.title"),
        show_label=False,
        placeholder=text("box.placeholder"),
        file_count="multiple",
        sources=["upload"],
        max_lines=8,
        max_plain_text_length=LONGEST_PASTE,
        stop_btn=True,
        container=False,
    )
