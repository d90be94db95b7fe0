"""The subprojects (课题) or tasks that a proposal is divided into."""

import re
from dataclasses import dataclass

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.proposals.entries import NOTHING, split_lines
from assistant.checks.parsing.ticks import read_ticks
from assistant.numbered import parse_number

_COUNT = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
_NAMED = re.compile(
    rf"(?:子?课题|任务)\s*[(第]?\s*(?P<count>{_COUNT})(?!\s*[个项年月万名家])\s*[)]?|"
    rf"第\s*(?P<ordinal>{_COUNT})\s*(?:个)?(?:课题|任务)"
)
_RANGE = re.compile(
    rf"(?:课题|任务)\s*(?P<first>{_COUNT})\s*(?:至|到|~|—+|–|-)\s*(?:课题|任务)?\s*(?P<last>{_COUNT})"
    r"(?![.\d个项年月])"
)
_TOTAL = re.compile(
    rf"(?:下?设(?:置|立)?|分(?:为|成|解为)?|共(?:计|有|设)?|包括|包含|"
    rf"含)[^\d,。;:、]{{0,6}}?(?P<count>{_COUNT})\s*个[^,。;、]{{0,6}}?(?:课题|任务)|(?:课题|"
    rf"任务)(?:总?数|共)?\s*[:为]?\s*(?P<plain>{_COUNT})\s*个"
)
_DENIED = re.compile(
    r"(?:不再?|未|无需|没有|均不|不予|不作|不进行)(?:另行|单独|下)?(?:设置?|设立|划分|分解|分设|"
    r"下设|拆分|分)?(?:任何|子)?(?:任务|课题)|"
    r"(?:不再?|未|无需)(?:另行|单独|下)?(?:设置?|设立|划分|分解|分设|下设|"
    r"拆分)(?![^。;]{0,4}(?:个|研究))|无(?:任务|课题)|(?:任务|课题)[^,。;]{0,6}:?\s*(?:无|不设)"
)
_PARTS = re.compile(r"分(?:为|成)?[^,。;]{0,6}(?:方面|部分|内容|环节|阶段)")
"""What a list counts where it counts no subprojects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tasks:
    """How many there are."""

    count: int | None
    """None where the text does not say."""
    denied: bool = False
    """True where the text says that there are none."""
    names: tuple[str, ...] = ()
    """Their lines, in order; fewer than counted where the text only states a number."""


def read_tasks(text: str) -> Tasks:
    """Return the subprojects of the field that is about them."""
    folded = narrow(text).strip()
    if not folded:
        return Tasks(count=None)
    folded = read_ticks(folded)
    if NOTHING.fullmatch(folded) or re.fullmatch(r"(?:[^:]*:)?\s*(?:否|0\s*个?|不(?:下?设|设置)?)[。.]?", folded):
        return Tasks(count=0, denied=True)
    named = list_named(folded)
    total = _find_total(folded)
    if _DENIED.search(folded) and not named:
        return Tasks(count=0, denied=True)
    listed = [line for line, numbered in split_lines(text) if numbered] or _list_rows(folded)
    lines = listed if named or total or not _PARTS.search(folded) else []
    counted = max(len(named), len(lines) if len(lines) > 1 else 0, total or 0)
    return Tasks(count=counted or None, names=tuple(lines) or tuple(named))


def list_named(text: str) -> list[str]:
    """Return the subprojects that a text names by number (课题1, 课题二, 任务三), each once, in order."""
    found: dict[int, str] = {}
    for match in _RANGE.finditer(narrow(text)):
        first, last = parse_number(match["first"]), parse_number(match["last"])
        found.update(dict.fromkeys(range(first, last + 1), match[0].strip()))
    for match in _NAMED.finditer(narrow(text)):
        number = parse_number(match["count"] or match["ordinal"])
        found.setdefault(number, match[0].strip())
    return list(found.values())


def _find_total(text: str) -> int | None:
    found = _TOTAL.search(text)
    return parse_number(found["count"] or found["plain"]) if found else None


def _list_rows(text: str) -> list[str]:
    """Rows of a table with a cell for each subproject; a row that heads the columns is none."""
    rows = [line for line in text.split("\n") if "\t" in line]
    return [row for row in rows if not re.search(r"序号|课题名称|负责人\t|承担单位", row)]
