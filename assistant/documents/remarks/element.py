"""An XML element as far as it is changed here."""

from collections.abc import Iterator, Mapping
from typing import Protocol, cast

import lxml.etree

from assistant.documents.marks import Node, W


class Element(Node, Protocol):
    """An element of a part that is being written into."""

    @property
    def text(self) -> str | None:
        """Text before the first child."""
        ...

    @text.setter
    def text(self, value: str) -> None: ...

    @property
    def nsmap(self) -> Mapping[str | None, str]:
        """Names of namespaces by the prefixes that are known here."""
        ...

    @property
    def attrib(self) -> Mapping[str, str]:
        """Attributes by their names."""
        ...

    def set(self, key: str, value: str) -> None:
        """Set an attribute."""
        ...

    def append(self, element: "Element") -> None:
        """Put an element behind the last child."""
        ...

    def insert(self, index: int, element: "Element") -> None:
        """Put an element before the child of that index."""
        ...

    def index(self, element: "Element") -> int:
        """Return the index of a child."""
        ...

    def remove(self, element: "Element") -> None:
        """Take a child out."""
        ...

    def addnext(self, element: "Element") -> None:
        """Put an element behind this one."""
        ...

    def addprevious(self, element: "Element") -> None:
        """Put an element before this one."""
        ...

    def getnext(self) -> "Element | None":
        """Return the element behind this one."""
        ...

    def iterancestors(self) -> "Iterator[Element]":
        """Yield the elements around this one, the nearest first."""
        ...


def editable(node: Node) -> Element:
    """Return a node that was read as an element to be changed."""
    return cast("Element", node)


def make(tag: str, **attributes: str) -> Element:
    """Return a new element of WordprocessingML with attributes of the same namespace."""
    element = cast("Element", lxml.etree.Element(f"{W}{tag}", nsmap={"w": W.strip("{}")}))
    for name, value in attributes.items():
        element.set(f"{W}{name}", value)
    return element


def serialise(root: Node) -> bytes:
    """Return an XML part."""
    return cast("bytes", lxml.etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
