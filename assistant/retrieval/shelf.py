"""All passages of one kind with what scores them, as an index on disk holds them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.domain.catalogue import Catalogue
from assistant.domain.passage import Passage, PassageKind
from assistant.retrieval.lexical import LexicalIndex
from assistant.retrieval.lookup import Lookup, Names
from assistant.retrieval.neighbours import Scope
from assistant.retrieval.passage_file import PassageFile
from assistant.retrieval.programmes import Programmes
from assistant.retrieval.reading import QueryReader
from assistant.retrieval.store import LEXICAL, NAMES


@dataclass(frozen=True, slots=True)
class Shelf:
    """The passages of one kind; reading only, so threads may share it."""

    kind: PassageKind
    places: slice
    """Where they lie among all passages of the index."""
    passages: Sequence[Passage]
    programmes: Programmes
    lexical: LexicalIndex
    lookup: Lookup
    reader: QueryReader

    def scope(self, programmes: Collection[str] | None) -> Scope:
        """Return what a search of these programmes looks at; None for all."""
        narrow = tuple(programmes or ()) if self.programmes.narrows(programmes) else None
        return Scope(self.kind, self.places, narrow, self.programmes.mask(programmes))


def load_shelves(place: Path, kinds: Mapping[PassageKind, int], catalogue: Catalogue) -> dict[PassageKind, Shelf]:
    """Return the shelves of an index; most of what they hold stays on disk until a search needs it.

    Args:
        place: folder of the index.
        kinds: how many passages of each kind it holds, in their order.
        catalogue: knows document numbers, years and English terms.
    """
    passages, programmes = PassageFile.load(place), Programmes.load(place)
    numbers = {one.id: one.info.document_no for one in catalogue.programmes if one.info.document_no}
    years = {one.id: one.info.year for one in catalogue.programmes}
    shelves: dict[PassageKind, Shelf] = {}
    start = 0
    for kind, count in kinds.items():
        places = slice(start, start + count)
        start = places.stop
        folder, own = place / LEXICAL / kind, programmes.part(places)
        lookup = Lookup(Names.load(folder / NAMES), own, numbers, years)
        reader = QueryReader(kind, catalogue.terms)
        shelves[kind] = Shelf(kind, places, passages[places], own, LexicalIndex.load(folder), lookup, reader)
    return shelves
