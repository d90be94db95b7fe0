"""A direction's own lines to its number, title, tags and labelled sections."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.direction import Section, SectionKind
from assistant.domain.notice import Furniture, Span
from assistant.library.guide_flow import find_pieces, join_pieces
from assistant.library.guide_labels import Label, find_labels
from assistant.library.lines import Line

_NUMBER = re.compile(r"\d{1,2}[.．]\d{1,2}\s*")
_TAGS = re.compile(r"\s*[（(]([^（）()]+)[）)]\s*$")
_TAG = re.compile(r"[^、，]{2,12}(?:项目|类)")
"""青年科学家项目, 基础研究类, 共性关键技术类: brackets at the end of a title that hold nothing else are tags."""
_STAR = re.compile(r"\s*[*＊]\s*$")
_FULL_LINE = 0.8
"""Share of the longest line from which a line counts as full; wrapped titles of the shipped guides fill 0.82."""
_LONGEST_TITLE = 80
"""Characters; the longest title of the shipped guides has 40 with its brackets."""


@dataclass(frozen=True, slots=True)
class ReadDirection:
    """A direction's parts before anything is looked up around it."""

    title: str
    tags: tuple[str, ...]
    sections: tuple[Section, ...]
    """Title first; a text without a label stands under an empty label."""
    span: Span

    def join(self, kind: SectionKind) -> str:
        """Return the text of all sections of that kind."""
        return "".join(section.text for section in self.sections if section.kind == kind)


def read_direction(text: str, lines: Sequence[Line], furniture: Sequence[Furniture]) -> ReadDirection:
    """Read the lines of one direction, heading first."""
    start, end = lines[0].start, lines[-1].pieces[-1].end
    labels = list(find_labels(text, start, end, furniture))
    body = labels[0].span.start if labels else end
    labelled = bool(labels) and labels[0].kind == "research_content"
    heading = _count_title_lines(lines, body) if labelled else _guess_title_lines(lines, body)
    heading_end = lines[heading - 1].pieces[-1].end
    heading_pieces = find_pieces(text, start, heading_end, furniture)
    title, tags = split_title(_NUMBER.sub("", join_pieces(text, heading_pieces), count=1))
    sections = [Section(kind="title", label="", text=title, pieces=heading_pieces)]
    unlabelled = find_pieces(text, heading_end, body, furniture)
    if unlabelled:
        sections.append(_build("research_content", text, unlabelled))
    ends = [label.span.start for label in labels[1:]] + [end] * bool(labels)
    for label, section_end in zip(labels, ends, strict=True):
        sections.append(_read_section(text, label, section_end, furniture))
    return ReadDirection(title, tags, tuple(sections), Span(start, end))


def split_title(heading: str) -> tuple[str, tuple[str, ...]]:
    """Return the title without its tags, and the tags; an asterisk is the tag `*`."""
    title, tags = heading, list[str]()
    while True:
        star, bracket = _STAR.search(title), _TAGS.search(title)
        parts = [part.strip() for part in bracket[1].split("、")] if bracket else []
        if star:
            title, tags = title[: star.start()], ["*", *tags]
        elif bracket and all(_TAG.fullmatch(part) for part in parts):
            title, tags = title[: bracket.start()], [*parts, *tags]
        else:
            return title, tuple(tags)


def _count_title_lines(lines: Sequence[Line], body: int) -> int:
    """Return how many lines belong to the heading; text with sentences is none of it."""
    count, length = 1, len(lines[0].text)
    for line in lines[1:]:
        length += len(line.text)
        if line.start >= body or length > _LONGEST_TITLE or any(mark in line.text for mark in "。；：，"):
            break
        count += 1
    return count


def _guess_title_lines(lines: Sequence[Line], body: int) -> int:
    """Return the same where no label ends the heading: it goes on behind a full line, onto a short one."""
    full = _FULL_LINE * max(measure_width(line.text) for line in lines)
    rest = lines[1].text if len(lines) > 1 and lines[1].start < body else "。"
    goes_on = measure_width(lines[0].text) >= full > measure_width(rest)
    return 2 if goes_on and not any(mark in rest for mark in "。；：，") else 1


def measure_width(line: str) -> int:
    """Return the width of a line in half-width columns."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)


def _read_section(text: str, label: Label, end: int, furniture: Sequence[Furniture]) -> Section:
    pieces = find_pieces(text, label.span.start, end, furniture)
    return _build(label.kind, text, pieces, label)


def _build(kind: SectionKind, text: str, pieces: tuple[Span, ...], label: Label | None = None) -> Section:
    bare = strip_label(text, pieces, label.span.end) if label else pieces
    return Section(kind=kind, label=label.name if label else "", text=join_pieces(text, bare), pieces=pieces)


def strip_label(text: str, pieces: Sequence[Span], end: int) -> tuple[Span, ...]:
    """Return the pieces from `end` on, where the label has ended."""
    return tuple(
        piece for old in pieces if old.end > end for piece in find_pieces(text, max(old.start, end), old.end, ())
    )
