"""The tree of clauses while a notice is read line by line."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from assistant.domain.notice import Clause, ClauseKind, Span
from assistant.library.markers import Marker, MarkerStyle

Style = MarkerStyle | Literal["top", "part", "label", "row"]
"""A marker's style; or an unnumbered part: `top` stands alone, `part` is a heading given by the caller, `label` and
`row` lie below all numbers."""
_UNNUMBERED: frozenset[Style] = frozenset({"top", "label", "row"})


@dataclass(slots=True, kw_only=True)
class Node:
    """One clause in the making."""

    path: str
    style: Style
    kind: ClauseKind
    parent: "Node | None"
    number: int = 0
    title: str = ""
    pieces: list[Span] = field(default_factory=list[Span])


@dataclass(slots=True)
class Outline:
    """All clauses so far; the open ones are the ancestors of `current`."""

    nodes: list[Node] = field(default_factory=list[Node])
    current: Node | None = None
    _paths: Counter[str] = field(default_factory=Counter[str])

    def open(self, name: str, *, style: Style, kind: ClauseKind, parent: Node | None, number: int = 0) -> Node:
        """Open a clause below `parent`; a name that is taken gets `#2`, `#3` and so on."""
        path = _join(parent, name)
        self._paths[path] += 1
        unique = path if self._paths[path] == 1 else f"{path}#{self._paths[path]}"
        node = Node(path=unique, style=style, kind=kind, parent=parent, number=number)
        self.nodes.append(node)
        self.current = node
        return node

    def find_parent(self, marker: Marker) -> Node | None:
        """Return the clause that a part of that number belongs below, None for the top."""
        opened = self._find_open(marker.style)
        if opened:
            return opened.parent
        return self.find_numbered()

    def accepts(self, marker: Marker) -> bool:
        """Say whether the number continues the outline.

        Chinese numbers always do. Arabic ones also begin lines by accident, so they must follow the last one of their
        level, or start anew.
        """
        if marker.style in {"attachment", "chinese", "bracketed-chinese"}:
            return True
        opened = self._find_open(marker.style)
        return marker.number == 1 or (opened is not None and marker.number == opened.number + 1)

    def find_attachment(self) -> Node | None:
        """Return the attachment that is open, if one is."""
        return self._find_open("attachment")

    def find_numbered(self) -> Node | None:
        """Return the nearest open clause with a number, or the caller's part."""
        node = self.current
        while node and node.style in _UNNUMBERED:
            node = node.parent
        return node

    def _find_open(self, style: Style) -> Node | None:
        node = self.current
        while node and node.style != style:
            node = node.parent
        return node

    def build(self, text: str) -> tuple[Clause, ...]:
        """Return the clauses, a parent before its children."""
        spans: dict[str, Span] = {}
        for node in reversed(self.nodes):
            whole = _cover([*node.pieces, *([spans[node.path]] if node.path in spans else [])])
            spans[node.path] = whole
            if node.parent:
                above = spans.get(node.parent.path)
                spans[node.parent.path] = _cover([whole, above]) if above else whole
        return tuple(
            Clause(
                path=node.path,
                title=node.title,
                kind=node.kind,
                span=spans[node.path],
                pieces=_merge(node.pieces, text),
                parent=node.parent.path if node.parent else None,
            )
            for node in self.nodes
        )


def _cover(spans: list[Span]) -> Span:
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _join(parent: Node | None, name: str) -> str:
    """A Chinese number keeps its 、 before what follows: `四、2`, `三、（一）`, but `附件4（一）29`."""
    if parent is None:
        return name
    return f"{parent.path}、{name}" if parent.style == "chinese" else f"{parent.path}{name}"


def _merge(pieces: list[Span], text: str) -> tuple[Span, ...]:
    """Join neighbours that only white space parts."""
    merged: list[Span] = []
    for piece in pieces:
        if merged and not text[merged[-1].end : piece.start].strip():
            merged[-1] = Span(merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return tuple(merged)
