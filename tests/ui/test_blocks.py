"""The events of the page as Gradio sees them."""

from datetime import date
from pathlib import Path

import gradio as gr
import pytest

from assistant.routing.conductor import EmbeddedConductor
from assistant.service import Assistant
from wenjin_ui.blocks import build_blocks
from wenjin_ui.handlers import Page


@pytest.fixture(scope="module")
def blocks(assistant: Assistant) -> gr.Blocks:
    conductor = EmbeddedConductor.over(assistant.catalogue)
    page = Page(assistant=assistant, conductor=conductor, today=lambda: date(2023, 3, 1), uploads=Path("nowhere"))
    return build_blocks(page, "内置引擎")


def test_opening_a_clause_never_queues_behind_replies(blocks: gr.Blocks):
    lines = {event.name: (event.concurrency_id, event.concurrency_limit) for event in blocks.fns.values()}

    assert {"submit", "say", "sample", "place"} <= set(lines)
    assert lines["place"][0] not in {lines[name][0] for name in ("submit", "say", "sample")}
    assert all(
        isinstance(limit, int) and limit > 1 for name, (_, limit) in lines.items() if name in {"submit", "place"}
    )


def test_no_event_is_public(blocks: gr.Blocks):
    assert {event.api_visibility for event in blocks.fns.values()} == {"private"}


def test_state_is_plain_and_empty_at_first(blocks: gr.Blocks):
    states = [block for block in blocks.blocks.values() if isinstance(block, gr.State)]

    assert [state.value for state in states] == [[]]


def test_the_mode_stands_on_the_page(assistant: Assistant):
    page = Page(
        assistant=assistant,
        conductor=EmbeddedConductor.over(assistant.catalogue),
        today=lambda: date(2023, 3, 1),
        uploads=Path("nowhere"),
    )

    shown = [block.value for block in build_blocks(page, "some-model<b>").blocks.values() if isinstance(block, gr.HTML)]

    assert "some-model&lt;b&gt;" in str(shown[0])
