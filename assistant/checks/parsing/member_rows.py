"""The rows of a list of members: one a line, a row of a table, or a role in a sentence."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.parsing.member_prose import tell_roles
from assistant.checks.parsing.roles import NEXT_ROLE
from assistant.domain.draft import FieldLine

_OTHER_BODY = re.compile(
    r"领导小组|工作组|工作小组|工作专班|办公室|秘书处|评审组|初审组|函评专家|评审专家|形式审查|联络组|支撑单位"
)
_LONGEST_HEADING = 24


def choose_section(rows: list[str]) -> list[str]:
    """Leave out the lists of other bodies (领导小组, 工作组), where a heading says which list is the committee's."""
    kept: list[str] = []
    dropping, named = False, False
    for row in rows:
        heading = len(row.strip()) <= _LONGEST_HEADING and not re.search(r"[，,。；;\t]|[:：].", row.strip())
        if heading and "委员会" in row:
            dropping, named = False, True
        elif heading and _OTHER_BODY.search(row):
            dropping = True
        if not dropping:
            kept.append(row)
    return kept if named else rows


def list_rows(lines: Iterable[FieldLine]) -> Iterator[str]:
    """Yield the rows; a line that goes through several roles gives one row a role."""
    for row in _join_rows(lines):
        for told in tell_roles(row):
            yield from (part for part in NEXT_ROLE.split(told) if part.strip())


def _join_rows(lines: Iterable[FieldLine]) -> Iterator[str]:
    """Cells of one table row belong together; other lines stand for themselves."""
    row: tuple[int | None, int | None] | None = None
    columns: set[int | None] = set()
    cells: list[str] = []
    for line in lines:
        place = (line.where.table, line.where.row) if line.where.table is not None else None
        if place is None or place != row or line.where.column in columns:
            if cells:
                yield "\t".join(cells)
            cells, columns, row = [], set(), place
        cells.append(line.text.strip())
        columns.add(line.where.column)
    if cells:
        yield "\t".join(cells)
