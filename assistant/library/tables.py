"""Tables of a notice, row by row, with the repairs that a damaged extraction needs, each of them named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.domain.notice import Note, Table, TableRow
from assistant.text import clean

NUMBER = "序号"
YEAR = "年份"
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class FoundRow:
    """One row with its repairs."""

    number: int
    cells: dict[str, str]
    repairs: list[str] = field(default_factory=list[str])
    carried: bool = False
    """True where the group's name is that of a row above."""
    clause: str = ""
    """Path, known once the row's clause is opened."""


@dataclass(slots=True)
class FoundTable:
    """A table while its rows are read; a heading row that is repeated at a page break adds nothing."""

    clause: str
    columns: tuple[str, ...]
    rows: list[FoundRow] = field(default_factory=list[FoundRow])

    def add(self, cells: tuple[str, ...]) -> FoundRow:
        """Add a row, repaired where its number, its columns or its group's first cell needs it."""
        row = FoundRow(0, {})
        row.number = self._repair_number(int(cells[0]), row.repairs)
        row.cells = self._align(cells, row.repairs)
        row.cells[self.columns[0]] = str(row.number)
        self._carry_group(row)
        self.rows.append(row)
        return row

    def extend(self, text: str) -> None:
        """Add the rest of a broken line to the last filled cell of the last row."""
        cells = self.rows[-1].cells
        filled = [name for name in self.columns if cells[name]]
        cells[filled[-1]] = clean(f"{cells[filled[-1]]}\n{text}")

    def _repair_number(self, printed: int, repairs: list[str]) -> int:
        expected = self.rows[-1].number + 1 if self.rows else printed
        if printed < expected:
            repairs.append(f"原文序号印作{printed}，按前后行应为{expected}。")
            return expected
        return printed

    def _align(self, cells: tuple[str, ...], repairs: list[str]) -> dict[str, str]:
        """Give each cell its column; where the year stands in another column, the cells are told by their kinds."""
        year = self.columns.index(YEAR) if YEAR in self.columns else None
        filled = [cell for cell in cells[1:] if cell]
        found = next((place for place, cell in enumerate(filled) if _YEAR.fullmatch(cell)), None)
        if year is None or found is None or _YEAR.fullmatch(_get(cells, year)):
            return self._fill(self.columns, cells)
        aligned = self._fill(self.columns[1:year], filled[:found]) | {YEAR: filled[found]}
        aligned |= self._fill(self.columns[year + 1 :], filled[found + 1 :])
        repairs.append("原文这一行的各格错位，已按内容归入各栏。")
        missing = [name for name in self.columns[year + 1 :] if not aligned[name]]
        if missing:
            repairs.append(f"原文这一行缺“{'、'.join(missing)}”。")
        return {name: aligned.get(name, "") for name in self.columns}

    @staticmethod
    def _fill(columns: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
        """A cell too many goes to the last column."""
        result = {name: _get(cells, place) for place, name in enumerate(columns)}
        if columns and len(cells) > len(columns):
            result[columns[-1]] = " ".join(cell for cell in cells[len(columns) - 1 :] if cell)
        return result

    def _carry_group(self, row: FoundRow) -> None:
        """A group prints its name in its first row only."""
        group = self.columns[1]
        if not row.cells[group] and self.rows and self.rows[-1].cells[group]:
            row.cells[group] = self.rows[-1].cells[group]
            row.carried = True


def is_header(cells: Sequence[str]) -> bool:
    """Say whether the cells are a heading row: 序号 and at least two further columns, all named and different."""
    return cells[0] == NUMBER and len(set(cells) - {""}) == len(cells) > 2  # noqa: PLR2004 - two further columns


def _get(cells: Sequence[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def build_table(found: FoundTable) -> Table:
    """Return the table as a value."""
    rows = tuple(TableRow(clause=row.clause, cells=row.cells, repairs=tuple(row.repairs)) for row in found.rows)
    return Table(clause=found.clause, columns=found.columns, rows=rows)


def list_notes(found: FoundTable) -> Iterator[Note]:
    """Yield one note for each repair, and one for names that only the first row of a group bears."""
    carried = sum(row.carried for row in found.rows)
    if carried:
        yield Note(f"“{found.columns[1]}”只印在每组第一行，另外{carried}行按同组补出。", found.clause)
    for row in found.rows:
        for repair in row.repairs:
            yield Note(repair, row.clause)
