"""The skeleton of a guide: where its areas, directions and appended parts begin.

Numbers at line starts are headings only in their order, since a wrapped line may begin with a decimal. A number is
taken when it is the one expected next and a label follows, or the text before it has ended; a later number is taken
with a note, so that one misprint does not swallow the rest of a guide.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.library.guide_labels import starts_with_label
from assistant.library.lines import Line

_DIRECTION = re.compile(r"(\d{1,2})[.．](\d{1,2})(?![\d.．])\s*(?=[^\s\d])")
_AREA = re.compile(r"(\d{1,2})[.．、](?!\d)\s*(?=\S)")
_TITLE_START = re.compile(r"[\u4e00-\u9fff“‘《（(*]|[A-Za-z]+[\w-]*\s*[\u4e00-\u9fff]")
"""A title starts with Chinese, an opening mark, or a foreign word before Chinese (DNA 分子…)."""
_UNIT = re.compile(
    r"(?:[万亿千百]?[倍个项种套台年月日天次例人家吨度米元分秒]|[万亿千百])(?=[，。；、）)/]|以[上下内]|左右|的|$)"
    r"|以[上下内]|左右|[~～至—]"
)
"""Words that go on with a decimal number; before another word the same signs begin a title (天然…, 人类…)."""
_APPENDED = re.compile(r"形式审查|^附\s*[件录表]|(?:审查条件|申报要求|条件要求|名单|须知)$")
_CLOSED = tuple("。！？：:")
_LONGEST_TITLE = 4
"""Lines; the longest title of the shipped guides takes two."""
_FAR = 40
"""Lines between the heading of an area and its first direction; the longest shipped paragraph has two."""


@dataclass(slots=True)
class FoundArea:
    """A first-level heading; lines from `first` to `end` are the heading and its paragraph."""

    number: int
    first: int
    end: int


@dataclass(slots=True)
class FoundDirection:
    """A second-level heading; lines from `first` to `end` are its own."""

    area: int
    number: int
    first: int
    end: int

    @property
    def name(self) -> str:
        """The number as text."""
        return f"{self.area}.{self.number}"


@dataclass(slots=True)
class GuideOutline:
    """Line numbers of all parts; `end` is excluded everywhere."""

    areas: list[FoundArea] = field(default_factory=list[FoundArea])
    directions: list[FoundDirection] = field(default_factory=list[FoundDirection])
    appended: int = 0
    """First line of the appended parts; the number of lines where there are none."""
    skipped: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    """Number expected and number found instead."""

    @property
    def first(self) -> int:
        """First line behind the preamble."""
        starts = [item.first for item in (*self.areas[:1], *self.directions[:1])]
        return min(starts, default=self.appended)


def find_outline(lines: Sequence[Line]) -> GuideOutline:
    """Return the skeleton of a guide."""
    outline = GuideOutline(appended=len(lines))
    for index in range(len(lines)):
        if not _open_area(outline, lines, index):
            _open_direction(outline, lines, index)
    if outline.directions:
        outline.appended = _find_appended(lines, outline.directions[-1].first)
    _close(outline)
    return outline


def _open_area(outline: GuideOutline, lines: Sequence[Line], index: int) -> bool:
    found = _AREA.match(lines[index].text)
    last = outline.areas[-1].number if outline.areas else 0
    if not found or int(found[1]) <= last or not _leads_to_first(lines, index, int(found[1])):
        return False
    if int(found[1]) != last + 1:
        outline.skipped.append((str(last + 1), found[1]))
    outline.areas.append(FoundArea(int(found[1]), index, len(lines)))
    return True


def _leads_to_first(lines: Sequence[Line], index: int, area: int) -> bool:
    """Say whether the area's first direction is the next heading, no section standing between."""
    for line in lines[index + 1 : index + _FAR]:
        found = _DIRECTION.match(line.text)
        if found and int(found[1]) == area:
            return int(found[2]) == 1
        if starts_with_label(line.text) or _AREA.match(line.text):
            return False
    return False


def _open_direction(outline: GuideOutline, lines: Sequence[Line], index: int) -> None:
    found = _DIRECTION.match(lines[index].text)
    if not found:
        return
    area, number = int(found[1]), int(found[2])
    expected = _expect(outline)
    rest = lines[index].text[found.end() :]
    labelled = _leads_to_label(lines, index) and not any(mark in rest for mark in "。；")
    closed = index == 0 or _is_closed(outline, lines, index)
    if (area, number) == expected:
        taken = labelled or (closed and _is_title(rest))
    else:
        taken = labelled and closed and (area, number) > expected
        if taken:
            outline.skipped.append((f"{expected[0]}.{expected[1]}", f"{area}.{number}"))
    if taken:
        outline.directions.append(FoundDirection(area, number, index, len(lines)))


def _expect(outline: GuideOutline) -> tuple[int, int]:
    """Return area and number of the direction that comes next."""
    area = outline.areas[-1].number if outline.areas else 1
    last = outline.directions[-1] if outline.directions else None
    return (area, last.number + 1) if last and last.area == area else (area, 1)


def _is_closed(outline: GuideOutline, lines: Sequence[Line], index: int) -> bool:
    """Say whether the text before the line has come to an end."""
    before = lines[index - 1].text
    return before.endswith(_CLOSED) or (bool(outline.areas) and outline.areas[-1].first == index - 1)


def _leads_to_label(lines: Sequence[Line], index: int) -> bool:
    """Say whether a label follows the line and what may be the rest of its title."""
    for line in lines[index + 1 : index + 1 + _LONGEST_TITLE]:
        if starts_with_label(line.text):
            return True
        if "。" in line.text or "；" in line.text:
            return False
    return False


def _is_title(rest: str) -> bool:
    return bool(_TITLE_START.match(rest)) and not _UNIT.match(rest) and "。" not in rest.rstrip("。")


def _find_appended(lines: Sequence[Line], first: int) -> int:
    """Return the first line of a part appended behind the last direction."""
    labelled = False
    for index in range(first + 1, len(lines)):
        text = lines[index].text
        heading = not any(mark in text for mark in "。；：:") and bool(_APPENDED.search(text))
        if labelled and heading and lines[index - 1].text.endswith(_CLOSED):
            return index
        labelled = labelled or starts_with_label(text)
    return len(lines)


def _close(outline: GuideOutline) -> None:
    """End every part where the next one begins."""
    parts = sorted((*outline.areas, *outline.directions), key=lambda part: part.first)
    for part, following in itertools.pairwise(parts):
        part.end = following.first
    if parts:
        parts[-1].end = outline.appended
