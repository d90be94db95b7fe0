"""The zip package of a Word file, opened with suspicion: sizes and names are judged before anything is unpacked."""

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import cast
from urllib.parse import unquote

import lxml.etree

from assistant.documents.limits import LIMITS, Limits
from assistant.documents.marks import STRICT, Node
from assistant.documents.refusal import refuse
from assistant.documents.styles import Styles, parse_styles
from assistant.documents.zipping import ENCRYPTED, METHODS, escapes, open_zip, read_entry

_MIB = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DECLARED = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_ENCODINGS = frozenset({b"utf-8", b"utf8", b"us-ascii", b"ascii", b"utf-16"})
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LARGEST_KEPT, _MOST_KEPT = _MIB, 4
_KEPT_STYLES: dict[bytes, Styles] = {}
"""Styles by the bytes that they were read from, the last used last; only what is looked up in them is added."""
_RESAVE = "请用 Word 或 WPS 打开后另存为 .docx 再试。"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part to another or to something outside the package."""

    kind: str
    """Last step of the type's address, such as `officeDocument`, `footnotes`."""
    target: str
    """Name of the part, or the outside address as written."""
    external: bool


@dataclass(slots=True)
class Package:
    """The parts of a Word file."""

    file: str
    archive: zipfile.ZipFile
    entries: dict[str, zipfile.ZipInfo]
    """Part name in lower case to its entry."""
    limits: Limits = LIMITS
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict[str, dict[str, Relation]])

    def relations(self, part: str) -> dict[str, Relation]:
        """Return the relations of a part by their ids; those of the package itself for an empty name."""
        if part not in self._relations:
            folder, name = posixpath.split(part)
            root = self.find_xml(posixpath.join(folder, "_rels", f"{name}.rels"))
            nodes = root.iter(_RELATION) if root is not None else ()
            self._relations[part] = {node.get("Id") or "": _parse_relation(node, folder) for node in nodes}
        return self._relations[part]

    def find_related(self, part: str, kind: str) -> str | None:
        """Return the name of the first part of that kind that `part` relates to; None if there is none."""
        related = (rel for rel in self.relations(part).values() if rel.kind == kind and not rel.external)
        return next((rel.target for rel in related if rel.target.lower() in self.entries), None)

    def find_xml(self, part: str | None) -> Node | None:
        """Return the root of an XML part; None where there is no such part.

        Raises:
            UnreadableFileError: the part is damaged, or holds declarations that no Word file has.
        """
        entry = self.entries.get(part.lower()) if part else None
        return None if entry is None else _parse(self.file, entry.filename, self.read(entry))

    def find_styles(self, part: str | None) -> Styles:
        """Return the styles in a part, none where there is no such part.

        Drafts from one blank form share their styles, which are often larger than their text; those of the last few
        files are kept.

        Raises:
            UnreadableFileError: as `find_xml`.
        """
        entry = self.entries.get(part.lower()) if part else None
        if entry is None or entry.file_size > _LARGEST_KEPT:
            return parse_styles(self.find_xml(part))
        content = self.read(entry)
        styles = _KEPT_STYLES.pop(content, None) or parse_styles(_parse(self.file, entry.filename, content))
        _KEPT_STYLES[content] = styles
        for old in list(_KEPT_STYLES)[:-_MOST_KEPT]:
            _KEPT_STYLES.pop(old, None)
        return styles

    def read(self, entry: zipfile.ZipInfo) -> bytes:
        """Return the bytes of a part.

        Raises:
            UnreadableFileError: it is damaged.
        """
        content = read_entry(self.archive, entry)
        if content is None:
            raise _damaged(self.file, entry.filename)
        return content


def open_package(file: str, data: bytes, limits: Limits = LIMITS) -> Package:
    """Open the bytes of a .docx.

    Raises:
        UnreadableFileError: it is no Word file, damaged, encrypted, holds macros, or breaks a bound.
    """
    _refuse_other_kinds(file, data)
    archive = open_zip(data)
    if archive is None:
        raise refuse(file, "不是完整的 Word 文件，可能已损坏或没有传完", _RESAVE)
    entries = _index(file, archive.infolist(), limits)
    package = Package(file, archive, entries, limits)
    _refuse_macros(package)
    return package


