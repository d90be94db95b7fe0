"""Automatic numbers of paragraphs, counted as the word processor counts them (numbering.xml)."""

import re
from dataclasses import dataclass, field

from assistant.documents.marks import Node, W, number_of, switch_of, value_of
from assistant.documents.numerals import format_number
from assistant.documents.styles import Styles

_BULLET = "•"
_PRIVATE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    """With %1 … %9 where the numbers of the levels go."""
    restart: int | None = None
    """Level (from 1) whose use restarts this one; 0 never restarts; None: any higher level does."""
    plain: bool = False
    """True where all numbers are written in Arabic digits."""
    linked_style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    abstract: str
    levels: dict[int, Level]
    overrides: dict[int, int]
    """Level to the value at which this list restarts on its first use."""


@dataclass(slots=True)
class Numbering:
    """The lists of a document with their running counts."""

    nodes: dict[str, Node] = field(default_factory=dict[str, Node])
    """Id of a list to its element; parsed when a paragraph is first counted in it, since most lists are unused."""
    abstracts: dict[str, Node] = field(default_factory=dict[str, Node])
    styles: Styles = field(default_factory=Styles)
    _lists: dict[str, _List] = field(default_factory=dict[str, _List])
    _counts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    _restarted: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])

    def find_level(self, list_id: str, style_id: str) -> int:
        """Return the level of the list that belongs to the paragraph style; 0 where none does."""
        known = self._find(list_id)
        levels = known.levels if known else {}
        return next((index for index, level in levels.items() if level.linked_style == style_id), 0)

    def advance(self, list_id: str, index: int) -> str:
        """Count one paragraph of that list and level and return the number shown before it."""
        known = self._find(list_id)
        if known is None or index not in known.levels:
            return ""
        counts = self._counts.setdefault(known.abstract, {})
        if index in known.overrides and (list_id, index) not in self._restarted:
            self._restarted.add((list_id, index))
            counts[index] = known.overrides[index] - 1
        level = known.levels[index]
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in [other for other in counts if other > index]:
            restart = known.levels[deeper].restart if deeper in known.levels else None
            if restart is None or index < restart:
                del counts[deeper]
        return _render(level, known.levels, counts)

    def _find(self, list_id: str) -> _List | None:
        node = self.nodes.get(list_id)
        if list_id not in self._lists and node is not None:
            self._lists[list_id] = _parse_list(node, self.abstracts, self.nodes, self.styles)
        return self._lists.get(list_id)


def parse_numbering(root: Node | None, styles: Styles) -> Numbering:
    """Read numbering.xml.

    Args:
        root: its root; None where the document has none.
        styles: its styles, of which a list may name one instead of giving levels.
    """
    if root is None:
        return Numbering()
    abstracts = {node.get(f"{W}abstractNumId") or "": node for node in root.findall(f"{W}abstractNum")}
    nums = {node.get(f"{W}numId") or "": node for node in root.findall(f"{W}num")}
    return Numbering(nums, abstracts, styles)


def _parse_list(node: Node, abstracts: dict[str, Node], nums: dict[str, Node], styles: Styles) -> _List:
    name = value_of(node, f"{W}abstractNumId") or ""
    abstract = abstracts.get(name)
    link = value_of(abstract, f"{W}numStyleLink")
    if link and (listed := styles.list_of(link)) and (target := nums.get(listed[0])) is not None:
        name = value_of(target, f"{W}abstractNumId") or name
        abstract = abstracts.get(name, abstract)
    levels = {} if abstract is None else {_index(lvl): _parse_level(lvl) for lvl in abstract.findall(f"{W}lvl")}
    overrides: dict[int, int] = {}
    for override in node.findall(f"{W}lvlOverride"):
        if (replaced := override.find(f"{W}lvl")) is not None:
            levels[_index(override)] = _parse_level(replaced)
        if (start := number_of(override, f"{W}startOverride")) is not None:
            overrides[_index(override)] = start
    return _List(name, levels, overrides)


def _index(node: Node) -> int:
    value = node.get(f"{W}ilvl") or ""
    return int(value) if value.isdigit() else 0


def _parse_level(node: Node) -> Level:
    start = number_of(node, f"{W}start")
    style = value_of(node, f"{W}numFmt") or value_of(node, f".//{W}numFmt") or "decimal"
    return Level(
        start=1 if start is None else start,
        style=style,
        text=_BULLET if style == "bullet" else value_of(node, f"{W}lvlText") or "",
        restart=number_of(node, f"{W}lvlRestart"),
        plain=bool(switch_of(node, f"{W}isLgl")),
        linked_style=value_of(node, f"{W}pStyle") or "",
    )


def _render(level: Level, levels: dict[int, Level], counts: dict[int, int]) -> str:
    def show(match: re.Match[str]) -> str:
        index = int(match[1]) - 1
        other = levels.get(index, level)
        return format_number(counts.get(index, other.start), "decimal" if level.plain else other.style)

    text = re.sub(r"%([1-9])", show, level.text)
    return "".join(_BULLET if ord(sign) in _PRIVATE else sign for sign in text)
