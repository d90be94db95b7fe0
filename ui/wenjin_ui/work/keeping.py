"""The page's conversations in the store: every message is kept as it changes, and shown again as it was.

What the browser says of a conversation is its id alone; whose it is comes from the session; the store looks up both.
"""

import hashlib
import secrets
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from markupsafe import Markup

from assistant.conversation import Outcome
from assistant.domain.conversation import Conversation, Said
from assistant.domain.exported import Exported
from assistant.domain.finding import Reports
from assistant.domain.interview import InterviewTurn
from assistant.domain.owner import OwnerId
from assistant.domain.revision import Revision
from assistant.domain.stored_file import StoredFile
from assistant.drafting.revise.deciding import Tray
from assistant.drafting_turns import Desk
from assistant.errors import AssistantError
from assistant.faults import error_value
from assistant.store.store import Store
from wenjin_ui.views.messages import Box, Message, Update, failed, user_message
from wenjin_ui.views.sharing import access_of, open_shelf
from wenjin_ui.words import frame
from wenjin_ui.work.checked import CheckedFiles
from wenjin_ui.work.handed import box_again, lay_out, name_plainly, read_handed
from wenjin_ui.work.handlers import Page
from wenjin_ui.work.links import link_files
from wenjin_ui.work.recording import WAITING, MessagePlace, Recorder, shown, stopped
from wenjin_ui.work.turns import Turns

MOST_TRAYS = 50
"""Drafts that wait for decisions at most, each at most as large as a file may be."""
FOLLOW_SECONDS = 0.3
LONGEST_TURN = timedelta(minutes=10)
"""A turn of another server that was silent for so long is taken for ended."""
_LINK = frame('<p><a class="wj-download" href="/fetch/{id}" download>[[files.download]] {name}</a></p>')


