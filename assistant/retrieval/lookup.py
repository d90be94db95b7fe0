"""Passages that a query names: by clause number, direction number, document number or the title of a clause."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from assistant.domain.passage import Passage
from assistant.retrieval.programmes import Programmes
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


@dataclass(frozen=True, slots=True)
class Names:
    """What the passages of one kind can be named by, each with the places of the passages that bear it."""

    addresses: dict[Address, list[int]]
    numbers: dict[str, list[int]]
    """Direction numbers such as `2.10`."""
    titles: dict[str, list[int]]

    @classmethod
    def of(cls, passages: Iterable[Passage]) -> "Names":
        """Return the names of the passages, by their places in the given order."""
        names = cls({}, {}, {})
        for place, passage in enumerate(passages):
            if address := _address(passage):
                names.addresses.setdefault(address, []).append(place)
            if number := _direction_number(passage):
                names.numbers.setdefault(number, []).append(place)
            if title := _own_title(passage):
                names.titles.setdefault(title, []).append(place)
        return names

    def save(self, path: Path) -> None:
        """Write the names as JSON."""
        plain = {"addresses": list(self.addresses.items()), "numbers": self.numbers, "titles": self.titles}
        path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, path: Path) -> "Names":
        """Return what `save` wrote."""
        plain = json.loads(path.read_text("utf-8"))
        addresses = {tuple(address): places for address, places in plain["addresses"]}
        return cls(addresses, plain["numbers"], plain["titles"])


class Lookup:
    """Scores of passages by what a query names, 0 to 1.

    What names places in many programmes at once (2.1 stands in nearly every guide) counts less for each: by the square
    root of their number, so that the words of the query decide between them.
    """

    def __init__(
        self,
        names: Names,
        programmes: Programmes,
        document_numbers: Mapping[str, str],
        years: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        """Take the names of the passages.

        Args:
            names: of the passages to be scored.
            programmes: of the same passages.
            document_numbers: programme id to document number, for programmes that have one.
            years: programme id to the year of its call; a named clause of another year than the query's counts less.
        """
        self._names = names
        self._programmes = programmes
        self._years = {programme: str(year) for programme, year in years.items()}
        self._documents = {
            programme: frozenset(find_references(number).documents) for programme, number in document_numbers.items()
        }
        self._openings = _by_opening(names.titles)

    def scores(self, query: str) -> Scores:
        """Return one score a passage; 0 where the query does not name it."""
        references = find_references(query)
        scores = self._by_title(query)
        if references.addresses:
            rated = ((_compare_all(one, references.addresses), at) for one, at in self._names.addresses.items())
            scores = np.maximum(scores, self._share(rated))
        if references.directions:
            named = ((NAMED, self._names.numbers.get(number, [])) for number in references.directions)
            scores = np.maximum(scores, self._share(named))
        if references.documents:
            scores = np.maximum(scores, self._of_documents(references.documents))
        return scores * self._of_the_year(query) if scores.any() else scores

    def _of_documents(self, documents: Sequence[tuple[str, str]]) -> Scores:
        """Score the passages of the programmes whose document number is one of these."""
        named = [one for one, numbers in self._documents.items() if not numbers.isdisjoint(documents)]
        return self._programmes.mask(named) * np.float32(OF_DOCUMENT)

    def _of_the_year(self, query: str) -> Scores:
        """Return 1 for the passages of a year that the query names, less for others; 1 for all where it names none."""
        named = frozenset(_YEAR.findall(query)) & frozenset(self._years.values())
        own = [programme for programme, year in self._years.items() if year in named]
        mask = self._programmes.mask(own if named else None)
        return np.where(mask > 0, np.float32(1), np.float32(OTHER_YEAR))

    def _by_title(self, query: str) -> Scores:
        """Score the passages whose own title the query holds."""
        quoted = {bare(part) for part in _QUOTED.findall(query)} & self._names.titles.keys()
        held = _find_titles(bare(query), self._openings)
        return self._share((INSIDE, self._names.titles[title]) for title in quoted | held)

    def _share(self, rated: Iterable[tuple[float, list[int]]]) -> Scores:
        """Return the scores, damped by the number of programmes that reach the best of them."""
        scores = np.zeros(len(self._programmes), dtype=np.float32)
        for score, places in rated:
            if score > 0 and places:
                scores[places] = np.maximum(scores[places], np.float32(score))
        best = scores.max(initial=0.0)
        return scores / np.float32(self._programmes.count(scores == best) ** 0.5) if best else scores


def _by_opening(titles: Iterable[str]) -> dict[str, list[str]]:
    """Return the titles that are long enough to be recognised in a query, by their first characters."""
    openings: dict[str, list[str]] = {}
    for title in titles:
        if len(title) >= _LONG_TITLE:
            openings.setdefault(title[:_LONG_TITLE], []).append(title)
    return openings


def _find_titles(text: str, openings: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the titles that stand in the text, looked for once a character rather than once a title."""
    starts = range(len(text) - _LONG_TITLE + 1)
    return {
        title
        for start in starts
        for title in openings.get(text[start : start + _LONG_TITLE], ())
        if text.startswith(title, start)
    }


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
