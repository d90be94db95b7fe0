"""Pages of a PDF read in order: paragraphs and tables, each going on from page to page."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assistant.documents.headings import leads_to_page, looks_like_heading
from assistant.documents.pdf_grid import Grid, GridCell
from assistant.documents.pdf_lines import Line, build_lines, continues, join_lines, text_of
from assistant.documents.pdf_margins import Sheet
from assistant.documents.pdf_page import Box
from assistant.domain.draft import Block, BlockKind, Location, Unread

_NEAR = 3.0
"""Points by which the upright lines of a table may shift from page to page."""
_WHOLE_PAGE = 0.5
"""Share of a page that a picture covers where the page is a scan."""


@dataclass(slots=True)
class LayoutReader:
    """Reads the pages one by one."""

    unread: list[Unread] = field(default_factory=list[Unread])
    _blocks: list[Block] = field(default_factory=list[Block])
    _apart: list[Block] = field(default_factory=list[Block])
    """Headers, footers and hidden text, which follow the body."""
    _open: list[Line] = field(default_factory=list[Line])
    """Lines of the paragraph that the next page may go on with."""
    _paragraphs: int = 0
    _tables: int = 0
    _edges: tuple[float, ...] = ()
    """Upright lines of the table that the next page may go on with; empty where text came behind it."""
    _rows: int = 0
    """Rows of that table so far."""
    _tails: dict[int, tuple[int, list[Line]]] = field(default_factory=dict[int, tuple[int, list[Line]]])
    """Column to the last paragraph in its lowest cell: number of its block, and its lines."""

    def read(self, sheet: Sheet) -> None:
        """Read one page."""
        for item in _list_items(sheet):
            if isinstance(item, Line):
                self._edges = ()
                self._read_line(item, sheet)
            elif isinstance(item, Box):
                self._name_picture(item, sheet)
            else:
                self._close()
                self._read_grid(item, sheet)
        for kind, lines in (("header", sheet.header), ("footer", sheet.footer), ("hidden", sheet.hidden)):
            self._apart += (_margin(kind, line) for line in lines)
        if sheet.page.notes:
            self.unread.append(Unread(what="批注或表单域", where=Location(paragraph=self._paragraphs or None)))

    def finish(self) -> list[Block]:
        """Return all blocks; the body first."""
        self._close()
        return [*self._blocks, *self._apart]

    def _read_line(self, line: Line, sheet: Sheet) -> None:
        apart = bool(self._open) and line.box.top < self._open[-1].box.top
        if self._open and continues(self._open, line, sheet.text, apart=apart):
            self._open.append(line)
            return
        self._close()
        self._open = [line]

    def _close(self) -> None:
        if not self._open:
            return
        text = text_of(self._open)
        self._open = []
        kind: BlockKind = "heading" if looks_like_heading(text) else "paragraph"
        self._add(kind, text, Location())

    def _add(self, kind: BlockKind, text: str, place: Location) -> None:
        self._paragraphs += 1
        where = place.model_copy(update={"paragraph": self._paragraphs, "end": len(text)})
        self._blocks.append(Block(kind=kind, text=text, contents=leads_to_page(text), where=where))

    def _read_grid(self, number: int, sheet: Sheet) -> None:
        grid = sheet.grids[number]
        same = len(grid.edges) == len(self._edges) and all(
            abs(one - other) <= _NEAR for one, other in zip(grid.edges, self._edges, strict=True)
        )
        if not same:
            self._tables, self._rows = self._tables + 1, 0
        goes_on = same and _goes_on(grid, number, sheet)
        shift = self._rows - goes_on
        tails, self._tails = (self._tails if goes_on else {}), {}
        for place, cell in enumerate(grid.cells):
            where = Location(table=self._tables, row=cell.row + shift, column=cell.column)
            paragraphs = join_lines(build_lines(sheet.held.get((number, place), ())), cell.box)
            tail = tails.get(cell.column) if cell.row == 1 else None
            self._read_cell(paragraphs, cell, where, tail)
            if any(cell.box.holds(picture.middle) for picture in sheet.page.pictures):
                self.unread.append(Unread(what="图片", where=where.model_copy(update={"paragraph": self._paragraphs})))
        self._edges, self._rows = grid.edges, max(cell.row for cell in grid.cells) + shift

    def _read_cell(
        self, paragraphs: list[list[Line]], cell: GridCell, where: Location, tail: tuple[int, list[Line]] | None
    ) -> None:
        """Read a cell; `tail` is the paragraph on the page before that its first one may go on with."""
        if tail and paragraphs and continues(tail[1], paragraphs[0][0], cell.box, apart=True):
            number, lines = tail[0], [*tail[1], *paragraphs.pop(0)]
            text, before = text_of(lines), self._blocks[number]
            whole = before.where.model_copy(update={"end": len(text)})
            self._blocks[number] = replace(before, text=text, where=whole)
            self._tails[cell.column] = number, lines
            if not paragraphs:
                return
        for paragraph in paragraphs or [[]]:
            self._add("cell", text_of(paragraph), where)
            if paragraph:
                self._tails[cell.column] = len(self._blocks) - 1, paragraph

    def _name_picture(self, picture: Box, sheet: Sheet) -> None:
        self._close()
        size = (picture.right - picture.left) * (picture.bottom - picture.top)
        scanned = size > _WHOLE_PAGE * sheet.page.width * sheet.page.height and not sheet.lines and not sheet.held
        what = "扫描的页面" if scanned else "图片"
        self.unread.append(Unread(what=what, where=Location(paragraph=self._paragraphs or None)))


def _list_items(sheet: Sheet) -> Iterator[Line | Box | int]:
    """Yield lines, pictures outside tables and the numbers of tables from the top of the page."""
    loose = [one for one in sheet.page.pictures if not any(grid.box.holds(one.middle) for grid in sheet.grids)]
    tops: list[tuple[float, int, Line | Box | int]] = []
    tops += ((line.box.top, place, line) for place, line in enumerate(sheet.lines))
    tops += ((grid.box.top, -1, number) for number, grid in enumerate(sheet.grids))
    tops += ((picture.bottom, len(tops), picture) for picture in loose)
    yield from (item for _, _, item in sorted(tops, key=lambda one: one[:2]))


def _goes_on(grid: Grid, number: int, sheet: Sheet) -> bool:
    """Say whether a table's first row goes on with the last row of the page before, since its label is blank."""
    first = [(number, place) in sheet.held for place, cell in enumerate(grid.cells) if cell.row == 1]
    return len(first) > 1 and not first[0] and any(first)


def _margin(kind: str, line: Line) -> Block:
    if kind == "hidden":
        return Block(kind="hidden", text=line.text, where=Location(end=len(line.text)))
    if kind == "header":
        return Block(kind="header", text=line.text, where=Location(part="header", end=len(line.text)))
    return Block(kind="footer", text=line.text, where=Location(part="footer", end=len(line.text)))
