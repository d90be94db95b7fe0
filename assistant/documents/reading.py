"""A file of an author as a document, by its kind: Word of any age, PDF, Markdown or plain text."""

import hashlib
from dataclasses import replace
from pathlib import Path

from assistant.documents.collecting import Source
from assistant.documents.conversion import KINDS, convert
from assistant.documents.limits import LIMITS
from assistant.documents.own_appendix import drop_own_appendix
from assistant.documents.plain import read_markdown, read_text
from assistant.documents.refusal import refuse
from assistant.documents.word import read_word
from assistant.domain.draft import Document, View
from assistant.errors import UnreadableFileError

SUFFIXES = (".docx", ".pdf", ".md", ".txt")
"""Endings of the files that are read without help."""

_OTHERS = {
    ".docm": "是带宏的 Word 格式（.docm）",
    ".dotx": "是 Word 模板（.dotx）",
    ".pages": "是 Pages 格式",
}
_MEBIBYTE = 1 << 20


def read_document(path: Path, view: View = "accepted") -> Document:
    """Return the document in a file.

    Args:
        path: a .docx, .pdf, .md or .txt; a .doc, .wps, .rtf or .odt where LibreOffice is present.
        view: whether tracked changes of a Word file are taken as accepted or as rejected.

    Raises:
        UnreadableFileError: the file is missing, a folder, empty, huge, damaged, or of another kind.
    """
    return read_bytes(path.name, _load(path), view)


def read_source(source: Source, view: View = "accepted") -> Document:
    """Return the document in a file that was collected.

    Raises:
        UnreadableFileError: as `read_document`, or it could not be taken out of its archive.
    """
    match source.content:
        case bytes(data):
            return read_bytes(Path(source.name).name, data, view)
        case UnreadableFileError() as error:
            raise error
        case path:
            return read_document(path, view)


def read_bytes(file: str, data: bytes, view: View = "accepted") -> Document:
    """Return the document in the bytes of a file of that name.

    Raises:
        UnreadableFileError: as `read_document`.
    """
    document = _read_bytes(file, data, view)
    return replace(document, blocks=drop_own_appendix(document.blocks))


def _read_bytes(file: str, data: bytes, view: View) -> Document:
    suffix = _check_suffix(file)
    _check_size(file, len(data))
    if not data.strip(b"\0 \t\r\n"):
        raise refuse(file, "是空的", "请确认文件已保存、传输完整。")
    if suffix in KINDS:
        return replace(read_word(file, convert(file, data, suffix), view), sha256=hashlib.sha256(data).hexdigest())
    if suffix == ".docx":
        return read_word(file, data, view)
    if suffix == ".pdf":
        from assistant.documents.pdf import read_pdf  # noqa: PLC0415 - few files need PDFium, which takes 50 ms to load

        return read_pdf(file, data)
    return read_markdown(file, data) if suffix == ".md" else read_text(file, data)


def _check_suffix(file: str) -> str:
    suffix = Path(file).suffix.lower()
    if suffix in _OTHERS:
        raise refuse(file, f"{_OTHERS[suffix]}，无法读取", "请用 Word 或 WPS 另存为 .docx 再试。")
    if suffix not in SUFFIXES and suffix not in KINDS:
        raise refuse(file, f"的类型（{suffix or '没有扩展名'}）无法读取", f"可以读取 {'、'.join(SUFFIXES)} 文件。")
    return suffix


def _load(path: Path) -> bytes:
    if path.is_dir():
        raise refuse(path.name, "是一个文件夹", "请指明其中的文件。")
    if not path.exists():
        raise refuse(path.name, "不存在", "请检查路径和文件名。")
    _check_suffix(path.name)
    try:
        _check_size(path.name, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise refuse(path.name, "打不开", "请检查文件权限，并关闭正在使用它的程序。") from error


def _check_size(file: str, size: int) -> None:
    limit = LIMITS.file_bytes
    if size > limit:
        reason = f"有 {size / _MEBIBYTE:.1f} MB，超过 {limit // _MEBIBYTE} MB 的上限"
        raise refuse(file, reason, "请删去不需要的图片或附件。")
