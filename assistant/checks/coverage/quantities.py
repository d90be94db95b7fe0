"""Numbers with their units and comparators in a clause, and what each of them bounds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from assistant.checks.coverage.numerals import (
    BARE_POWER,
    CHINESE,
    DIGITS,
    TENTHS,
    read_chinese,
    read_digits,
    read_tenths,
)
from assistant.checks.coverage.units import UNIT, Unit, read_unit

Comparator = Literal[">=", ">", "<=", "<", "=", "range", "better"]
"""`better` stands for 优于 and 不差于: which way is better, only the thing measured says."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number of a clause."""

    comparator: Comparator
    value: float
    """In the printed unit; lower end of a range, product of a size such as 1920×1080."""
    upper: float | None = None
    """Upper end of a range."""
    unit: Unit
    start: int
    """First character of comparator, number and unit inside the clause."""
    end: int
    stated: bool = False
    """True where a comparator is printed, before or behind."""
    condition: bool = False
    """True where the number only says under which circumstances something is measured."""

    @property
    def low(self) -> float:
        """Lower end in base units."""
        return self.value * self.unit.factor

    @property
    def high(self) -> float:
        """Upper end in base units; that of a single value is the value."""
        return (self.value if self.upper is None else self.upper) * self.unit.factor


_NO = r"不(?:应|得|可|会|能)?"
_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (rf"{_NO}(?:低|少|小|短|下|亚)于(?:等于)?|至少|最少", ">="),
    (rf"{_NO}(?:高|大|多|长|重)于(?:等于)?|{_NO}超(?:过|出)?|至多|最多", "<="),
    (rf"{_NO}(?:差|劣|次)于|优于(?:或等于)?|好于", "better"),
    (r"(?:大|高|多)于(?:或)?等于|≥|>=|=>", ">="),
    (r"(?:小|低|少)于(?:或)?等于|≤|<=|=<", "<="),
    (r"(?:控制|限制|压缩|缩短|降低?|减小|减少|下降)(?:在|至|到)", "<="),
    (r"大于|高于|多于|超过|超出|逾|>|长于|超(?=\s?$)", ">"),
    (r"小于|低于|少于|<|短于|不到", "<"),
    (r"(?:提高|提升|增加|增大|增强|扩大|上升|增长|延长|扩展)(?:到|至)", ">="),
)
_PRE = re.compile(
    r"(?:" + "|".join(f"(?P<b{index}>{words})" for index, (words, _) in enumerate(_BEFORE)) + r")"
    r"(?:为|达到?|约)?\s?[(（]?$"
)
_AFTER: tuple[tuple[str, Comparator], ...] = (
    (r"(?:规模|级|等级)?\s?(?:[(（]含[)）])?\s?(?:及|或|及其)?以上", ">="),
    (r"[余多](?=[\u4e00-\u9fff])", ">="),
    (r"\s?(?:及|或)?(?:以下|以内|之内|内(?![部容置存嵌燃镜]))", "<="),
)
_POST = re.compile("|".join(f"(?P<a{index}>{words})" for index, (words, _) in enumerate(_AFTER)))
_NUMBER = rf"(?:{BARE_POWER}|{DIGITS})"
_FIGURES = re.compile(
    rf"(?P<sign>±|(?<![\dA-Za-z)）%℃])[+-])?(?P<low>{_NUMBER})\s?(?P<more>[余多](?={UNIT}))?(?P<unit1>{UNIT})?"
    rf"(?P<range>\s?(?:~|—{{1,2}}|-{{1,2}}|至|到)\s?(?P<sign2>[+±-])?(?P<high>{_NUMBER}))?(?:[)）]\s?)?"
    rf"(?:(?<=[\d.)）万亿千百\s²³⁰¹⁴⁵⁶⁷⁸⁹])(?P<unit>{UNIT}))?"
)
_SIDE = rf"\d+(?:\.\d+)?\s?°?\s?(?:{UNIT})?"
_SIZE = re.compile(rf"{_SIDE}\s?[×xX*]\s?{_SIDE}(?:\s?[×xX*]\s?{_SIDE})?")
_POWER_OF_TEN = re.compile(r"\d(?:\.\d+)?\s?[×xX*]\s?10(?:\D|\d{1,2}$|$|\d(?!\d))")
_COUNTED = (
    "个数量级|数量级|个季度|个月|小时|分钟|项|个|台套|台|套|种|类|件|部|份|篇|家|例|人次|人|款|处|座|支|张|条|吨|所|门|本|"
    "颗|册|轮|届|场|名|位|户|版|幅|只|辆|艘|架|株|组|对|枚|片|根|次(?![性级谐生元滑灾污开利能循电函])|型(?![糖超胶])|"
    "期(?![临工间])|国|省|市|县|地|城市|行业|企业|医院|领域|单位|周|"
    "年|天|秒|层|千瓦时|千瓦|兆瓦|公里|平方公里|平方米|立方米|毫米|微米|纳米|厘米|米|千克|公斤|克|升|毫升|毫秒|微秒|"
    "摄氏度|伏|赫兹|兆帕|元|万元|亩|公顷|倍"
)
_SPELT = re.compile(
    rf"(?<![第统唯之进同单专逐惟每任某另])(?:(?P<low>{CHINESE})(?:至|到|~|—|-))?"
    rf"(?P<number>{CHINESE}|半(?=小时|年|天|个月))(?P<more>[余多来])?(?P<unit>{_COUNTED})"
)
_SHARE = re.compile(rf"(?<![第变合组构生形促造])(?:{TENTHS})")
_NO_COUNT = re.compile(r"^(?:体化|系列|般|定|致|样|些|带|路|方面|批|次性|维|套路|类[医器])|^[级]")
_NAMES = re.compile(
    r"(?:GB|ISO|IEC|IEEE|JJ[FG]|YY|HJ|DB)\s?/?[TZ]?\s?\d[\d.:—–-]*|《[^》]*》|(?<![\d.])[A-Za-z]+[-_]?\d+(?:\.\d+)?[A-Za-z\d]*"
    r"|\d+G\b|(?<![\d.])[A-Za-z]\d|(?:19|20)\d\d\s?(?:年|[-—~至]\s?(?:19|20)\d\d\s?年?)(?!以)|第\s?\d+|[λ/]\s?\d+(?:\.\d+)?"
    r"|\d+(?:\.\d+)?\s?[:：]\s?\d+(?:\.\d+)?万?|\d\s?[DdＤ](?![A-Za-z])|\d+(?:st|nd|rd|th)\b|k\s?=\s?\d"
)
_MAY_MEASURE = re.compile(r"[\d半一两二三四五六七八九十百千万亿]")
_NO_NUMBER = re.compile(r"\d{18,}|[一二两三四五六七八九十百千万亿]{18,}")
"""Longer than any number; looking for one at each of its characters would take as many steps as it has, squared."""
_ONLY_WHEN = re.compile(r"(?:(?<![最此其])后|[^及按实同平小]时|条件下|环境下|情况下|前提下|[A-Za-z\d℃%]下|范围内)\s?$")
"""Ends a clause that only says under which circumstances the next one holds."""
_QUALIFIES = re.compile(r"[^()（）]{0,6}[)）]的?[\u4e00-\u9fff]")
"""Behind a number in brackets in the middle of a name: 高盐（盐浓度大于1%）废水."""
_LISTED = re.compile(r"\s?(?:[、/]|和|与|及)\s?")
_ELEMENTS = frozenset("HCFNPKBOSI")
"""Letters that behind a number without comparator stand for an element (13C, 3H) rather than a unit."""
_CONDITION = re.compile(
    r"^[^，；、：]{0,14}?(?:条件下|环境下|情况下|状态下|前提下|浓度下|压力下|电压下|温度下|流速下|工况下|"
    r"(?<![地以线旗])下(?![限降载游部辖])|范围内|(?:处理|循环|扫描|极化|搅拌|植入|工作|放置|老化|运行|使用|保存)后|溶液中|酸中|(?<=[0-9]V)时)"
)


