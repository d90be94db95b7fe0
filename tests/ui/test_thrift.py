"""What the page spares the framework changes nothing that the browser is told."""

import asyncio
import subprocess
import sys

import gradio as gr

from wenjin_ui.frame.thrift import AS_IS, save_work

STARTED = """
import sys, inspect
from wenjin_ui.frame.starting import import_framework
find = inspect.getfile
import_framework()
assert inspect.getfile is find
import gradio
print(sorted(name for name in vars(gradio.HTML) if name in ("click", "change")), gradio.Textbox().get_config()["name"])
"""


def _repeat(text: str) -> tuple[object, str]:
    return AS_IS, text


def build() -> gr.Blocks:
    with gr.Blocks(analytics_enabled=False) as blocks:
        box, log = gr.Textbox(elem_id="box"), gr.HTML("甲", elem_id="log")
        box.submit(_repeat, box, [box, log], show_progress="hidden")
    return blocks


def answer(blocks: gr.Blocks, text: str) -> list[object]:
    return asyncio.run(blocks.process_api(next(iter(blocks.fns)), [text]))["data"]


def test_a_part_left_as_it_is_is_sent_as_the_framework_sends_one_that_is_skipped():
    blocks = build()
    save_work(blocks)

    assert answer(blocks, "乙") == [gr.skip(), "乙"]
    assert answer(blocks, "丙") == [gr.skip(), "丙"]


def test_the_page_is_described_as_without_the_savings():
    spared, plain = build(), build()
    save_work(spared)

    def described(blocks: gr.Blocks) -> list[dict[str, object]]:
        return [one["props"] for one in blocks.get_config_file()["components"]]

    assert described(spared) == described(plain)


def test_a_description_that_was_changed_by_one_session_is_whole_for_the_next():
    blocks = build()
    save_work(blocks)
    log = next(one for one in blocks.blocks.values() if isinstance(one, gr.HTML))

    log.get_config()["value"] = "他人的话"

    assert log.get_config()["value"] == "甲"


def test_the_framework_imported_fast_has_its_components_whole():
    run = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, check=True)

    assert run.stdout.split() == ["['change',", "'click']", "textbox"]
