"""The events of the page as Gradio sees them."""

import inspect
from collections.abc import Iterator
from pathlib import Path

import gradio as gr
import pytest

from assistant.service import Assistant
from assistant.store.store import open_store
from wenjin_ui.app import build_keeper
from wenjin_ui.frame.blocks import build_blocks
from wenjin_ui.frame.programs import VERBS
from wenjin_ui.work.keeping import Keeper


@pytest.fixture(scope="module")
def keeper(assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Keeper]:
    store = open_store(tmp_path_factory.mktemp("store"))
    yield build_keeper(assistant, store, Path("nowhere"))
    store.close()


@pytest.fixture(scope="module")
def blocks(keeper: Keeper) -> gr.Blocks:
    return build_blocks(keeper, "内置引擎")


def test_no_event_is_public_but_the_verbs_for_programs(blocks: gr.Blocks):
    public = {event.api_name for event in blocks.fns.values() if event.api_visibility != "private"}

    assert public == set(VERBS)


def test_nothing_of_a_session_is_kept_in_the_process(blocks: gr.Blocks):
    assert not [block for block in blocks.blocks.values() if isinstance(block, gr.State | gr.BrowserState)]


def test_every_event_that_reads_or_writes_asks_whose_the_request_is(blocks: gr.Blocks):
    asking = {event.name: inspect.signature(event.fn).parameters for event in blocks.fns.values() if event.fn}

    assert {name for name, parameters in asking.items() if "request" not in parameters} == {"place"}


def test_the_mode_stands_on_the_page(keeper: Keeper):
    page = build_blocks(keeper, "some-model<b>")

    shown = [block.value for block in page.blocks.values() if isinstance(block, gr.HTML)]

    assert "some-model&lt;b&gt;" in str(shown[0])