@lru_cache(maxsize=8192)
def find_measures(clause: str) -> tuple[Measure, ...]:
    """Return the numbers of a plain clause in order, each with unit and comparator.

    Years, numbers of standards, names such as 5G or 133Xe, ratios and ordinals are none.
    """
    if not _MAY_MEASURE.search(clause):
        return ()
    clause = _NO_NUMBER.sub(lambda found: " " * len(found[0]), clause)
    taken = [found.span() for found in _NAMES.finditer(clause)]
    found: list[Measure] = []
    for way in (_find_sizes, _find_figures, _find_shares, _find_spelt):
        for one in way(clause, taken):
            found.append(one)
            taken.append((one.start, one.end))
    found.sort(key=lambda one: one.start)
    return tuple(_mark_conditions(clause, _share_comparators(clause, found)))


def _find_sizes(clause: str, taken: Sequence[Place]) -> Iterator[Measure]:
    for found in _SIZE.finditer(clause):
        sides = re.findall(r"\d+(?:\.\d+)?", found[0])
        if _is_free(found.span(), taken) and not _POWER_OF_TEN.match(found[0]):
            unit = re.search(UNIT, found[0].split("×")[-1].lstrip("0123456789. "))
            printed = unit[0] if unit else ""
            value = 1.0
            for side in sides:
                value *= float(side)
            one = read_unit(printed)
            size = Unit(printed, f"{len(sides)}x {one.kind}", one.factor ** len(sides))
            yield _bound(clause, *found.span(), value, None, size)


def _find_figures(clause: str, taken: Sequence[Place]) -> Iterator[Measure]:
    for found in _FIGURES.finditer(clause):
        if not _is_free((found.start("low"), found.end("low")), taken):
            continue
        low, high = read_digits(found["low"]), read_digits(found["high"]) if found["high"] else None
        if low is None:
            continue
        start, end = found.start(), found.end()
        if found[0].endswith((")", "）")) and not re.search(r"[(（]$", clause[:start]):
            end -= 1
        first, last = found["unit1"] or "", found["unit"] or ""
        unit, factor = read_unit(last or first), 1.0
        if first and last and read_unit(first).kind == unit.kind:
            factor = read_unit(first).factor / unit.factor
        negative, upper_negative = found["sign"] == "-", found["sign2"] == "-"
        low *= (-1 if negative else 1) * factor
        high = None if high is None else high * (-1 if upper_negative else 1)
        one = _bound(clause, start, end, low, high, unit, tolerance=found["sign"] == "±")
        yield replace(one, comparator=">=", stated=True) if found["more"] else one


