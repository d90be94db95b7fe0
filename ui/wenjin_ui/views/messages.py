"""Messages of a conversation as the browser shows them, and what a turn changes on the page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypedDict

from markupsafe import Markup

from assistant.conversation import Outcome
from assistant.domain.finding import ErrorValue
from assistant.present.common import present_error
from wenjin_ui.views.marks import error_box, lines
from wenjin_ui.words import frame

_FILE = frame('<li class="wj-file"><span class="wj-k">[[log.file]]</span> {}</li>')


class Message(TypedDict):
    """One message of a session, as the browser shows it."""

    id: str
    role: Literal["user", "assistant"]
    html: str
    text: str
    """The same as plain text: copied by the reader, and given to the verbs as history."""
    state: str
    """What is being done, in words; empty once it is done."""
    verb: str
    """The verb that the turn called; empty until it is known."""
    draft: str
    """Id of the draft in hand after the turn; empty where there is none."""
    thumb: str
    """What the reader thought of an answer: `up`, `down`, or empty."""
    unfinished: bool
    """True for an answer that was stopped, or whose server ended."""


class Box(TypedDict):
    """What the input box hands over."""

    text: str | None
    files: list[str]


@dataclass(frozen=True, slots=True)
class Update:
    """What changes on the page; None leaves a part as it is."""

    messages: list[Message]
    notice: str | None = None
    draft: str | None = None
    form: str | None = None
    outcome: Outcome | None = None
    """The verb's result; only with the whole answer."""


def user_message(number: int, said: str, files: Sequence[str]) -> Message:
    """Return what somebody said and handed over, as a message."""
    names = [file.replace("\\", "/").rsplit("/", 1)[-1] for file in files]
    attached = Markup("").join(map(_FILE.format, names))
    html = Markup("{}{}").format(
        Markup("<p>{}</p>").format(lines(said)) if said else "",
        Markup("<ul>{}</ul>").format(attached) if names else "",
    )
    return Message(
        id=f"m{number}",
        role="user",
        html=str(html),
        text=" ".join([said, *names]).strip(),
        state="",
        verb="",
        draft="",
        thumb="",
        unfinished=False,
    )


def answer_message(number: int, *, html: str = "", text: str = "", state: str = "", verb: str = "") -> Message:
    """Return an answer, or what is said while it is on its way."""
    return Message(
        id=f"m{number}",
        role="assistant",
        html=html,
        text=text,
        state=state,
        verb=verb,
        draft="",
        thumb="",
        unfinished=False,
    )


def draft_in_hand(messages: Sequence[Message]) -> str:
    """Return the id of the draft that a conversation is about; empty where there is none."""
    return next((one["draft"] for one in reversed(messages) if one["draft"]), "")


def failed(asked: list[Message], error: ErrorValue) -> Update:
    """Return the page after a turn that could not be done."""
    return Update([*asked, answer_message(len(asked), html=str(error_box(error)), text=present_error(error))])
