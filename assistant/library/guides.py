"""A guide's text to its directions and to the clauses around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Furniture, Note, Span
from assistant.domain.programme import ProgrammeInfo
from assistant.library.guide_flow import find_pieces, join_pieces
from assistant.library.guide_furniture import find_guide_furniture
from assistant.library.guide_outline import FoundArea, FoundDirection, GuideOutline, find_outline
from assistant.library.guide_sections import ReadDirection, read_direction
from assistant.library.lines import Line, split_lines
from assistant.library.notices import parse_clauses

_AREA_NUMBER = re.compile(r"\d{1,2}[.．、]\s*")
_APPENDED_NAME = re.compile(r"形式审查条件|附\s*[件录表]\s*\d*|[^，。；：\s]{2,12}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a guide holds."""

    directions: tuple[Direction, ...]
    clauses: tuple[Clause, ...]
    """Preamble, area headings with their paragraphs, appended parts."""
    furniture: tuple[Furniture, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    lines: list[Line]
    furniture: tuple[Furniture, ...]
    outline: GuideOutline


def parse_guide(text: str, info: ProgrammeInfo) -> Guide:
    """Parse a whole guide.

    Args:
        text: the notice, exactly.
        info: head of the programme, whose names the directions bear.
    """
    furniture = find_guide_furniture(text)
    lines = split_lines(text, 0, len(text), furniture)
    reader = _Reader(text, lines, furniture, find_outline(lines))
    return Guide(
        directions=tuple(_iterate_directions(reader, info)),
        clauses=tuple(_iterate_clauses(reader)),
        furniture=furniture,
        notes=tuple(_iterate_notes(reader)),
    )


def _iterate_directions(reader: _Reader, info: ProgrammeInfo) -> Iterator[Direction]:
    titles = {area.number: _read_area_title(reader, area) for area in reader.outline.areas}
    for found in reader.outline.directions:
        read = read_direction(reader.text, reader.lines[found.first : found.end], reader.furniture)
        yield _build_direction(info, found, read, titles.get(found.area, ""))


def _build_direction(info: ProgrammeInfo, found: FoundDirection, read: ReadDirection, area_title: str) -> Direction:
    return Direction(
        doc=info.doc,
        programme=info.id,
        programme_title=info.short_title,
        programme_no=info.number,
        number=found.name,
        title=read.title,
        tags=read.tags,
        area_number=str(found.area),
        area_title=area_title,
        research_content=read.join("research_content"),
        assessment_indicators=read.join("assessment_indicators"),
        requirements=(),
        limits=(),
        ratios=(),
        matching_funds=None,
        sections=read.sections,
        span=read.span,
    )


def _iterate_clauses(reader: _Reader) -> Iterator[Clause]:
    """Yield preamble, areas and appended parts; the pieces of directions lie in their sections."""
    text, lines, outline = reader.text, reader.lines, reader.outline
    first = lines[outline.first].start if outline.first < len(lines) else len(text)
    yield from parse_clauses(text, 0, first, reader.furniture)
    for area in outline.areas:
        yield _build_area(reader, area)
    if outline.appended < len(lines):
        start = lines[outline.appended].start
        name = _name_appended(lines[outline.appended :])
        yield from parse_clauses(text, start, len(text), reader.furniture, prefix=name)


def _build_area(reader: _Reader, area: FoundArea) -> Clause:
    """The heading with its paragraph; its span reaches to the end of its last direction."""
    lines = reader.lines
    inside = [found.end for found in reader.outline.directions if found.area == area.number]
    last = lines[max(inside, default=area.end) - 1]
    pieces = find_pieces(reader.text, lines[area.first].start, lines[area.end - 1].pieces[-1].end, reader.furniture)
    return Clause(
        path=str(area.number),
        title=_read_area_title(reader, area),
        kind="heading" if area.end == area.first + 1 else "prose",
        span=Span(lines[area.first].start, last.pieces[-1].end),
        pieces=pieces,
        parent=None,
    )


def _read_area_title(reader: _Reader, area: FoundArea) -> str:
    heading = reader.lines[area.first]
    return _AREA_NUMBER.sub("", join_pieces(reader.text, heading.pieces), count=1)


def _name_appended(lines: Sequence[Line]) -> str:
    """Return the name by which the appended part is addressed, such as 形式审查条件."""
    heading = "".join(line.text for line in lines[:2] if not any(mark in line.text for mark in "，。；："))
    found = _APPENDED_NAME.search(heading)
    return "".join(found[0].split()) if found else "附录"


def _iterate_notes(reader: _Reader) -> Iterator[Note]:
    for expected, found in reader.outline.skipped:
        yield Note(f"编号应为“{expected}”，原文为“{found}”。", found)
