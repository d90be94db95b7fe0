"""A file of an owner: handed over, or made for them."""

from datetime import datetime
from typing import Literal

from assistant.domain.value import Value

Origin = Literal["handed", "made"]


class StoredFile(Value):
    """A file without its bytes."""

    id: str
    name: str
    size: int
    """Bytes."""
    sha256: str
    origin: Origin
    conversation: str | None
    created: datetime
    expires: datetime
