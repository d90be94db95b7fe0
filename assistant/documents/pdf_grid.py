"""Tables of a page, found by their ruled lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.documents.pdf_page import Box

_NEAR = 3.0
"""Points within which lines are the same line, and their ends meet."""
_MOST_RULES = 5000
"""Ruled lines of one page; a drawing of more is no table."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell; merged cells are one."""

    row: int
    """From 1."""
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table."""

    box: Box
    edges: tuple[float, ...]
    """Places of its upright lines, from the left."""
    cells: tuple[GridCell, ...]
    """By row, from the left."""


def find_grids(rules: Sequence[Box]) -> list[Grid]:
    """Return the tables that ruled lines make, from the top; a frame around one cell is none."""
    if len(rules) > _MOST_RULES:
        return []
    level = _join([_Line(box.top, box.left, box.right) for box in rules if box.right - box.left > box.bottom - box.top])
    upright = _join(
        [_Line(box.left, box.top, box.bottom) for box in rules if box.right - box.left <= box.bottom - box.top]
    )
    grids = (_build_grid(lines, posts) for lines, posts in _group(level, upright))
    return sorted((grid for grid in grids if grid), key=lambda grid: grid.box.top)


@dataclass(slots=True)
class _Line:
    """A level or an upright line."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        return self.start - _NEAR <= place <= self.end + _NEAR


def _join(lines: list[_Line]) -> list[_Line]:
    """Return the lines with pieces of one line put together."""
    joined: list[_Line] = []
    for place in _snap(line.at for line in lines):
        pieces = sorted((line for line in lines if abs(line.at - place) <= _NEAR), key=lambda line: line.start)
        for piece in pieces:
            last = joined[-1] if joined else None
            if last is not None and last.at == place and piece.start <= last.end + _NEAR:
                last.end = max(last.end, piece.end)
            else:
                joined.append(_Line(place, piece.start, piece.end))
    return joined


def _snap(places: Iterable[float]) -> list[float]:
    """Return the places with those near to one another as one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _NEAR:
            kept.append(place)
    return kept


def _group(level: list[_Line], upright: list[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Return the lines that hang together by crossing or meeting."""
    left, groups = set(range(len(upright))), list[tuple[list[_Line], list[_Line]]]()
    rest = set(range(len(level)))
    while left:
        posts, lines, fresh = set[int](), set[int](), {left.pop()}
        while fresh:
            posts |= fresh
            lines |= {one for one in rest for post in fresh if _meet(level[one], upright[post])}
            rest -= lines
            fresh = {post for post in left if any(_meet(level[one], upright[post]) for one in lines)}
            left -= fresh
        groups.append(([level[one] for one in lines], [upright[post] for post in posts]))
    return groups


def _meet(line: _Line, post: _Line) -> bool:
    return line.covers(post.at) and post.covers(line.at)


def _build_grid(level: list[_Line], upright: list[_Line]) -> Grid | None:
    rows, columns = _snap(line.at for line in level), _snap(line.at for line in upright)
    if len(rows) < 2 or len(columns) < 2:  # noqa: PLR2004 - a cell has two sides each way
        return None
    places = [(row, column) for row in range(len(rows) - 1) for column in range(len(columns) - 1)]
    owner = {place: place for place in places}
    for row, column in places:
        middle, centre = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
        if column and not _is_drawn(upright, columns[column], centre):
            _merge(owner, (row, column - 1), (row, column))
        if row and not _is_drawn(level, rows[row], middle):
            _merge(owner, (row - 1, column), (row, column))
    cells = tuple(_build_cell(place, owner, rows, columns) for place in places if owner[place] == place)
    if len(cells) < 2:  # noqa: PLR2004 - as the docstring of `find_grids` says
        return None
    return Grid(Box(columns[0], rows[0], columns[-1], rows[-1]), tuple(columns), cells)


def _is_drawn(lines: list[_Line], at: float, place: float) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start <= place <= line.end for line in lines)


def _merge(owner: dict[tuple[int, int], tuple[int, int]], one: tuple[int, int], other: tuple[int, int]) -> None:
    first, second = sorted((owner[one], owner[other]))
    for place, held in owner.items():
        if held == second:
            owner[place] = first


def _build_cell(
    place: tuple[int, int], owner: dict[tuple[int, int], tuple[int, int]], rows: list[float], columns: list[float]
) -> GridCell:
    held = [one for one, first in owner.items() if first == place]
    bottom, right = max(row for row, _ in held) + 1, max(column for _, column in held) + 1
    box = Box(columns[place[1]], rows[place[0]], columns[right], rows[bottom])
    return GridCell(place[0] + 1, place[1] + 1, box)
