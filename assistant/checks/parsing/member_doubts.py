"""Whether a committee that is told in running text was read well enough to find fault with it."""

import re
from collections.abc import Sequence

from assistant.checks.parsing.members import Member
from assistant.checks.parsing.posts import POST_WORD
from assistant.checks.stated import find_stated_number

_LONG_LINE = 80
"""Characters from which a line tells of several members."""
_RUNNING = 0.5
"""Share of the field in such lines from which the list is running text and no list line by line."""
_APART = 2
"""Distance of the number stated from the number read that a slip of an author's seldom has."""

_MOSTLY = 0.75
"""Share of the field's Chinese characters in what was read of the members from which nobody was passed over."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_UNREAD = re.compile(
    r"[\u3400-\u9fff]{2}(?:大学|学院|研究院|研究所|科学院|总院|分院|医院|公司|集团|中心|[院所局厂])[\u3400-\u9fff]{0,4}?"
    rf"(?:{POST_WORD})(?=[\u3400-\u9fff]{{2,4}}(?:[，,、；;。（(]|等|任|担任|为|$))"
)
"""An employer with a position and a name behind it, which the reader of members passed over."""


def name_doubt(text: str, members: Sequence[Member]) -> str | None:
    """Return in Chinese why the members as read are not to be relied on; None where they are.

    Args:
        text: the field.
        members: as read from it.
    """
    lines = [line for line in text.split("\n") if re.search(r"[\u3400-\u9fff]{2}", line)]
    stated = find_stated_number(text)
    if not lines or "\t" in text:
        return None
    running = sum(len(line) for line in lines if len(line) >= _LONG_LINE) >= _RUNNING * sum(map(len, lines))
    missed = stated is not None and abs(stated - len(members)) >= _APART and bool(members)
    unnamed = any(not member.name for member in members)
    passed = missed and (_share_read(text, members) < _MOSTLY or _passes_over(text, members))
    if not running or not (unnamed or passed):
        return None
    said = f"文中写明{stated}人，" if stated is not None else ""
    return f"委员名单写在一段话里，{said}只读出{len(members)}人"


def _share_read(text: str, members: Sequence[Member]) -> float:
    read = "".join(f"{member.name}{member.employer}{member.post}" for member in members)
    return len(_HAN.findall(read)) / max(1, len(_HAN.findall(text)))


def _passes_over(text: str, members: Sequence[Member]) -> bool:
    """Say whether somebody is told of with employer and position who is none of the members."""
    names = tuple(member.name for member in members if member.name)
    return any(not text.startswith(names, found.end()) for found in _UNREAD.finditer(text))
