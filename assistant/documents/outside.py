"""What a Word file says lies outside it: never fetched; what a program would load on opening is refused by name."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from assistant.documents.package import Package, Relation
from assistant.documents.refusal import refuse
from assistant.domain.draft import Location, Unread

_SHOWN = {
    "oleObject": "外部链接的对象",
    "frame": "外部链接的框架",
    "subDocument": "外部链接的子文档",
    "image": "外部链接的图片",
}
"""Relations whose target would be shown in the document."""
_LOADED = {
    "attachedTemplate": "模板",
    "oleObject": "对象",
    "frame": "框架",
    "subDocument": "子文档",
    "aFChunk": "文档",
}
"""Relations whose target a word processor loads, and may run, when it opens the file."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:")
"""A scheme; one letter before a colon is a drive."""
_DRIVE = re.compile(r"[a-z][:|]/")
_ON_A_HOST, _ON_A_SHARE = 2, 4
"""Slashes behind `file:` before a host's name, and before that of a share; one and three name this machine."""
_RELATIONS = ".rels"


def refuse_remote(package: Package) -> None:
    """Refuse a file that has something loaded from another machine.

    A template on the author's own disk is no harm: Word notes its path in ordinary files, and nobody opens it here.

    Raises:
        UnreadableFileError: a template, an object, a frame or a document lies on another machine.
    """
    for relation in _list_relations(package):
        if relation.external and relation.kind in _LOADED and _is_remote(relation.target):
            reason = f"会从外部地址载入{_LOADED[relation.kind]}，为安全起见没有打开"
            raise refuse(package.file, reason, "请确认文件来源；把文字复制到新文档，另存后再试。")


def list_shown(package: Package, main: str) -> Iterator[Unread]:
    """Yield what would be shown in the document and lies outside it."""
    for relation in package.relations(main).values():
        if relation.external and relation.kind in _SHOWN:
            yield Unread(what=_SHOWN[relation.kind], where=Location())


def _list_relations(package: Package) -> Iterator[Relation]:
    for name in package.entries:
        folder, _, last = name.rpartition("/")
        if last.endswith(_RELATIONS) and folder.endswith("_rels"):
            owner = f"{folder.removesuffix('_rels')}{last.removesuffix(_RELATIONS)}"
            yield from package.relations(owner).values()


def _is_remote(target: str) -> bool:
    """Say whether an address is on another machine: a web address, a share, a file of a named host."""
    plain = unquote(target).strip().replace("\\", "/").lower()
    if not plain.startswith("file:"):
        return plain.startswith("//") or bool(_SCHEME.match(plain))
    path = plain.removeprefix("file:")
    name = path.lstrip("/")
    slashes = len(path) - len(name)
    return slashes >= _ON_A_SHARE or (slashes == _ON_A_HOST and not _DRIVE.match(name))
