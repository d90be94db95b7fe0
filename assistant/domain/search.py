"""The seam of retrieval: whatever answers or matches needs only this."""

from collections.abc import Collection
from typing import Protocol

from assistant.domain.passage import Hit, PassageKind


class Search(Protocol):
    """Finds passages for a query."""

    def search(
        self,
        query: str,
        *,
        kinds: Collection[PassageKind],
        programmes: Collection[str] | None = None,
        top: int = 10,
    ) -> tuple[Hit, ...]:
        """Return the best passages first, at most `top`, none with score 0.

        Args:
            query: words in any language; an empty query finds nothing.
            kinds: kinds of passages looked at.
            programmes: ids of programmes looked at; None for all.
            top: largest number of hits.
        """
        ...
