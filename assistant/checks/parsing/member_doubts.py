"""Whether a committee that is told in running text was read well enough to find fault with it."""

import re
from collections.abc import Sequence

from assistant.checks.parsing.member_records import Member
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.posts import POST_WORD
from assistant.checks.parsing.proposals.entries import split_outside
from assistant.checks.stated import find_stated_number

_LONG_LINE = 80
"""Characters from which a line tells of several members."""
_RUNNING = 0.5
"""Share of the field in such lines from which the list is running text and no list line by line."""
_APART = 2
"""Distance of the number stated from the number read that a slip of an author's seldom has."""

_SHARED = re.compile(r"[均皆](?:为|是|来自|系)|都(?:是|来自)|同为")
"""What is said of several members at once."""
_MOSTLY = 0.75
"""Share of the field's Chinese characters in what was read of the members from which nobody was passed over."""
_HAN = re.compile(r"[\u3400-\u9fff]")
_EMPLOYER = r"(?:大学|学院|研究院|研究所|科学院(?!院士)|总院|分院|医院|公司|集团|中心|实验室|博物院|疾控|[院所局厂])"
_BEHIND = re.compile(
    rf"[\u3400-\u9fff]{{2}}{_EMPLOYER}[^（(]{{0,6}}?(?:{POST_WORD})(?:[、/兼](?:{POST_WORD}))*[\u3400-\u9fff·]{{2,8}}$"
)
"""An employer, a position and a name: 东湖大学教授张三."""
_BETWEEN = re.compile(rf"[\u3400-\u9fff]{{2}}{_EMPLOYER}的?[\u3400-\u9fff·]{{2,8}}?(?:{POST_WORD})$")
"""An employer, a name and a position: 东湖大学张三教授."""
_IN_BRACKETS = re.compile(
    rf"[\u3400-\u9fff·]{{2,}}[（(][^（()）]{{3,}}(?:[（(][^（()）]*[)）][^（()）]*)?(?:{POST_WORD})"
)
"""A name, and employer and position in brackets: 张三（东湖大学，教授）."""
_TAKING_OFFICE = re.compile(r"(?:两位|同志|分别|共同)*(?:担任|出任|任|为)(?:副?主任|委员).*$")


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
    unread = missed and _share_read(text, members) < _MOSTLY
    shared = any(member.missing for member in members) and _SHARED.search(text) is not None
    if not running or not (unnamed or unread or shared or _passes_over(text, members)):
        return None
    said = f"文中写明{stated}人，" if stated is not None else ""
    return f"委员名单写在一段话里，{said}只读出{len(members)}人"


def _share_read(text: str, members: Sequence[Member]) -> float:
    read = "".join(f"{member.name}{member.employer}{member.post}" for member in members)
    return len(_HAN.findall(read)) / max(1, len(_HAN.findall(text)))


def _passes_over(text: str, members: Sequence[Member]) -> bool:
    """Say whether somebody is told of with employer and position who is none of the members."""
    names = [member.name for member in members if member.name]
    pieces = (_TAKING_OFFICE.sub("", piece.strip()) for piece in split_outside(narrow(text), ",、;。和\n"))
    return any(
        not any(name in piece for name in names)
        for piece in pieces
        if _IN_BRACKETS.search(piece) or _BEHIND.search(piece) or _BETWEEN.search(piece)
    )
