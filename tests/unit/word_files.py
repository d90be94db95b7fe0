"""Word files written part by part as raw XML, so that tests hold content which no library writes."""

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments", "header": "hdr", "footer": "ftr",
}  # fmt: skip


def run(text: str, properties: str = "") -> str:
    """Return a run with that text."""
    held = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{held}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*content: str, properties: str = "") -> str:
    """Return a paragraph; content without a tag becomes a run."""
    held = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{held}{''.join(one if one.startswith('<') else run(one) for one in content)}</w:p>"


def cell(*paragraphs: str, properties: str = "") -> str:
    """Return a table cell; content without a tag becomes a paragraph."""
    inner = "".join(one if one.startswith("<") else para(one) for one in paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a table row; content without a tag becomes a cell."""
    held = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{held}{''.join(one if one.startswith('<') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str, style: str = "TableGrid") -> str:
    """Return a table."""
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr><w:tblGrid/>{"".join(rows)}</w:tbl>'


def control(content: str, *, placeholder: bool = False) -> str:
    """Return a content control."""
    prompt = "<w:showingPlcHdr/>" if placeholder else ""
    return f"<w:sdt><w:sdtPr>{prompt}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def make_docx(body: str, parts: Mapping[str, str] | None = None, *, main: str = "word/document.xml") -> bytes:
    """Return a Word file.

    Args:
        body: XML of the body's content.
        parts: further parts by name without ending (`styles`, `header1` …): XML inside their root. Related to the main
            part with the name as id.
        main: name of the main part.
    """
    folder = main.rsplit("/", 1)[0]
    files = {
        f"{folder}/{name}.xml": _wrap(_ROOTS[name.rstrip("0123456789")], xml) for name, xml in (parts or {}).items()
    }
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts or {}
    )
    return zip_parts({
        "[Content_Types].xml": make_types(main),
        "_rels/.rels": make_relations(f'<Relationship Id="d" Type="{_OFFICE}/officeDocument" Target="/{main}"/>'),
        main: _wrap("document", f"<w:body>{body}</w:body>"),
        f"{folder}/_rels/{main.rsplit('/', 1)[1]}.rels": make_relations(relations),
        **files,
    })  # fmt: skip


def make_types(main: str = "word/document.xml", content_type: str = _MAIN_TYPE) -> str:
    """Return a [Content_Types].xml."""
    override = f'<Override PartName="/{main}" ContentType="{content_type}"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{override}</Types>'


def make_relations(relations: str) -> str:
    """Return a .rels part."""
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def zip_parts(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of the files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def replace_part(data: bytes, name: str, content: str | bytes) -> bytes:
    """Return the zip with one part replaced or added."""
    return zip_parts({**read_parts(data), name: content})


def read_parts(data: bytes) -> dict[str, str | bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _wrap(root: str, xml: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {NAMESPACES}>{xml}</w:{root}>'
