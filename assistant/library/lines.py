"""The lines of a notice without its page furniture."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.notice import Furniture, Span


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space and furniture."""

    text: str
    """Visible characters, without white space at both ends."""
    cells: tuple[str, ...]
    """Parts between tabs, empty ones kept; one part where the line has no tab."""
    pieces: tuple[Span, ...]
    """Visible characters, in order."""

    @property
    def start(self) -> int:
        """Place of the first visible character."""
        return self.pieces[0].start

    @property
    def tabbed(self) -> bool:
        """Say whether the line is part of a table."""
        return len(self.cells) > 1


def split_lines(text: str, start: int, end: int, furniture: Sequence[Furniture]) -> list[Line]:
    """Return the lines of `text[start:end]` that hold more than furniture."""
    spans = sorted(item.span for item in furniture)
    lines: list[Line] = []
    for line in _iterate_lines(text, start, end):
        pieces = tuple(subtract(text, line, spans))
        if pieces:
            visible = "".join(piece.slice(text) for piece in _widen(line, pieces, text))
            cells = tuple(cell.strip() for cell in visible.split("\t"))
            lines.append(Line(visible.strip(), cells, pieces))
    return lines


def subtract(text: str, span: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """Yield the parts of `span` outside the sorted `holes`, trimmed of white space, empty ones left out."""
    start = span.start
    for hole in holes:
        if hole.end > start and hole.start < span.end:
            yield from trim(text, start, hole.start)
            start = max(start, hole.end)
    yield from trim(text, start, span.end)


def trim(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the span without white space at both ends, or nothing where no other character is left."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)


def _iterate_lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def _widen(line: Span, pieces: tuple[Span, ...], text: str) -> tuple[Span, ...]:
    """Give the outer pieces back the white space around them, whose tabs stand for empty cells."""
    start, end = pieces[0].start, pieces[-1].end
    while start > line.start and text[start - 1].isspace():
        start -= 1
    while end < line.end and text[end].isspace():
        end += 1
    if len(pieces) == 1:
        return (Span(start, end),)
    return (Span(start, pieces[0].end), *pieces[1:-1], Span(pieces[-1].start, end))
