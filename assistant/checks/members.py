"""The members of a committee as a report lists them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.organisations import is_foreign, is_organisation
from assistant.checks.people import holds_post, is_person
from assistant.domain.draft import FieldLine

CHAIR, VICE, MEMBER = "主任", "副主任", "委员"
_ROLES: tuple[tuple[str, str], ...] = (
    (VICE, r"(?:常务)?副主任(?:委员)?|副主席|副组长|共同副主任"),
    (CHAIR, r"(?:名誉|共同)?主任(?:委员)?|主席|组长"),
    (MEMBER, r"委员(?:会委员|会成员)?|成员|专家(?:委员)?|秘书长?|特邀(?:委员|专家)|国外专家|外籍专家|国际专家"),
)
_ROLE = "|".join(f"(?P<r{index}>{pattern})" for index, (_, pattern) in enumerate(_ROLES))
_NUMBERING = r"(?:[（(]?\d{1,2}[）).、．]\s*|[①-⑳]\s*|[-•·●]\s*|\d{1,2}[ \t\u3000,，]+)?"
_HEAD = re.compile(
    rf"^\s*{_NUMBERING}(?:{_ROLE})\s*(?:[（(][^（）()]*[）)])?\s*(?:[:：,，\t]|[ \u3000]+|(?=$)|(?=\|))\s*"
)
_LEADING_NUMBER = re.compile(rf"^\s*{_NUMBERING}")
_GROUP = re.compile(
    r"([^（）()、；;，,\s]{2,20}(?: [A-Z][\w.]+)*)\s*[（(]([^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*)[）)]"
)
_STATED = (
    r"(?:共有?|共计|总计|合计|总人数为?|成员为?|由|聘请|邀请|吸纳|计)[^\d\n。；，]{0,12}?([\d]{1,3}|[一二三四五六七八九十]{1,3})\s*(?:余)?[名位人]",
    r"专家(?:委员)?(?:共|总数为?|人数为?|总人数为?)?\s*([\d]{1,3}|[一二三四五六七八九十]{1,3})\s*[名位人]",
    r"([\d]{1,3}|[一二三四五六七八九十]{1,3})\s*[名位](?:[^\d\n。；，]{0,12}?)(?:专家|委员|成员)(?:组成|构成|担任)?",
    r"(?:委员会|成员|组成)[^\d\n。；]{0,6}?([\d]{1,3}|[一二三四五六七八九十]{1,3})\s*[名位人]",
)
_ROLE_COUNT = re.compile(
    r"(?:副主任(?:委员)?|主任(?:委员)?|委员|秘书)\s*(?:[（(])?(?:共)?\s*(\d{1,3}|[一二三四五六七八九十]{1,3})\s*[名位人]"
)
_PARTIAL = re.compile(
    r"(?:国外|外籍|境外|国际|女性|青年|企业|海外|院士|其中|外国|副主任(?:委员)?|主任(?:委员)?|委员|秘书)[^\d\n。；，]{0,8}$"
)
ATTACHED = re.compile(
    r"(?:名单|组成|情况|信息)[^。\n]{0,8}(?:见|附后|另附|详见)|(?:见|详见)[^。\n]{0,6}(?:附件|附表|附录)"
)


_LONGEST_ROW = 60
"""Characters of a line about one person; longer ones are sentences."""


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
        return (
            is_foreign(f"{self.employer}")
            or is_foreign(self.post)
            or bool(re.search(r"[·•・]", self.name))
            or (bool(re.search(r"[A-Za-z]{3}", self.name)) and not re.search(r"中国", self.employer))
        )


def list_members(lines: Iterable[FieldLine]) -> list[Member]:
    """Return the members that the lines list, in order; someone named twice with the same employer counts once."""
    members: list[Member] = []
    role = ""
    for text in _join_rows(lines):
        head = _HEAD.match(text)
        if head:
            role = _name_role(head)
        rest = text[head.end() :] if head else _LEADING_NUMBER.sub("", text)
        if role or _looks_like_member(rest):
            members.extend(_read_members(rest, role or MEMBER))
    return list(dict.fromkeys(members))


def find_stated_number(text: str) -> int | None:
    """Return the number of experts that the prose states; None where it states none."""
    prose = "\n".join(line for line in text.split("\n") if not _HEAD.match(line))
    for pattern in _STATED:
        for found in re.finditer(pattern, prose):
            if not _PARTIAL.search(prose[: found.start(1)][-20:]):
                return _number(found[1])
    counts = [_number(found[1]) for found in _ROLE_COUNT.finditer(text)]
    return sum(counts) if len(counts) > 1 else None


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


def _name_role(head: re.Match[str]) -> str:
    return next(role for index, (role, _) in enumerate(_ROLES) if head[f"r{index}"])


def _looks_like_member(text: str) -> bool:
    """A line without a role is a member's when it opens with a name and goes on with employer or title."""
    segments = _segments(text)
    return (
        len(segments) > 1
        and is_person(segments[0])
        and len(text) < _LONGEST_ROW
        and (any(is_organisation(segment) or holds_post(segment) for segment in segments[1:]))
    )


