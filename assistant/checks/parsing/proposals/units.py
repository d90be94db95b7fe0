"""The units of a proposal as its fields list them, with what is said of each, and the total that the text states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.organisations import is_organisation
from assistant.checks.parsing.proposals.entries import NOTHING, cut_brackets, split_lines, split_outside
from assistant.checks.parsing.proposals.places import CONTINENTS, MAINLAND, find_country
from assistant.checks.parsing.proposals.unit_kinds import UnitKind, classify_unit
from assistant.checks.parsing.proposals.unit_names import (
    ABOVE,
    MAY_BE_BODY,
    NO_NAME,
    REMARK,
    SORT,
    has_length,
    is_body,
    is_name,
)
from assistant.domain.draft import FieldLine, Location
from assistant.numbered import parse_number
from assistant.text import bare

Side = str
_ROLE = re.compile(
    r"^(?P<role>(?:项目)?(?:牵头|主持|主要|申报|承担|参与|参加|合作|协作|联合|依托)*(?:承担|申报|"
    r"参与|参加)?(?:单位|机构|方)|"
    r"(?:中|外|国内|国外|境外|国[(]境[)]外|德|美|英|法|日|俄|欧|港)方?(?:参与|合作|参加)?(?:单位|"
    r"机构|方)?\s*(?:共?计?\d{1,2}\s*[家个]?(?:单位)?)?)\s*(?:名单|名称|包括|为|有)?\s*:\s*"
)
_FOREIGN_ROLE = re.compile(r"外方|国外|境外|国\(境\)外|[德美英法日俄欧港]方")
_HEADER = re.compile(r"序号|单位名称|单位性质|参与单位$|国别|联系人|任务分工|分工|备注|性质")
_TOTAL = re.compile(
    r"(?:^|共(?:计|有)?|合计|总计|总数(?:为)?|等)\s*(?P<count>\d{1,2}|"
    r"[一二两三四五六七八九十]{1,3})\s*(?:家|个|所)(?!国家|方向|课题|任务|年)"
)
_COUNTED = re.compile(
    r"^\s*(?:共(?:计|有)?|合计|总计)?\s*(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})\s*(?:家|个|所)(?:单位|机构)?"
    r"[,，]?\s*(?:分别为|分别是|依次为|即|为|包括)?\s*[:：]\s*"
)
_SIDED_TOTAL = re.compile(
    r"(?P<side>中方|国内|境内|外方|国外|境外|国[(]境[)]外)[^\d,。;]{0,8}(?P<count>\d{1,2}|"
    r"[一二两三四五六七八九十]{1,3})\s*(?:家|个|所)"
)
_MAY_TAIL = re.compile(r"[等家个所]")
_TAIL = re.compile(
    r"\s*+(?:等)?\s*+(?:共(?:计)?)?\s*+(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:家|个|所)(?:单位|机构|合作方)?.*$|等$"
)
_CUT = re.compile(r"[,;:。\t]|\s{2,}|[—–]{1,2}|\s-\s")
_WORD = re.compile(r"[^\W\d_]{2}")
_HEAD = re.compile(
    rf"^(?:{SORT.pattern}(?:\(?共?[\d一二两三四五六七八九十]{{1,3}}[家个所](?:单位|机构)?\)?)?|(?:分别|名单|具体|依次)?(?:为|是|有|包括|如下)|[^:]{{0,16}}(?:分别为|"
    rf"包括|如下)|(?!{ABOVE.pattern})[^:;,]{{0,10}}(?:单位|合作方|伙伴|院校|(?:外国|国外|境外|国际)[^:;,]{{0,4}}机构)|(?P<country>{'|'.join(CONTINENTS)})(?:方)?)\s*:\s*"
)
"""What stands before the names of one sort, or of one country."""
_FEWEST_APART = 3
"""Names in a row with gaps between; of two, the second may be a faculty of the first."""
_LONGEST_PAIR = 400
"""Characters of names that are joined by 和 only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit."""

    name: str
    """Without number and remarks; full-width forms folded."""
    note: str = ""
    """Remarks in brackets and behind the name."""
    abroad: bool = False
    """True where the draft lists it among the foreign partners."""
    where: Location

    @property
    def kind(self) -> UnitKind:
        """Return what kind of body it is."""
        return classify_unit(self.name, self.note, abroad=self.abroad)

    @property
    def country(self) -> str | None:
        """Return its country or region; None where nothing tells."""
        found = find_country(self.name, self.note)
        return MAINLAND if found is None and not self.abroad else found

    @property
    def is_foreign(self) -> bool:
        """Say whether it lies abroad, or in Hong Kong, Macao or Taiwan."""
        return self.kind == "foreign"


def list_units(lines: Iterable[FieldLine], *, abroad: bool = False) -> list[Unit]:
    """Return the units of a field, in order, each once.

    Args:
        lines: of the field; a table's row is a line with its cells joined by tabs.
        abroad: True for a field of foreign partners.
    """
    found: dict[str, Unit] = {}
    for line in lines:
        if not NOTHING.fullmatch(narrow(line.text)):
            for unit in _read_line(line, abroad=abroad):
                found.setdefault(bare(unit.name), unit)
    return list(found.values())


def find_total(text: str, *, abroad: bool | None = None) -> int | None:
    """Return the number of units that the text states; None where it states none.

    Args:
        text: of a field that lists units.
        abroad: True for the number of foreign ones, False for that of Chinese ones, None for the whole.
    """
    folded = narrow(text)
    sides = [(bool(_FOREIGN_ROLE.search(found["side"])), found) for found in _SIDED_TOTAL.finditer(folded)]
    if abroad is not None and (own := [found for side, found in sides if side is abroad]):
        return parse_number(own[0]["count"])
    if sides:
        return None
    found = _TOTAL.search(folded)
    return parse_number(found["count"]) if found else None


def _read_line(line: FieldLine, *, abroad: bool) -> Iterator[Unit]:
    text = narrow(line.text)
    if "\t" in text:
        yield from _read_row(line, text, abroad=abroad)
        return
    foreign = abroad
    for item, numbered in split_lines(text):
        for clause in split_outside(item, ";") if not numbered else [item]:
            role = _ROLE.match(clause)
            body = clause[role.end() :] if role else clause
            counted = _COUNTED.match(body)
            if counted:
                yield from _read_counted(line, body[counted.end() :], parse_number(counted["count"]), abroad=foreign)
                continue
            foreign = abroad or bool(role and _FOREIGN_ROLE.search(role["role"]))
            if REMARK.match(body):
                continue
            one = numbered and not role
            for name, note in [_read_item(body)] if one else _read_names(body, foreign=foreign):
                if has_length(name) and not (one and NO_NAME.search(name) and not is_organisation(name)):
                    yield Unit(name=name, note=note, abroad=foreign, where=_locate(line, name))


def _read_counted(line: FieldLine, text: str, count: int | None, *, abroad: bool) -> Iterator[Unit]:
    """A list behind its own number: where so many stand in it, each is a unit, whatever it is called."""
    pieces = [cut_brackets(_keep_place(piece)) for piece in split_outside(text, "、,，;。") if piece.strip()]
    every = len(pieces) == count
    names = [(_clean(name), note) for name, note in pieces] if every else _read_names(text, foreign=abroad)
    for name, note in names:
        if has_length(name):
            yield Unit(name=name, note=note, abroad=abroad, where=_locate(line, name))


def _read_item(text: str) -> tuple[str, str]:
    """A numbered item is one unit: its name up to the first mark, then what is said of it."""
    pieces = split_outside(text, ",;:。")
    head, *rest = pieces or [""]
    name, note = cut_brackets(_keep_place(head))
    name, _, behind = name.partition("  ")
    return _clean(name), "；".join(part for part in (note, behind, *rest) if part)


def _read_names(text: str, *, foreign: bool) -> Iterator[tuple[str, str]]:
    """A running list: names between marks; what reads as a remark belongs to the name before it."""
    pending: tuple[str, str] | None = None
    country = ""
    for piece in split_outside(text, "、,，;。\n"):
        for part in _split_and(piece):
            head = _HEAD.match(part)
            country = (head["country"] or "") if head else country
            name, note = cut_brackets(_keep_place(part[head.end() :] if head else part))
            name = _before_colon(_clean(name))
            if is_name(name, foreign=foreign):
                if pending:
                    yield pending
                pending = (name, note or country)
            elif pending:
                pending = (pending[0], "；".join(filter(None, (pending[1], part))))
    if pending:
        yield pending


def _before_colon(name: str) -> str:
    """甲大学：牵头 is 甲大学; 主管部门：某厅 is no unit of the project."""
    head, colon, _ = name.partition(":")
    return head if not colon or (is_body(head) and not ABOVE.search(head)) else ""


def _read_row(line: FieldLine, text: str, *, abroad: bool) -> Iterator[Unit]:
    cells = [cell.strip() for cell in text.split("\t") if _WORD.search(cell)]
    may_be = (cell for cell in cells if abroad or MAY_BE_BODY.search(cell))
    names = (cell for cell in may_be if is_name(_clean(cut_brackets(_keep_place(cell))[0]), foreign=abroad))
    if (named := next(names, None)) and not _heads_columns(cells):
        name, note = cut_brackets(_keep_place(named))
        rest = "；".join([note, *(cell for cell in cells if cell is not named)])
        yield Unit(name=_clean(name), note=rest.strip("；"), abroad=abroad, where=_locate(line, name))


def _heads_columns(cells: list[str]) -> bool:
    """Say whether the row holds the headings of columns and no body's name."""
    return sum(bool(_HEADER.search(cell)) for cell in cells) >= 2 and not any(map(is_organisation, cells))  # noqa: PLR2004 - several


