"""A conversation as it is kept: every message with its result and its citations as they were."""

from datetime import datetime
from typing import Literal

from pydantic import JsonValue

from assistant.domain.answer import Citation
from assistant.domain.value import Value

Thumb = Literal["up", "down"]


class Conversation(Value):
    """One conversation of an owner, without its messages."""

    id: str
    title: str
    """The first question, shortened, until the owner names it."""
    version: int
    """Rises by one when it is named; a name given to an earlier version is refused."""
    messages: int
    created: datetime
    changed: datetime
    """When a message was added or changed last."""


class Said(Value):
    """What a message says; an answer on its way is said again and again until its state is empty."""

    text: str = ""
    """As plain text."""
    shown: str = ""
    """As HTML of the page, safe as it stands; empty where no page made it."""
    state: str = ""
    """What is being done, in Chinese; empty once the message is whole."""
    verb: str = ""
    result: JsonValue = None
    """The verb's result as the JSON of the contract."""
    citations: tuple[Citation, ...] = ()
    draft: str = ""
    """Id of the draft in hand after the turn; empty where there is none."""
    unfinished: bool = False
    """True for an answer that was stopped, or whose server ended."""


class StoredMessage(Value):
    """One message of a conversation."""

    number: int
    """From 0, without gaps."""
    role: Literal["user", "assistant"]
    said: Said
    created: datetime
    changed: datetime
    thumb: Thumb | None = None
    comment: str = ""


class Round(Value):
    """A question that was just stored, and the place of its answer."""

    conversation: str
    question: int
    answer: int
