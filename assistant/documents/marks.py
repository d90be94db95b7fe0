"""Names of the elements of a Word package, and the little of an XML element that the reader uses."""

from collections.abc import Iterator
from typing import Protocol

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XML = "{http://www.w3.org/XML/1998/namespace}"
VALUE = f"{W}val"

STRICT: tuple[tuple[bytes, bytes], ...] = (
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
"""Namespaces of Strict Office Open XML (ISO/IEC 29500-1) and their Transitional names (29500-4)."""

_OFF = frozenset({"0", "false", "off", "none"})


class Node(Protocol):
    """An XML element, as far as it is used here; tags of comments and instructions are no strings."""

    @property
    def tag(self) -> str:
        """Name with its namespace in braces."""
        ...

    @property
    def text(self) -> str | None:
        """Text before the first child."""
        ...

    def get(self, key: str, default: str | None = None) -> str | None:
        """Return an attribute."""
        ...

    def find(self, path: str) -> "Node | None":
        """Return the first element at the path."""
        ...

    def findall(self, path: str) -> "list[Node]":
        """Return all elements at the path."""
        ...

    def iter(self, *tags: str) -> "Iterator[Node]":
        """Yield this element and all below it, those of the tags only where given."""
        ...

    def getparent(self) -> "Node | None":
        """Return the element around this one."""
        ...

    def __iter__(self) -> "Iterator[Node]": ...
    def __len__(self) -> int: ...


def value_of(parent: Node | None, path: str) -> str | None:
    """Return the w:val of the element at `path` below; None where either is missing."""
    found = None if parent is None else parent.find(path)
    return None if found is None else found.get(VALUE)


def number_of(parent: Node | None, path: str) -> int | None:
    """Return the w:val at `path` as a number; None where it is missing or no number."""
    return None if parent is None else to_number(parent.find(path))


def switch_of(parent: Node | None, path: str) -> bool | None:
    """Return whether the switch at `path` is on; None where it is not set."""
    return None if parent is None else is_on(parent.find(path))


def to_number(node: Node | None) -> int | None:
    """Return the w:val of an element as a number; None where it is missing or no number."""
    value = None if node is None else node.get(VALUE)
    return int(value) if value is not None and value.lstrip("-").isdigit() else None


def is_on(node: Node | None) -> bool | None:
    """Return whether a switch is on; None for none."""
    return None if node is None else (node.get(VALUE) or "1").lower() not in _OFF


def list_properties(parent: Node, tag: str) -> dict[str, Node]:
    """Return the elements of properties, which stand in `parent` under that tag, by their own tags; empty for none."""
    found = parent.find(tag)
    return {} if found is None else {node.tag: node for node in found}
