"""The list of recommended problems in a report, by type."""

import re
from dataclasses import dataclass

from assistant.text import bare

_ENTRY = re.compile(
    r"^\s*(?:[（(]?\d{1,2}[）).、．:：](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]+[）)]|[•·●\-–]|\d{1,2}[ \t\u3000]+)\s*"
)
_INLINE = re.compile(r"(?<=[？?。；;：:\s])(?=(?:\d{1,2}[.、．）)](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]))")
_LEAD = r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）).、．]\s*|[①-⑳]|[•·●【\[]\s*)?"
_REMARK = re.compile(r"[（(](?:共?\s*[\d一二三四五六七八九十]+\s*[个项条]|限?\d.*?个)[^）)]*[）)]|[】\]]")
_NOTHING = {"", "无", "暂无", "略", "待定", "空", "不推荐", "未推荐", "本次未推荐", "待补充", "无推荐"}
_AUTHOR = re.compile(r"(?<=[？?])\s*[（(【].*$")


@dataclass(frozen=True, slots=True)
class Listed:
    """One problem of the list."""

    group: str
    """Type under whose heading it stands; empty before the first heading."""
    title: str


def list_problems(text: str, groups: tuple[str, ...]) -> tuple[list[Listed], list[str]]:
    """Read the list.

    Args:
        text: the field's content, the template's hints removed.
        groups: the headings, in any order.

    Returns:
        The problems in order, and the headings that occur.
    """
    group, found, seen = "", list[Listed](), list[str]()
    names = "|".join(map(re.escape, groups)) or "(?!)"
    heading = re.compile(_LEAD + f"({names})" + r"(?:列表|清单|类)?\s*")
    for raw in re.sub(rf"(?<=\S)[ \u3000\t]+(?=(?:{names})[：:（(])", "\n", text).split("\n"):
        line = raw
        if head := heading.match(line):
            rest = _REMARK.sub("", line[head.end() :]).lstrip()
            if not rest or rest[0] in "：:；;，,":
                group = head[1]
                seen.append(group)
                line = rest.lstrip("：:；;，, ")
        for piece in _INLINE.split(line):
            title = _AUTHOR.sub("", _ENTRY.sub("", piece).strip(" \t\u3000；;"))
            if bare(title) not in _NOTHING and len(bare(title)) > 1:
                found.append(Listed(group, title))
    return found, seen
