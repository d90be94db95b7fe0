"""The same guide set with other line breaks, page numbers and labels reads the same."""

import random
from dataclasses import replace

import pytest

from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.library.guides import parse_guide
from assistant.library.programmes import load_catalogue
from assistant.text import squash

GUIDES = [programme for programme in load_catalogue().programmes if programme.directions]
every_guide = pytest.mark.parametrize("guide", GUIDES, ids=[guide.id for guide in GUIDES])


def wrap(text: str, width: int) -> str:
    return "\n\n".join(text[start : start + width] for start in range(0, len(text), width))


def typeset(guide: Programme, directions: tuple[Direction, ...], width: int) -> str:
    """Return the guide without its preamble, set anew in lines of that many characters."""
    clauses = {clause.path: clause for clause in guide.notice.clauses}
    parts, area = ["现发布指南。"], ""
    for direction in directions:
        if direction.area_number != area:
            area = direction.area_number
            heading = f"{area}. {direction.area_title}"
            own = squash("".join(piece.slice(guide.notice.text) for piece in clauses[area].pieces))
            parts += [heading, wrap(own.removeprefix(squash(heading)), width)]
        tags = "、".join(tag for tag in direction.tags if tag != "*")
        bracket = (f"（{tags}）" if tags else "") + ("*" if "*" in direction.tags else "")
        parts.append(wrap(f"{direction.number} {direction.title}{bracket}", width))
        for section in direction.sections[1:]:
            parts.append(wrap(f"{section.label}：{section.text}" if section.label else section.text, width))
    return "\n\n".join(part for part in parts if part) + "\n"


def read(direction: Direction) -> tuple[str, ...]:
    texts = (direction.title, direction.area_title, direction.research_content, direction.assessment_indicators)
    return (direction.number, *direction.tags, *map(squash, texts))


def drop_labels(direction: Direction, count: int) -> Direction:
    """Return the direction with its first sections printed without labels."""
    sections = (replace(section, label="") if 0 < place <= count else section for place, section in
                enumerate(direction.sections))  # fmt: skip
    return replace(direction, sections=tuple(sections))


@every_guide
@pytest.mark.parametrize("width", [15, 21, 28, 34, 45])
def test_other_line_breaks_change_nothing(guide: Programme, width: int):
    again = parse_guide(typeset(guide, guide.directions, width), guide.info)
    assert [read(direction) for direction in again.directions] == [read(direction) for direction in guide.directions]
    assert again.notes == ()


@every_guide
def test_a_page_number_after_every_tenth_line_changes_nothing(guide: Programme):
    lines = guide.notice.text.split("\n")
    pages = (f"{line}\n\n— {number} —\n" if number % 10 == 9 else line for number, line in enumerate(lines))
    again = parse_guide("\n".join(pages), guide.info)
    assert [read(direction) for direction in again.directions] == [read(direction) for direction in guide.directions]
    assert [direction.matching_funds for direction in again.directions] == [
        direction.matching_funds for direction in guide.directions
    ]


@every_guide
def test_half_width_colons_and_headings_without_a_space_change_nothing(guide: Programme):
    text = guide.notice.text.replace("：", ":").replace(" ", "")
    again = parse_guide(text, guide.info)
    assert [squash(direction.title) for direction in again.directions] == [
        squash(direction.title) for direction in guide.directions
    ]


@every_guide
def test_directions_that_lack_labels_keep_their_title_and_all_their_text(guide: Programme):
    chosen = random.Random(guide.id)
    cut = tuple(drop_labels(direction, chosen.randrange(3)) for direction in guide.directions)
    again = parse_guide(typeset(guide, cut, 30), guide.info)
    whole = [(item.number, item.title, squash(item.research_content + item.assessment_indicators)) for item in cut]
    assert [
        (item.number, item.title, squash(item.research_content + item.assessment_indicators))
        for item in again.directions
    ] == whole
