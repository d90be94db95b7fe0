"""The page in Gradio: where its parts stand, and which events they have."""

import gradio as gr

from wenjin_ui.frame.chat_events import connect_chats
from wenjin_ui.frame.events import REPLIES_AT_ONCE
from wenjin_ui.frame.parts import Parts, make_box, make_form, make_html, make_log
from wenjin_ui.frame.programs import offer_verbs
from wenjin_ui.frame.thrift import keep_no_statistics, save_work
from wenjin_ui.frame.work_events import connect_work
from wenjin_ui.views.welcome import (
    FOOT,
    NO_DRAFT,
    NO_NOTICE,
    WORK_HEAD,
    render_doors,
    render_head,
    render_side,
)
from wenjin_ui.work.keeping import Keeper

_TOLD = """const told = () => document.dispatchEvent(new CustomEvent("{0}"));
watch("value", told);
document.addEventListener("{0}-put", (event) => {{
  if (props.value !== event.detail) {{ props.value = event.detail; queueMicrotask(told); }}
}});"""
"""A part tells the page of its new value once it is drawn; an event of the framework brings it, or a line of a turn."""


def build_blocks(keeper: Keeper, mode: str) -> gr.Blocks:
    """Return the page.

    Args:
        keeper: the handlers over the store.
        mode: who answers, as shown in the head.
    """
    keep_no_statistics()
    catalogue = keeper.page.assistant.catalogue
    with gr.Blocks(title="问津", analytics_enabled=False, fill_width=True, delete_cache=(3600, 3600)) as blocks:
        make_html(render_head(mode, catalogue), "wj-head")
        with gr.Row(elem_id="wj-body"):
            with gr.Column(elem_id="wj-side"):
                chats = make_html("", "wj-chats", _TOLD.format("wj-chats"))
                make_html(render_side(catalogue), "wj-side-list")
            with gr.Column(elem_id="wj-main"):
                with gr.Column(elem_id="wj-flow"):
                    make_html(render_doors(), "wj-doors")
                    log = make_log()
                box = make_box()
            with gr.Column(elem_id="wj-work"):
                make_html(str(WORK_HEAD), "wj-work-head")
                notice = make_html(str(NO_NOTICE), "wj-notice", _TOLD.format("wj-notice"))
                draft = make_html(str(NO_DRAFT), "wj-draft", _TOLD.format("wj-draft"))
                form = make_form()
                past = make_html("", "wj-past", _TOLD.format("wj-past"))
        make_html(str(FOOT), "wj-foot")
        chat = gr.Textbox(visible="hidden", elem_id="wj-chat", container=False, label="会话编号")
        parts = Parts(chat, chats, log, box, notice, draft, form, past)
        connect_chats(keeper, parts, blocks)
        connect_work(keeper, parts)
        offer_verbs(keeper)
    blocks.queue(api_open=False, default_concurrency_limit=REPLIES_AT_ONCE)
    save_work(blocks)
    return blocks
