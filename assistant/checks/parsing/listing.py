"""The list of recommended problems in a report, by type."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.patterns import lazily
from assistant.question import is_question
from assistant.text import bare

_ENTRY = lazily(
    r"^\s*(?:[（(]?\d{1,2}[）).、．:：](?!\d)|[①-⑳]|[（(][一二三四五六七八九十]+[）)]|[•·●\-–]|"
    r"(?:问题|难题|题目)\s*[\d一二三四五六七八九十]{1,2}\s*[:：、.．]|其[一二三四五六七八九十][，,：:]?|[一二三四五六七八九十]是|"
    r"第[一二三四五][，,、：:]|[A-Za-z]{1,2}[-—.]?\d{1,2}[.、．:：\s]+|\d{1,2}[ \t\u3000]+)\s*"
)
_INLINE = lazily(
    r"(?<=[？?。；;：:\s])(?=(?:\d{1,2}[.、．）)](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|其[一二三四五六七八九十][，,：:]|[一二三四五六七八九十]是|"
    r"(?:问题|难题)\s*[\d一二三四五]{1,2}\s*[:：]))|(?<=[\u4e00-\u9fff])(?=[（(][1-9]\d?[）)])|(?<=\S)(?=[①-⑳])"
)
_RUNNING = lazily(r"(?<=[？?])\s*[；;，,、]?\s*(?=\S)|[；;](?=\s*\S)")
"""Between titles that follow each other in a line without numbers."""
_LEAD = (
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[）).、．]\s*|(?:其中)?(?:属于?|列入|归为)\s*|"
    r"[一二三]是|[A-Ca-c甲乙丙]类?[、.．:：\s]+|(?:[我本]?会|共|拟|另|还)*推荐|[①-⑳]|第[一二三\d][类部]分?[:：、\s]*|[•·●◆■▪★#*\s]+)?"
    r"(?:(?:问题|难题)?类[型别]\s*[:：]\s*)?[【\[〔《]?\s*"
)
_TAIL = r"(?:类)?(?:推荐)?(?:问题|难题)?(?:列表|清单|名单|部分)?\s*"
_REMARK = lazily(
    r"\s*(?:[（(](?:(?:共?计?|限)\s*[\d一二三四五六七八九十]+\s*[个项条题]|共计?\s*[\d一二三四五六七八九十]+|限?\d.*?个)"
    r"[^）)]*[）)]|[（(]\s*[\d一二三四五六七八九十]+\s*[）)](?=\s*(?:$|[：:】\]〕》]))|[】\]〕》]|"
    r"[（(]第?\s*\d{1,2}\s*[-—–~～至]\s*\d{1,2}\s*[个项条题号]?[）)]|共?计?\s*[\d一二三四五六七八九十]+\s*[个项条题])"
)
"""How many there are, behind a heading; a number in brackets alone may be the first entry's."""
_COUNT = lazily(r"[（(]?\s*+共?计?\s*+[\d一二三四五六七八九十]++\s*[个项条题]\s*[）)]?[:：]?")
_INTRODUCTION = lazily(
    r"[^？?：:\n]{0,24}(?:如下|顺序|排序|包括|分别|为|是|推荐|有)[^？?：:\n]{0,6}[：:]\s*(?=$|\d|[（(①]|\S)"
)
"""What stands between a heading and its list: 推荐4个，按得票排序为：."""
_ABOUT = lazily(r"\s*(?:以上|合计|共计|总计|小计|注|说明|备注|附注|本[次会]|经)[^？?]*$|[^？?]{2,60}[：:]\s*$")
_NOTHING = {"", "无", "暂无", "略", "待定", "空", "不推荐", "未推荐", "本次未推荐", "待补充", "无推荐"}
_COLUMN = lazily(
    r"(?:推荐|问题|难题|所属|重大|中文)*(?:序号|编号|类[别型]|题目|名称|标题|问题|难题|领域|学科|方向|作者|推荐人|单位|票数|得票|排序|备注)"
    r"(?:名称|题目|数|情况)?|No\.?"
)
"""Head of a column in a table of problems."""
_LONGEST_NUMBER = 3
"""Characters of a cell that is a number and no title."""
_NAMING = lazily(r"^(?:依次|分别|具体)?(?:为|是|即|有|包括)(?=\s*(?:[“「①（(]|\S{4,}))|的?(?:有|是|包括)(?=[:：])")
"""What a heading in a sentence says before the first title: 三项，即…."""
_QUOTED = lazily(r"[“「《]([^“”「」《》]{4,})[”」》]")
_JOINT = lazily(r"^(?:以及|及|和|与)(?=\S{4})")
_OVERTURE = lazily(r"推荐|遴选|议定|审定|如下|分列|题目|[各共]\S{0,3}[个项条题]")
"""What a sentence before the list speaks of."""
_HAN = lazily(r"[\u4e00-\u9fff]")
_ASIDE = lazily(r"[（(【][^（）()【】]*[）)】]")
"""A line in brackets: who brought the problem forward, in what order they stand."""
_MOSTLY = 0.5
"""Share of the entries with a number from which all titles have one."""
_AUTHOR = lazily(r"(?<=[？?])\s*[（(【].*$")


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
    reader = _Reader(groups)
    for line in reader.split(text):
        reader.read(line)
    return reader.finish(), list(dict.fromkeys(reader.seen))


