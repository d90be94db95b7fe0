"""Numbers that a sentence of a guide lays down, read by grammar: periods, subprojects, units, budgets, ratios."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.direction import Limit, LimitKind, LimitScope
from assistant.library.guide_flow import Sentence, split_clauses
from assistant.library.markers import parse_chinese_number

YOUTH = "青年科学家项目"

_FILL = r"(?:一般|原则上|总数|数量|数|为|的|应|须|仅)*"
_AT_MOST = r"(?:不超过|不多于|不得超过|不得多于|至多|最多|≤)"
_AMOUNT = rf"{_FILL}(?:{_AT_MOST}(?P<most>\d+)|(?P<low>\d+)[~～—–至到-](?P<high>\d+)|(?P<exact>\d+))"
_PATTERNS: tuple[tuple[LimitKind, re.Pattern[str]], ...] = (
    ("duration_years", re.compile(rf"(?:实施周期|执行周期|研究周期|项目周期|执行期|实施年限|实施期限){_AMOUNT}年")),
    ("subprojects", re.compile(rf"(?:(?:下设|设置)的?课题|课题总?数){_AMOUNT}个")),
    ("subprojects", re.compile(r"(?P<none>不(?:再)?(?:下设|设置?)(?:任务|课题))")),
    ("units", re.compile(rf"(?P<side>中方|国（境）外|外方)?参与单位{_AMOUNT}[家个]")),
    ("units", re.compile(r"(?:须|应)有(?P<least>\d+)个（或以上）(?P<side>国（境）外|中方|外方)单位")),
    ("projects", re.compile(rf"拟支持(?:项目)?{_AMOUNT}项")),
    ("projects", re.compile(rf"拟支持(?:项目)?{_AT_MOST}(?P<most>\d+)个项目")),
    ("projects", re.compile(r"只支持(?P<most>\d+)项")),
    ("projects", re.compile(r"(?P<times>[一二三四五六七八九十]|\d+)个方向分别支持(?P<exact>\d+)个项目")),
    ("leaders", re.compile(r"(?<!课题)设(?P<exact>\d+)名(?:项目)?负责人")),
    ("leaders", re.compile(r"(?P<side>课题)设(?P<exact>\d+)名(?:课题)?负责人")),
    ("youth_budget_wan_yuan", re.compile(r"每个项目(?P<most>\d+)万元")),
)
_YOUTH_KINDS: dict[LimitKind, LimitKind] = {"units": "youth_units", "subprojects": "youth_subprojects"}
_CATEGORY = re.compile(r"(?:^|[和、与及为，])(?P<name>[^\W\d和、与及为，]{2,8}类)(?=[和、与及]|项目)")
"""基础研究类项目, 共性关键技术类和示范应用类项目: the categories that a limit is for, until others are named."""
_SOFT = re.compile(r"原则上|一般(?!项目)|拟|左右")
_LEAD = re.compile(r"(?:除特殊说明外|原则上|一般)")
_DEFINITION = "是指"
_RATIO = re.compile(r"(?:经费|财政|投入|资金)[^。；]*?不低于(\d+(?:\.\d+)?)[:：∶](\d+(?:\.\d+)?)")


@dataclass(slots=True)
class _Subject:
    """Whom the clauses of a sentence are about, carried on from clause to clause."""

    categories: tuple[str, ...] = ("",)
    youth: bool = False
    soft: bool = False
    """True behind an 原则上 that stands for itself, before the limits that it softens."""


def find_limits(text: str, sentence: Sentence, scope: LimitScope) -> Iterator[Limit]:
    """Yield the limits of one sentence in order; none where it only defines a word."""
    if _DEFINITION in sentence.squashed:
        return
    subject = _Subject()
    for clause in split_clauses(text, sentence):
        squashed = clause.squashed.rstrip("。")
        _follow(subject, squashed)
        for kind, pattern in _PATTERNS:
            for found in pattern.finditer(squashed):
                yield from _build(kind, found, subject, sentence, scope)


def find_ratio(squashed: str) -> str | None:
    """Return the ratio of funds that a clause sets, such as `2:1`; None where it sets none."""
    found = _RATIO.search(squashed)
    return f"{found[1]}:{found[2]}" if found else None


def _follow(subject: _Subject, squashed: str) -> None:
    names = tuple(found["name"] for found in _CATEGORY.finditer(squashed))
    if names:
        subject.categories = names
    subject.youth = subject.youth or YOUTH in squashed
    subject.soft = subject.soft or (_LEAD.fullmatch(squashed) is not None and bool(_SOFT.search(squashed)))


def _build(
    kind: LimitKind, found: re.Match[str], subject: _Subject, sentence: Sentence, scope: LimitScope
) -> Iterator[Limit]:
    youth = kind == "youth_budget_wan_yuan" or (subject.youth and kind in _YOUTH_KINDS)
    if kind == "youth_budget_wan_yuan" and not subject.youth:
        return
    before = found.string[: found.end()]
    soft = subject.soft or bool(_SOFT.search(before)) or kind == "youth_budget_wan_yuan"
    least, most = _read_bounds(found)
    side = found.groupdict().get("side") or ""
    for category in (YOUTH,) if youth else (side,) if side else subject.categories:
        yield Limit(
            kind=_YOUTH_KINDS.get(kind, kind) if youth else kind,
            minimum=least,
            maximum=most,
            applies_to=category,
            binding=not soft,
            quote=sentence.quote,
            span=sentence.span,
            scope=scope,
        )


def _read_bounds(found: re.Match[str]) -> tuple[float | None, float | None]:
    """Return the smallest and the largest amount; None where a side is open."""
    groups = found.groupdict()
    if groups.get("none"):
        return None, 0.0
    exact = groups.get("exact")
    least, most = groups.get("least") or groups.get("low") or exact, groups.get("most") or groups.get("high") or exact
    times = _read_times(groups.get("times"))
    return (times * float(least) if least else None), (times * float(most) if most else None)


def _read_times(number: str | None) -> int:
    """Return in how many parts of a direction the amount is granted; 1 where nothing is said."""
    if number is None:
        return 1
    return int(number) if number.isdecimal() else parse_chinese_number(number)
