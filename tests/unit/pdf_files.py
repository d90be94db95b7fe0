"""PDF files written by hand, so that tests know every place: text, ruled lines, pictures, rotated pages."""

import zlib
from collections.abc import Iterator, Sequence

WIDTH, HEIGHT = 595, 842
"""A4 in points."""
SIZE = 10.0
LEFT, TOP, LEADING = 90.0, 100.0, 15.0
_PER_LINE = 40
"""Chinese characters of a full line in `flow`."""


def text(x: float, y: float, content: str, *, size: float = SIZE, colour: str = "0 0 0") -> str:
    """Return a line of text; y is that of its base line, from the top of the page."""
    codes = content.encode("utf-16-be").hex()
    return f"BT {colour} rg /F1 {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{codes}> Tj ET"


def flow(*paragraphs: str, x: float = LEFT, y: float = TOP, per_line: int = _PER_LINE) -> list[str]:
    """Return paragraphs broken over lines as wide as `per_line` Chinese characters."""
    lines = [paragraph[at : at + per_line] for paragraph in paragraphs for at in range(0, len(paragraph), per_line)]
    return [text(x, y + place * LEADING, line) for place, line in enumerate(lines)]


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return a ruled line."""
    return f"0 0 0 RG 0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S"


def shade(x0: float, y0: float, x1: float, y1: float, colour: str = "0 0 0.5") -> str:
    """Return a filled rectangle."""
    return f"{colour} rg {x0} {HEIGHT - y1} {x1 - x0} {y1 - y0} re f"


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[str]:
    """Return the ruled lines of a table."""
    level = [rule(columns[0], y, columns[-1], y) for y in rows]
    return level + [rule(x, rows[0], x, rows[-1]) for x in columns]


def picture(x: float, y: float, width: float, height: float) -> str:
    """Return a picture whose upper left corner is at x, y."""
    return f"q {width} 0 0 {height} {x} {HEIGHT - y - height} cm /I1 Do Q"


def make_pdf(*pages: Sequence[str], rotate: int = 0, annotation: str = "", packed: bool = True) -> bytes:
    """Return a PDF.

    Args:
        pages: what each page draws.
        rotate: degrees by which all pages are turned, clockwise.
        annotation: subtype of one annotation on every page, such as `FreeText`.
        packed: False leaves what the pages draw readable, so that damage there is no damage of the packing.
    """
    return _assemble(list(_list_objects(pages, rotate, annotation, packed=packed)))


def _list_objects(pages: Sequence[Sequence[str]], rotate: int, annotation: str, *, packed: bool) -> Iterator[bytes]:
    """Yield the objects, numbered from 1: catalogue, tree, font and its parts, picture, then the pages."""
    first = 9
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    yield b"<< /Type /Catalog /Pages 2 0 R >>"
    yield f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()
    yield (
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode "
        b"6 0 R >>"
    )
    yield (
        b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering "
        b"(Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 /W [32 126 500] >>"
    )
    yield (
        b"<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880"
        b" /Descent -120 /CapHeight 700 /StemV 80 >>"
    )
    yield _stream("", _map_codes())
    yield b"<< >>"
    yield _stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80"
    )
    noted = f" /Annots [<< /Type /Annot /Subtype /{annotation} /Rect [0 0 9 9] /Contents (x) >>]" if annotation else ""
    for number, page in enumerate(pages):
        resources = "<< /Font << /F1 3 0 R >> /XObject << /I1 8 0 R >> >>"
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate}"
        contents = f"/Contents {first + 2 * number + 1} 0 R"
        yield f"<< /Type /Page /Parent 2 0 R {box} /Resources {resources} {contents}{noted} >>".encode()
        yield _stream("", "\n".join(page).encode(), packed=packed)


def _map_codes() -> bytes:
    """Return the map from codes, which are those of UTF-16, to text."""
    ranges = [f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(256)]
    blocks = "\n".join(
        f"{len(part)} beginbfrange\n{chr(10).join(part)}\nendbfrange"
        for part in (ranges[at : at + 64] for at in range(0, 256, 64))
    )
    head = "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /X def\n/CMapType 2 def\n"
    space = "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
    return f"{head}{space}{blocks}\nendcmap\nend\nend".encode()


def _stream(entries: str, content: bytes, *, packed: bool = True) -> bytes:
    held = zlib.compress(content) if packed else content
    how = "/Filter /FlateDecode " if packed else ""
    return f"<< {entries} {how}/Length {len(held)} >>\nstream\n".encode() + held + b"\nendstream"


def _assemble(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", list[int]()
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
