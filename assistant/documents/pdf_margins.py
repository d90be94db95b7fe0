"""Pages with their headers and footers told from the text: what repeats at the edge, and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assistant.documents.pdf_grid import Grid, find_grids
from assistant.documents.pdf_lines import Line, build_lines
from assistant.documents.pdf_page import Box, Page, Sign

_EDGE = 0.1
"""Share of a page's height at its top and at its bottom in which headers and footers stand."""
_NUMBER = re.compile(
    r"^[-—–―·\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:\s*[,，/]?\s*共?\s*\d{1,3}\s*页?)?[-—–―·\s]*$|^Page\s*\d+.*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"[0-9\s]")
_REPEATED = 2
"""Pages on which a line must stand at the edge to be no text."""


@dataclass(slots=True)
class Sheet:
    """A page by its parts."""

    text: Box
    """Where text may stand outside tables: to the widest line of the document, with margins at least alike."""
    page: Page
    grids: list[Grid] = field(default_factory=list[Grid])
    held: dict[tuple[int, int], list[Sign]] = field(default_factory=dict[tuple[int, int], list[Sign]])
    """Number of a table and of a cell in it (both from 0) to the characters there."""
    lines: list[Line] = field(default_factory=list[Line])
    """Lines outside tables, from the top."""
    hidden: list[Line] = field(default_factory=list[Line])
    header: list[Line] = field(default_factory=list[Line])
    footer: list[Line] = field(default_factory=list[Line])


def split_margins(pages: Sequence[Page]) -> list[Sheet]:
    """Return the pages by their parts; a header or a footer that several pages bear stands on the first of them."""
    sheets = [_part(page) for page in pages]
    counts = Counter(key for sheet in sheets for key in {_key(line, sheet) for line in _at_edge(sheet)})
    seen: set[str] = set()
    for sheet in sheets:
        margin = [
            line for line in _at_edge(sheet) if _NUMBER.match(line.text) or counts[_key(line, sheet)] >= _REPEATED
        ]
        sheet.lines = [line for line in sheet.lines if line not in margin]
        for line in margin:
            if (key := _key(line, sheet)) not in seen:
                seen.add(key)
                (sheet.header if _is_top(line, sheet) else sheet.footer).append(line)
    _widen(sheets)
    return sheets


def _part(page: Page) -> Sheet:
    sheet = Sheet(Box(0, 0, page.width, page.height), page, find_grids(page.rules))
    loose: list[Sign] = []
    for sign in page.signs:
        cell = None if sign.hidden else _find_cell(sheet.grids, sign)
        if cell is not None:
            sheet.held.setdefault(cell, []).append(sign)
        elif not sign.hidden:
            loose.append(sign)
    sheet.lines = build_lines(loose)
    sheet.hidden = build_lines(sign for sign in page.signs if sign.hidden)
    return sheet


def _find_cell(grids: Sequence[Grid], sign: Sign) -> tuple[int, int] | None:
    middle = sign.box.middle
    for number, grid in enumerate(grids):
        if grid.box.holds(middle):
            return next(((number, place) for place, cell in enumerate(grid.cells) if cell.box.holds(middle)), None)
    return None


def _at_edge(sheet: Sheet) -> Iterator[Line]:
    edge = _EDGE * sheet.page.height
    for line in sheet.lines:
        if line.box.bottom <= edge or line.box.top >= sheet.page.height - edge:
            yield line


def _is_top(line: Line, sheet: Sheet) -> bool:
    return line.box.top < sheet.page.height / 2


def _key(line: Line, sheet: Sheet) -> str:
    """Return what is the same of a margin on all pages: its side, and its text without numbers."""
    return f"{_is_top(line, sheet)} {_DIGITS.sub('', line.text)}"


def _widen(sheets: Sequence[Sheet]) -> None:
    lines = [line for sheet in sheets for line in sheet.lines]
    if not lines:
        return
    left, right = min(line.box.left for line in lines), max(line.box.right for line in lines)
    for sheet in sheets:
        sheet.text = Box(left, 0, max(right, sheet.page.width - left), sheet.page.height)
