"""What the framework does with every event and this page has no use for, left out: two thirds of what an answer took.

Nothing here changes what the browser is told.
"""

import os
import sys
from typing import Final

import gradio as gr
from gradio.blocks import Block
from gradio.components import Component

QUEUE_PAUSE = 0.01
"""Seconds between two looks into an empty queue; the framework's own thousand looks a second keep a processor awake."""
_NO_STATISTICS = {"GRADIO_ANALYTICS_MAX_EVENTS": "1", "GRADIO_ANALYTICS_CACHE_FREQUENCY": str(sys.maxsize)}
"""Else a table of the last 10 000 events is made for each event, for a door that is closed."""


class _AsIs:
    """Kind of the one value that leaves a part as it is; no dictionary, so that the framework takes it for a value."""


AS_IS: Final = _AsIs()
"""Tells the browser what `gr.skip()` does, which would build the part and its description anew for the session."""


def keep_no_statistics() -> None:
    """Tell the framework, before a page is built, to count nothing and not to look for a library that draws."""
    os.environ.update(_NO_STATISTICS)
    sys.modules.setdefault("matplotlib", None)  # pyright: ignore[reportArgumentType] - None: not to be found, once for all


def save_work(blocks: gr.Blocks) -> None:
    """Let the parts of a built page take `AS_IS` for a value and be described once, and its queue rest."""
    for part in blocks.blocks.values():
        _describe_once(part)
        if isinstance(part, Component):
            _may_stay(part)
    blocks._queue.sleep_when_free = QUEUE_PAUSE  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - not to be had otherwise


def _may_stay(part: Component) -> None:
    usual = part.postprocess

    def postprocess(value: object) -> object:
        return gr.skip() if value is AS_IS else usual(value)

    part.postprocess = postprocess


def _describe_once(part: Block) -> None:
    """Keep a part's description, which no event changes; each session begins with all of them."""
    described = part.get_config()
    part.get_config = lambda cls=None: dict(described)  # noqa: ARG005 - what it overrides takes one
