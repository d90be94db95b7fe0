"""What all events of the page share: whose they are, which conversation they mean, how many run together.

Nothing of a session is kept in the process: the browser holds the id of its conversation, the store holds the
conversation, and whose it is comes with the request.
"""

from typing import Any

import gradio as gr

from assistant.domain.owner import OwnerId

REPLIES_AT_ONCE = 16
"""Replies that run together; most of a model's reply is waiting."""
PLACES_AT_ONCE = 16
Shown = tuple[Any, ...]
"""Values of the parts that change, in the order of `Parts.all`."""
QUICK: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
PLACING: dict[str, Any] = {"concurrency_limit": PLACES_AT_ONCE, "concurrency_id": "places", **QUICK}
HERE = "() => [location.hash.slice(1)]"
"""The conversation of an order: the one that the address names when it is given, whatever is still on its way."""


def owner_of(request: gr.Request) -> OwnerId:
    """Return whose a request is; the guard lets none in without a session."""
    return OwnerId(request.username or "")
