"""The members of a committee as a report lists them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.checks.parsing.member_columns import Columns, read_heads
from assistant.checks.parsing.member_prose import tell_roles
from assistant.checks.parsing.organisations import is_foreign
from assistant.checks.parsing.people import is_person
from assistant.checks.parsing.posts import Token, read_tokens
from assistant.checks.parsing.roles import CHAIR, MEMBER, NEXT_ROLE, ROLE_HEAD, VICE, name_role, read_role
from assistant.domain.draft import FieldLine

_NUMBER = re.compile(
    r"^\s*+(?:[（(\[]?\s*+(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)\].、．:：]+\s*|[①-⑳⑴-⒇❶-❿]\s*|"
    r"[-•·●◆■▪*]\s*|\d{1,3}[ \t\u3000,，|]+)"
)
ATTACHED = re.compile(
    r"(?:名单|组成|情况|信息)[^。\n]{0,8}(?:见|附后|另附|详见)|(?:见|详见)[^。\n]{0,6}(?:附件|附表|附录)"
)
_OTHER_BODY = re.compile(
    r"领导小组|工作组|工作小组|工作专班|办公室|秘书处|评审组|初审组|函评专家|评审专家|形式审查|联络组|支撑单位"
)
_NAMES_COLUMN = re.compile(r".{0,4}(?:姓\s*名|名\s*字)")
_LONGEST_HEADING = 24
_MOST_UNKNOWN = 0.5
"""Share of a line's characters that are no word about a person from which it is a sentence."""
_ROLE_COLUMN = 0.8
"""Share of rows that end in a role from which the last column is one, and 主任 there no position."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a committee."""

    name: str
    role: str
    employer: str
    post: str
    note: str = field(default="", compare=False)
    """Whatever else is said of the person, such as a country."""

    @property
    def missing(self) -> list[str]:
        """Return in Chinese what is not given."""
        parts = (("姓名", self.name), ("工作单位", self.employer), ("职务职称", self.post))
        return [name for name, value in parts if not value]

    @property
    def foreign(self) -> bool:
        """Say whether the member works abroad, as far as name and employer tell."""
        latin = bool(re.search(r"[A-Za-z]{3}|[·•・]", self.name)) and "中国" not in self.employer
        return latin or any(map(is_foreign, (self.employer, self.post, self.note)))


@dataclass(slots=True)
class _Record:
    """One person while the line is read."""

    name: str = ""
    role: str = ""
    units: list[str] = field(default_factory=list[str])
    posts: list[str] = field(default_factory=list[str])
    rest: list[Token] = field(default_factory=list[Token])

    @property
    def is_empty(self) -> bool:
        return not (self.name or self.units or self.posts)

    def close(self, role: str) -> Member:
        """Return the member; a word that nothing is known of stands for an employer where none is plain."""
        unknown = [token.text for token in self.rest if token.is_plain]
        employer = "，".join(self.units) or (unknown[0] if unknown and self.name else "")
        note = "，".join(token.text for token in self.rest)
        return Member(self.name, self.role or role or MEMBER, employer, "，".join(self.posts), note)


@dataclass(slots=True)
class _Line:
    """One line of the list."""

    role: str
    """Role at its head."""
    note: str
    """The role as printed, which may say 国外专家."""
    records: list[_Record]
    heads: bool = False
    """The line names a role and nobody."""


def list_members(lines: Iterable[FieldLine]) -> list[Member]:
    """Return the members that the lines list, in order; someone named twice with the same employer counts once."""
    return list(_read_rows(tuple(_list_rows(lines))))


@lru_cache(maxsize=4)
def _read_rows(listed: tuple[str, ...]) -> tuple[Member, ...]:
    """Read the rows of a list; four rules and the roster ask for the same one."""
    rows = _choose_section(list(listed))
    by_column = _has_role_column(rows)
    columns: Columns | None = None
    read: list[_Line | None] = []
    for row in rows:
        columns = read_heads(row) or columns
        cells = columns.read(row) if columns else None
        read.append(_read_cells(cells) if cells else _read_line(row, by_column=by_column))
    last = max((index for index, line in enumerate(read) if line and line.role), default=-1)
    members: dict[tuple[str, str, str], Member] = {}
    role, inherits = "", False
    for index, line in enumerate(read):
        if line is None:
            continue
        if line.role:
            role, inherits = line.role, line.heads
        # 副主任：张三 … and plain rows after it: the rows are members unless a later line says so
        given = MEMBER if not line.role and index > last and not inherits and role in {CHAIR, VICE} else role
        if not line.role and not _is_listed(line, role):
            continue
        for record in line.records:
            member = record.close(line.role or given)
            noted = replace(member, note=f"{member.note}，{line.note}") if line.note else member
            members.setdefault((noted.name, noted.employer, noted.post if not noted.name else ""), noted)
    return tuple(members.values())


def _choose_section(rows: list[str]) -> list[str]:
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


def _list_rows(lines: Iterable[FieldLine]) -> Iterator[str]:
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


def _read_cells(cells: dict[str, list[str]]) -> _Line | None:
    """Return what a row says under named columns; None for the row that names them."""
    if _NAMES_COLUMN.fullmatch(cells["name"][0]):
        return None
    role = next((read for cell in cells.get("role", ()) if (read := read_role(cell))), "")
    record = _Record(name="，".join(cells["name"]), units=cells.get("unit", []), posts=cells.get("post", []))
    return _Line(role, "，".join(cells.get("role", ())), [record])


