"""A guide's parts around its directions: preamble, areas with their paragraphs, appended parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.notice import Clause, Furniture, Span
from assistant.library.guide_flow import find_pieces, join_pieces
from assistant.library.guide_outline import FoundArea, GuideOutline
from assistant.library.lines import Line
from assistant.library.notices import parse_clauses

_AREA_NUMBER = re.compile(r"\d{1,2}[.．、]\s*")
_APPENDED_NAMES = tuple(re.compile(name) for name in (r"形式审查条件", r"附\s*[件录表]\s*\d*", r"[^，。；：\s]{2,12}$"))
_APPENDED = "附录"


@dataclass(frozen=True, slots=True)
class GuideText:
    """A guide's text with the lines and the skeleton found in it."""

    text: str
    lines: list[Line]
    furniture: tuple[Furniture, ...]
    outline: GuideOutline

    @property
    def preamble_end(self) -> int:
        """One past the last character of the preamble."""
        first = self.outline.first
        return self.lines[first].start if first < len(self.lines) else len(self.text)

    def find_preamble(self) -> tuple[Span, ...]:
        """Return the characters before the first area or direction."""
        return find_pieces(self.text, 0, self.preamble_end, self.furniture)

    def find_paragraph(self, area: FoundArea) -> tuple[Span, ...]:
        """Return the characters between an area's heading and its first direction; most areas have none."""
        paragraph = self.lines[area.first + 1 : area.end]
        if not paragraph:
            return ()
        return find_pieces(self.text, paragraph[0].start, paragraph[-1].pieces[-1].end, self.furniture)

    def read_area_title(self, area: FoundArea) -> str:
        """Return the area's heading without its number."""
        return _AREA_NUMBER.sub("", join_pieces(self.text, self.lines[area.first].pieces), count=1)


def read_clauses(guide: GuideText) -> tuple[Clause, ...]:
    """Return the clauses in the order of the text; the pieces of directions lie in their sections."""
    preamble = parse_clauses(guide.text, 0, guide.preamble_end, guide.furniture)
    taken = {clause.path for clause in preamble}
    areas = tuple(_build_area(guide, area, taken) for area in guide.outline.areas)
    taken.update(clause.path for clause in areas)
    return (*preamble, *areas, *_iterate_appended(guide, taken))


def _build_area(guide: GuideText, area: FoundArea, taken: set[str]) -> Clause:
    """The heading with its paragraph; its span reaches to the end of its last direction."""
    lines, path = guide.lines, str(area.number)
    ends = [found.end for found in guide.outline.directions if found.area == area.number]
    start, last = lines[area.first].start, lines[max(ends, default=area.end) - 1]
    return Clause(
        path=f"领域{path}" if path in taken else path,
        title=guide.read_area_title(area),
        kind="heading" if area.end == area.first + 1 else "prose",
        span=Span(start, last.pieces[-1].end),
        pieces=find_pieces(guide.text, start, lines[area.end - 1].pieces[-1].end, guide.furniture),
        parent=None,
    )


def _iterate_appended(guide: GuideText, taken: set[str]) -> Iterator[Clause]:
    lines = guide.lines[guide.outline.appended :]
    if not lines:
        return
    name = _name_appended(lines)
    while any(path.startswith(name) for path in taken):
        name = f"{_APPENDED}{name}"
    yield from parse_clauses(guide.text, lines[0].start, len(guide.text), guide.furniture, prefix=name)


def _name_appended(lines: Sequence[Line]) -> str:
    """Return the name by which the appended part is addressed, such as 形式审查条件."""
    heading = "".join(line.text for line in lines[:2] if not any(mark in line.text for mark in "，。；："))
    found = next((name.search(heading) for name in _APPENDED_NAMES if name.search(heading)), None)
    return "".join(found[0].split()) if found else _APPENDED
