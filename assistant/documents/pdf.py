"""A PDF with a text layer as blocks: lines joined to paragraphs, tables by their ruled lines, margins told apart.

A scan has pictures and no text; it is refused by name, since reading it needs a person or a recogniser of characters.
"""

import hashlib
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from assistant.documents.limits import LIMITS
from assistant.documents.pdf_layout import LayoutReader
from assistant.documents.pdf_margins import split_margins
from assistant.documents.pdf_page import Page, read_page
from assistant.documents.refusal import refuse, refuse_scan
from assistant.domain.draft import Document

_MOST_PAGES = 500
_ONE_AT_A_TIME = Lock()
"""PDFium is not made for several threads, and the page serves each visitor on one."""
_DAMAGED = "请重新导出 PDF，或提供 .docx 原稿。"


def read_pdf(file: str, data: bytes) -> Document:
    """Return the document in a PDF.

    Raises:
        UnreadableFileError: it is damaged, needs a password, has too many pages, or no text.
    """
    with _ONE_AT_A_TIME:
        pages = _load(file, data)
    if not any(sign.text.strip() for page in pages for sign in page.signs):
        raise refuse_scan(file)
    reader = LayoutReader()
    for page in split_margins(pages):
        reader.read(page)
    digest = hashlib.sha256(data).hexdigest()
    return Document(file=file, blocks=tuple(reader.finish()), unread=tuple(reader.unread), sha256=digest)


def _read_pages(file: str, document: pypdfium2.PdfDocument) -> list[Page]:
    pages: list[Page] = []
    signs = 0
    for number in range(len(document)):
        pages.append(read_page(document[number]))
        signs += len(pages[-1].signs)
        LIMITS.check_text(file, blocks=0, characters=signs)
    return pages


def _load(file: str, data: bytes) -> list[Page]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise refuse(file, "设有打开密码，无法读取", "请取消密码后另存一份再试。") from error
        raise refuse(file, "不是完整的 PDF 文件，可能已损坏或没有传完", _DAMAGED) from error
    try:
        if len(document) > _MOST_PAGES:
            raise refuse(file, f"有 {len(document)} 页，超过 {_MOST_PAGES} 页的上限", "请只提供需要检查的部分。")
        return _read_pages(file, document)
    except pypdfium2.PdfiumError as error:
        raise refuse(file, "里有读不出来的页", _DAMAGED) from error
    finally:
        document.close()
