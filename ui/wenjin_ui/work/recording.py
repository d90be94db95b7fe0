"""An answer as it grows, stored, and a stored message as the page shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from assistant.conversation import Outcome
from assistant.domain.answer import Answer
from assistant.domain.conversation import Said, StoredMessage
from assistant.domain.owner import OwnerId
from assistant.errors import AssistantError
from assistant.faults import error_value
from assistant.store.store import Store
from wenjin_ui.views.marks import error_box
from wenjin_ui.views.messages import Message, Update
from wenjin_ui.words import say, text
from wenjin_ui.work.handlers import STOPPED

KEEP_SECONDS = 0.3
"""An answer that grows is stored at most so often, and once more when it is whole."""
UNFINISHED, WAITING = text("log.unfinished"), text("state.waiting")
_NOTE = Markup('<p class="wj-note">{}</p>')


def shown(message: StoredMessage) -> Message:
    """Return a stored message as the page shows it."""
    said = message.said
    note = _NOTE.format(say("log.unfinished")) if said.unfinished and STOPPED not in said.shown else ""
    return Message(
        id=f"m{message.number}",
        role=message.role,
        html=said.shown + note,
        text=said.text or (UNFINISHED if said.unfinished else ""),
        state=said.state,
        verb=said.verb,
        draft=said.draft,
        thumb=message.thumb or "",
        unfinished=said.unfinished,
    )


def stopped(said: Said) -> Said:
    """Return what an answer had said when it was stopped."""
    note = str(_NOTE.format(say("state.stopped")))
    return said.model_copy(update={"state": "", "shown": said.shown + note, "unfinished": True})


@dataclass(frozen=True, slots=True)
class MessagePlace:
    """One answer."""

    owner: OwnerId
    conversation: str
    number: int
    """Of the answer."""


class Recorder:
    """Stores the states of one answer, not more often than need be."""

    def __init__(self, store: Store, place: MessagePlace, clock: Callable[[], float]) -> None:
        self._store, self._place, self._clock = store, place, clock
        self._stored = clock()  # the waiting answer, with its question

    def keep(self, update: Update) -> Update:
        """Store the answer as it is now, and return it; with a note where it could not be stored."""
        question, answer = update.messages[-2:]
        if answer["state"] and self._clock() - self._stored < KEEP_SECONDS:
            return update
        self._stored, number = self._clock(), self._place.number
        try:
            said = _said(answer, update.outcome)
            if answer["state"]:
                self._put(number, said)
            else:  # now the verb of the question is known
                self._put(number - 1, _said(question, None), said)
        except AssistantError as error:
            unkept: Message = {**answer, "html": answer["html"] + str(error_box(error_value(error)))}
            return replace(update, messages=[*update.messages[:-1], unkept])
        return update

    def _put(self, number: int, *said: Said) -> None:
        self._store.conversations.put(self._place.owner, self._place.conversation, number, *said)


def _said(answer: Message, outcome: Outcome | None) -> Said:
    return Said(
        text=answer["text"],
        shown=answer["html"],
        state=answer["state"],
        verb=answer["verb"],
        draft=answer["draft"],
        result=None if outcome is None else outcome.model_dump(mode="json"),
        citations=outcome.citations if isinstance(outcome, Answer) else (),
    )
