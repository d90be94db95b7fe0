"""Amounts of money by their source, and tables that give each source a column."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

Fund = Literal["total", "central", "other", "local", "unit", "foreign"]
"""All of it; the state's; matching or other funds as a whole; local finance; the units' own; the foreign side's."""

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TOTAL = re.compile(r"合\s*计|总\s*计|总\s*额|小\s*计")
_SEVERAL = 2
"""Columns with a source from which a line heads a table."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount with what it is for."""

    fund: Fund
    wan_yuan: float
    text: str
    inside: bool
    """True where it is a part of the amount before it (其中 …)."""


def read_columns(lines: Sequence[str], find_fund: Callable[[str], Fund | None], scale: float) -> tuple[Amount, ...]:
    """Return the sums of the columns of a table whose heading names the sources; empty where there is none.

    Args:
        lines: cells joined by tabs.
        find_fund: tells the source from a heading cell.
        scale: 万元 to one of the table's units.
    """
    for place, line in enumerate(lines):
        cells = line.split("\t")
        funds: list[Fund | None] = [None if _NUMBER.search(cell) else find_fund(cell) for cell in cells]
        heads: dict[int, Fund] = {index: fund for index, fund in enumerate(funds) if fund is not None}
        if len(set(heads.values()) - {"total"}) >= _SEVERAL:
            rows = [row.split("\t") for row in lines[place + 1 :] if row.count("\t") == line.count("\t")]
            sums = [row for row in rows if _TOTAL.search(row[0])] or rows
            return tuple(_sum_column(sums, index, fund, cells[index], scale) for index, fund in heads.items() if sums)
    return ()


def _sum_column(rows: Sequence[Sequence[str]], index: int, fund: Fund, head: str, scale: float) -> Amount:
    found = (_NUMBER.search(row[index]) for row in rows)
    value = sum(float(one.group().replace(",", "")) for one in found if one) * scale
    return Amount(fund, value, f"{head.strip()}{value:g}万元", inside=False)
