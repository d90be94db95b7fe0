"""Tables whose heads stand in the first column, or are repeated side by side, as rows with one head each."""

from collections.abc import Callable, Iterator
from itertools import groupby

_FEWEST = 3
"""Cells of a row that is looked at."""


def straighten(rows: list[str], name_head: Callable[[str], str]) -> list[str]:
    """Return the rows of a list, such as belong to a turned or a folded table put right.

    Args:
        rows: cells joined by tabs; a line of text is a row of one cell.
        name_head: what a cell names as the head of a column; empty for none.
    """
    if not any("\t" in row for row in rows):
        return rows
    found: list[str] = []
    for _, run in groupby(rows, key=lambda row: row.count("\t")):
        found.extend(_straighten_table([row.split("\t") for row in run], name_head))
    return found


def _straighten_table(table: list[list[str]], name_head: Callable[[str], str]) -> Iterator[str]:
    if len(table[0]) >= _FEWEST and _is_turned(table, name_head):
        table = [list(row) for row in zip(*table, strict=True)]
    heads = [name_head(cell) for cell in table[0]]
    width = _find_width(heads)
    for row in table:
        for start in range(0, len(row), width):
            yield "\t".join(row[start : start + width])


def _is_turned(table: list[list[str]], name_head: Callable[[str], str]) -> bool:
    """Say whether the first column names what most rows hold, and the first row names nothing else."""
    down = [head for row in table if (head := name_head(row[0]))]
    return len(set(down)) > 1 and len(down) > len(table) / 2 and not any(map(name_head, table[0][1:]))


def _find_width(heads: list[str]) -> int:
    """Return how many columns there are before the heads begin anew; all of them where they do not."""
    widths = (width for width in range(2, len(heads)) if len(heads) % width == 0)
    return next(
        (width for width in widths if any(heads) and heads == heads[:width] * (len(heads) // width)), len(heads)
    )
