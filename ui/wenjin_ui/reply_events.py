"""The events that ask and that stop an answer."""

from collections.abc import Iterator
from typing import Any

import gradio as gr

from wenjin_ui.asset import read_asset
from wenjin_ui.chat_events import show_chats
from wenjin_ui.events import HERE, QUICK, REPLYING, Shown, owner_of
from wenjin_ui.handed import lay_out
from wenjin_ui.keeping import Keeper, Kept
from wenjin_ui.messages import Box, Message
from wenjin_ui.parts import Parts
from wenjin_ui.thrift import AS_IS

SAMPLE = "示例草稿.md"
_TYPED_HERE = "(box) => [box, location.hash.slice(1)]"


def connect_replies(keeper: Keeper, parts: Parts) -> list[dict[str, Any]]:
    """Connect what asks and what stops; return the events that ask."""
    chat, outputs = parts.chat, parts.all()

    def submit(value: Box | None, shown: str, request: gr.Request) -> Iterator[Shown]:
        yield from _replies(keeper, request, shown, value or Box(text="", files=[]))

    def say(shown: str, event: gr.EventData, request: gr.Request) -> Iterator[Shown]:
        yield from _replies(keeper, request, shown, Box(text=str(event.text), files=[]))

    def sample(shown: str, request: gr.Request) -> Iterator[Shown]:
        copy = lay_out(keeper.folder(owner_of(request)), SAMPLE, read_asset("sample-draft.md").encode())
        yield from _replies(keeper, request, shown, Box(text="", files=[str(copy)]))

    def again(shown: str, event: gr.EventData, request: gr.Request) -> Iterator[Shown]:
        yield from _stream(keeper, request, keeper.again(owner_of(request), shown, int(event.number)))

    def halt(shown: str, request: gr.Request) -> list[Message]:
        return keeper.stop(owner_of(request), shown)

    events: list[dict[str, Any]] = [
        parts.box.submit(submit, [parts.box, chat], outputs, js=_TYPED_HERE, **REPLYING),
        parts.log.say(say, [chat], outputs, js=HERE, **REPLYING),
        parts.log.sample(sample, [chat], outputs, js=HERE, **REPLYING),
        parts.log.again(again, [chat], outputs, js=HERE, **REPLYING),
    ]
    parts.box.stop(halt, [chat], [parts.log], js=HERE, cancels=events, queue=False, **QUICK)
    return events


def _replies(keeper: Keeper, request: gr.Request, shown: str, box: Box) -> Iterator[Shown]:
    yield from _stream(keeper, request, keeper.reply(owner_of(request), shown, box))


def _stream(keeper: Keeper, request: gr.Request, turn: Iterator[Kept]) -> Iterator[Shown]:
    """Yield a turn as values of the outputs; the box is emptied by the first one, which also lists the conversation."""
    owner, emptied, listed = owner_of(request), {"text": "", "files": []}, False
    for kept in turn:
        update = kept.update
        notice = AS_IS if update.notice is None else update.notice
        draft = AS_IS if update.draft is None else update.draft
        chats = AS_IS if listed else show_chats(keeper, owner, kept.conversation)
        form = AS_IS if update.form is None else update.form
        yield AS_IS if listed else emptied, kept.conversation, chats, update.messages, notice, draft, form
        listed = True
