"""A guide's text to its directions and to the clauses around them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.domain.direction import Direction
from assistant.domain.notice import Clause, Furniture, Note, Span
from assistant.domain.programme import ProgrammeInfo
from assistant.library.guide_clauses import GuideText, read_clauses
from assistant.library.guide_counts import count_body, find_differences
from assistant.library.guide_demands import Demands, collect_demands
from assistant.library.guide_furniture import find_guide_furniture
from assistant.library.guide_outline import FoundDirection, find_outline
from assistant.library.guide_provisions import read_provisions
from assistant.library.guide_sections import ReadDirection, read_direction
from assistant.library.lines import split_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """What a guide holds."""

    directions: tuple[Direction, ...]
    clauses: tuple[Clause, ...]
    """Preamble, area headings with their paragraphs, appended parts."""
    furniture: tuple[Furniture, ...]
    notes: tuple[Note, ...]


def parse_guide(text: str, info: ProgrammeInfo) -> Guide:
    """Parse a whole guide.

    Args:
        text: the notice, exactly.
        info: head of the programme, whose names the directions bear.
    """
    furniture = find_guide_furniture(text)
    lines = split_lines(text, 0, len(text), furniture)
    guide = GuideText(text, lines, furniture, find_outline(lines))
    directions = tuple(_iterate_directions(guide, info))
    clauses = read_clauses(guide)
    notes = tuple(_iterate_notes(guide, directions, clauses))
    return Guide(directions=directions, clauses=clauses, furniture=furniture, notes=notes)


def _iterate_directions(guide: GuideText, info: ProgrammeInfo) -> Iterator[Direction]:
    titles = {area.number: guide.read_area_title(area) for area in guide.outline.areas}
    named = tuple((str(number), title) for number, title in titles.items())
    programme = read_provisions(guide.text, guide.find_preamble(), "programme", named)
    areas = {
        area.number: read_provisions(guide.text, guide.find_paragraph(area), "area") for area in guide.outline.areas
    }
    for found in guide.outline.directions:
        read = read_direction(guide.text, guide.lines[found.first : found.end], guide.furniture)
        demands = collect_demands(guide.text, found.name, read, areas.get(found.area, ()), programme)
        yield _build_direction(info, found, titles.get(found.area, ""), read, demands)


def _build_direction(
    info: ProgrammeInfo, found: FoundDirection, area_title: str, read: ReadDirection, demands: Demands
) -> Direction:
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
        requirements=demands.requirements,
        limits=demands.limits,
        ratios=demands.ratios,
        matching_funds=demands.matching_funds,
        sections=read.sections,
        span=read.span,
    )


def _iterate_notes(guide: GuideText, directions: Sequence[Direction], clauses: Sequence[Clause]) -> Iterator[Note]:
    """Yield numbers out of order, sections that are missing, and counts that the body does not keep."""
    for expected, found in guide.outline.skipped:
        yield Note(f"编号应为“{expected}”，原文为“{found}”。", found)
    for direction in directions:
        for label, text in (("研究内容", direction.research_content), ("考核指标", direction.assessment_indicators)):
            if not text:
                yield Note(f"该方向没有写“{label}”。", direction.number)
    body = count_body(len(guide.outline.areas), (direction.tags for direction in directions))
    for difference in find_differences(guide.text, guide.find_preamble(), body):
        yield Note(difference.message, _name_clause(clauses, difference.span))


def _name_clause(clauses: Sequence[Clause], place: Span) -> str:
    """Return the path of the innermost clause around the place; empty where there is none."""
    around = [clause for clause in clauses if clause.span.contains(place)]
    return min(around, key=lambda clause: clause.span.end - clause.span.start).path if around else ""
