"""Passages that a query names: by clause number, direction number, document number or the title of an attachment."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import Passage
from assistant.retrieval.references import Address, References, find_references, parse_address
from assistant.text import bare

NAMED = 1.0
INSIDE = 0.7
"""A clause inside the one that the query names."""
ENDING = 0.5
"""A clause whose number ends as the reference does: 第2款 without the article that it stands in."""
OF_DOCUMENT = 0.4
"""Any clause of the document whose number the query names."""
_SHORTEST_TITLE = 4


class Lookup:
    """Scores of passages by what a query names, 0 to 1."""

    def __init__(self, passages: Sequence[Passage], document_numbers: Mapping[str, str]) -> None:
        """Read the addresses of the passages.

        Args:
            passages: those to be scored, in the order of the scores.
            document_numbers: programme id to document number, for programmes that have one.
        """
        self._passages = passages
        self._addresses = [_address(passage) for passage in passages]
        self._titles = [_own_title(passage) for passage in passages]
        self._document_numbers = {
            programme: find_references(number).documents for programme, number in document_numbers.items()
        }

    def scores(self, query: str) -> NDArray[np.float32]:
        """Return one score a passage; 0 where the query does not name it."""
        references = find_references(query)
        wanted = bare(query)
        return np.array([self._score(place, references, wanted) for place in range(len(self._passages))], np.float32)

    def _score(self, place: int, references: References, wanted: str) -> float:
        """Return the best of the ways in which the query may name the passage."""
        passage, title = self._passages[place], self._titles[place]
        named = _is_of_direction(passage) and passage.clause.split(" ")[0] in references.directions
        numbered = set(self._document_numbers.get(passage.programme, ())) & set(references.documents)
        return max(
            _score_address(self._addresses[place], references.addresses),
            NAMED if named else 0.0,
            OF_DOCUMENT if numbered else 0.0,
            INSIDE if title and title in wanted else 0.0,
        )


def _address(passage: Passage) -> Address:
    """Return the clause's address; none for what is no clause of a notice's own numbering."""
    return () if passage.kind != "clause" or _is_of_direction(passage) else parse_address(passage.clause)


def _is_of_direction(passage: Passage) -> bool:
    """Say whether the passage is a direction or a section of one: its clause starts with a second-level number."""
    first = passage.clause.split(" ")[0]
    return all(part.isdigit() for part in first.split(".")) and first.count(".") == 1


def _own_title(passage: Passage) -> str:
    """Return the title of the clause itself where it is long enough to name it."""
    title = bare(passage.heading.rsplit(" > ", 1)[-1])
    return title if passage.kind == "clause" and len(title) >= _SHORTEST_TITLE else ""


def _score_address(address: Address, wanted: Sequence[Address]) -> float:
    """Return how well the address answers the best of the references."""
    return max((_compare(address, reference) for reference in wanted), default=0.0) if address else 0.0


def _compare(address: Address, reference: Address) -> float:
    if address == reference:
        return NAMED
    if address[: len(reference)] == reference:
        return INSIDE
    return ENDING if address[-len(reference) :] == reference else 0.0
