"""Tables of a notice, row by row, with the repairs that a damaged extraction needs, each of them named."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.domain.notice import Note, Table, TableRow

NUMBER = "序号"
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(slots=True)
class FoundRow:
    """One row with its repairs."""

    number: int
    cells: dict[str, str]
    repairs: list[str] = field(default_factory=list[str])
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

    def _repair_number(self, printed: int, repairs: list[str]) -> int:
        expected = self.rows[-1].number + 1 if self.rows else printed
        if printed < expected:
            repairs.append(f"原文序号印作{printed}，按前后行应为{expected}。")
            return expected
        return printed

    def _align(self, cells: tuple[str, ...], repairs: list[str]) -> dict[str, str]:
        """Give each cell its column; where the year stands in another column, the cells are told by their kinds."""
        padded = (*cells, *("",) * (len(self.columns) - len(cells)))
        year = next((place for place, name in enumerate(self.columns) if name == "年份"), None)
        if year is None or _YEAR.fullmatch(padded[year]):
            return dict(zip(self.columns, padded, strict=False))
        filled = [cell for cell in cells[1:] if cell]
        found = next((place for place, cell in enumerate(filled) if _YEAR.fullmatch(cell)), None)
        if found is None:
            return dict(zip(self.columns, padded, strict=False))
        before, after = filled[:found], filled[found + 1 :]
        aligned = dict.fromkeys(self.columns, "")
        aligned |= dict(zip(self.columns[1:year], before, strict=False))
        aligned[self.columns[year]] = filled[found]
        aligned |= dict(zip(self.columns[year + 1 :], after, strict=False))
        repairs.append("原文这一行的各格错位，已按内容归入各栏。")
        missing = [name for name in self.columns[year + 1 :] if not aligned[name]]
        if missing:
            repairs.append(f"原文这一行缺“{'、'.join(missing)}”。")
        return aligned

    def _carry_group(self, row: FoundRow) -> None:
        """A group prints its name in its first row only."""
        group = self.columns[1]
        if not row.cells[group] and self.rows:
            row.cells[group] = self.rows[-1].cells[group]


def is_header(cells: tuple[str, ...]) -> bool:
    """Say whether the cells are a heading row."""
    return len(cells) >= 3 and cells[0] == NUMBER  # noqa: PLR2004


def build_table(found: FoundTable) -> Table:
    """Return the table as a value."""
    rows = tuple(TableRow(clause=row.clause, cells=row.cells, repairs=tuple(row.repairs)) for row in found.rows)
    return Table(clause=found.clause, columns=found.columns, rows=rows)


def list_notes(found: FoundTable) -> Iterator[Note]:
    """Yield one note for each repair."""
    for row in found.rows:
        for repair in row.repairs:
            yield Note(repair, row.clause)
