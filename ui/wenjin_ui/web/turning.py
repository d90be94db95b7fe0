"""The turns of a conversation over HTTP: an order in, what it changes on the page out, a line of JSON for each change.

The framework's own queue would put every piece of an answer through the processing of all parts of the page; this sends
what changed and nothing else. `assets/page.js` lays the lines over what is shown.
"""

import json
from collections.abc import AsyncGenerator, Generator, Iterator

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import PlainTextResponse, Response, StreamingResponse

from assistant.domain.owner import OwnerId
from assistant.domain.value import Value
from wenjin_ui.asset import read_asset
from wenjin_ui.frame.chat_events import show_chats
from wenjin_ui.views.messages import Box, Message
from wenjin_ui.web.windows import LARGEST_ORDER
from wenjin_ui.work.handed import lay_out
from wenjin_ui.work.keeping import Keeper, Kept

TURNS = "/turns"
SAMPLE = "示例草稿.md"
WATCHED_AT_ONCE = 300
"""Turns that browsers watch together; a thread waits for each, beside those that answer other requests."""
_UNREADABLE = "这个请求无法读取。"


class Order(Value):
    """What a browser asks for: a message, the sample draft, or an answer once more."""

    conversation: str = ""
    """Its id; empty begins a new one."""
    text: str = ""
    files: tuple[str, ...] = ()
    """Where the files wait that were handed over for this message."""
    sample: bool = False
    again: int | None = None
    """Number of the answer that is wanted once more."""


def turning_routes(keeper: Keeper) -> APIRouter:
    """Return the route of turns."""
    router, watching = APIRouter(), CapacityLimiter(WATCHED_AT_ONCE)

    @router.post(TURNS)
    async def turn(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST_ORDER:
                return PlainTextResponse("请求太大。", status_code=413)
        try:
            order = Order.model_validate_json(body)
        except ValidationError:
            return PlainTextResponse(_UNREADABLE, status_code=400)
        lines = _lines(keeper, request.state.visitor.owner, order)
        return StreamingResponse(
            _each(lines, watching), media_type="application/x-ndjson", headers={"Cache-Control": "no-store"}
        )

    return router


async def _each(lines: Iterator[str], watching: CapacityLimiter) -> AsyncGenerator[str]:
    """Yield lines that a thread waits for; a browser that leaves ends the waiting, never the turn."""
    while (line := await run_sync(next, lines, "", limiter=watching, abandon_on_cancel=True)) != "":
        yield line


def _lines(keeper: Keeper, owner: OwnerId, order: Order) -> Generator[str]:
    """Yield what changes; the first line names the conversation and lists all of them."""
    listed = False
    for kept in _begin(keeper, owner, order):
        update = kept.update
        parts = {"notice": update.notice, "draft": update.draft, "form": update.form}
        changed: dict[str, object] = {name: html for name, html in parts.items() if html is not None}
        if not listed:
            changed["chats"] = show_chats(keeper, owner, kept.conversation)
        first, messages = _newest(update.messages)
        yield json.dumps({"first": first, "messages": messages, **changed}, ensure_ascii=False) + "\n"
        listed = True


def _begin(keeper: Keeper, owner: OwnerId, order: Order) -> Iterator[Kept]:
    if order.again is not None:
        return keeper.again(owner, order.conversation, order.again)
    files = list(order.files)
    if order.sample:
        files = [str(lay_out(keeper.folder(owner), SAMPLE, read_asset("sample-draft.md").encode()))]
    return keeper.reply(owner, order.conversation, Box(text=order.text, files=files))


def _newest(messages: list[Message]) -> tuple[int, list[Message]]:
    """Return question and answer of the turn, the only ones that it changes, and the number of the first."""
    first = max(0, len(messages) - 2)
    return first, messages[first:]