def _find_shares(clause: str, taken: Sequence[Place]) -> Iterator[Measure]:
    for found in _SHARE.finditer(clause):
        value = read_tenths(found[0])
        if value is not None and _is_free(found.span(), taken):
            yield _bound(clause, *found.span(), value, None, read_unit("%"))


def _find_spelt(clause: str, taken: Sequence[Place]) -> Iterator[Measure]:
    for found in _SPELT.finditer(clause):
        graded = clause.startswith("级", found.end())
        numeral = graded or _is_numeral(found["number"], found["unit"])
        value = read_chinese(found["number"]) if numeral else None
        if value and _is_free(found.span(), taken) and not _NO_COUNT.match(clause[found.start("unit") :]):
            low = read_chinese(found["low"]) if found["low"] else None
            ends = (low, value) if low else (value, None)
            one = _bound(clause, *found.span(), *ends, read_unit(found["unit"]))
            yield replace(one, comparator=">=", stated=True) if found["more"] else one


def _is_numeral(number: str, unit: str) -> bool:
    """Say whether the characters are a number: before a unit of measurement 千, 万 and 亿 alone are a part of it."""
    return read_unit(unit).kind == "count" or any(digit in number for digit in "半一二两三四五六七八九十")


def _bound(  # noqa: PLR0913 - a number's parts
    clause: str, start: int, end: int, low: float, high: float | None, unit: Unit, *, tolerance: bool = False
) -> Measure:
    """Return the number with the comparators around it."""
    before, after = _PRE.search(clause, max(0, start - 14), start), _POST.match(clause, end)
    grade = re.match(r"级(?!别|联)", clause[end:])
    comparator: Comparator
    comparator = "=" if high is None else "range"
    first, last = start, end
    if grade and unit.printed:
        last += 1
        after = _POST.match(clause, last)
    if after:
        comparator = next(kind for index, (_, kind) in enumerate(_AFTER) if after[f"a{index}"] is not None)
        last = after.end()
    if before:
        stated: Comparator = next(kind for index, (_, kind) in enumerate(_BEFORE) if before[f"b{index}"] is not None)
        first = before.start()
        comparator = comparator if high is not None or (after and stated == ">=") else stated
    elif tolerance and not after:
        comparator = "<="
    value, upper = (low, high) if high is None or low <= high else (high, low)
    return Measure(
        comparator=comparator, value=value, upper=upper, unit=unit, start=first, end=last, stated=bool(before or after)
    )


def _is_free(place: Place, taken: Sequence[Place]) -> bool:
    return all(place[1] <= start or end <= place[0] for start, end in taken)


def _share_comparators(clause: str, found: Sequence[Measure]) -> list[Measure]:
    """Numbers in a list take the comparator of the first: 不低于95%、90%和85%."""
    shared: list[Measure] = []
    for one in found:
        before = shared[-1] if shared else None
        listed = before is not None and _LISTED.fullmatch(clause[before.end : one.start]) is not None
        if before is not None and listed and before.stated and one.comparator == "=" and not one.stated:
            shared.append(replace(one, comparator=before.comparator, stated=True))
        else:
            shared.append(one)
    return shared


def _mark_conditions(clause: str, found: Sequence[Measure]) -> Iterator[Measure]:
    """A number says under which circumstances something holds where 下, 后 or 范围内 follows, or a stated one."""
    only_when = bool(_ONLY_WHEN.search(clause))
    for index, one in enumerate(found):
        if not one.stated and one.unit.printed in _ELEMENTS:
            continue
        later = found[index + 1] if index + 1 < len(found) else None
        between = clause[one.end : later.start] if later else ""
        joined = later is not None and not re.search(r"[，；、：,]|和|及|与", between)
        counted = one.unit.kind in ("count", "")
        led = bool(_CONDITION.match(clause[one.end :])) and not counted
        followed = joined and later is not None and later.stated and not counted and not one.stated
        led = led or (clause[: one.start].endswith("以") and clause[one.end :].startswith("为"))
        qualifies = not counted and _QUALIFIES.match(clause[one.end :]) is not None
        yield replace(one, condition=only_when or led or followed or qualifies or _is_bare(clause, one))


def _is_bare(clause: str, one: Measure) -> bool:
    """A number without unit and comparator bounds something only at the end of a clause, behind what it measures."""
    if one.unit.kind or one.stated:
        return False
    behind = clause[: one.end] + clause[one.end :].strip(" )）")
    return not re.fullmatch(r".*[\u4e00-\u9fff)）]\s?\d[\d.]*", behind)
