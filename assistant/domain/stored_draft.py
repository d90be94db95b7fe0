"""A draft as it is kept, with every version that it had."""

from datetime import datetime
from typing import Literal, get_args

from pydantic import JsonValue

from assistant.domain.value import Value

Right = Literal["read", "comment", "write"]
"""Each also allows what stands before it."""
Held = Literal["own", "read", "comment", "write"]
RIGHTS: dict[str, Right] = {one: one for one in get_args(Right)}


class StoredDraft(Value):
    """The newest version of a draft."""

    id: str
    owner_name: str = ""
    """Account that shares it; empty for one's own."""
    right: Held = "own"
    title: str
    content: JsonValue
    version: int
    """From 1; a change of an earlier version is refused."""
    created: datetime
    changed: datetime


class DraftEdit(Value):
    """What a draft shall be."""

    title: str
    content: JsonValue
    note: str = ""
    """In Chinese: what was done, such as 改写“题目”; empty where nobody said."""
    turn: str = ""
    """Turn of a conversation that does it, `<conversation>/<number>`; empty for a hand."""


class VersionHead(Value):
    """What a list of versions shows of one."""

    number: int
    """From 1."""
    title: str
    note: str
    author: str
    """Account that wrote it; empty for an owner without one."""
    created: datetime


class DraftVersion(VersionHead):
    """One version of a draft."""

    content: JsonValue


class Share(Value):
    """Who else may see a draft."""

    account: str
    right: Right
    created: datetime
