"""Passages that a query names: by clause number, direction number, document number or the title of a clause."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import Passage
from assistant.retrieval.references import Address, find_references, parse_address
from assistant.text import bare

Scores = NDArray[np.float32]

NAMED = 1.0
INSIDE = 0.7
"""A clause inside the one that the query names."""
ENDING = 0.5
"""A clause whose number ends as the reference does: 第2款 without the article that it stands in."""
OF_DOCUMENT = 0.4
"""Any clause of the document whose number the query names."""
OTHER_YEAR = 0.5
"""Share that a clause of another year than the one named keeps."""
_YEAR = re.compile(r"20\d\d(?=年)")
_LONG_TITLE = 6
"""Characters from which a title that stands in a query is no chance; a shorter one must be quoted."""
_QUOTED = re.compile(r"[“\"「『《‘]([^”\"」』》’]+)[”\"」』》’]")


class Lookup:
    """Scores of passages by what a query names, 0 to 1.

    What names places in many programmes at once (2.1 stands in nearly every guide) counts less for each: by the square
    root of their number, so that the words of the query decide between them.
    """

    def __init__(
        self,
        passages: Sequence[Passage],
        document_numbers: Mapping[str, str],
        years: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        """Read the addresses of the passages.

        Args:
            passages: those to be scored, in the order of the scores.
            document_numbers: programme id to document number, for programmes that have one.
            years: programme id to the year of its call; a named clause of another year than the query's counts less.
        """
        self._programmes = [passage.programme for passage in passages]
        self._numbers = [_direction_number(passage) for passage in passages]
        self._years = [str(years.get(passage.programme, "")) for passage in passages]
        self._addresses = [_address(passage) for passage in passages]
        self._titles = [_own_title(passage) for passage in passages]
        self._documents = {
            programme: frozenset(find_references(number).documents) for programme, number in document_numbers.items()
        }

    def scores(self, query: str) -> Scores:
        """Return one score a passage; 0 where the query does not name it."""
        references = find_references(query)
        parts = [
            self._share(_compare_all(address, references.addresses) for address in self._addresses),
            self._share(NAMED if number in references.directions else 0.0 for number in self._numbers),
            self._array(OF_DOCUMENT if self._is_of(one, references.documents) else 0.0 for one in self._programmes),
            self._by_title(query),
        ]
        return np.max(parts, axis=0) * self._of_the_year(query)

    def _of_the_year(self, query: str) -> Scores:
        """Return 1 for the passages of a year that the query names, less for others; 1 for all where it names none."""
        named = frozenset(_YEAR.findall(query)) & frozenset(self._years)
        return self._array(OTHER_YEAR if named and year not in named else 1.0 for year in self._years)

    def _by_title(self, query: str) -> Scores:
        """Score the passages whose own title the query holds."""
        wanted, quoted = bare(query), frozenset(bare(part) for part in _QUOTED.findall(query))
        return self._share(
            INSIDE if title in quoted or (len(title) >= _LONG_TITLE and title in wanted) else 0.0
            for title in self._titles
        )

    def _is_of(self, programme: str, documents: Iterable[tuple[str, str]]) -> bool:
        return not self._documents.get(programme, frozenset()).isdisjoint(documents)

    def _share(self, scores: Iterable[float]) -> Scores:
        """Return the scores, damped by the number of programmes that reach the best of them."""
        raw = self._array(scores)
        best = raw.max(initial=0.0)
        named = {self._programmes[place] for place in np.flatnonzero(raw == best)} if best else {""}
        return raw / np.float32(len(named) ** 0.5)

    def _array(self, scores: Iterable[float]) -> Scores:
        return np.fromiter(scores, dtype=np.float32, count=len(self._programmes))


def _direction_number(passage: Passage) -> str:
    """Return the second-level number of a direction or of a section of one; empty for other passages."""
    first = passage.clause.split(" ")[0]
    return first if first.count(".") == 1 and first.replace(".", "").isdigit() else ""


def _address(passage: Passage) -> Address:
    """Return the clause's address; none for what is no clause of a notice's own numbering."""
    return () if passage.kind != "clause" or _direction_number(passage) else parse_address(passage.clause)


def _own_title(passage: Passage) -> str:
    """Return the title of a clause itself; empty where it has none."""
    if passage.kind != "clause" or _direction_number(passage):
        return ""
    return bare(passage.heading.rsplit(" > ", 1)[-1])


def _compare_all(address: Address, wanted: Sequence[Address]) -> float:
    """Return how well the address answers the best of the references."""
    return max((_compare(address, reference) for reference in wanted), default=0.0) if address else 0.0


def _compare(address: Address, reference: Address) -> float:
    if address == reference:
        return NAMED
    if address[: len(reference)] == reference:
        return INSIDE
    return ENDING if address[-len(reference) :] == reference else 0.0
