"""What stands on a page of a PDF: characters with their places, ruled lines, pictures; PDFium reads the file.

Places are in points, from the upper left corner of the page as it is shown.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.documents.symbols import read_symbol

_THIN = 3.0
"""Points up to which a filled shape is a line."""
_SHORTEST_RULE = 6.0
_SMALLEST_PICTURE = 12.0
"""Points of a side from which a picture may show something; smaller ones are ornaments."""
_MOST_DRAWN = 20_000
"""Lines and pictures of a page that are looked at; a drawing of more is no form."""
_MOST_SEGMENTS = 2000
"""Segments of a path; one with more is a drawing."""
_DEEPEST_FORM = 8
"""Form objects inside one another that are looked into."""
_WHITE = 250
"""Value from which each of red, green and blue makes white."""
_PRIVATE_AREA = range(0xE000, 0xF900)
_BULLET = "•"
_RADICALS = dict(zip(
    "⺟⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⺩⺬⻊⻌⻏⻐",
    "母民虎西见角贝车长门青页风飞食马骨鬼鱼鸟麦黄齐齿龙龟王示足辶阝钅",
    strict=True,
))  # fmt: skip
"""Radicals that stand for characters in many files and have no compatibility mapping of their own."""
_HYPHEN = 2
"""What PDFium gives for a hyphen at the end of a line."""
_KANGXI = range(0x2F00, 0x2FE0)
_COMPATIBLE = range(0xF900, 0xFB00)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> tuple[float, float]:
        """Return its centre."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, point: tuple[float, float]) -> bool:
        """Say whether the point is inside."""
        return self.left <= point[0] <= self.right and self.top <= point[1] <= self.bottom


@dataclass(frozen=True, slots=True)
class Sign:
    """One character."""

    text: str
    box: Box
    """As high as the font's line."""
    size: float
    hidden: bool = False
    """True for white on nothing."""


@dataclass(slots=True)
class Page:
    """One page."""

    width: float
    height: float
    signs: list[Sign] = field(default_factory=list[Sign])
    rules: list[Box] = field(default_factory=list[Box])
    """Ruled lines, each longer one way than the other."""
    pictures: list[Box] = field(default_factory=list[Box])
    notes: int = 0
    """Annotations and form fields, which are not read."""


def read_page(page: pypdfium2.PdfPage) -> Page:
    """Return what stands on the page."""
    turn = _Turn(*page.get_size(), page.get_rotation())
    found = Page(*turn.size)
    grounds: list[Box] = []
    drawn = page.get_objects(filter=(pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE), max_depth=_DEEPEST_FORM)
    for item in islice(drawn, _MOST_DRAWN):
        if isinstance(item, pypdfium2.PdfImage):
            found.pictures.append(turn.box(*item.get_bounds()))
        else:
            _read_path(item, turn, found, grounds)
    large = (box for box in found.pictures if min(box.right - box.left, box.bottom - box.top) >= _SMALLEST_PICTURE)
    found.pictures = list(large)
    found.signs = list(_read_signs(page.get_textpage(), turn, [*grounds, *found.pictures]))
    found.notes = pdfium.FPDFPage_GetAnnotCount(page) - _count_links(page)
    return found


class _Turn:
    """Turns places of the file (from below, before rotation) into places as shown.

    Args:
        width: of the page as shown.
        height: of the page as shown.
        rotation: degrees, clockwise.
    """

    def __init__(self, width: float, height: float, rotation: int) -> None:
        self.size = width, height
        self._rotation = rotation

    def point(self, x: float, y: float) -> tuple[float, float]:
        width, height = self.size
        match self._rotation:
            case 90:
                return y, x
            case 180:
                return width - x, y
            case 270:
                return width - y, height - x
            case _:
                return x, height - y

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        one, other = self.point(left, bottom), self.point(right, top)
        (x0, x1), (y0, y1) = sorted((one[0], other[0])), sorted((one[1], other[1]))
        return Box(x0, y0, x1, y1)


