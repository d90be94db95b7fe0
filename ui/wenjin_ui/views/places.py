"""References from the conversation into a notice, short enough to stand in an attribute and good for ever.

A reference holds the place itself, never a position in a list, so that a mark in an old message cannot drift to another
clause: `cast-2023:120-180` or, for several quotes, `nkrd-2021-12:10-20,44-61`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.domain.answer import Citation
from assistant.domain.catalogue import Catalogue
from assistant.domain.direction import Direction
from assistant.domain.finding import Source
from assistant.domain.notice import Span
from assistant.errors import InputError
from assistant.text import find_quote
from assistant.wording import find_source, programme_of

_PLACE = re.compile(r"(?P<programme>[a-z0-9-]{1,60}):(?P<spans>\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,20})")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters of one notice that are to be shown marked."""

    programme: str
    spans: tuple[Span, ...]
    """At least one, in the order of the text; the first is scrolled to. An empty span marks nothing."""

    def __str__(self) -> str:
        """Return the reference."""
        return f"{self.programme}:{','.join(f'{span.start}-{span.end}' for span in self.spans)}"


def parse_place(reference: object) -> Place:
    """Return the place of a reference that a browser sent.

    Raises:
        InputError: it is no reference.
    """
    found = _PLACE.fullmatch(reference) if isinstance(reference, str) else None
    if not found:
        raise InputError("这不是有效的条款位置。", hint="请从答复里的依据标记打开条款。")
    pairs = (pair.split("-") for pair in found["spans"].split(","))
    return Place(found["programme"], tuple(Span(int(start), int(end)) for start, end in pairs))


def place_of_citation(citation: Citation, catalogue: Catalogue) -> Place | None:
    """Return where a citation stands; None for data that is no notice."""
    known = programme_of(catalogue, citation.programme)
    return Place(citation.programme, (Span(*citation.span),)) if known else None


def place_of_source(source: Source, catalogue: Catalogue, programme: str | None = None) -> Place | None:
    """Return where a rule's quote stands, in the programme of the id if it does; None for data that is no notice."""
    found = find_source(catalogue, source, programme)
    return Place(found[0].id, (Span(*found[1]),)) if found else None


def place_of_direction(direction: Direction, quotes: Iterable[str], catalogue: Catalogue) -> Place:
    """Return the place of a direction with those of its quotes marked, its beginning where none is found."""
    text = catalogue.find_programme(direction.programme).notice.text
    found = (find_quote(text, quote, direction.span.start, direction.span.end) for quote in quotes)
    spans = sorted({Span(*span) for span in found if span})
    return Place(direction.programme, tuple(spans) or (Span(direction.span.start, direction.span.start),))


def find_direction_place(direction: str, catalogue: Catalogue) -> Place | None:
    """Return where a direction begins, by its id; None where there is none."""
    known = programme_of(catalogue, direction.partition("/")[0])
    found = next((one for one in known.directions if one.id == direction), None) if known else None
    return place_of_direction(found, [found.title], catalogue) if found else None
