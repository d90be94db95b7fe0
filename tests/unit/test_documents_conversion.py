"""Files of older word processors are read where LibreOffice is present, and named where it is not."""

import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from assistant.documents import conversion
from assistant.documents.reading import read_bytes, read_document
from assistant.errors import UnreadableFileError
from tests.unit.word_files import cell, make_docx, para, row, table, zip_parts

_RTF = r"{\rtf1\ansi\uc1\u39064?\u30446?\u65306?\u22914?\u20309?\par \u20851?\u38190?\u35789?\par}"


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    """A web server of this machine: its address, and what was asked of it."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
            """Keep quiet."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def _save_as(folder: Path, data: bytes, suffix: str) -> Path:
    (folder / "稿.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        suffix,
        "--outdir",
        str(folder),
        str(folder / "稿.docx"),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"稿.{suffix}"


def _make_odt(picture: str) -> bytes:
    """An OpenDocument text with a picture that lies elsewhere."""
    names = {"office": "office", "text": "text", "draw": "drawing", "svg": "svg-compatible"}
    spaces = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for key, name in names.items())
    image = f'<draw:image xlink:href="{picture}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/>'
    frame = f'<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">{image}</draw:frame>'
    body = f"<office:body><office:text><text:p>题目：如何？{frame}</text:p></office:text></office:body>"
    root = f'<office:document-content {spaces} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
    kind = "application/vnd.oasis.opendocument.text"
    entries = "".join(
        f'<m:file-entry m:full-path="{path}" m:media-type="{media}"/>'
        for path, media in (("/", kind), ("content.xml", "text/xml"))
    )
    manifest = f'<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{entries}</m:manifest>'
    content = f"{root}{body}</office:document-content>"
    return zip_parts({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


@pytest.mark.parametrize("name", ["稿.doc", "稿.wps", "稿.rtf", "稿.odt"])
def test_without_libreoffice_the_message_says_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PATH", "")

    with pytest.raises(UnreadableFileError) as caught:
        read_bytes(name, b"\xd0\xcf\x11\xe0 content")
    assert f"文件“{name}”" in caught.value.message
    assert caught.value.hint is not None
    assert ".docx" in caught.value.hint


@pytest.mark.libreoffice
def test_rtf_is_read_line_by_line():
    document = read_bytes("稿.rtf", _RTF.encode())

    assert [block.text for block in document.blocks if block.text] == ["题目：如何", "关键词"]
    assert document.file == "稿.rtf"


@pytest.mark.libreoffice
def test_an_old_word_file_is_read_with_its_tables(tmp_path: Path):
    width = '<w:tcW w:w="3000" w:type="dxa"/>'
    cells = row(cell("关键词", properties=width), cell("甲；乙", properties=width))
    path = _save_as(tmp_path, make_docx(para("题目：如何？") + table(cells) + "<w:p/>"), "doc")
    document = read_document(path)
    renamed = read_bytes("稿.wps", path.read_bytes())

    assert [(block.kind, block.text) for block in document.blocks if block.text] == [
        ("paragraph", "题目：如何？"), ("cell", "关键词"), ("cell", "甲；乙"),
    ]  # fmt: skip
    assert [block.text for block in renamed.blocks] == [block.text for block in document.blocks]


@pytest.mark.libreoffice
def test_what_is_no_document_is_refused():
    with pytest.raises(UnreadableFileError, match="转换"):
        read_bytes("稿.doc", b"\xd0\xcf\x11\xe0" + bytes(2000))


@pytest.mark.libreoffice
def test_a_conversion_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(conversion, "_SECONDS", 0.05)

    with pytest.raises(UnreadableFileError, match="转换"):
        read_bytes("稿.rtf", _RTF.encode())


@pytest.mark.libreoffice
def test_nothing_outside_is_fetched(requests: tuple[str, list[str]]):
    address, asked = requests
    document = read_bytes("稿.odt", _make_odt(f"{address}/a.png"))

    assert [block.text for block in document.blocks if block.text] == ["题目：如何？"]
    assert asked == []


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64])
def test_a_compound_file_without_a_word_document_is_refused_and_not_read_as_text(data: bytes):
    with pytest.raises(UnreadableFileError, match="无法"):
        conversion.convert("旧稿.doc", data, ".doc")
