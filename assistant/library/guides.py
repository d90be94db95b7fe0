"""A guide's text to its directions and to the clauses around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Furniture, Note, Span
from assistant.domain.programme import ProgrammeInfo
from assistant.library.guide_counts import count_body, find_differences
from assistant.library.guide_demands import collect_demands
from assistant.library.guide_flow import find_pieces, join_pieces
from assistant.library.guide_furniture import find_guide_furniture
from assistant.library.guide_outline import FoundArea, GuideOutline, find_outline
from assistant.library.guide_provisions import Provision, read_provisions
from assistant.library.guide_sections import read_direction
from assistant.library.lines import Line, split_lines
from assistant.library.notices import parse_clauses

_AREA_NUMBER = re.compile(r"\d{1,2}[.．、]\s*")
_APPENDED_NAMES = tuple(re.compile(name) for name in (r"形式审查条件", r"附\s*[件录表]\s*\d*", r"[^，。；：\s]{2,12}$"))


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
    directions = tuple(_iterate_directions(reader, info))
    clauses = tuple(_iterate_clauses(reader))
    notes = tuple(_iterate_notes(reader, directions, clauses))
    return Guide(directions=directions, clauses=clauses, furniture=furniture, notes=notes)


def _iterate_directions(reader: _Reader, info: ProgrammeInfo) -> Iterator[Direction]:
    text = reader.text
    titles = {str(area.number): _read_area_title(reader, area) for area in reader.outline.areas}
    preamble = find_pieces(text, 0, _end_of_preamble(reader), reader.furniture)
    programme = read_provisions(text, preamble, "programme", tuple(titles.items()))
    areas = {str(area.number): _read_area_provisions(reader, area) for area in reader.outline.areas}
    for found in reader.outline.directions:
        read = read_direction(text, reader.lines[found.first : found.end], reader.furniture)
        number = str(found.area)
        demands = collect_demands(text, found.name, read, areas.get(number, ()), programme)
        yield Direction(
            doc=info.doc,
            programme=info.id,
            programme_title=info.short_title,
            programme_no=info.number,
            number=found.name,
            title=read.title,
            tags=read.tags,
            area_number=number,
            area_title=titles.get(number, ""),
            research_content=read.join("research_content"),
            assessment_indicators=read.join("assessment_indicators"),
            requirements=demands.requirements,
            limits=demands.limits,
            ratios=demands.ratios,
            matching_funds=demands.matching_funds,
            sections=read.sections,
            span=read.span,
        )


def _read_area_provisions(reader: _Reader, area: FoundArea) -> tuple[Provision, ...]:
    """Return what the paragraph below the heading lays down; most areas have none."""
    paragraph = reader.lines[area.first + 1 : area.end]
    if not paragraph:
        return ()
    pieces = find_pieces(reader.text, paragraph[0].start, paragraph[-1].pieces[-1].end, reader.furniture)
    return read_provisions(reader.text, pieces, "area")


def _end_of_preamble(reader: _Reader) -> int:
    first = reader.outline.first
    return reader.lines[first].start if first < len(reader.lines) else len(reader.text)


def _iterate_clauses(reader: _Reader) -> Iterator[Clause]:
    """Yield preamble, areas and appended parts; the pieces of directions lie in their sections."""
    text, lines, outline = reader.text, reader.lines, reader.outline
    yield from parse_clauses(text, 0, _end_of_preamble(reader), reader.furniture)
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
    found = next((name.search(heading) for name in _APPENDED_NAMES if name.search(heading)), None)
    return "".join(found[0].split()) if found else "附录"


def _iterate_notes(reader: _Reader, directions: Sequence[Direction], clauses: Sequence[Clause]) -> Iterator[Note]:
    """Yield numbers out of order, sections that are missing, and counts that the body does not keep."""
    for expected, found in reader.outline.skipped:
        yield Note(f"编号应为“{expected}”，原文为“{found}”。", found)
    for direction in directions:
        for label, text in (("研究内容", direction.research_content), ("考核指标", direction.assessment_indicators)):
            if not text:
                yield Note(f"该方向没有写“{label}”。", direction.number)
    body = count_body(len(reader.outline.areas), (direction.tags for direction in directions))
    preamble = find_pieces(reader.text, 0, _end_of_preamble(reader), reader.furniture)
    for difference in find_differences(reader.text, preamble, body):
        yield Note(difference.message, _name_clause(clauses, difference.span))


def _name_clause(clauses: Sequence[Clause], place: Span) -> str:
    """Return the path of the innermost clause around the place."""
    around = [clause for clause in clauses if clause.span.contains(place)]
    return min(around, key=lambda clause: clause.span.end - clause.span.start).path if around else ""
