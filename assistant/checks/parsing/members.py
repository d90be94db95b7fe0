"""The members of a committee as a report lists them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.checks.parsing.member_columns import Columns, name_column, read_heads
from assistant.checks.parsing.member_entries import admit_name, find_layout, split_entries
from assistant.checks.parsing.member_records import Member, Record, list_records
from assistant.checks.parsing.member_rows import choose_section, list_rows
from assistant.checks.parsing.people import is_person
from assistant.checks.parsing.posts import PLACE_HEAD, Token, read_tokens
from assistant.checks.parsing.roles import CHAIR, MEMBER, ROLE_HEAD, VICE, name_role, read_role
from assistant.checks.parsing.straightening import straighten
from assistant.domain.draft import FieldLine

_NUMBER = re.compile(
    r"^\s*+(?:[（(\[]?\s*+(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)\].、．:：]+\s*|[①-⑳⑴-⒇❶-❿]\s*|"
    r"[-•·●◆■▪*]\s*|\d{1,3}[ \t\u3000,，|]+)"
)
ATTACHED = re.compile(
    r"(?:名单|组成|情况|信息)[^。\n]{0,8}(?:见|附后|另附|详见)|(?:见|详见)[^。\n]{0,6}(?:附件|附表|附录)"
)
_NAMES_COLUMN = re.compile(r".{0,4}(?:姓\s*名|名\s*字)")
_MOST_UNKNOWN = 0.5
"""Share of a line's characters that are no word about a person from which it is a sentence."""
_LONGEST_FIRM = 8
"""Characters of a firm's name without a suffix, such as 中国某某重工."""
_ROLE_COLUMN = 0.8
"""Share of rows that end in a role from which the last column is one, and 主任 there no position."""


@dataclass(slots=True)
class _Line:
    """One line of the list."""

    role: str
    """Role at its head."""
    note: str
    """The role as printed, which may say 国外专家."""
    records: list[Record]
    """Empty until the entries are read."""
    entries: list[list[Token]] = field(default_factory=list[list[Token]])
    """Words of each person."""
    numbered: bool = False
    heads: bool = False
    """The line names a role and nobody."""


def list_members(lines: Iterable[FieldLine]) -> list[Member]:
    """Return the members that the lines list, in order; someone named twice with the same employer counts once."""
    return list(_read_rows(tuple(list_rows(lines))))


@lru_cache(maxsize=4)
def _read_rows(listed: tuple[str, ...]) -> tuple[Member, ...]:
    """Read the rows of a list; four rules and the roster ask for the same one."""
    rows = straighten(choose_section(list(listed)), name_column)
    by_column = _has_role_column(rows)
    columns: Columns | None = None
    read: list[_Line | None] = []
    for row in rows:
        columns = read_heads(row) or columns
        cells = columns.read(row) if columns else None
        read.append(_read_cells(cells) if cells else _read_line(row))
    _read_entries([line for line in read if line], by_column=by_column)
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
    return tuple(_join_mentions(list(members.values())))


def _join_mentions(members: list[Member]) -> Iterator[Member]:
    """A name without employer is one more mention of somebody of whom all is told elsewhere, and may tell the role."""
    told = {member.name for member in members if member.name and member.employer}
    roles = {member.name: member.role for member in members if not member.employer}
    for member in members:
        if member.employer:
            yield replace(member, role=roles.get(member.name, MEMBER)) if member.role == MEMBER else member
        elif member.name not in told:
            yield member


def _read_cells(cells: dict[str, list[str]]) -> _Line | None:
    """Return what a row says under named columns; None for the row that names them."""
    if _NAMES_COLUMN.fullmatch(cells["name"][0]):
        return None
    role = next((read for cell in cells.get("role", ()) if (read := read_role(cell))), "")
    record = Record(name="，".join(cells["name"]), units=cells.get("unit", []), posts=cells.get("post", []))
    return _Line(role, "，".join(cells.get("role", ())), [record])


def _strip_number(text: str) -> str:
    return _NUMBER.sub("", text, count=1)


def _has_role_column(rows: list[str]) -> bool:
    read = [tokens for row in rows if len(tokens := read_tokens(_strip_number(row))) > 2]  # noqa: PLR2004 - name, unit, role
    people = [tokens for tokens in read if tokens[0].kind in {"name", "unit"} and _is_about_people(tokens)]
    ending = [tokens for tokens in people if tokens[-1].kind == "role"]
    return len(people) > 1 and len(ending) >= _ROLE_COLUMN * len(people)


def _read_line(text: str) -> _Line | None:
    """Return what a line says of members; None for prose and for the heads of columns."""
    plain = _strip_number(text)
    numbered = plain != text
    role = note = ""
    if head := ROLE_HEAD.match(_strip_number(plain)):
        rest = _strip_number(plain)[head.end() :]
        role, note, plain = name_role(head), head.group(), rest
    tokens = read_tokens(plain)
    if not role and tokens and tokens[0].kind == "role" and len(tokens) > 1 and tokens[1].kind == "name":
        role, plain = read_role(tokens[0].text), _cut_head(plain, tokens[0].text)
        tokens = tokens[1:]
    if not tokens:
        return _Line(role, note, [], heads=True) if role else None
    if all(token.kind in {"label", "role"} for token in tokens):
        return None
    if not (numbered and _opens_entry(tokens)) and not _is_about_people(
        _admit_rare_names(tokens, after_role=bool(role))
    ):
        return None
    return _Line(role, note, [], entries=split_entries(plain), numbered=numbered)


def _cut_head(text: str, word: str) -> str:
    """Return what stands behind the word at the text's head, which may be spread (主　任)."""
    found = re.match(r"\s*" + r"\s*".join(map(re.escape, word)), text)
    return text[found.end() :] if found else text


def _read_entries(lines: list[_Line], *, by_column: bool) -> None:
    """Fill in the records of the lines; an entry that looks like the others is read like them."""
    layout = find_layout(entry for line in lines for entry in line.entries)
    for line in lines:
        for index, entry in enumerate(line.entries):
            tokens = admit_name(entry, layout, alone=line.numbered or bool(line.role))
            seen = layout.name_at is not None
            named = tokens if seen else _admit_rare_names(tokens, after_role=bool(line.role) and not index)
            single = len(line.entries) > 1 or sum(token.kind == "name" for token in named) == 1
            line.records.extend(list_records(named, layout, by_column=by_column, single=single))
        line.heads = line.heads or (bool(line.role) and not line.records)


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


def _opens_entry(tokens: list[Token]) -> bool:
    """Say whether a numbered line opens like an entry, whatever remark follows: a name, an employer, a position."""
    return (
        tokens[0].kind in {"name", "other"}
        and _is_short(tokens[0])
        and {token.kind for token in tokens[1:4]} >= {"unit", "post"}
    )


def _is_short(token: Token) -> bool:
    """A word of a few characters is a speciality, a place, a firm; longer ones are clauses, but for firms' names."""
    firm = PLACE_HEAD.match(token.text) and len(token.text) <= _LONGEST_FIRM
    return len(token.text) <= 4 or token.text.isascii() or bool(firm)  # noqa: PLR2004 - a clause has more


def _is_listed(line: _Line, role: str) -> bool:
    """A line without a role counts when it gives a name with employer or position, or names only below a role."""
    if any(record.name and (record.units or record.posts) for record in line.records):
        return True
    bare = all(record.name and not record.rest for record in line.records)
    return bool(role) and bool(line.records) and bare
