"""The directions of the shipped guides, against counts and facts taken from the text in other ways."""

import re
from collections import Counter

import pytest

from assistant.domain.direction import Direction
from assistant.domain.programme import Programme
from assistant.library.located_yaml import load_yaml
from assistant.library.locations import corpus_root
from assistant.library.programmes import load_catalogue
from assistant.text import squash

GUIDES = [programme for programme in load_catalogue().programmes if programme.directions]
DIRECTIONS = [direction for guide in GUIDES for direction in guide.directions]
every_guide = pytest.mark.parametrize("guide", GUIDES, ids=[guide.id for guide in GUIDES])

LABEL = re.compile(r"^\s*(研究内容|研究目标|考核指标|预期指标|有关说明|其他要求)\s*[:：]", re.MULTILINE)


def test_there_are_261_directions_in_thirteen_guides():
    assert Counter(guide.info.doc for guide in GUIDES for _ in guide.directions) == {
        "nkrd-2021": 222,
        "sticoop-2022": 39,
    }
    assert [len(guide.directions) for guide in GUIDES] == [20, 15, 7, 20, 20, 13, 16, 17, 9, 22, 21, 42, 39]


@every_guide
def test_as_many_labels_stand_at_line_starts_as_sections_were_read(guide: Programme):
    printed = Counter(LABEL.findall(guide.notice.text))
    read = Counter(section.label for direction in guide.directions for section in direction.sections[1:])
    assert read == printed


@every_guide
def test_numbers_run_on_inside_an_area_and_areas_run_on(guide: Programme):
    pairs = [tuple(map(int, direction.number.split("."))) for direction in guide.directions]
    areas = list(dict.fromkeys(area for area, _ in pairs))
    assert areas == list(range(1, len(areas) + 1))
    for area in areas:
        assert [number for first, number in pairs if first == area] == list(
            range(1, 1 + sum(first == area for first, _ in pairs))
        )


@every_guide
def test_headings_found_backwards_from_their_labels_are_the_same(guide: Programme):
    """A second count: the line nearest above each label of research content that starts with a number."""
    lines = [line.strip() for line in guide.notice.text.splitlines() if line.strip()]
    numbers: list[str] = []
    for index, line in enumerate(lines):
        if re.match(r"研究(?:内容|目标)\s*[:：]", line):
            above = (re.match(r"(\d+\.\d+)", lines[place]) for place in range(index - 1, index - 4, -1))
            numbers.extend(found[1] for found in [next(filter(None, above))])
    assert numbers == [direction.number for direction in guide.directions]


@pytest.mark.parametrize("direction", DIRECTIONS, ids=[direction.id for direction in DIRECTIONS])
def test_every_direction_has_a_plausible_title_and_whole_texts(direction: Direction):
    assert 6 <= len(direction.title) <= 40
    assert not re.search(r"[。；：*]|青年科学家|\d$", direction.title)
    assert direction.area_title
    assert len(direction.research_content) >= 60
    assert len(direction.assessment_indicators) >= 10
    for text in (direction.research_content, direction.assessment_indicators):
        assert "\n" not in text
        assert not re.search(r"(?:研究内容|研究目标|考核指标|预期指标|有关说明|其他要求)\s*[:：]|— \d+ —", text)


@every_guide
def test_no_text_holds_another_heading(guide: Programme):
    headings = {squash(f"{direction.number}{direction.title}") for direction in guide.directions}
    headings |= {squash(f"{direction.area_number}.{direction.area_title}") for direction in guide.directions}
    for direction in guide.directions:
        for section in direction.sections[1:]:
            assert not [heading for heading in headings if heading in squash(section.text)]


@every_guide
def test_every_quote_and_span_is_exact(guide: Programme):
    text = guide.notice.text
    whole = squash(text)
    for direction in guide.directions:
        for item in (*direction.requirements, *direction.ratios, *direction.limits):
            assert squash(item.quote) in whole
            assert squash(item.span.slice(text)) == squash(item.quote)


@every_guide
def test_the_expansions_name_exactly_the_directions(guide: Programme):
    written = load_yaml(corpus_root() / guide.id / "expansions.yaml", dict[str, dict[str, list[str]]]).value
    assert list(written) == [direction.number for direction in guide.directions]
    assert all(entry["terms"] and entry["asks"] and entry["english"] for entry in written.values())


@every_guide
def test_tags_are_the_marks_that_the_guide_prints_behind_its_titles(guide: Programme):
    text = squash(guide.notice.text)
    printed = Counter(
        {
            "青年科学家项目": len(re.findall("[（、]青年科学家项目[、）]", text)),
            "基础研究类": len(re.findall("[（、]基础研究类[、）]", text)),
            "*": len(re.findall(r"\*研究内容", text)),
        }
    )
    assert Counter(tag for direction in guide.directions for tag in direction.tags) == +printed


def test_counts_that_differ_from_the_preamble_are_notes():
    notes = {guide.id: [note.message for note in guide.notice.notes if "前言写" in note.message] for guide in GUIDES}
    assert {guide: messages for guide, messages in notes.items() if messages} == {
        "nkrd-2021-03": ["前言写“等5个任务”，正文有3个一级标题。"],
        "nkrd-2021-08": ["前言写“拟启动22个方向”，正文有17个方向。"],
        "nkrd-2021-11": ["前言写“3大方向”，正文有5个一级标题。"],
        "nkrd-2021-12": ["前言写“等四个方向”，正文有10个一级标题。"],
    }


def test_the_texts_of_a_direction_are_whole():
    """One direction compared with the notice by eye: number 2.10, a unit at a line start, a wrapped label of a list."""
    direction = next(direction for direction in DIRECTIONS if direction.id == "nkrd-2021-12/2.10")
    assert direction.title == "分离打拿极电子倍增器"
    assert direction.research_content.startswith("开发分离打拿极电子倍增器")
    assert direction.sections[1].label == "研究内容"
    assert direction.research_content.endswith("。")
    assert direction.assessment_indicators.endswith("。")