@dataclass(frozen=True, slots=True)
class Kept:
    """An update of the page, and the conversation that it belongs to."""

    conversation: str
    update: Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeper:
    """Conversations of all owners; nothing of them stays in here but which turns are on their way."""

    store: Store
    page: Page
    turns: Turns[Update]
    started: datetime
    """Start of this process: what was on its way before it in this data folder is ended."""
    clock: Callable[[], float] = time.monotonic
    trays: dict[str, Tray] = field(default_factory=dict[str, Tray])
    """By owner and conversation the draft that waits for decisions; gone with the process, and then asked for again."""

    def reply(self, owner: OwnerId, conversation: str, box: Box) -> Iterator[Kept]:
        """Store a question, answer it, and yield the page as it goes on; each state is stored before it is shown.

        Args:
            owner: who asks.
            conversation: id of the conversation; empty begins a new one.
            box: what was typed and handed over.
        """
        text, files = (box["text"] or "").strip(), box["files"]
        if not text and not files:
            return
        try:
            begun, before = self._begin(owner, conversation, text, files)
        except AssistantError as error:
            yield Kept(conversation, failed([user_message(0, text, files)], error_value(error)))
            return
        yield from self._answer(owner, begun, before, box)

    def again(self, owner: OwnerId, conversation: str, number: int) -> Iterator[Kept]:
        """Answer a question once more with the files that came with it.

        An answer that was not finished makes room for the new one where it is the last; what its turn had written into
        a draft is not written again. A finished one stays, and the question is asked anew.

        Args:
            owner: who asks.
            conversation: its id.
            number: of the answer.
        """
        messages = self.store.conversations.messages(owner, conversation)
        if not 0 < number < len(messages) or self.turns.runs((owner, conversation)):
            return
        box = self._box_of(owner, conversation, messages[number - 1].said.text)
        if number < len(messages) - 1 or not messages[number].said.unfinished:
            yield from self.reply(owner, conversation, box)
            return
        self.store.conversations.put(owner, conversation, number, Said(state=WAITING))
        written = self.store.drafts.written_in(owner, _turn(conversation, number))
        yield from self._answer(owner, conversation, [shown(one) for one in messages[: number - 1]], box, written)

    def _box_of(self, owner: OwnerId, conversation: str, said: str) -> Box:
        files = self.store.files

        def copy(file: StoredFile) -> Path:
            return lay_out(self.folder(owner), file.name, files.read(owner, file.id))

        return box_again(said, [one for one in files.list(owner) if one.conversation == conversation], copy)

    def _answer(self, owner: OwnerId, begun: str, before: list[Message], box: Box, written: str = "") -> Iterator[Kept]:
        """Answer the question behind earlier messages, which is stored already.

        Args:
            owner: who asks.
            begun: id of the conversation.
            before: the messages before the question.
            box: the question.
            written: draft that an earlier run of this turn wrote; empty where there was none.
        """
        writer = Recorder(self.store, MessagePlace(owner, begun, len(before) + 1), self.clock)
        page = self._page_of(owner, begun, len(before) + 1)
        updates = page.go_on(box, before, written) if written else page.reply(box, before)
        for update in self.turns.run((owner, begun), updates, writer.keep):
            yield Kept(begun, update)

    def open(self, owner: OwnerId, conversation: str) -> list[Message]:
        """Return the messages of a conversation; answers that nobody works on any more are marked as unfinished."""
        if not conversation:
            return []
        if not self.turns.runs((owner, conversation)):
            silent = max(self.started, self.store.now() - LONGEST_TURN)
            self.store.conversations.settle(owner, conversation, before=silent)
        return [shown(one) for one in self.store.conversations.messages(owner, conversation)]

    def follow(self, owner: OwnerId, conversation: str) -> Iterator[list[Message]]:
        """Yield the messages of a conversation as long as an answer is on its way, and once more at the end."""
        messages = self.open(owner, conversation)
        yield messages
        until = self.clock() + LONGEST_TURN.total_seconds()
        while any(one["state"] for one in messages) and self.clock() < until:
            time.sleep(FOLLOW_SECONDS)
            messages = self.open(owner, conversation)
            yield messages

    def stop(self, owner: OwnerId, conversation: str) -> list[Message]:
        """End the turn of a conversation; what was said so far stays, marked as stopped."""
        self.turns.stop((owner, conversation), lambda: self._close(owner, conversation))
        return self.open(owner, conversation)

    def conversations(self, owner: OwnerId) -> tuple[Conversation, ...]:
        """Return the owner's conversations, the last changed first."""
        return self.store.conversations.list(owner)

    def rename(self, owner: OwnerId, conversation: str, title: str, version: int) -> None:
        """Name a conversation; see `Conversations.rename`."""
        self.store.conversations.rename(owner, conversation, title, version=version)

    def delete(self, owner: OwnerId, conversation: str) -> None:
        """Delete a conversation with its messages and files."""
        self.turns.stop((owner, conversation), lambda: self.store.conversations.delete(owner, conversation))

    def folder(self, owner: OwnerId) -> Path:
        """Return where an owner's handed-over files wait until they are read; nobody else's are taken from there."""
        return self.page.uploads / owner

    def _tray(self, name: str) -> Tray:
        """Return the tray of a conversation, those longest unused making room."""
        tray = self.trays.pop(name, None) or Tray()
        while len(self.trays) >= MOST_TRAYS:
            self.trays.pop(next(iter(self.trays)), None)
        self.trays[name] = tray
        return tray

    def _page_of(self, owner: OwnerId, conversation: str, number: int) -> Page:
        """Return the page with an owner's drafts, and a place for what is written for them.

        Args:
            owner: who asks.
            conversation: its id.
            number: of the answer.
        """
        folder = self.folder(owner) / secrets.token_hex(16)
        folder.mkdir(parents=True)
        desk = Desk(
            store=open_shelf(self.store, owner, _turn(conversation, number)),
            folder=folder,
            tray=self._tray(f"{owner}/{conversation}"),
        )

        def hand_out(outcome: Outcome) -> tuple[Outcome, Markup]:
            outcome = name_plainly(outcome, self.folder(owner))
            if not isinstance(outcome, Exported | InterviewTurn | Revision) or not outcome.output:
                reports = isinstance(outcome, Reports)
                checked = CheckedFiles(self.store.files, owner, conversation)
                held = checked.list_digests() if reports else set[str]()
                return outcome, link_files(outcome, f"{conversation}/{number}", held)
            path = Path(outcome.output)
            data = path.read_bytes()
            file = self.store.files.keep(owner, path.name, data, origin="made", conversation=conversation)
            path.unlink()
            return outcome.model_copy(update={"output": file.name}), _LINK.format(id=file.id, name=file.name)

        return replace(self.page, desk=desk, hand_out=hand_out, access_of=partial(access_of, self.store, owner))

    def _begin(self, owner: OwnerId, conversation: str, text: str, files: list[str]) -> tuple[str, list[Message]]:
        handed = [read_handed(self.folder(owner), Path(file)) for file in files]
        asked = user_message(0, text, files)
        question = Said(text=asked["text"], shown=asked["html"])
        begun = self.store.conversations.begin(owner, conversation or None, question, Said(state=WAITING))
        if handed:
            self._keep(owner, begun.conversation, handed)
        before = self.store.conversations.messages(owner, begun.conversation, before=begun.question)
        return begun.conversation, [shown(one) for one in before]

    def _keep(self, owner: OwnerId, conversation: str, handed: list[tuple[str, bytes]]) -> None:
        """Store what was handed over for a question, one that the conversation has already left out."""
        files = self.store.files
        known = {(one.name, one.sha256) for one in files.list(owner) if one.conversation == conversation}
        for name, data in handed:
            if (name, hashlib.sha256(data).hexdigest()) not in known:
                files.keep(owner, name, data, conversation=conversation)

    def _close(self, owner: OwnerId, conversation: str) -> None:
        for one in self.store.conversations.messages(owner, conversation):
            if one.said.state:
                self.store.conversations.put(owner, conversation, one.number, stopped(one.said))


def _turn(conversation: str, number: int) -> str:
    """Return the name of the turn that answers with a message."""
    return f"{conversation}/{number}"
