"""The place of a remark as characters of paragraphs of the body: the words themselves, or the nearest paragraph."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.documents.inline import Line
from assistant.domain.draft import Block, Location
from assistant.domain.remark import Remark
from assistant.text import find_quote, squash

_CELL_BREAK = "\t"
"""What joins the cells of a row that is read as one line."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Characters of the shown text from `start` in the paragraph `first` to `end` in the paragraph `last`."""

    first: int
    start: int
    last: int
    end: int
    exact: bool
    """False where the remark is about something else than these words."""


@dataclass(frozen=True, slots=True)
class Places:
    """The paragraphs of the body by their numbers, and all blocks that were read."""

    lines: Mapping[int, Line]
    blocks: Sequence[Block]

    def find(self, remark: Remark) -> Spot | None:
        """Return where a remark hangs; None only in a body without any paragraph."""
        where = remark.where
        if where.part == "body" and where.paragraph in self.lines:
            return self._find_row(where) or self._find_words(where, remark.words)
        near = where if where.paragraph in self.lines else remark.near
        number = near.paragraph if near is not None else None
        return self._whole(self._head() if number not in self.lines else number, exact=False)

    def _head(self) -> int | None:
        """Return the first paragraph with text, or the first of all."""
        return next((one for one, line in self.lines.items() if line.shown().strip()), next(iter(self.lines), None))

    def _whole(self, number: int | None, *, exact: bool) -> Spot | None:
        if number is None:
            return None
        text = self.lines[number].shown()
        return _trim(text, Spot(number, 0, number, len(text), exact))

    def _find_words(self, where: Location, words: str) -> Spot | None:
        """Return the characters that the place names, if the words stand there; else where in the paragraph they do."""
        number = where.paragraph
        if number is None:
            return None
        text = self.lines[number].shown()
        wanted = squash(words.removesuffix("…"))
        is_span = 0 <= where.start < where.end <= len(text)
        if is_span and _agree(text[where.start : where.end], wanted):
            return _trim(text, Spot(number, where.start, number, where.end, exact=True))
        found = find_quote(text, wanted)
        if found is not None:
            return Spot(number, found[0], number, found[1], exact=True)
        if wanted and wanted in squash(self.lines[number].hidden()):
            return self._whole(number, exact=False)
        start, end = (where.start, where.end) if is_span else (0, len(text))
        return _trim(text, Spot(number, start, number, end, exact=True))

    def _find_row(self, where: Location) -> Spot | None:
        """Return the characters of a row whose cells were read as one line; None for another place."""
        if where.table is None or where.column is not None or where.paragraph is None:
            return None
        spans: list[tuple[int, int, int, int]] = []
        place = 0
        for block in self._row(where):
            text = block.text.strip()
            spans.append((block.where.paragraph or 0, block.text.index(text), place, place + len(text)))
            place += len(text) + len(_CELL_BREAK)
        return _pick(spans, where.start, where.end)

    def _row(self, where: Location) -> Iterator[Block]:
        """Yield the paragraphs with text of a row, from the one that is named on."""
        for block in self.blocks:
            there = block.where
            same_row = (there.part, there.table, there.row) == ("body", where.table, where.row)
            behind = (there.paragraph or 0) >= (where.paragraph or 0)
            if same_row and behind and block.kind == "cell" and block.text.strip():
                yield block


def _pick(spans: Sequence[tuple[int, int, int, int]], start: int, end: int) -> Spot | None:
    """Return the characters `start` to `end` of a joined line; spans are paragraph, indent, and place in the line."""
    if start >= end:
        start, end = 0, max((span[3] for span in spans), default=0)
    inside = [span for span in spans if span[2] < end and span[3] > start]
    if not inside:
        return None
    (first, indent, begins, _), (last, last_indent, last_begins, last_ends) = inside[0], inside[-1]
    return Spot(
        first,
        indent + max(0, start - begins),
        last,
        last_indent + min(end, last_ends) - last_begins,
        exact=True,
    )


def _agree(text: str, words: str) -> bool:
    """Say whether a text of the draft is what a finding shows of it, which may be shorter or longer."""
    shown = squash(text)
    return not words or words in shown or shown in words


def _trim(text: str, spot: Spot) -> Spot:
    """Return the place without white space at its ends, unless there is nothing else."""
    inner = text[spot.start : spot.end]
    if not inner.strip():
        return spot
    start = spot.start + len(inner) - len(inner.lstrip())
    return Spot(spot.first, start, spot.last, start + len(inner.strip()), spot.exact)
