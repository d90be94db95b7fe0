"""The files inside a .zip of drafts, by the names that their owner gave them; nothing is ever unpacked to a disk."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from assistant.documents.decoding import is_common_chinese
from assistant.documents.refusal import refuse
from assistant.documents.zipping import ENCRYPTED, METHODS, escapes, open_zip, read_entry
from assistant.errors import UnreadableFileError

_MIB = 1 << 20
_UTF8_FLAG = 0x800
_UNICODE_PATH = 0x7075
_UNICODE_PATH_HEAD = 5
"""Bytes before the name in the extra field of a Unicode path: a version and the checksum of the plain name."""
_REPACK = "请解压后检查其中的文件，或重新打包再试。"

Found = tuple[str, bytes | UnreadableFileError]
"""Name inside the archive, and its bytes or why there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveLimits:
    """Bounds of a .zip of drafts, in bytes unless said otherwise; each is allowed itself."""

    archive_bytes: int = 200 * _MIB
    entries: int = 2000
    """Files, those of inner archives included."""
    file_bytes: int = 20 * _MIB
    total_bytes: int = 200 * _MIB
    ratio: int = 200
    ratio_from: int = _MIB
    depth: int = 2
    """Archives inside one another, the outermost counted."""


ARCHIVE_LIMITS = ArchiveLimits()


@dataclass(slots=True)
class _Tally:
    """What has been taken out of one outermost archive."""

    limits: ArchiveLimits
    entries: int = 0
    size: int = field(default=0)


def list_members(file: str, data: bytes, limits: ArchiveLimits = ARCHIVE_LIMITS) -> list[Found]:
    """Return the files in an archive, sorted by name; those of archives in it follow as `inner.zip/name`.

    A file that cannot be taken out stands there with the reason. What systems and editors leave behind (`is_junk`) is
    left out.

    Args:
        file: name of the archive, for messages.
        data: its bytes.
        limits: bounds of the archive.

    Raises:
        UnreadableFileError: it is no archive, holds names that point outside, or breaks a bound.
    """
    return list(_list_level(file, data, _Tally(limits), depth=1))


def is_junk(name: str) -> bool:
    """Say whether a file is no work of an author: lock files of Word (~$), folders and files of macOS and Windows."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    last = parts[-1] if parts else ""
    return (
        "__MACOSX" in parts
        or any(part.startswith(".") and part not in {".", ".."} for part in parts)
        or last.startswith(("~$", ".~", "~WRL"))
        or last.lower() in {"thumbs.db", "desktop.ini"}
    )


def _list_level(file: str, data: bytes, tally: _Tally, *, depth: int) -> Iterator[Found]:
    archive = open_zip(data)
    if archive is None:
        raise refuse(file, "不是完整的压缩包，可能已损坏或没有传完", _REPACK)
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _judge(file, entries, tally)
    names = decode_names(entries)
    if "[Content_Types].xml" in names:
        raise refuse(file, "实际是 Office 文件", "请把扩展名改回原来的（如 .docx）再试。")
    for name, entry in sorted(zip(names, entries, strict=True), key=lambda pair: pair[0]):
        if is_junk(name):
            continue
        content = _take(archive, entry, name, tally.limits)
        if isinstance(content, bytes) and name.lower().endswith(".zip"):
            yield from _open_inner(name, content, tally, depth=depth + 1)
        else:
            yield name, content


def _open_inner(name: str, data: bytes, tally: _Tally, *, depth: int) -> list[Found]:
    """Return the files of an archive inside another; a fault of its own leaves the others alone."""
    shown = PurePosixPath(name).name
    if depth > tally.limits.depth:
        return [(name, refuse(shown, f"在压缩包里套了{depth}层，没有打开", _REPACK))]
    try:
        return [(f"{name}/{inner}", content) for inner, content in _list_level(shown, data, tally, depth=depth)]
    except UnreadableFileError as error:
        return [(name, error)]


def _judge(file: str, entries: Sequence[zipfile.ZipInfo], tally: _Tally) -> None:
    """Judge an archive by its directory, before anything is unpacked."""
    tally.entries += len(entries)
    tally.size += sum(entry.file_size for entry in entries)
    limits = tally.limits
    if any(escapes(entry.orig_filename) for entry in entries):
        raise refuse(file, "内有路径越界的文件名，为安全起见没有打开", _REPACK)
    if tally.entries > limits.entries:
        raise refuse(file, f"内含 {tally.entries} 个文件，超过 {limits.entries} 个的上限", "请分成几个压缩包再试。")
    if tally.size > limits.total_bytes:
        limit = limits.total_bytes // _MIB
        raise refuse(file, f"解压后超过 {limit} MB 的上限，为安全起见没有打开", "请分成几个压缩包再试。")


def _take(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str, limits: ArchiveLimits
) -> bytes | UnreadableFileError:
    shown = PurePosixPath(name).name
    if entry.flag_bits & ENCRYPTED:
        return refuse(shown, "在压缩包里设有密码，无法读取", "请去掉密码重新打包再试。")
    if entry.compress_type not in METHODS:
        return refuse(shown, "的压缩方法无法读取", _REPACK)
    if entry.file_size > limits.ratio_from and entry.file_size > limits.ratio * max(1, entry.compress_size):
        return refuse(shown, "的压缩比明显异常，为安全起见没有打开", "请确认文件来源。")
    if entry.file_size > limits.file_bytes:
        size, limit = entry.file_size / _MIB, limits.file_bytes // _MIB
        return refuse(shown, f"有 {size:.1f} MB，超过 {limit} MB 的上限", "请删去不需要的图片或附件。")
    content = read_entry(archive, entry)
    return refuse(shown, "在压缩包里已损坏", _REPACK) if content is None else content


def decode_names(entries: Sequence[zipfile.ZipInfo]) -> list[str]:
    """Return the names of entries as their owner sees them, with / between folders.

    Windows in Chinese packs names in GBK and does not say so; zipfile then reads them as code page 437. All names of an
    archive that say nothing are in one encoding: UTF-8 where all can be and none reads as gibberish, else GB18030.
    """
    plain = [None if entry.flag_bits & _UTF8_FLAG else _raw_name(entry) for entry in entries]
    encoding = _guess_encoding([name for name in plain if name is not None])
    names = (
        _unicode_path(entry) or (entry.filename if raw is None or encoding is None else raw.decode(encoding))
        for entry, raw in zip(entries, plain, strict=True)
    )
    return [name.replace("\\", "/") for name in names]


def _raw_name(entry: zipfile.ZipInfo) -> bytes | None:
    try:
        return entry.orig_filename.encode("cp437")
    except UnicodeEncodeError:
        return None


def _guess_encoding(names: Sequence[bytes]) -> str | None:
    joined = b"\n".join(names)
    if joined.isascii():
        return None
    for encoding in ("utf-8", "gb18030"):
        try:
            text = joined.decode(encoding)
        except UnicodeDecodeError:
            continue
        if is_common_chinese(text):
            return encoding
    return None


def _unicode_path(entry: zipfile.ZipInfo) -> str | None:
    """Return the name in the extra field that Info-ZIP and WinZip add for names outside ASCII."""
    extra = entry.extra
    while len(extra) >= 4:  # noqa: PLR2004 - two numbers of two bytes: kind and length
        kind, length = int.from_bytes(extra[:2], "little"), int.from_bytes(extra[2:4], "little")
        if kind == _UNICODE_PATH and length > _UNICODE_PATH_HEAD:
            return extra[4 + _UNICODE_PATH_HEAD : 4 + length].decode("utf-8", "replace")
        extra = extra[4 + length :]
    return None