def _strip_number(text: str) -> str:
    return _NUMBER.sub("", text, count=1)


def _has_role_column(rows: list[str]) -> bool:
    read = [tokens for row in rows if len(tokens := read_tokens(_strip_number(row))) > 2]  # noqa: PLR2004 - name, unit, role
    people = [tokens for tokens in read if tokens[0].kind in {"name", "unit"} and _is_about_people(tokens)]
    ending = [tokens for tokens in people if tokens[-1].kind == "role"]
    return len(people) > 1 and len(ending) >= _ROLE_COLUMN * len(people)


def _read_line(text: str, *, by_column: bool) -> _Line | None:
    """Return what a line says of members; None for prose and for the heads of columns."""
    plain = _strip_number(text)
    role = note = ""
    if head := ROLE_HEAD.match(_strip_number(plain)):
        rest = _strip_number(plain)[head.end() :]
        role, note, plain = name_role(head), head.group(), rest
    tokens = read_tokens(plain)
    if not role and tokens and tokens[0].kind == "role" and len(tokens) > 1 and tokens[1].kind == "name":
        role, tokens = read_role(tokens[0].text), tokens[1:]
    if not tokens:
        return _Line(role, note, [], heads=True) if role else None
    if all(token.kind in {"label", "role"} for token in tokens):
        return None
    tokens = _admit_rare_names(tokens, after_role=bool(role))
    if not _is_about_people(tokens):
        return None
    records = _list_records(tokens, by_column=by_column)
    return _Line(role, note, records, heads=bool(role) and not records)


def _admit_rare_names(tokens: list[Token], *, after_role: bool) -> list[Token]:
    """A short word with a rare surname is a name by its place: first in the line or in an entry of a list."""
    admitted: list[Token] = []
    unnamed = not any(token.kind == "name" for token in tokens)
    for index, token in enumerate(tokens):
        following = tokens[index + 1].kind if index + 1 < len(tokens) else None
        opens = index == 0 or bool(re.search(r"[;、。]", token.mark))
        told = following in {"unit", "post", "role"} or (after_role and index == 0 and following != "name")
        if token.kind == "other" and is_person(token.text) and told and (opens or unnamed):
            admitted.append(Token("name", token.text, token.mark))
            unnamed = False
        else:
            admitted.append(token)
    return admitted


def _is_about_people(tokens: list[Token]) -> bool:
    unknown = sum(len(token.text) for token in tokens if token.kind == "other" and not _is_short(token))
    return unknown <= _MOST_UNKNOWN * sum(len(token.text) for token in tokens)


def _is_short(token: Token) -> bool:
    """A word of a few characters is a speciality, a place, a firm; longer ones are clauses."""
    return len(token.text) <= 4 or token.text.isascii()  # noqa: PLR2004 - a clause has more


def _is_listed(line: _Line, role: str) -> bool:
    """A line without a role counts when it gives a name with employer or position, or names only below a role."""
    if any(record.name and (record.units or record.posts) for record in line.records):
        return True
    bare = all(record.name and not record.rest for record in line.records)
    return bool(role) and bool(line.records) and bare


def _list_records(tokens: list[Token], *, by_column: bool) -> list[_Record]:
    words = [token for token in tokens if token.kind != "label"]
    names = [index for index, token in enumerate(words) if token.kind == "name"]
    name_first = bool(names) and all(token.kind in {"role", "other"} for token in words[: names[0]])
    records = [_Record()]
    for index, token in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if _starts_record(records[-1], token, following, name_first=name_first):
            records.append(_Record())
        _take(records[-1], token, following, by_column=by_column)
    return [record for record in records if not record.is_empty and (record.name or (record.units and record.posts))]


def _starts_record(record: _Record, token: Token, following: Token | None, *, name_first: bool) -> bool:
    listed = bool(re.search(r"[;、。\n]", token.mark))
    if token.kind == "name" and record.name:
        if listed or (record.units and record.posts):
            return listed or (following is not None and following.kind in {"unit", "post"})
        run_together = following is not None and following.kind == "post" and not following.mark
        only_names = not (record.units or record.posts) and (following is None or following.kind == "name")
        return run_together or only_names
    if token.kind == "unit" and record.units and record.name:
        return not name_first
    return bool(re.search(r"[;。\n]", token.mark)) and bool(record.name) and not name_first


def _take(record: _Record, token: Token, following: Token | None, *, by_column: bool) -> None:
    match token.kind:
        case "name" if not record.name:
            record.name = token.text
        case "unit":
            record.units.append(token.text)
        case "post":
            record.posts.append(token.text)
        case "role" if _is_role(record, token, following, by_column=by_column):
            record.role = read_role(token.text)
        case "role":
            record.posts.append(token.text)
        case _:
            record.rest.append(Token("other", token.text, token.mark))


def _is_role(record: _Record, token: Token, following: Token | None, *, by_column: bool) -> bool:
    """主任 is a role in brackets, before the employer or as the last column; behind an employer it is a position."""
    if read_role(token.text) == MEMBER or "委" in token.text:
        return True
    if token.mark.endswith(("(", "[", "【")):
        return not record.units or bool(record.posts)
    if record.name and not record.units and not record.posts:
        return following is None or following.kind in {"unit", "post", "other"}
    return (by_column and following is None) or not (record.name or record.units)
