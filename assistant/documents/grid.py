"""The blocks of a document with its tables put together again: lines, and tables of rows of cells."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assistant.domain.draft import Block


@dataclass(slots=True)
class Cell:
    """A cell with its paragraphs and the tables inside it."""

    column: int
    items: list["Block | Table"] = field(default_factory=list["Block | Table"])

    @property
    def blocks(self) -> list[Block]:
        """The cell's own paragraphs."""
        return [item for item in self.items if isinstance(item, Block)]

    @property
    def text(self) -> str:
        """Paragraphs with text, joined by line breaks."""
        return "\n".join(block.text.strip() for block in self.blocks if block.text.strip())

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in the cell, no table either; a colon between two cells is nothing."""
        return not any(isinstance(item, Table) or item.text.strip(" \t\n\u3000:：") for item in self.items)

    @property
    def holds_table(self) -> bool:
        """Say whether a table stands inside the cell."""
        return any(isinstance(item, Table) for item in self.items)

    @property
    def is_one_line(self) -> bool:
        """Say whether the cell holds one line of text and nothing else."""
        return not self.holds_table and bool(self.text) and "\n" not in self.text


@dataclass(slots=True)
class Table:
    """A table; its rows hold the cells that are shown."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict[tuple[int, int], Cell])

    @property
    def rows(self) -> list[list[Cell]]:
        """Cells by row, from the left."""
        rows: dict[int, list[Cell]] = {}
        for row, column in sorted(self.cells):
            rows.setdefault(row, []).append(self.cells[row, column])
        return list(rows.values())

    def open_cell(self, row: int, column: int) -> Cell:
        """Return the cell at that place, a new one if it has not been met."""
        return self.cells.setdefault((row, column), Cell(column))


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
        table.open_cell(where.row, where.column).items.append(block)
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
    around.open_cell(row, column).items.append(table)