class _Reader:
    """Goes through the lines and remembers the type whose heading came last.

    Args:
        groups: names of the types.
    """

    def __init__(self, groups: tuple[str, ...]) -> None:
        self.found = list[Listed]()
        self.seen = list[str]()
        self._counted = list[bool]()
        self._groups = groups
        self._group = ""
        self._names = "|".join(map(re.escape, groups)) or "(?!)"
        self._short = {name[:2]: name for name in groups}
        """First word of a type (前沿) to the type, as it may stand in brackets before a title."""
        shorts = "|".join(map(re.escape, self._short)) or "(?!)"
        self._heading = re.compile(_LEAD + f"({self._names})" + _TAIL)
        self._numbered = re.compile(
            rf"{_LEAD}({self._names}|{shorts})\s*(?:\d{{1,2}}|[一二三四五①-⑩])\s*[】\]]?\s*[:：、.．]\s*(?=\S)"
        )
        self._behind = re.compile(
            rf"\s*(?:[—–-]*\s*[（(【\[]|[—–-]{{1,3}})\s*(?:类[型别][:：]\s*)?({self._names})(?:类)?\s*[）)】\]]?\s*[。；;]?\s*$"
        )
        self._before = re.compile(
            rf"^(.{{0,6}}?)[（(【\[〔]\s*({self._names}|{shorts})(?:类)?\s*[）)】\]〕]\s*(?=[^：:\s])"
        )

    def split(self, text: str) -> list[str]:
        """Return the lines; a heading behind white space, or in a sentence of its own, begins a new one."""
        text = "\n".join(self._part_columns(text.split("\n")))
        further = rf"(?<=[；;。？?！])\s*(?=[^？?；;。：:\n]{{0,8}}(?:{self._names})[^？?；;。：:\n]{{0,12}}[：:])"
        behind_gap = rf"(?<=\S)[ \u3000\t]+(?=(?:{self._names})[：:（(])"
        return re.sub(f"{further}|{behind_gap}", "\n", text).split("\n") if self._groups else text.split("\n")

    def _part_columns(self, lines: list[str]) -> Iterator[str]:
        """A table with a column for each type is read column by column."""
        cells = [line.split("\t") for line in lines]
        heads = [cell.strip().removesuffix("类") for cell in cells[0]]
        if len(heads) < 2 or not set(heads) <= set(self._groups):  # noqa: PLR2004 - columns
            yield from lines
            return
        for place, head in enumerate(heads):
            yield f"{head}："
            yield from (row[place] for row in cells[1:] if len(row) == len(heads) and row[place].strip())
        yield from ("\t".join(row) for row in cells[1:] if len(row) != len(heads))

    def read(self, line: str) -> None:
        """Take the titles of a line."""
        if row := _read_row(line, self._groups):
            self._take(row[0], row[1])
            self._group = row[0] if line.lstrip().startswith(row[0]) else self._group
        elif marked := self._numbered.match(line):
            self._group = self._short[marked[1][:2]]
            self._take(self._group, line[marked.end() :])
        elif (marked := self._behind.search(line)) and len(bare(line[: marked.start()])) > 1:
            self._take(marked[1], line[: marked.start()])
        else:
            self._read_plain(line)

    def _read_plain(self, line: str) -> None:
        opened = False
        if head := self._heading.match(line):
            rest = _strip_remarks(line[head.end() :])
            lead = _INTRODUCTION.match(rest)
            rest = rest[lead.end() :] if lead else rest
            if lead or not rest or rest[0] in "：:；;，,。—–":
                opened = True
                self._group = head[1]
                self.seen.append(head[1])
                line = rest.lstrip("：:；;，,。—– ")
                line = "" if _COUNT.fullmatch(line) else _NAMING.sub("", line, count=1)
        if marked := self._before.match(line):
            for piece in _split_titles(marked[1] + line[marked.end() :], running=True):
                self._take(self._short[marked[2][:2]], piece)
        elif not self._introduces(line):
            for piece in _split_titles(line, running=opened):
                self._take(self._group, piece)

    def finish(self) -> list[Listed]:
        """Return the problems; where entries bear numbers, a line without one that asks nothing is a remark."""
        numbered = sum(self._counted) >= _MOSTLY * len(self._counted)
        pairs = zip(self.found, self._counted, strict=True)
        return [one for one, counted in pairs if counted or not numbered or is_question(one.title)]

    def _introduces(self, line: str) -> bool:
        """Say whether the line speaks of the list and is no part of it."""
        cells = [cell.strip() for cell in line.split("\t") if cell.strip()]
        if len(cells) > 1 and all(_COLUMN.fullmatch("".join(cell.split())) for cell in cells):
            return True
        opening = not self._group and line.rstrip().endswith(("。", "：", ":")) and _OVERTURE.search(line)
        several = len(set(re.findall(self._names, line))) > 1
        return bool(_ABOUT.match(line) or several or opening) and not is_question(line)

    def _take(self, group: str, piece: str) -> None:
        title = _AUTHOR.sub("", _ENTRY.sub("", piece).strip(" \t\u3000；;。"))
        if not _HAN.search(title) or _ASIDE.fullmatch(title):
            return
        if bare(title) not in _NOTHING and len(bare(title)) > 1:
            self.found.append(Listed(group, title))
            self._counted.append(_ENTRY.match(piece) is not None)
            if group and group not in self.seen:
                self.seen.append(group)


def _split_titles(line: str, *, running: bool) -> list[str]:
    """Return the titles of a line: by their numbers, or by their marks where they run on behind a heading."""
    pieces = [piece for piece in _INLINE.split(line) if piece.strip()]
    if len(pieces) != 1 or not running or _ENTRY.match(pieces[0]):
        return pieces
    if len(quoted := _QUOTED.findall(pieces[0])) > 1 and sum(map(len, quoted)) >= _MOSTLY * len(pieces[0]):
        return quoted
    return [_JOINT.sub("", piece.strip()) for piece in _RUNNING.split(pieces[0]) if piece.strip()]


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
