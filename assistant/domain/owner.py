"""Whose something is: a browser, an account, or the user of this machine."""

from datetime import datetime
from typing import Literal, NewType

from assistant.domain.value import Value

OwnerId = NewType("OwnerId", str)
"""Names an owner to the store; letters and digits, never shown to anybody."""

OwnerKind = Literal["browser", "account", "local"]
Role = Literal["scientist", "secretary", "reviewer", "admin"]
ROLES: tuple[Role, ...] = ("scientist", "secretary", "reviewer", "admin")


class Account(Value):
    """Somebody with a name and a password."""

    owner: OwnerId
    name: str
    role: Role
    created: datetime


class Visitor(Value):
    """Whoever a session belongs to."""

    owner: OwnerId
    account: Account | None = None
    """None for a browser without an account."""
    until: datetime
    """When the session ends unless it is used before."""