def _split_and(text: str) -> list[str]:
    """A大学和B研究院 are two, and so are names with nothing but gaps between; 工业和信息化部 is one."""
    apart = text.split(" ")
    if len(apart) >= _FEWEST_APART and all(is_body(cut_brackets(one)[0]) for one in apart):
        return apart
    for found in re.finditer(r"和|与|及|以及", text) if len(text) <= _LONGEST_PAIR else ():
        head, tail = text[: found.start()], text[found.end() :]
        if is_body(cut_brackets(head)[0]) and is_body(_TAIL.sub("", cut_brackets(tail)[0])):
            return [head, *_split_and(tail)]
    return [text]


def _keep_place(text: str) -> str:
    """A bracket inside a firm's or a university's name (中国) belongs to the name."""
    if "(" not in text:
        return text
    return re.sub(
        r"\(([\u4e00-\u9fff]{2,4})\)(?=(?:股份|有限|集团|投资|研发|科技|技术|控股|研究|能源|汽车))|"
        r"(?<=大学)\((深圳|广州|北京|华东|武汉|徐州|威海|珠海|佛山|东莞)\)",
        lambda found: f"〈{found[1] or found[2]}〉",
        text,
    )


def _clean(name: str) -> str:
    plain = (_TAIL.sub("", name) if _MAY_TAIL.search(name) else name).replace("〈", "(").replace("〉", ")")
    plain = re.sub(r"^(?:由|与|和|及|以及|联合)(?=[\u4e00-\u9fff]{4,})", "", plain.strip())
    return plain.strip(' .。、,;:；"“”')


def _locate(line: FieldLine, name: str) -> Location:
    start = max(0, narrow(line.text).find(name))
    where = line.where
    return where.model_copy(update={"start": where.start + start, "end": where.start + start + len(name)})
