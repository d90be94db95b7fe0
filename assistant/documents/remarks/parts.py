"""A Word file with some parts changed or added; every other part keeps its bytes."""

import io
import posixpath
import zipfile
from dataclasses import dataclass, field
from typing import cast

import lxml.etree

from assistant.documents.marks import STRICT, Node
from assistant.documents.package import Package
from assistant.documents.remarks.element import Element, editable, serialise

_TYPES = "[Content_Types].xml"
_TYPES_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_SPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_STRICT_MARK = b"purl.oclc.org/ooxml"


@dataclass(slots=True)
class Rewriting:
    """The parts of a package that are to be written anew."""

    package: Package
    _trees: dict[str, Element] = field(default_factory=dict[str, Element])
    """By the name of the part as the package spells it."""
    _owners: dict[str, str] = field(default_factory=dict[str, str])
    """New part, or part of relations, to the one that it belongs to."""

    def open(self, part: str) -> Element | None:
        """Return the root of a part, to be changed; None where there is no such part."""
        name = self._spell(part)
        if name not in self._trees:
            root = self.package.find_xml(name)
            if root is None:
                return None
            self._trees[name] = editable(root)
        return self._trees[name]

    def take(self, part: str, root: Node) -> None:
        """Take over a part whose root was read elsewhere and is changed in place."""
        self._trees[self._spell(part)] = editable(root)

    def add(self, owner: str, folder_name: str, root: Element, *, content_type: str, relation: str) -> str:
        """Add a part that `owner` relates to, and return its name.

        Args:
            owner: part that the relation goes out from.
            folder_name: name in the owner's folder, such as `comments.xml`; numbered where it is taken.
            root: the new part.
            content_type: what `[Content_Types].xml` says of it.
            relation: type of the relation.
        """
        folder, owner_name = posixpath.split(owner)
        name = self._find_free(posixpath.join(folder, folder_name))
        self._trees[name], self._owners[name] = root, owner
        self._declare(name, content_type)
        relations = posixpath.join(folder, "_rels", f"{owner_name}.rels")
        self._owners[relations] = owner
        tree = self.open(relations)
        if tree is None:
            tree = self._trees[relations] = _make(_RELATIONS_SPACE, "Relationships")
        taken = {node.get("Id") for node in tree}
        free = next(key for number in range(1, len(taken) + 2) if (key := f"wenjin{number}") not in taken)
        tree.append(_make(_RELATIONS_SPACE, "Relationship", Id=free, Type=relation, Target=posixpath.basename(name)))
        return name

    def render(self, part: str) -> bytes:
        """Return a part as it will be written; it must have been opened, taken or added before."""
        name = self._spell(part)
        content = serialise(self._trees[name])
        for strict, transitional in STRICT if self._is_strict(name) else ():
            content = content.replace(transitional, strict)
        return content

    def finish(self) -> bytes:
        """Return the file.

        Raises:
            UnreadableFileError: a part that is to be kept is damaged.
        """
        buffer = io.BytesIO()
        changed = set(self._trees)
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for info in self.package.archive.infolist():
                name = info.filename
                content = self.render(name) if name in changed else self.package.read(info)
                archive.writestr(_like(info), content)
                changed.discard(name)
            for name in sorted(changed):
                archive.writestr(_like(zipfile.ZipInfo(name, _EARLIEST)), self.render(name))
        return buffer.getvalue()

    def _is_strict(self, name: str) -> bool:
        """Say whether a part, or for a new one the part that it belongs to, is Strict Office Open XML.

        The reader has translated its names; it gets them back.
        """
        entry = self.package.entries.get(self._owners.get(name, name).lower())
        return entry is not None and _STRICT_MARK in self.package.read(entry)

    def _spell(self, part: str) -> str:
        entry = self.package.entries.get(part.lower())
        return part if entry is None else entry.filename

    def _find_free(self, name: str) -> str:
        stem, ending = posixpath.splitext(name)
        number = 1
        while name.lower() in self.package.entries or name in self._trees:
            number += 1
            name = f"{stem}{number}{ending}"
        return name

    def _declare(self, part: str, content_type: str) -> None:
        types = self.open(_TYPES)
        if types is None:
            types = self._trees[_TYPES] = _make(_TYPES_SPACE, "Types")
        types.append(_make(_TYPES_SPACE, "Override", PartName=f"/{part}", ContentType=content_type))


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """Return a fresh entry with name, time and kind of packing of another."""
    fresh = zipfile.ZipInfo(info.filename, info.date_time)
    fresh.compress_type, fresh.external_attr, fresh.comment = zipfile.ZIP_DEFLATED, info.external_attr, info.comment
    return fresh


def _make(space: str, tag: str, **attributes: str) -> Element:
    return cast("Element", lxml.etree.Element(f"{{{space}}}{tag}", attributes, nsmap={None: space}))
