"""What was called before in a conversation, read back from its messages."""

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from threading import Lock

from assistant.domain.answer import Turn
from assistant.domain.call import AskCall, Call, HelpCall
from assistant.numbered import list_items

_FILE = re.compile(r"[^\s，。；：]+\.(?:docx|md|txt)(?![a-z])", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """One message of the user with what came back."""

    text: str
    call: Call
    reply: str

    @property
    def items(self) -> tuple[str, ...]:
        """Return the numbered items of the reply."""
        return list_items(self.reply)

    @cached_property
    def turns(self) -> tuple[Turn, ...]:
        """Return the messages of a question that was answered; none of anything else."""
        if not isinstance(self.call, AskCall):
            return ()
        reply = (Turn(role="assistant", content=self.reply),) if self.reply else ()
        return (Turn(role="user", content=self.call.question), *reply)


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
        return tuple(turn for one in self.exchanges for turn in one.turns)


Decide = Callable[[str, tuple[str, ...], Past], Call]


class Memory:
    """The pasts of the conversations that go on: a turn need not decide again what every earlier one wanted.

    A past follows from its messages alone and is found by their digest, so whoever says the same gets the same. Threads
    may share it.
    """

    def __init__(self, most: int = 256) -> None:
        """Remember so many pasts, the latest used; those of one conversation share their exchanges."""
        self._most = most
        self._pasts: OrderedDict[bytes, Past] = OrderedDict()
        self._changing = Lock()

    def find(self, digests: Sequence[bytes]) -> tuple[int, Past]:
        """Return how many messages of a conversation are remembered, and what they came to.

        Args:
            digests: of its first message, of its first two, and so on.
        """
        with self._changing:
            for place in range(len(digests) - 1, -1, -1):
                if digests[place] in self._pasts:
                    self._pasts.move_to_end(digests[place])
                    return place + 1, self._pasts[digests[place]]
        return 0, Past()

    def keep(self, digest: bytes, past: Past) -> None:
        """Remember what the messages of that digest came to."""
        with self._changing:
            self._pasts[digest] = past
            self._pasts.move_to_end(digest)
            while len(self._pasts) > self._most:
                self._pasts.popitem(last=False)


def read_past(messages: Sequence[Turn], decide: Decide, memory: Memory) -> Past:
    """Return the exchanges of earlier messages, each decided as it was then.

    Args:
        messages: the conversation without its last message.
        decide: gives the call of a text with the names of its files after a past.
        memory: of pasts that this `decide` led to.
    """
    digests = _digest(messages)
    settled, past = memory.find(digests)
    latest = past
    for place, message in enumerate(messages[settled:], start=settled):
        if message.role != "user":
            past = latest = Past(past.exchanges, message.content)
            settled = place + 1
            continue
        text, files = _without_files(message.content)
        following = messages[place + 1] if place + 1 < len(messages) else None
        reply = following.content if following and following.role == "assistant" else ""
        past = Past((*past.exchanges, Exchange(text=text, call=decide(text, files, past), reply=reply)))
    if settled:  # what a message of the user comes to is settled by the reply behind it
        memory.keep(digests[settled - 1], latest)
    return past


def _digest(messages: Sequence[Turn]) -> list[bytes]:
    """Return the digest of the first message, of the first two, and so on."""
    running = blake2b(digest_size=16)
    found: list[bytes] = []
    for message in messages:
        content = message.content.encode(errors="surrogatepass")
        running.update(f"{message.role}{len(content)}:".encode() + content)
        found.append(running.digest())
    return found


def _without_files(content: str) -> tuple[str, tuple[str, ...]]:
    """Return the words of an earlier message and the names of files in it; no words at all came with a file."""
    files = tuple(_FILE.findall(content))
    text = _FILE.sub("", content).strip()
    return text, files if files or text else ("草稿",)
