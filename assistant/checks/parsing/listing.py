"""The list of recommended problems in a report, by type."""

import re
from dataclasses import dataclass

from assistant.text import bare

_ENTRY = re.compile(
    r"^\s*(?:[（(]?\d{1,2}[）).、．:：](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]+[）)]|[•·●\-–]|"
    r"\d{1,2}[ \t\u3000]+)\s*"
)
_INLINE = re.compile(r"(?<=[？?。；;：:\s])(?=(?:\d{1,2}[.、．）)](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]))")
_LEAD = (
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）).、．]\s*|[①-⑳]|第[一二三\d][类部]分?[:：、\s]*|[•·●◆■▪★#*\s]+)?"
    r"(?:(?:问题|难题)?类[型别]\s*[:：]\s*)?[【\[〔《]?\s*"
)
_TAIL = r"(?:类)?(?:推荐)?(?:问题|难题)?(?:列表|清单|名单|部分)?\s*"
_REMARK = re.compile(
    r"\s*(?:[（(](?:(?:共?计?|限)\s*[\d一二三四五六七八九十]+\s*[个项条题]|共计?\s*[\d一二三四五六七八九十]+|限?\d.*?个)"
    r"[^）)]*[）)]|[（(]\s*[\d一二三四五六七八九十]+\s*[）)](?=\s*(?:$|[：:】\]〕》]))|[】\]〕》]|"
    r"共?计?\s*[\d一二三四五六七八九十]+\s*[个项条题])"
)
"""How many there are, behind a heading; a number in brackets alone may be the first entry's."""
_COUNT = re.compile(r"[（(]?\s*共?计?\s*[\d一二三四五六七八九十]+\s*[个项条题]\s*[）)]?[:：]?")
_NOTHING = {"", "无", "暂无", "略", "待定", "空", "不推荐", "未推荐", "本次未推荐", "待补充", "无推荐"}
_LONGEST_NUMBER = 3
"""Characters of a cell that is a number and no title."""
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
    heading = re.compile(_LEAD + f"({names})" + _TAIL)
    for raw in re.sub(rf"(?<=\S)[ \u3000\t]+(?=(?:{names})[：:（(])", "\n", text).split("\n"):
        if row := _read_row(raw, groups):
            found.append(Listed(row[0], row[1]))
            group = row[0] if raw.lstrip().startswith(row[0]) else group
            seen.extend([row[0]] if row[0] not in seen else [])
            continue
        line = raw
        if head := heading.match(line):
            rest = _strip_remarks(line[head.end() :])
            if not rest or rest[0] in "：:；;，,—–":
                group = head[1]
                seen.append(group)
                line = rest.lstrip("：:；;，,—– ")
                line = "" if _COUNT.fullmatch(line) else line
        for piece in _INLINE.split(line):
            title = _AUTHOR.sub("", _ENTRY.sub("", piece).strip(" \t\u3000；;"))
            if bare(title) not in _NOTHING and len(bare(title)) > 1:
                found.append(Listed(group, title))
    return found, seen


def _strip_remarks(rest: str) -> str:
    while found := _REMARK.match(rest):
        rest = rest[found.end() :]
    return rest.lstrip()


def _read_row(line: str, groups: tuple[str, ...]) -> tuple[str, str] | None:
    """Return type and title of a table's row that has a cell for the type; the title is its longest other cell."""
    cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
    kinds = [cell for cell in cells if cell.strip("【】[]（）() ").removesuffix("类") in groups]
    others = [cell for cell in cells if cell not in kinds]
    title = max(others, key=len, default="")
    if len(kinds) != 1 or bare(title) in _NOTHING or len(bare(title)) <= _LONGEST_NUMBER:
        return None
    return kinds[0].strip("【】[]（）() ").removesuffix("类"), title
