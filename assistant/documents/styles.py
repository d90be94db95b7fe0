"""What the styles of a document say about a paragraph or a run: heading level, list, hidden text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.documents.marks import Node, W, number_of, switch_of, value_of

_HEADING = re.compile(r"^(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_TITLE = frozenset({"title", "标题"})
_CONTENTS = re.compile(r"^(?:toc\s*[1-9]|toc heading|目录\s*[1-9]|tocheading)$", re.IGNORECASE)
_BODY_LEVEL = 9
"""w:outlineLvl of body text; headings have 0 to 8."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style; None where it leaves a property to the style that it is based on."""

    based_on: str | None = None
    level: int | None = None
    """Outline level, 1 the highest; 0 for body text."""
    list_id: str | None = None
    list_level: int | None = None
    hidden: bool | None = None
    shaded: bool = False
    contents: bool = False
    """True for lines of a table of contents and for its heading."""


@dataclass(slots=True)
class Styles:
    """All styles of a document; each is parsed when it is first asked for, since most files use few of many."""

    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    default: str = ""
    """Paragraph style of a paragraph that names none."""
    _parsed: dict[str, Style] = field(default_factory=dict[str, Style])
    _levels: dict[str, int | None] = field(default_factory=dict[str, int | None])
    _lists: dict[str, tuple[str, int | None] | None] = field(default_factory=dict[str, tuple[str, int | None] | None])
    _hiding: dict[str, bool] = field(default_factory=dict[str, bool])
    _contents: dict[str, bool] = field(default_factory=dict[str, bool])
    """What was asked of each style; a document of a thousand paragraphs has few styles."""

    def chain(self, style_id: str) -> Iterator[Style]:
        """Yield the style and those that it is based on, nearest first."""
        seen: set[str] = set()
        while style_id in self.nodes and style_id not in seen:
            seen.add(style_id)
            style = self._parsed.get(style_id) or self._parsed.setdefault(style_id, _parse_style(self.nodes[style_id]))
            yield style
            style_id = style.based_on or ""

    def level(self, style_id: str) -> int | None:
        """Return the outline level of a heading style, 1 the highest; None for body text."""
        if style_id not in self._levels:
            levels = (style.level for style in self.chain(style_id) if style.level is not None)
            self._levels[style_id] = next(levels, None) or None
        return self._levels[style_id]

    def list_of(self, style_id: str) -> tuple[str, int | None] | None:
        """Return list and level of a numbered style; the level is None where the list itself knows it."""
        if style_id not in self._lists:
            listed = ((style.list_id, style.list_level) for style in self.chain(style_id) if style.list_id is not None)
            self._lists[style_id] = next(listed, None)
        return self._lists[style_id]

    def hides(self, style_id: str) -> bool:
        """Say whether text of this style is hidden."""
        if style_id not in self._hiding:
            hiding = (style.hidden for style in self.chain(style_id) if style.hidden is not None)
            self._hiding[style_id] = next(hiding, False)
        return self._hiding[style_id]

    def lists_contents(self, style_id: str) -> bool:
        """Say whether a paragraph of this style is a line of a table of contents."""
        if style_id not in self._contents:
            self._contents[style_id] = any(style.contents for style in self.chain(style_id))
        return self._contents[style_id]

    def shades(self, style_id: str) -> bool:
        """Say whether a table of this style colours its cells, so that white text on them can be seen."""
        return any(style.shaded for style in self.chain(style_id))


def parse_styles(root: Node | None) -> Styles:
    """Read styles.xml; None where the document has none."""
    nodes = root.findall(f"{W}style") if root is not None else []
    default = next((node for node in nodes if _is_default_paragraph(node)), None)
    known = {node.get(f"{W}styleId") or "": node for node in nodes}
    return Styles(known, default.get(f"{W}styleId") or "" if default is not None else "")


def _is_default_paragraph(node: Node) -> bool:
    return node.get(f"{W}type") == "paragraph" and node.get(f"{W}default") in {"1", "true", "on"}


def _parse_style(node: Node) -> Style:
    level = number_of(node, f"{W}pPr/{W}outlineLvl")
    name = (value_of(node, f"{W}name") or "").strip().lower()
    return Style(
        based_on=value_of(node, f"{W}basedOn"),
        level=_level_by_name(name) if level is None else (level + 1) % (_BODY_LEVEL + 1),
        list_id=value_of(node, f"{W}pPr/{W}numPr/{W}numId"),
        list_level=number_of(node, f"{W}pPr/{W}numPr/{W}ilvl"),
        hidden=switch_of(node, f"{W}rPr/{W}vanish"),
        shaded=any(True for _ in node.iter(f"{W}shd")),
        contents=bool(_CONTENTS.match(name)),
    )


def _level_by_name(name: str) -> int | None:
    if name in _TITLE:
        return 1
    found = _HEADING.match(name)
    return int(found[1]) if found else None
