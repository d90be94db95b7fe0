"""Small parts of a Word file that several parts of the summary use: fonts, cells, fields."""

from collections.abc import Sequence
from typing import Any, cast

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell  # pyright: ignore[reportPrivateUsage] - the library has no public name for it
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from assistant.reporting.tones import Tone

BODY_FONT = "仿宋"
HEAD_FONT = "黑体"
LATIN_FONT = "Times New Roman"
TABLE_STYLE = "No Spacing"
TABLE_STYLE_ID = "NoSpacing"
"""Style of the library's template that the cells of tables bear."""
INSTEAD = {
    BODY_FONT: "FangSong, STFangsong, 华文仿宋, Noto Serif CJK SC, SimSun",
    HEAD_FONT: "SimHei, Heiti SC, 华文黑体, Noto Sans CJK SC",
}
"""Fonts of other systems that Word takes where the official ones are missing."""

Cell = _Cell


def set_fonts(style: ParagraphStyle, size: float, *, font: str = BODY_FONT, bold: bool = False) -> None:
    """Give a style its fonts, and take the line below that a heading of the template has.

    Args:
        style: of a paragraph.
        size: in points.
        font: of Chinese text.
        bold: whether it is bold.
    """
    style.font.name, style.font.size, style.font.bold = LATIN_FONT, Pt(size), bold
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = cast("Any", style.element).get_or_add_rPr().get_or_add_rFonts()
    for name in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[name]
    fonts.set(qn("w:eastAsia"), font)
    borders = cast("Any", style.element).get_or_add_pPr().find(qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def name_fonts(document: Document) -> None:
    """Say which fonts stand in for ours where they are missing."""
    package = document.part.package
    parts = package.iter_parts() if package else ()
    part = next(one for one in parts if str(one.partname) == "/word/fontTable.xml")
    entries = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in INSTEAD.items()
    )
    vars(part)["_blob"] = part.blob.replace(b"</w:fonts>", f"{entries}</w:fonts>".encode())


def set_language(document: Document) -> None:
    """Say that the text is Chinese as written on the mainland, by which programs choose the shapes of 。，；."""
    defaults = _element_of(document.styles).find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:eastAsia"), "zh-CN")


def remove_preview(document: Document) -> None:
    """Remove the small picture of another document that the library's template brings."""
    package = document.part.package
    relations = package.rels if package else {}
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]


def _element_of(proxy: object) -> Any:  # noqa: ANN401 - the library's elements have no public types
    """Return the XML behind an object of the library, which has public names for only some of it."""
    return vars(proxy)["_element"]


def write(paragraph: Paragraph, text: str, *, bold: bool = False, font: str | None = None, ink: str = "") -> Run:
    """Add text to a paragraph.

    Args:
        paragraph: where.
        text: line breaks stay.
        bold: whether it is bold.
        font: of Chinese text; None for the style's.
        ink: colour as RRGGBB; empty for the style's.
    """
    run = paragraph.add_run(text)
    run.bold = bold or None
    if font:
        _element_of(run).get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)
    if ink:
        run.font.color.rgb = RGBColor.from_string(ink)
    return run


def add_table(document: Document, header: Sequence[str], widths: Sequence[Length]) -> Table:
    """Return a new table with borders whose header is repeated on each page."""
    table = document.add_table(rows=1, cols=len(header), style="Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for cell, name in zip(table.rows[0].cells, header, strict=True):
        set_type(cell.paragraphs[0]).alignment = WD_ALIGN_PARAGRAPH.CENTER
        write(cell.paragraphs[0], name, bold=True, font=HEAD_FONT)
        fill(cell, "F2F2F2")
    mark = OxmlElement("w:tblHeader")
    _element_of(table.rows[0]).get_or_add_trPr().append(mark)
    set_widths(table, widths)
    return table


def get_row_properties(row: object) -> Any:  # noqa: ANN401 - as `_element_of`
    """Return the properties of a row, new ones where it has none."""
    return _element_of(row).get_or_add_trPr()


def add_row(table: Table, widths: Sequence[Length]) -> list[Cell]:
    """Return the cells of a new row."""
    cells = list(table.add_row().cells)
    for cell, width in zip(cells, widths, strict=True):
        cell.width = width
        set_type(cell.paragraphs[0])
    return cells


def set_type(paragraph: Paragraph) -> Paragraph:
    """Give a paragraph of a cell the smaller type of tables, and return it.

    The library looks through all styles whenever one is named, which takes longer than everything else.
    """
    _element_of(paragraph).style = TABLE_STYLE_ID
    return paragraph


def set_widths(table: Table, widths: Sequence[Length]) -> None:
    """Give the columns their widths; Word looks at the cells, others at the grid."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
        for cell in column.cells:
            cell.width = width


def fill(cell: Cell, colour: str) -> None:
    """Colour a cell's ground; the colour as RRGGBB."""
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        cast("Any", shading).set(qn(f"w:{name}"), value)
    _element_of(cell).get_or_add_tcPr().append(shading)


def badge(cell: Cell, text: str, tone: Tone | None) -> None:
    """Write the name of a verdict or severity in its colours."""
    paragraph = cell.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    write(paragraph, text, bold=True, font=HEAD_FONT, ink=tone.ink if tone else "")
    if tone:
        fill(cell, tone.fill)


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field that Word computes, such as PAGE; `shown` stands there until it does."""
    for kind in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run(shown if kind == "shown" else "")
        if kind == "code":
            held = OxmlElement("w:instrText")
            cast("Any", held).text = f" {code} "
        elif kind == "shown":
            continue
        else:
            held = OxmlElement("w:fldChar")
            cast("Any", held).set(qn("w:fldCharType"), kind)
        _element_of(run).append(held)


def cm(*lengths: float) -> tuple[Length, ...]:
    """Return lengths given in centimetres."""
    return tuple(Cm(one) for one in lengths)
