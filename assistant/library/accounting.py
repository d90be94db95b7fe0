"""The proof that no text of a notice is lost: every character belongs to exactly one part."""

from collections.abc import Iterator
from typing import Literal

from assistant.domain.direction import Direction
from assistant.domain.notice import Span
from assistant.domain.programme import Programme
from assistant.domain.value import Value
from assistant.text import count_characters, squash

PartKind = Literal["clause", "direction", "furniture"]
Part = tuple[Span, PartKind, str]
"""Place, kind and name (clause path, direction number, furniture name)."""

_EXCERPT = 60
"""Characters of a violation's text that are shown."""


class Violation(Value):
    """A place where the account does not balance."""

    kind: Literal["lost", "doubled", "misplaced", "altered"]
    """Characters in no part; in two parts; a part outside the part that holds it; a text that its pieces lack."""
    where: str
    """Names of the parts concerned; for lost text the part before it."""
    span: tuple[int, int]
    text: str
    """Its beginning, without white space."""


class Account(Value):
    """What became of a notice's characters, white space left out."""

    programme: str
    characters: int
    clauses: int
    clause_characters: int
    directions: int
    sections: int
    direction_characters: int
    furniture: dict[str, int]
    """Name to the number of its pieces."""
    furniture_characters: int
    violations: tuple[Violation, ...]
    notes: tuple[tuple[str, str], ...]
    """Clause path or direction number, and a sentence: repairs, misprints, stated counts that differ from the body."""

    @property
    def balanced(self) -> bool:
        """Say whether every character is in exactly one part."""
        return not self.violations


def account_for(programme: Programme) -> Account:
    """Return the account of a programme's notice."""
    notice, text = programme.notice, programme.notice.text
    parts = sorted(_list_parts(programme))
    counted: dict[PartKind, int] = {"clause": 0, "direction": 0, "furniture": 0}
    for span, kind, _ in parts:
        counted[kind] += count_characters(span.slice(text))
    names = [item.name for item in notice.furniture]
    return Account(
        programme=programme.id,
        characters=count_characters(text),
        clauses=len(notice.clauses),
        clause_characters=counted["clause"],
        directions=len(programme.directions),
        sections=sum(len(direction.sections) for direction in programme.directions),
        direction_characters=counted["direction"],
        furniture={name: names.count(name) for name in dict.fromkeys(names)},
        furniture_characters=counted["furniture"],
        violations=(*_find_uneven(text, parts), *_find_misplaced(programme), *_find_altered(programme)),
        notes=tuple((note.where, note.message) for note in notice.notes),
    )


def _list_parts(programme: Programme) -> Iterator[Part]:
    for clause in programme.notice.clauses:
        for piece in clause.pieces:
            yield piece, "clause", clause.path
    for direction in programme.directions:
        for piece in _list_pieces(direction):
            yield piece, "direction", direction.number
    for item in programme.notice.furniture:
        yield item.span, "furniture", item.name


def _find_uneven(text: str, parts: list[Part]) -> Iterator[Violation]:
    """Yield what lies between the sorted parts, and where one begins before the one before it ends."""
    end, before = 0, "开头"
    for span, _, name in parts:
        yield from _report("lost", before, Span(end, span.start), text)
        yield from _report("doubled", f"{before}、{name}", Span(span.start, min(end, span.end)), text)
        if span.end > end:
            end, before = span.end, name
    yield from _report("lost", before, Span(end, len(text)), text)


def _find_misplaced(programme: Programme) -> Iterator[Violation]:
    text = programme.notice.text
    spans = {clause.path: clause.span for clause in programme.notice.clauses}
    for clause in programme.notice.clauses:
        inside = all(clause.span.contains(piece) for piece in clause.pieces)
        if not inside or (clause.parent and not spans.get(clause.parent, Span(0, 0)).contains(clause.span)):
            yield from _report("misplaced", clause.path, clause.span, text)
        if spans[clause.path] != clause.span:
            yield from _report("doubled", clause.path, clause.span, text)
    for direction in programme.directions:
        for piece in _list_pieces(direction):
            if not direction.span.contains(piece):
                yield from _report("misplaced", direction.number, piece, text)


def _find_altered(programme: Programme) -> Iterator[Violation]:
    """A section's text may leave out its label, never add or change a character."""
    text = programme.notice.text
    for direction in programme.directions:
        for section in direction.sections:
            printed = squash("".join(piece.slice(text) for piece in section.pieces))
            if section.kind != "title" and squash(section.text) not in printed:
                yield from _report("altered", f"{direction.number} {section.label}", direction.span, text)


def _list_pieces(direction: Direction) -> Iterator[Span]:
    for section in direction.sections:
        yield from section.pieces


def _report(
    kind: Literal["lost", "doubled", "misplaced", "altered"], where: str, span: Span, text: str
) -> Iterator[Violation]:
    """Yield a violation where the span holds more than white space."""
    content = squash(span.slice(text)) if span.start < span.end else ""
    if content:
        yield Violation(kind=kind, where=where, span=(span.start, span.end), text=content[:_EXCERPT])
