"""Tables as authors lay forms out: label left or above, both in one cell, a row that goes on, a list of things."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from assistant.documents.grid import Cell, Table
from assistant.documents.label import Label
from assistant.documents.lines import LineReader
from assistant.documents.open_field import OpenField
from assistant.documents.unknown_labels import find_unknown
from assistant.domain.draft import Block, FieldLine
from assistant.text import squash

_ORDINAL = re.compile(r"^[\d一二三四五六七八九十.、()（）]*$")
_LEAST_DATA_COLUMNS = 3
_LABEL_AND_TEXT = 2


def read_items(lines: LineReader, items: Iterable[Block | Table], *, in_cell: bool = False) -> None:
    """Read lines and tables in order."""
    for item in items:
        if isinstance(item, Table):
            _TableReader(lines).read(item)
        else:
            lines.read_block(item, in_cell=in_cell)


class _TableReader:
    def __init__(self, lines: LineReader) -> None:
        self._lines = lines
        self._owners: dict[int, OpenField] = {}
        """Column to the field whose text stands there, of the last row with labels."""
        self._stacked = False
        """Whether that row held labels only, so that the next one holds their texts."""
        self._labelled: set[int] = set()
        """Columns of labels with their text beside them."""
        self._heads_rows = False
        """Whether the last label has a row for itself, so that the rows below are its parts, whatever stands left."""

    def read(self, table: Table) -> None:
        rows = table.rows
        if self._is_list(rows):
            for row in rows:
                self._add_row(row)
            return
        labels = [[self._find_label(cell) for cell in row] for row in rows]
        inner = [self._has_inner_label(row) for row in rows]
        is_form = any(inner) or any(map(any, labels))
        if is_form:
            self._lines.current = None
        text_below = False
        for row, found, opens in zip(rows, labels, inner, strict=True):
            if any(found):
                text_below = self._read_label_row(row, found)
            elif opens:
                self._read_open_row(row)
                text_below = False
            else:
                self._read_plain_row(row)
        if is_form and not text_below:
            self._lines.current = None

    def _find_label(self, cell: Cell) -> Label | None:
        return None if cell.holds_table else self._lines.find_whole(cell.text)

    def _read_label_row(self, row: list[Cell], labels: list[Label | None]) -> bool:
        """Labels take the cells to their right.

        Returns:
            Whether the last label has no cell to its right, so that its text may stand below.
        """
        self._owners.clear()
        opened: OpenField | None = None
        taken: list[Cell] = []
        for cell, label in zip(row, labels, strict=True):
            if label is not None:
                self._fill(opened, taken)
                opened, taken = self._open(cell, label), []
            elif opened is None:
                self._read_group(cell)
                continue
            else:
                taken.append(cell)
            self._owners[cell.column] = opened
        self._fill(opened, taken)
        self._labelled |= {
            cell.column for cell, label, beside in zip(row, labels, labels[1:], strict=False) if label and not beside
        }
        self._stacked = all(labels)
        self._heads_rows = not taken
        return not taken

    def _read_open_row(self, row: list[Cell]) -> None:
        """A row in which cells open with a label of their own; a cell without one goes on with the cell before it."""
        opened = False
        for cell in row:
            opens = self._has_inner_label([cell])
            if self._stacked or (not opens and not opened):
                self._lines.current = self._find_owner(cell)
            self._read_cell(cell)
            opened = opened or opens
        self._stacked = False

    def _open(self, cell: Cell, label: Label) -> OpenField:
        """Open a field whose label is a cell; the label may be broken over paragraphs of it."""
        first = next(block for block in cell.blocks if block.text.strip())
        opened = self._lines.open(first, label)
        opened.printed = cell.text
        opened.where = first.where.model_copy(update={"field": label.spec.label})
        return opened

    def _fill(self, opened: OpenField | None, cells: list[Cell]) -> None:
        if opened is None:
            return
        opened.paragraphs.update(block.where.paragraph for cell in cells for block in cell.blocks)
        filled = [cell for cell in cells if not cell.is_blank]
        self._lines.current = opened
        if len(filled) > 1 and not self._has_inner_label(filled):
            self._add_row(filled)
            return
        for cell in filled:
            self._lines.current = opened
            self._read_cell(cell)

    def _read_group(self, cell: Cell) -> None:
        """A cell left of the row's first label heads a group of rows and is no text of a field; a number is dropped."""
        if not cell.is_blank and not _ORDINAL.match(squash(cell.text)):
            self._lines.current = None
            self._read_cell(cell)

    def _read_plain_row(self, row: list[Cell]) -> None:
        """A row without labels goes on with the fields above it, each cell with that of its column."""
        filled = [cell for cell in row if not cell.is_blank]
        if self._read_unknown_row(filled):
            return
        owners = [self._find_owner(cell) for cell in filled]
        if len(filled) > 1 and all(owner is owners[0] for owner in owners):
            self._lines.current = owners[0]
            self._add_row(filled)
            return
        for cell, owner in zip(filled, owners, strict=True):
            self._lines.current = owner
            self._read_cell(cell)
        self._stacked = False

    def _read_unknown_row(self, filled: list[Cell]) -> bool:
        """A label that the form lacks (引言) with its text beside it, below rows laid out so, is an item of its own.

        So is another name (承担单位) of an item that the draft has under its official label.
        """
        cells = filled[1:] if filled and _ORDINAL.match(squash(filled[0].text)) else filled
        if len(cells) != _LABEL_AND_TEXT or self._stacked or self._heads_rows or cells[0].column not in self._labelled:
            return False
        again = self._lines.know_whole(cells[0].text)
        if again is not None:
            self._read_label_row(cells, [again, None])
            return True
        name = find_unknown(cells[0].text, head=False) if cells[0].is_one_line else None
        if name is None:
            return False
        first = next(block for block in cells[0].blocks if block.text.strip())
        opened = self._lines.open_unknown(first, name)
        self._owners = {cells[0].column: opened}
        self._fill(opened, cells[1:])
        return True

    def _find_owner(self, cell: Cell) -> OpenField | None:
        columns = [column for column in self._owners if column <= cell.column]
        return self._owners[max(columns)] if columns else self._lines.current

    def _read_cell(self, cell: Cell) -> None:
        read_items(self._lines, cell.items, in_cell=True)

    def _has_inner_label(self, cells: Sequence[Cell]) -> bool:
        """Say whether a cell opens with a label and its text (题目：如何…)."""
        return any(self._opens_with_label(cell) for cell in cells)

    def _opens_with_label(self, cell: Cell) -> bool:
        head = next((block for block in cell.blocks if block.text.strip()), None)
        if head is None:
            return False
        label = self._lines.find_head(head.text.strip("\n").split("\n")[0], head.lead)
        return label is not None and not label.extra

    def _is_list(self, rows: list[list[Cell]]) -> bool:
        """A list of things, whose column headings may happen to be labels: all rows alike, labels in the first only."""
        widths = {len(row) for row in rows}
        if len(rows) <= 1 or len(widths) != 1 or max(widths) < _LEAST_DATA_COLUMNS:
            return False
        head = [cell.is_blank or self._find_label(cell) is not None for cell in rows[0]]
        labelled_below = any(self._find_label(cell) is not None for cell in chain.from_iterable(rows[1:]))
        return any(head) and not all(head) and not labelled_below

    def _add_row(self, row: list[Cell]) -> None:
        """Keep a row of a list as one line, its cells joined by tabs; longer cells stay apart."""
        filled = [cell for cell in row if not cell.is_blank]
        if len(filled) <= 1 or not all(cell.is_one_line for cell in filled):
            for cell in filled:
                self._read_cell(cell)
            return
        current = self._lines.current
        text = "\t".join(cell.text for cell in filled)
        place = {"field": current.spec.label if current else None, "column": None, "start": 0, "end": len(text)}
        self._lines.add(FieldLine(text=text, where=filled[0].blocks[0].where.model_copy(update=place)))
        if current is not None:
            current.paragraphs.update(block.where.paragraph for cell in row for block in cell.blocks)
