"""The blocks of a document with its tables put together again: lines, and tables of rows of cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from assistant.domain.draft import Block

_NOTHING = " \t\n\u3000:："


class Cell:
    """A cell with its paragraphs and the tables inside it; its text is put together once, when all are in."""

    __slots__ = ("_text", "blocks", "column", "holds_table", "items")

    def __init__(self, column: int) -> None:
        self.column = column
        self.items: list[Block | Table] = []
        self.blocks: list[Block] = []
        """The cell's own paragraphs."""
        self.holds_table = False
        """True where a table stands inside the cell."""
        self._text: str | None = None

    def add(self, item: "Block | Table") -> None:
        """Take in a paragraph or a table."""
        self.items.append(item)
        if isinstance(item, Table):
            self.holds_table = True
        else:
            self.blocks.append(item)

    @property
    def text(self) -> str:
        """Paragraphs with text, joined by line breaks."""
        if self._text is None:
            self._text = "\n".join([text for block in self.blocks if (text := block.text.strip())])
        return self._text

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in the cell, no table either; a colon between two cells is nothing."""
        return not self.holds_table and not self.text.strip(_NOTHING)

    @property
    def is_one_line(self) -> bool:
        """Say whether the cell holds one line of text and nothing else."""
        return bool(self.text) and "\n" not in self.text and not self.holds_table


@dataclass
class Table:
    """A table; its rows hold the cells that are shown."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict[tuple[int, int], Cell])

    @cached_property
    def rows(self) -> list[list[Cell]]:
        """Cells by row, from the left."""
        rows: dict[int, list[Cell]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append(self.cells[row, column])
        return list(rows.values())

    def open_cell(self, row: int, column: int) -> Cell:
        """Return the cell at that place, a new one if it has not been met."""
        place = row, column
        cell = self.cells.get(place)
        if cell is None:
            cell = self.cells[place] = Cell(column)
        return cell


def assemble(blocks: Iterable[Block]) -> list[Block | Table]:
    """Return lines and outermost tables in the order of the document."""
    top: list[Block | Table] = []
    tables: dict[int, Table] = {}
    for block in blocks:
        where = block.where
        if where.table is None or where.row is None or where.column is None:
            top.append(block)
            continue
        table = tables.get(where.table)
        if table is None:
            table = tables[where.table] = Table()
            _place(table, block, tables, top)
        table.open_cell(where.row, where.column).add(block)
    return top


def _place(table: Table, first: Block, tables: dict[int, Table], top: list[Block | Table]) -> None:
    """Put a new table where it stands: into the cell around it, which may have had no paragraph yet, or on top."""
    if first.outer is None:
        top.append(table)
        return
    number, row, column = first.outer
    around = tables.get(number)
    if around is None:
        around = tables[number] = Table()
        top.append(around)
    around.open_cell(row, column).add(table)
