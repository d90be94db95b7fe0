"""What was called before in a conversation, read back from its messages."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, Call, HelpCall
from assistant.numbered import list_items

_FILE = re.compile(r"[^\s，。；：]+\.(?:docx|md|txt)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One message of the user with what came back."""

    text: str
    call: Call
    reply: str

    @property
    def items(self) -> tuple[str, ...]:
        """Return the numbered items of the reply."""
        return list_items(self.reply)


@dataclass(frozen=True, slots=True)
class Past:
    """The exchanges so far, oldest first."""

    exchanges: tuple[Exchange, ...] = ()
    heard: str = ""
    """What the assistant said last, before the turn that is to be decided; empty where it has said nothing."""

    @property
    def last(self) -> Exchange | None:
        """Return the last exchange that was more than a greeting."""
        return next((one for one in reversed(self.exchanges) if one.call != HelpCall()), None)

    def latest(self, *kinds: type[Call]) -> Exchange | None:
        """Return the latest exchange of one of the kinds of call."""
        return next((one for one in reversed(self.exchanges) if isinstance(one.call, kinds)), None)

    def questions(self) -> tuple[Turn, ...]:
        """Return the messages of the questions answered so far; a title or a problem would mislead a later question."""
        turns: list[Turn] = []
        for one in self.exchanges:
            if isinstance(one.call, AskCall):
                turns.append(Turn(role="user", content=one.call.question))
                turns += [Turn(role="assistant", content=one.reply)] if one.reply else []
        return tuple(turns)


Decide = Callable[[str, tuple[str, ...], Past], Call]


def read_past(messages: Sequence[Turn], decide: Decide) -> Past:
    """Return the exchanges of earlier messages, each decided as it was then.

    Args:
        messages: the conversation without its last message.
        decide: gives the call of a text with the names of its files after a past.
    """
    past = Past()
    for place, message in enumerate(messages):
        if message.role != "user":
            past = Past(past.exchanges, message.content)
            continue
        text, files = _without_files(message.content)
        following = messages[place + 1] if place + 1 < len(messages) else None
        reply = following.content if following and following.role == "assistant" else ""
        past = Past((*past.exchanges, Exchange(text=text, call=decide(text, files, past), reply=reply)))
    return past


def _without_files(content: str) -> tuple[str, tuple[str, ...]]:
    """Return the words of an earlier message and the names of files in it; no words at all came with a file."""
    files = tuple(_FILE.findall(content))
    text = _FILE.sub("", content).strip()
    return text, files if files or text else ("草稿",)
