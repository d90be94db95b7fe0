"""The events of the workspace: a clause opened, a draft changed, compared, shared, an answer rated."""

from contextlib import suppress
from typing import Any

import gradio as gr

from assistant.domain.conversation import Thumb
from assistant.domain.section_task import SectionWriter
from assistant.errors import AssistantError
from wenjin_ui.frame.events import HERE, PLACING, owner_of
from wenjin_ui.frame.parts import Parts
from wenjin_ui.frame.thrift import AS_IS
from wenjin_ui.views.sharing import Sharing
from wenjin_ui.views.welcome import GONE_DRAFT
from wenjin_ui.work.changing import Change, Edit, Place, Reword, Turn
from wenjin_ui.work.comments import Commenting
from wenjin_ui.work.keeping import Keeper
from wenjin_ui.work.workroom import Workroom

LONGEST_COMMENT = 2000
_THUMBS: dict[str, Thumb] = {"up": "up", "down": "down"}


def connect_work(keeper: Keeper, parts: Parts) -> None:
    """Connect the workspace."""
    workroom = Workroom(keeper.store, keeper.page)

    def place(event: gr.EventData) -> str:
        return keeper.page.open_place(event.reference)

    parts.log.place(place, None, [parts.notice], **PLACING)
    _connect_form(workroom, parts)
    _connect_panels(workroom, parts)


def _connect_form(workroom: Workroom, parts: Parts) -> None:
    """Connect what a hand changes in the draft, and what is thought of an answer."""

    def change(event: gr.EventData, request: gr.Request) -> str:
        return workroom.change(owner_of(request), str(event.draft), _read_change(event, workroom.page.words_sections))

    def rate(shown: str, event: gr.EventData, request: gr.Request) -> None:
        thumb = _THUMBS.get(str(event.thumb))
        with suppress(AssistantError):
            workroom.rate(owner_of(request), shown, int(event.number), (thumb, str(event.comment)[:LONGEST_COMMENT]))

    def reopen(shown: str, event: gr.EventData, request: gr.Request) -> str:
        try:
            drafts = workroom.reopen(owner_of(request), shown, int(event.number), int(event.report))
        except AssistantError:
            drafts = None
        return drafts or str(GONE_DRAFT)

    def open_given(event: gr.EventData, request: gr.Request) -> tuple[Any, Any]:
        fields, copy = workroom.open_given(owner_of(request), str(event.draft))
        return AS_IS if fields is None else fields, AS_IS if copy is None else copy

    parts.log.given(open_given, None, [parts.form, parts.draft], **PLACING)
    parts.log.reopen(reopen, [parts.chat], [parts.draft], js=HERE, **PLACING)
    parts.form.change_draft(change, None, [parts.form], **PLACING)
    parts.log.rate(rate, [parts.chat], None, js=HERE, **PLACING)


def _connect_panels(workroom: Workroom, parts: Parts) -> None:
    """Connect what lies over a draft: its versions, compared and brought back, and with whom it is shared."""

    def versions(event: gr.EventData, request: gr.Request) -> str:
        return workroom.versions(owner_of(request), str(event.draft), int(event.older), int(event.newer))

    def restore(event: gr.EventData, request: gr.Request) -> str:
        return workroom.restore(owner_of(request), str(event.draft), int(event.number))

    sharing = Sharing(workroom.store)

    def panel(event: gr.EventData, request: gr.Request) -> str:
        return sharing.panel(owner_of(request), str(event.draft))

    def share(event: gr.EventData, request: gr.Request) -> str:
        return sharing.share(owner_of(request), str(event.draft), str(event.account), str(event.right))

    def withdraw(event: gr.EventData, request: gr.Request) -> str:
        return sharing.withdraw(owner_of(request), str(event.draft), str(event.account))

    commenting = Commenting(workroom.store, workroom.page)

    def comments(event: gr.EventData, request: gr.Request) -> str:
        return commenting.panel(owner_of(request), str(event.draft))

    def comment(event: gr.EventData, request: gr.Request) -> str:
        return commenting.add(owner_of(request), str(event.draft), str(event.place), str(event.text))

    def uncomment(event: gr.EventData, request: gr.Request) -> str:
        return commenting.remove(owner_of(request), str(event.draft), str(event.comment))

    form, past = parts.form, parts.past
    form.comments(comments, None, [past], **PLACING)
    form.comment(comment, None, [past], **PLACING)
    form.uncomment(uncomment, None, [past], **PLACING)
    form.sharing(panel, None, [past], **PLACING)
    form.grant(share, None, [past], **PLACING)
    form.withdraw(withdraw, None, [past], **PLACING)
    form.versions(versions, None, [past], **PLACING)
    form.restore(restore, None, [form], **PLACING)


def _read_change(event: gr.EventData, writer: SectionWriter | None) -> Change:
    """Return what the browser says was done; anything else changes nothing that is there."""
    match str(event.kind):
        case "edit":
            return Edit(str(event.label), str(event.text))
        case "reword" | "own":
            return Reword(str(event.label), writer, back=event.kind == "own")
        case "move":
            return Place(int(event.number), str(event.label))
        case kind:
            return Turn(back=kind == "undo")