def _read_signs(text: pypdfium2.PdfTextPage, turn: _Turn, grounds: list[Box]) -> Iterator[Sign]:
    rect = pdfium.FS_RECTF()
    colour = [ctypes.c_uint() for _ in range(4)]
    for place in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, place)
        if pdfium.FPDFText_IsGenerated(text, place) or not pdfium.FPDFText_GetLooseCharBox(text, place, rect):
            continue
        sign = _as_typed(code)
        if not sign:
            continue
        box = turn.box(rect.left, rect.bottom, rect.right, rect.top)
        pdfium.FPDFText_GetFillColor(text, place, *colour)
        white = min(one.value for one in colour[:3]) >= _WHITE
        hidden = white and not any(ground.holds(box.middle) for ground in grounds)
        yield Sign(sign, box, max(1.0, box.bottom - box.top), hidden)


def _as_typed(code: int) -> str:
    """Return a character as its author typed it; empty for what is none."""
    if code in _PRIVATE_AREA:
        shape = read_symbol("Wingdings", code)
        return _BULLET if ord(shape) in _PRIVATE_AREA else shape
    if code == _HYPHEN:
        return "-"
    if code in _KANGXI or code in _COMPATIBLE:
        return unicodedata.normalize("NFKC", chr(code))
    if not 0 < code < 0x110000 or code in (0xFFFE, 0xFFFF) or 0xD800 <= code < 0xE000:  # noqa: PLR2004 - bounds of Unicode
        return ""
    sign = _RADICALS.get(chr(code), chr(code))
    return " " if sign == "\xa0" or (sign.isspace() and sign != "\u3000") else sign


def _read_path(item: Any, turn: _Turn, page: Page, grounds: list[Box]) -> None:  # noqa: ANN401 - an untyped vendor's object
    """Take the ruled lines of a path; a filled shape that is no line is a ground on which white can be seen."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    for points in _list_strokes(item, turn):
        box = _around(points)
        if _is_rule(box):
            page.rules.append(box)
        elif stroke.value:
            page.rules += (edge for pair in pairwise(points) if _is_rule(edge := _around(list(pair))))
        if fill.value and not _is_rule(box) and not _is_white(item):
            grounds.append(box)


def _is_white(item: Any) -> bool:  # noqa: ANN401 - as above
    colour = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(item, *colour)
    return min(one.value for one in colour[:3]) >= _WHITE


def _list_strokes(item: Any, turn: _Turn) -> Iterator[list[tuple[float, float]]]:  # noqa: ANN401 - as above
    """Yield the points of each part of a path that is drawn without lifting the pen."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    count = pdfium.FPDFPath_CountSegments(item)
    for place in range(count if count <= _MOST_SEGMENTS else 0):
        segment = pdfium.FPDFPath_GetPathSegment(item, place)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        points.append(turn.point(across, up))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if points:
        yield points


def _around(points: list[tuple[float, float]]) -> Box:
    across, down = [point[0] for point in points], [point[1] for point in points]
    return Box(min(across), min(down), max(across), max(down))


def _is_rule(box: Box) -> bool:
    width, height = box.right - box.left, box.bottom - box.top
    return min(width, height) <= _THIN and max(width, height) >= _SHORTEST_RULE


def _count_links(page: pypdfium2.PdfPage) -> int:
    kinds = (pdfium.FPDFPage_GetAnnot(page, place) for place in range(pdfium.FPDFPage_GetAnnotCount(page)))
    return sum(_close(annotation) == pdfium.FPDF_ANNOT_LINK for annotation in kinds)


def _close(annotation: Any) -> int:  # noqa: ANN401 - as above
    kind = pdfium.FPDFAnnot_GetSubtype(annotation)
    pdfium.FPDFPage_CloseAnnot(annotation)
    return kind