def _read_members(text: str, role: str) -> Iterator[Member]:
    text = text.strip(" 。；;\u3000")
    if not text:
        return
    groups = _GROUP.findall(text)
    if groups and _is_group_list(text, groups):
        yield from (_build(name, _segments(inner, loose=True), role) for name, inner in groups if is_person(name))
        return
    for part in re.split(r"[；;]", text):
        segments = _segments(part)
        if len(segments) > 1 and all(map(is_person, segments)):
            yield from (Member(name, role, "", "") for name in segments)
        elif names := _split_names(segments):
            yield from (Member(name, role, "", "") for name in names)
        elif segments and (is_person(segments[0]) or any(map(holds_post, segments[1:]))):
            yield _build(
                segments[0] if is_person(segments[0]) else "",
                [s for s in segments if not is_person(s) or s is not segments[0]],
                role,
            )


def _is_group_list(text: str, groups: list[tuple[str, str]]) -> bool:
    """张三（某大学，教授）、李四（…）: the brackets hold employer or title."""
    useful = [
        inner for _, inner in groups if is_organisation(inner.split("，")[0]) or holds_post(inner) or "大学" in inner
    ]
    first = re.split(r"[（(]", text)[0]
    return bool(useful) and is_person(first)


def _split_names(segments: list[str]) -> list[str]:
    names = [name for segment in segments for name in segment.split("、")]
    return names if len(names) > 1 and all(map(is_person, names)) else []


def _segments(text: str, *, loose: bool = False) -> list[str]:
    text = re.sub(r"(?<=[A-Za-z.,]) (?=[A-Za-z])", "\u00a0", text)
    cut = r"[，,、|\t\n/]|[ \u3000]+" if loose else r"[，,|\t\n/]|[ \u3000]+"
    parts = [part.replace("\u00a0", " ").strip(" 。：:") for part in re.split(cut, text)]
    parts = [part for part in parts if part]
    merged = "".join(parts[:2])
    if len(parts) > 2 and len(parts[0]) == 1 and len(parts[1]) == 1 and is_person(merged):  # noqa: PLR2004 - 方 既
        parts = [merged, *parts[2:]]
    if len(parts) == 1 and "、" in parts[0] and not is_organisation(parts[0]):
        parts = [part.strip() for part in parts[0].split("、") if part.strip()]
    return parts


def _build(name: str, segments: list[str], role: str) -> Member:
    employer = next((segment for segment in segments if _is_employer(segment)), "")
    post = next((segment for segment in segments if holds_post(_cut_employer(segment))), "")
    return Member(name.strip(), role, employer, post)


def _is_employer(segment: str) -> bool:
    if is_organisation(segment) and not re.search(r"院士$", segment):
        return True
    cut = _cut_employer(segment)
    return cut != segment or bool(
        re.search(
            r"Univers|Institut|College|School|Center|Centre|Academy|Corp|Inc|Ltd|Laborator|Society|ETH|MIT|CNRS|CERN",
            segment,
        )
    )


def _cut_employer(segment: str) -> str:
    """东湖理工大学教授 says both employer and title; return what follows the employer."""
    found = re.match(
        r"^.*?(?:大学|学院|研究院|研究所|公司|集团|医院|实验室|中心|科学院(?!院士)|工程院(?!院士)|学会|协会|总院|设计院)(?=.)",
        segment,
    )
    return segment[found.end() :] if found and not segment.endswith("院士") else segment


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    digits = "零一二三四五六七八九"
    tens, ten, ones = text.partition("十")
    if not ten:
        return digits.find(tens[0])
    return 10 * (digits.find(tens) if tens else 1) + (digits.find(ones) if ones else 0)
