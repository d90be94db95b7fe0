"""Tables of a page, found by their ruled lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from assistant.documents.pdf_page import Box

_Square = tuple[int, int]
"""Row and column of a piece between neighbouring lines, from 0."""
_NEAR = 3.0
"""Points within which lines are the same line, and their ends meet."""
_MOST_RULES = 5000
"""Ruled lines of one page; a drawing of more is no table."""
_MOST_MEETINGS = 40_000
"""Pairs of a level and an upright line, once pieces are put together."""


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
    if len(level) * len(upright) > _MOST_MEETINGS:
        return []
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
    pieces: list[_Line] = []
    for line in sorted(lines, key=lambda line: line.at):
        if pieces and line.at - pieces[0].at > _NEAR:
            joined += _join_pieces(pieces)
            pieces = []
        pieces.append(line)
    return joined + _join_pieces(pieces)


def _join_pieces(pieces: list[_Line]) -> list[_Line]:
    """Return the lines that pieces at one place make, where they touch."""
    joined: list[_Line] = []
    for piece in sorted(pieces, key=lambda line: line.start):
        last = joined[-1] if joined else None
        if last is not None and piece.start <= last.end + _NEAR:
            last.end = max(last.end, piece.end)
        else:
            joined.append(_Line(pieces[0].at, piece.start, piece.end))
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
    regions = _Regions()
    for row, column in product(range(len(rows) - 1), range(len(columns) - 1)):
        middle, centre = (columns[column] + columns[column + 1]) / 2, (rows[row] + rows[row + 1]) / 2
        regions.add((row, column))
        if column and not _is_drawn(upright, columns[column], centre):
            regions.join((row, column - 1), (row, column))
        if row and not _is_drawn(level, rows[row], middle):
            regions.join((row - 1, column), (row, column))
    cells = tuple(sorted((_build_cell(held, rows, columns) for held in regions.gather()), key=_place))
    if len(cells) < 2:  # noqa: PLR2004 - as the docstring of `find_grids` says
        return None
    return Grid(Box(columns[0], rows[0], columns[-1], rows[-1]), tuple(columns), cells)


def _is_drawn(lines: list[_Line], at: float, place: float) -> bool:
    return any(abs(line.at - at) <= _NEAR and line.start <= place <= line.end for line in lines)


class _Regions:
    """Squares of a grid, those without a line between them together."""

    def __init__(self) -> None:
        self._parents: dict[_Square, _Square] = {}

    def add(self, square: _Square) -> None:
        self._parents[square] = square

    def join(self, one: _Square, other: _Square) -> None:
        first, second = sorted((self._find(one), self._find(other)))
        self._parents[second] = first

    def gather(self) -> list[list[_Square]]:
        found: dict[_Square, list[_Square]] = {}
        for square in self._parents:
            found.setdefault(self._find(square), []).append(square)
        return list(found.values())

    def _find(self, square: _Square) -> _Square:
        while (parent := self._parents[square]) != square:
            self._parents[square] = self._parents[parent]
            square = parent
        return square


def _build_cell(held: list[_Square], rows: list[float], columns: list[float]) -> GridCell:
    down, across = [row for row, _ in held], [column for _, column in held]
    box = Box(columns[min(across)], rows[min(down)], columns[max(across) + 1], rows[max(down) + 1])
    return GridCell(min(down) + 1, min(across) + 1, box)


def _place(cell: GridCell) -> _Square:
    return cell.row, cell.column
