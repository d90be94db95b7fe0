"""What can be found: clauses, sections of directions, whole directions and released problems, each with its place."""

from collections.abc import Iterator, Sequence

from assistant.domain.catalogue import Catalogue, ReleasedProblem
from assistant.domain.direction import Direction, Section
from assistant.domain.notice import Clause, Span
from assistant.domain.passage import Passage, PassageKind
from assistant.domain.programme import Programme
from assistant.retrieval.facets import find_facets
from assistant.retrieval.windows import cut_windows
from assistant.text import clean

RELEASED = "released-problems"
"""Document and programme id of the released problems."""


def build_passages(catalogue: Catalogue) -> tuple[Passage, ...]:
    """Return all passages of the catalogue, in its order; the same catalogue gives the same passages."""
    return (
        *(passage for programme in catalogue.programmes for passage in _of_programme(programme)),
        *(_of_problem(problem, row) for row, problem in enumerate(catalogue.released, start=1)),
    )


def by_kind(passages: Sequence[Passage]) -> dict[PassageKind, tuple[Passage, ...]]:
    """Return the passages of each kind that there is, in the given order."""
    shelved: dict[PassageKind, list[Passage]] = {}
    for passage in passages:
        shelved.setdefault(passage.kind, []).append(passage)
    return {kind: tuple(those) for kind, those in shelved.items()}


def searched_text(passage: Passage) -> str:
    """Return everything under which a passage is found, its parts ended so that no token reaches over two of them."""
    return "。".join(part for part in (shown_text(passage), passage.searched) if part)


def shown_text(passage: Passage) -> str:
    """Return what a reader sees of a passage: its text and the titles above it."""
    return "。".join(part for part in (passage.heading, passage.text) if part)


def _of_programme(programme: Programme) -> Iterator[Passage]:
    """Yield the clauses, then for each direction its sections and itself."""
    titles = {clause.path: clause for clause in programme.notice.clauses}
    for clause in programme.notice.clauses:
        heading = _heading(programme, clause, titles)
        yield from _windows(programme, f"{programme.id}#{clause.path}", clause.path, heading, clause.pieces)
    for direction in programme.directions:
        yield from _of_direction(programme, direction)


def _heading(programme: Programme, clause: Clause, titles: dict[str, Clause]) -> str:
    """Return the titles above the clause's own text, the programme's name first."""
    above: list[str] = []
    path = clause.parent
    while path is not None and path in titles:
        above.append(f"{path} {titles[path].title}".strip())
        path = titles[path].parent
    return " > ".join([programme.info.short_title, *reversed(above), clause.title])


def _of_direction(programme: Programme, direction: Direction) -> Iterator[Passage]:
    """Yield the passages of the sections, then the whole direction."""
    heading = " > ".join((direction.programme_title, f"{direction.area_number} {direction.area_title}"))
    own = f"{heading} > {direction.number} {direction.title}"
    for section in direction.sections:
        clause = f"{direction.number} {section.label}".strip()
        yield from _windows(programme, f"{programme.id}/{clause}", clause, own, section.pieces, kind_id="#")
    yield _whole(programme, direction, heading)


def _windows(
    programme: Programme, base: str, clause: str, heading: str, pieces: tuple[Span, ...], *, kind_id: str = ""
) -> Iterator[Passage]:
    """Yield the windows of a clause or section as passages of kind `clause`."""
    text = programme.notice.text
    for place, span in enumerate(cut_windows(text, pieces)):
        yield Passage(
            id=f"{base}{kind_id}@{place}",
            kind="clause",
            doc=programme.info.doc,
            programme=programme.id,
            clause=clause,
            heading=heading,
            text=clean(span.slice(text)),
            span=span,
            searched="。".join((find_facets(span.slice(text)), *_asks(programme, span))),
        )


def _asks(programme: Programme, span: Span) -> Iterator[str]:
    """Yield the questions that were written for words inside the span."""
    for asked in programme.asked:
        if asked.span.start < span.end and span.start < asked.span.end:
            yield from asked.asks


def _whole(programme: Programme, direction: Direction, heading: str) -> Passage:
    """Return the direction as one passage; what page furniture parts from its beginning is searched only."""
    text = programme.notice.text
    pieces = [piece for section in direction.sections for piece in section.pieces]
    first = cut_windows(text, pieces)[0]
    return Passage(
        id=direction.id,
        kind="direction",
        doc=direction.doc,
        programme=direction.programme,
        clause=direction.number,
        heading=heading,
        text=clean(first.slice(text)),
        span=first,
        searched="。".join(
            (*(_searched(section) for section in direction.sections), *programme.expansion_of(direction).phrases)
        ),
    )


def _searched(section: Section) -> str:
    """Return the section's text where it says what the direction is about."""
    return "" if section.kind == "requirements" else section.text


def _of_problem(problem: ReleasedProblem, row: int) -> Passage:
    """Return a released problem, its row in the list as its number."""
    return Passage(
        id=f"{RELEASED}#{row}",
        kind="released_problem",
        doc=RELEASED,
        programme=RELEASED,
        clause=f"{problem.year}年第{row}行",
        heading=f"{problem.year} > {problem.kind} > {problem.field}",
        text=problem.title,
        span=Span(0, 0),
    )
