"""The members of a committee as a report lists them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.organisations import is_foreign, is_organisation
from assistant.checks.people import holds_post, is_person
from assistant.checks.posts import find_employer, find_post, split_segments
from assistant.domain.draft import FieldLine

CHAIR, VICE, MEMBER = "主任", "副主任", "委员"
_ROLES: tuple[tuple[str, str], ...] = (
    (VICE, r"(?:常务|共同)?副主任(?:委员)?|副主席|副组长"),
    (CHAIR, r"(?:名誉|共同)?主任(?:委员)?|主席|组长"),
    (MEMBER, r"委员|成员|专家(?:委员)?|秘书长?|特邀(?:委员|专家)|国外专家|外籍专家|国际专家"),
)
_ROLE = "|".join(f"(?P<r{index}>{pattern})" for index, (_, pattern) in enumerate(_ROLES))
_NUMBERING = r"(?:[（(]?\d{1,2}[）).、．]\s*|[①-⑳]\s*|[-•·●]\s*|\d{1,2}[ \t\u3000,，]+)?"
_HEAD = re.compile(
    rf"^\s*{_NUMBERING}(?:{_ROLE})\s*(?:[（(][^（）()]*[）)])?\s*(?:[:：,，\t]|[ \u3000]+|(?=$)|(?=\|))\s*"
)
_LEADING_NUMBER = re.compile(rf"^\s*{_NUMBERING}")
_BRACKETED_ROLE = re.compile(rf"[（(](?:{_ROLE})[）)]")
_ROLE_SEGMENT = re.compile(rf"(?:{_ROLE})")
_GROUP = re.compile(
    r"([^（）()、；;，,\s]{2,20}(?: [A-Z][\w.]+)*)\s*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
ATTACHED = re.compile(
    r"(?:名单|组成|情况|信息)[^。\n]{0,8}(?:见|附后|另附|详见)|(?:见|详见)[^。\n]{0,6}(?:附件|附表|附录)"
)
_LONGEST_ROW = 60
"""Characters of a line about one person; longer ones are sentences."""
_ROLE_COLUMN = 0.8
"""Share of rows that end in a role from which the last column is one, and 主任 there no position."""


@dataclass(frozen=True, slots=True)
class Member:
    """One person of a committee."""

    name: str
    role: str
    employer: str
    post: str

    @property
    def missing(self) -> list[str]:
        """Return in Chinese what is not given."""
        parts = (("姓名", self.name), ("工作单位", self.employer), ("职务职称", self.post))
        return [name for name, value in parts if not value]

    @property
    def foreign(self) -> bool:
        """Say whether the member works abroad, as far as name and employer tell."""
        latin = bool(re.search(r"[A-Za-z]{3}|[·•・]", self.name)) and "中国" not in self.employer
        return is_foreign(self.employer) or is_foreign(self.post) or latin


def list_members(lines: Iterable[FieldLine]) -> list[Member]:
    """Return the members that the lines list, in order; someone named twice with the same employer counts once."""
    rows = list(_join_rows(lines))
    by_column = _has_role_column(rows)
    members: list[Member] = []
    role = ""
    for text in rows:
        if head := _HEAD.match(text):
            role = _name_role(head)
            members.extend(_read_members(text[head.end() :], role))
            continue
        rest = _LEADING_NUMBER.sub("", text)
        own, rest = _take_role(rest, by_column=by_column)
        if _looks_like_member(rest) or (role and _is_list(rest)):
            members.extend(_read_members(rest, own or role or MEMBER))
    return list(dict.fromkeys(members))


def _join_rows(lines: Iterable[FieldLine]) -> Iterator[str]:
    """Cells of one table row belong together; other lines stand for themselves."""
    row: tuple[int | None, int | None] | None = None
    columns: set[int | None] = set()
    cells: list[str] = []
    for line in lines:
        place = (line.where.table, line.where.row) if line.where.table is not None else None
        if place is None or place != row or line.where.column in columns:
            if cells:
                yield "，".join(cells)
            cells, columns, row = [], set(), place
        cells.append(line.text.strip())
        columns.add(line.where.column)
    if cells:
        yield "，".join(cells)


def _has_role_column(rows: list[str]) -> bool:
    people = [_LEADING_NUMBER.sub("", row) for row in rows if not _HEAD.match(row)]
    last = [segments[-1] for row in people if _looks_like_member(row) and (segments := split_segments(row))]
    ending = [segment for segment in last if _ROLE_SEGMENT.fullmatch(segment)]
    return len(last) > 1 and len(ending) >= _ROLE_COLUMN * len(last)


def _take_role(text: str, *, by_column: bool) -> tuple[str, str]:
    """Return the role that a line gives in brackets or in its last column, and the line without it."""
    if found := _BRACKETED_ROLE.search(text):
        return _name_role(found), text[: found.start()] + text[found.end() :]
    segments = split_segments(text)
    if by_column and segments and (last := _ROLE_SEGMENT.fullmatch(segments[-1])):
        return _name_role(last), "，".join(segments[:-1])
    return "", text


def _name_role(head: re.Match[str]) -> str:
    return next(role for index, (role, _) in enumerate(_ROLES) if head[f"r{index}"])


def _looks_like_member(text: str) -> bool:
    """A line without a role is a member's when it opens with a name and goes on with employer or title."""
    segments = split_segments(text)
    person = len(segments) > 1 and is_person(segments[0]) and len(text) < _LONGEST_ROW
    return person and any(is_organisation(segment) or holds_post(segment) for segment in segments[1:])


def _is_list(text: str) -> bool:
    """Several persons in one line below their role."""
    groups = _GROUP.findall(text)
    return (bool(groups) and _is_group_list(text, groups)) or bool(_split_names(split_segments(text.strip("。；;"))))


def _read_members(text: str, role: str) -> Iterator[Member]:
    text = text.strip(" 。；;\u3000")
    groups = _GROUP.findall(text)
    if groups and _is_group_list(text, groups):
        yield from (_build(name, split_segments(inner, loose=True), role) for name, inner in groups if is_person(name))
        return
    for part in re.split(r"[；;]", text):
        segments = split_segments(part)
        if names := _split_names(segments):
            yield from (Member(name, role, "", "") for name in names)
        elif segments and is_person(segments[0]):
            yield _build(segments[0], segments[1:], role)
        elif any(map(holds_post, segments[1:])):
            yield _build("", segments, role)


def _is_group_list(text: str, groups: list[tuple[str, str]]) -> bool:
    """张三（某大学，教授）、李四（…）: the brackets hold employer or title."""
    useful = any(is_organisation(inner.split("，")[0]) or holds_post(inner) or "大学" in inner for _, inner in groups)
    return useful and is_person(re.split(r"[（(]", text)[0])


def _split_names(segments: list[str]) -> list[str]:
    names = [name for segment in segments for name in segment.split("、")]
    return names if len(names) > 1 and all(map(is_person, names)) else []


def _build(name: str, segments: list[str], role: str) -> Member:
    return Member(name.strip(), role, find_employer(segments), find_post(segments))
