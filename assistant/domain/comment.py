"""What somebody says of a draft that is shared with them."""

from datetime import datetime

from assistant.domain.value import Value


class Comment(Value):
    """One comment, as one of those who may see it sees it."""

    id: str
    place: str
    """Label of the field that it is about; empty for the whole draft."""
    text: str
    version: int
    """Of the draft when it was written."""
    author: str
    """Account that wrote it; empty for a reviewer, whom nobody else is told."""
    reviewer: int = 0
    """Number of the reviewer among those who commented, from 1; 0 for another account."""
    mine: bool
    created: datetime
