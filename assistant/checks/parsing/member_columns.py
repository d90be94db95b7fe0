"""Lists of persons whose first row names the columns (序号 姓名 工作单位 职务职称 …)."""

import re
from dataclasses import dataclass

from assistant.checks.parsing.posts import LATIN_TITLE
from assistant.checks.parsing.roles import read_role

_HEADS: dict[str, str] = {
    "name": r"(?:专家|委员|成员)?(?:姓\s*名|名\s*字)",
    "role": r"(?:专家|推荐|本|组|在)*(?:委员)?会?(?:内|中)?(?:职务|角色|任职|分工|身份|类别)|角色|身份|类别",
    "unit": r"(?:工作|所在|所属)?单\s*位(?:名称)?|工作单位(?:及部门)?",
    "post": r"(?:行政|专业技术|技术|学术)?(?:职\s*务|职\s*称)(?:[/、和与及]?(?:职务|职称))?",
}
_FEWEST = 3
"""Columns that make a table of persons."""
_NOT_A_POST = ("委员会", "推荐", "专家", "组内", "会内")
"""What stands before 职务 where it is the role in the committee and not the post at work."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which cell of a row holds what."""

    count: int
    names: tuple[str, ...]
    """What each cell holds, in order; empty for a column of no concern, such as 序号."""

    def read(self, row: str) -> dict[str, list[str]] | None:
        """Return the filled cells of a row by what they hold; None for a row of another shape or without a name."""
        cells = [cell.strip() for cell in row.split("\t")]
        if len(cells) != self.count:
            return None
        held: dict[str, list[str]] = {}
        for head, cell in zip(self.names, cells, strict=True):
            name = "role" if head in {"", "post"} and read_role(cell) and self._has_other(head) else head
            if name and cell:
                cell = LATIN_TITLE.sub("", cell) if name == "name" else cell  # noqa: PLW2901 - Dr. is no part of it
                held.setdefault(name, []).append(cell)
        return held if "name" in held else None

    def _has_other(self, head: str) -> bool:
        """Say whether a role under this head leaves the posts to another column: 职务 beside 职称, or 备注."""
        return "role" not in self.names and (head != "post" or self.names.count("post") > 1)


def read_heads(row: str) -> Columns | None:
    """Return the columns that a row names; None where it is no such row."""
    cells = row.split("\t")
    names = tuple(map(name_column, cells))
    if len(cells) < _FEWEST or names.count("name") != 1 or not {"unit", "post", "role"} & set(names):
        return None
    return Columns(len(cells), names)


def name_column(head: str) -> str:
    """Return what a cell names as the head of a column of persons; empty for none of these."""
    head = "".join(head.split())
    text = re.sub(r"[（(][^）)]{0,400}[）)]", "", head)
    if any(text.startswith(prefix) for prefix in _NOT_A_POST) and re.fullmatch(_HEADS["role"], text):
        return "role"
    for name in ("name", "unit", "post", "role"):
        if re.fullmatch(_HEADS[name], text):
            return name
    return ""
