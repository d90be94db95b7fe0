"""The events that open, name and delete conversations, and that stop an answer."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import gradio as gr

from assistant.domain.owner import OwnerId
from assistant.errors import AssistantError
from wenjin_ui.frame.events import HERE, PLACING, QUICK, Shown, owner_of
from wenjin_ui.frame.parts import Parts
from wenjin_ui.frame.thrift import AS_IS
from wenjin_ui.views.chats import NOTHING, render_chats
from wenjin_ui.views.messages import Message
from wenjin_ui.views.sharing import is_reviewer, render_given
from wenjin_ui.views.welcome import NO_DRAFT, NO_NOTICE
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.workroom import Workroom

_SEND = """(box) => document.dispatchEvent(new CustomEvent("wj-send", { detail: box, cancelable: true }))
  ? { text: "", files: [] } : box"""
"""What is typed stays where it is while an answer is on its way."""


def connect_chats(keeper: Keeper, parts: Parts, blocks: gr.Blocks) -> None:
    """Connect what opens, names and deletes conversations; what is sent, page.js takes to `turning.py`."""
    chat, log, outputs = parts.chat, parts.log, parts.all()

    def load(shown: str, request: gr.Request) -> Iterator[Shown]:
        yield from _opened(keeper, owner_of(request), shown)

    def visit(event: gr.EventData, request: gr.Request) -> Iterator[Shown]:
        yield from _opened(keeper, owner_of(request), str(event.id))

    def restart(request: gr.Request) -> Shown:
        return next(_opened(keeper, owner_of(request), ""))

    def rename(shown: str, event: gr.EventData, request: gr.Request) -> str:
        with suppress(AssistantError):  # named in another window: the list shows that name
            keeper.rename(owner_of(request), str(event.id), str(event.title), int(event.version))
        return show_chats(keeper, owner_of(request), shown)

    def remove(shown: str, event: gr.EventData, request: gr.Request) -> Shown:
        keeper.delete(owner_of(request), str(event.id))
        if event.id == shown:
            return next(_opened(keeper, owner_of(request), ""))
        chats = show_chats(keeper, owner_of(request), shown)
        return tuple(chats if part is parts.chats else AS_IS for part in outputs)

    def halt(shown: str, request: gr.Request) -> list[Message]:
        return keeper.stop(owner_of(request), shown)

    opening: list[dict[str, Any]] = [
        blocks.load(load, [chat], outputs, js=HERE, **PLACING),
        log.visit(visit, None, outputs, **PLACING),
    ]
    log.restart(restart, None, outputs, cancels=opening, queue=False, **QUICK)
    log.rename(rename, [chat], [parts.chats], js=HERE, **PLACING)
    log.remove(remove, [chat], outputs, js=HERE, **PLACING)
    parts.box.submit(None, [parts.box], [parts.box], js=_SEND, **QUICK)
    parts.box.stop(halt, [chat], [log], js=HERE, cancels=opening, queue=False, **QUICK)


def show_chats(keeper: Keeper, owner: OwnerId, shown: str) -> str:
    """Return the list of an owner's conversations, one of them open, and of the drafts that others share."""
    account = keeper.store.accounts.of(owner)
    given = (
        render_given(keeper.store.drafts.list(owner), blind=is_reviewer(keeper.store, owner)) if account else NOTHING
    )
    role = account.role if account else ""
    return render_chats(keeper.conversations(owner), shown, keeper.store.now().astimezone(), given, role)


def _form_of(keeper: Keeper, owner: OwnerId, conversation: str) -> str:
    workroom = Workroom(keeper.store, keeper.page)
    return workroom.form(owner, workroom.draft_in_hand(owner, conversation))


def _opened(keeper: Keeper, owner: OwnerId, shown: str) -> Iterator[Shown]:
    """Yield a conversation, and go on while an answer of it is on its way; one that there is not is a new one."""
    known = shown if any(one.id == shown for one in keeper.conversations(owner)) else ""
    chats: Any = show_chats(keeper, owner, known)
    notice, draft, form = str(NO_NOTICE), str(NO_DRAFT), _form_of(keeper, owner, known)
    for messages in keeper.follow(owner, known):
        yield AS_IS, known, chats, messages, notice, draft, form
        chats, notice, draft, form = AS_IS, AS_IS, AS_IS, AS_IS