def _refuse_other_kinds(file: str, data: bytes) -> None:
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise refuse(file, "设有打开密码，无法读取", "请取消密码后另存一份再试。")
        raise refuse(file, "实际是旧版 Word 格式（.doc）", _RESAVE)
    if data.startswith(_RTF):
        raise refuse(file, "实际是 RTF 格式", _RESAVE)


def _index(file: str, infos: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    """Judge the central directory and return its files by name."""
    if len(infos) > limits.entries:
        raise refuse(file, f"内含 {len(infos)} 个部件，超过 {limits.entries} 个的上限", _RESAVE)
    entries: dict[str, zipfile.ZipInfo] = {}
    total = xml_total = 0
    for info in infos:
        name = _check_name(file, info.orig_filename)
        if info.is_dir():
            continue
        if name.lower() in entries:
            raise refuse(file, f"内有重名的部件“{name}”，可能被改动过", _RESAVE)
        entries[name.lower()] = info
        _check_size(file, info, limits)
        total += info.file_size
        xml_total += info.file_size if _is_xml(name) else 0
    if total > limits.total_bytes or xml_total > limits.xml_bytes:
        raise refuse(file, "解压后的内容过大，为安全起见没有打开", "请删去不需要的图片或附件，另存后再试。")
    return entries


def _check_name(file: str, name: str) -> str:
    if escapes(name):
        raise refuse(file, "内有路径越界的部件名，为安全起见没有打开", _RESAVE)
    return name.replace("\\", "/")


def _check_size(file: str, info: zipfile.ZipInfo, limits: Limits) -> None:
    if info.flag_bits & ENCRYPTED:
        raise refuse(file, "的压缩包设有密码，无法读取", "请取消密码后另存一份再试。")
    if info.compress_type not in METHODS:
        raise refuse(file, "用了 Word 不用的压缩方法，无法读取", _RESAVE)
    too_dense = info.file_size > limits.ratio_from and info.file_size > limits.ratio * max(1, info.compress_size)
    too_large = _is_xml(info.filename) and info.file_size > limits.xml_part_bytes
    if too_dense or too_large:
        reason = f"的部件“{info.filename}”解压后有 {info.file_size // _MIB} MB，明显异常，为安全起见没有打开"
        raise refuse(file, reason, "请确认文件来源，或把文字复制到新文档再试。")


def _is_xml(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))


def _refuse_macros(package: Package) -> None:
    entry = package.entries.get("[content_types].xml")
    types = package.find_xml("[Content_Types].xml") if entry else None
    declared = types.iter() if types is not None else ()
    macro = any("macroenabled" in (node.get("ContentType") or "").lower() for node in declared)
    if macro or any(name.endswith("vbaproject.bin") for name in package.entries):
        raise refuse(package.file, "带有宏，为安全起见没有打开", "请另存为不带宏的 .docx 再试。")


def _parse_relation(node: Node, folder: str) -> Relation:
    target = node.get("Target") or ""
    external = node.get("TargetMode") == "External"
    if not external:
        joined = target if target.startswith("/") else posixpath.join("/", folder, target)
        target = posixpath.normpath(unquote(joined.replace("\\", "/"))).lstrip("/")
    return Relation((node.get("Type") or "").rsplit("/", 1)[-1], target, external)


def _parse(file: str, part: str, content: bytes) -> Node:
    text = _to_utf8(file, part, content)
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise refuse(file, f"的部件“{part}”里有 Word 不会写入的声明（DOCTYPE），为安全起见没有打开", _RESAVE)
    for strict, transitional in STRICT if b"purl.oclc.org/ooxml" in text else ():
        text = text.replace(strict, transitional)
    parser = lxml.etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return cast("Node", lxml.etree.fromstring(text, parser))
    except lxml.etree.XMLSyntaxError as error:
        raise _damaged(file, part) from error


def _to_utf8(file: str, part: str, content: bytes) -> bytes:
    """Only UTF-8 and UTF-16 are allowed in a package; any other encoding could hide a declaration."""
    if content.startswith(_UTF16_MARKS):
        try:
            return re.sub(r"^\s*<\?xml[^>]*\?>", "", content.decode("utf-16")).encode()
        except UnicodeError as error:
            raise _damaged(file, part) from error
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    if b"\0" in content[:64] or (declared and declared[1].lower() not in _ENCODINGS):
        raise refuse(file, f"的部件“{part}”用了不允许的编码", _RESAVE)
    return content


def _damaged(file: str, part: str) -> Exception:
    return refuse(file, f"已损坏（部件“{part}”读不出来）", _RESAVE)
