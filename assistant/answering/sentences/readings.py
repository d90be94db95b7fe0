"""What a direction or a guide lays down, read slot by slot: duration, projects, funds, units, who recommends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.sentences.corpus import Corpus
from assistant.answering.sentences.units import Unit
from assistant.domain.direction import Direction, LimitKind
from assistant.domain.notice import Span
from assistant.domain.programme import Programme
from assistant.text import normalise

Level = Literal["direction", "programme", "both"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One kind of thing that a guide lays down for its projects."""

    name: str
    asks: re.Pattern[str]
    """Wordings of a question, normalised."""
    says: re.Pattern[str]
    """Phrases that fill it, normalised."""
    level: Level = "both"
    """Where it is laid down: for directions alone, for a whole guide alone, or for either."""
    limits: tuple[LimitKind, ...] = ()
    """Limits that were read for it."""
    several: bool = False
    """True where every phrase counts; else the first one fills it."""
    described: bool = False
    """True where content and indicators may fill it too."""


def _slot(  # noqa: PLR0913 - the columns of the table below
    name: str,
    asks: str,
    says: str,
    level: Level = "both",
    limits: tuple[LimitKind, ...] = (),
    *,
    several: bool = False,
    described: bool = False,
) -> Slot:
    return Slot(name, re.compile(asks), re.compile(says), level, limits, several, described)


_ASKED = r"(?:(?<![好哪])几|多少)"
SLOTS: tuple[Slot, ...] = (
    _slot(
        "duration",
        rf"(?:实施|执行|研究|项目)?(?:周期|执行期|实施期|年限)(?:是|为|有|要求)?(?:多长|多久|{_ASKED}年|怎么定|多少)?|"
        rf"(?:做|干|执行|实施)(?:多久|多长时间?|{_ASKED}年)|{_ASKED}年",
        r"周期|执行期|实施年限",
        limits=("duration_years",),
    ),
    _slot(
        "projects",
        rf"(?:拟|最多|一共|总共|能|可以?)*(?:支持|立项?|上)(?:项目)?(?:数量?|{_ASKED}[个项]?)(?:项目|课题)?|支持项目数量?",
        r"拟?支持(?:项目)?数?(?:为|不超过)?\d+|只支持\d|同时支持\d|拟支持项目|分别支持\d",
        limits=("projects",),
    ),
    _slot(
        "subprojects",
        rf"(?:能不能|可以|能)?(?:再|还)?(?:分|下设|设)(?:子)?课题|(?:下设|最多|设|分)*{_ASKED}个?课题|课题数?(?:量|最多|上限|不超过|能有|有)*{_ASKED}?个?|下设课题",
        r"课题数|不(?:再)?下设",
        limits=("subprojects",),
    ),
    _slot(
        "units",
        rf"(?:参与|参加|承担|参研)?单位(?:总?数量?|最多|上限|有)+(?:是|为)?{_ASKED}?[个家]?|{_ASKED}[家个]?(?:参与|参加|参研)?单位",
        r"单位(?:总)?数",
        limits=("units",),
    ),
    _slot(
        "funds",
        rf"(?:配套|自筹|匹配|其他)(?:经费|资金)?(?:的?(?:比例|要求))?(?:跟|和|与)?(?:国拨|中央(?:财政)?)?(?:经费)?(?:要|得|是|为|达到)*"
        rf"(?:{_ASKED}比{_ASKED}|什么比例|比例|{_ASKED})?|{_ASKED}比{_ASKED}|地方(?:财政)?(?:要|得)?(?:配|出|投入?){_ASKED}?",
        r"(?:经费|投入|资金|自筹|配套).*\d+[:：]\d",
        several=True,
    ),
    _slot(
        "organiser",
        r"(?:由|是|归)?(?:哪|什么|谁)[^,]{0,8}(?:推荐|组织申报)|(?:推荐|组织申报)(?:部门|单位|机构|的)?(?:都|又)?(?:是|有)?"
        r"(?:谁|哪[^,]{0,6})|由谁推荐|(?:推荐)?名额(?:有|是)*(?:几|多少)?[个项]?",
        r"推荐(?:申报|牵头|不超过)|组织申报|由.+推荐",
        "direction",
        several=True,
    ),
    _slot(
        "lead",
        r"(?:由|该|要|应)?(?:谁|什么[^,]{0,4}|哪[^,]{0,6})(?:来)?牵头|牵头(?:单位|方|申报)?(?:有|要|是|得)*(?:谁|什么[^,]{0,4}|哪些[^,]{0,4})",
        r"牵头",
        "direction",
        several=True,
    ),
    _slot(
        "partners",
        r"(?:参加|参与|合作|国外|境外|外方)(?:合作)?(?:单位|方|伙伴|机构)(?:和|与|跟|、)?(?:国外|境外)?(?:合作单位)?(?:上)?"
        r"(?:有|要|得|是)*(?:什么|哪些|啥)[^,]{0,4}(?:要求|规定|条件|限制)",
        r"(?:参加|参与|合作|\(境\)外)(?:单位|团队|企业)|国家\(?地区|第三方.{0,6}机构",
        "direction",
        several=True,
    ),
    _slot(
        "readiness",
        r"(?:技术)?(?:trl|就绪(?:水平|度)?)(?:等级)?(?:各)?(?:要)?(?:到|达到|是|为)?(?:几级|多少)?",
        r"就绪",
        "direction",
        described=True,
    ),
    _slot(
        "budget",
        r"(?:国拨|中央)(?:的)?(?:经费|资金)?(?:概算)?(?:有|是|为|给)?多?少?(?:钱|万|亿)?|概算|总(?:经费|盘子)",
        r"概算\d",
        "programme",
    ),
    _slot(
        "started",
        rf"(?:拟|要|计划)?(?:启动|部署)(?:数量?|{_ASKED}[个项])(?:方向|项目|任务)?|{_ASKED}个(?:二级)?(?:指南)?(?:方向|任务)|"
        rf"青年(?:科学家)?项目[^,]{{0,2}}(?:最多|有|部署)+{_ASKED}[个项]|"
        rf"(?:最多|至多|总共|一共)(?:有|能有|支持|部署)*{_ASKED}[个项](?=$|[?,;|])",
        r"(?:拟启动|拟支持|部署|共计)(?:不超过)?\d+个",
        "programme",
    ),
    _slot(
        "each",
        r"青年(?:科学家)?项目(?:的?(?:经费|资助))?(?:能|可以|一般)?(?:给|有|拿|资助|支持|是|批)*多少(?:钱|经费|万元?)|"
        r"(?:每个?|单个?|一个)(?:青年(?:科学家)?)?(?:项目|课题)?(?:的?经费)?(?:能|可以)?(?:给|有|拿|资助|是|批)*(?:多少)(?:的?(?:国拨|中央财政|资助)?(?:钱|经费|万元?)?)?",
        r"每(?:个项目|项)\d+万元",
        "programme",
    ),
    _slot("leaders", rf"{_ASKED}[个名位]?(?:项目)?负责人", r"设\d名(?:项目)?负责人", "programme"),
)  # fmt: skip
_WHOSE = re.compile(r"(?:一个|每个?)?课题(?=[^,。]{0,6}单位(?:总?数|最多|上限|有|[?？]?$))")
"""Whose organisations are counted: no slot of its own."""
_LIMITS = re.compile(r"(?:其他要求|有关说明)?[:：]?(?:原则上|一般|除[^，]{1,12}外|其中)，")
_PHRASE = re.compile(r"(?:[^，；。（(]|[（(][^）)]*[）)])+[，；。]?")


@dataclass(frozen=True, slots=True)
class Reading:
    """What fills a slot."""

    slot: Slot
    text: str
    """Phrases of the notice."""
    units: tuple[Unit, ...]
    general: bool
    """True where the guide lays it down for all directions and this one has nothing of its own."""


def find_slots_of(text: str) -> list[tuple[Slot, re.Match[str]]]:
    """Return the slots that a normalised text asks for, in its order, each at its longest wording."""
    text = _WHOSE.sub(lambda match: "|" * len(match[0]), text)
    found = [(slot, match) for slot in SLOTS for match in slot.asks.finditer(text) if match[0]]
    chosen: list[tuple[Slot, re.Match[str]]] = []
    for slot, match in sorted(found, key=lambda one: len(one[1][0]), reverse=True):
        clashes = any(match.start() < other.end() and other.start() < match.end() for _, other in chosen)
        if not clashes and all(slot is not other for other, _ in chosen):
            chosen.append((slot, match))
    return sorted(chosen, key=lambda one: one[1].start())


def read_direction(slot: Slot, direction: Direction, corpus: Corpus) -> Reading | None:
    """Return what fills the slot for a direction: its own words, else its area's, else the guide's for all."""
    own = [unit for unit in _units_of(direction.programme, corpus) if unit.direction == direction.number]
    if slot.level != "programme":
        kinds = {"requirement", "content", "indicator"} if slot.described else {"requirement"}
        demanded = [demand.span for demand in direction.requirements if demand.scope == "direction"]
        mine = [unit for unit in own if unit.kind in kinds or any(_meets(unit, span) for span in demanded)]
        reading = _fill(slot, [unit for unit in mine if unit.kind != "direction"], general=False)
        if reading is not None:
            return reading
    spans = [limit.span for limit in direction.limits if limit.kind in slot.limits and limit.scope != "direction"]
    if slot.name == "funds":
        spans = [ratio.span for ratio in direction.ratios if ratio.scope != "direction"]
    general = [unit for unit in _units_of(direction.programme, corpus) if not unit.direction]
    laid = [unit for unit in general if any(_meets(unit, span) for span in spans)]
    reading = _fill(slot, laid[:1], general=True)
    if reading is None and slot.level == "both" and slot.name != "funds":
        reading = _fill(slot, [unit for unit in general if unit.clause == direction.area_number], general=True)
        return reading or _fill(slot, [unit for unit in general if not unit.clause.isdigit()], general=True)
    return reading


def read_programme(slot: Slot, programme: Programme, corpus: Corpus, *, youth: bool = False) -> Reading | None:
    """Return what fills the slot for a whole guide, or for its projects of young scientists."""
    if slot.level == "direction":
        return None
    general = [unit for unit in _units_of(programme.id, corpus) if not unit.direction and not unit.clause.isdigit()]
    return _fill(slot, [unit for unit in general if ("青年" in unit.plain) == youth], general=False)


def has_money(direction: Direction, corpus: Corpus) -> bool:
    """Say whether a sentence of the direction itself gives a sum."""
    own = [unit for unit in _units_of(direction.programme, corpus) if unit.direction == direction.number]
    return any(re.search(r"\d(?:万|亿)元", unit.plain) for unit in own if unit.kind == "requirement")


def _fill(slot: Slot, units: Sequence[Unit], *, general: bool) -> Reading | None:
    found = [(phrase, unit) for unit in units for phrase in _phrases(slot, unit)]
    if not found:
        return None
    chosen = found if slot.several else found[:1]
    text = "；".join(dict.fromkeys(phrase for phrase, _ in chosen))
    return Reading(slot, text, tuple(dict.fromkeys(unit for _, unit in chosen)), general)


def _phrases(slot: Slot, unit: Unit) -> Iterator[str]:
    """Yield the phrases that fill the slot, each with the word before it that limits it (原则上, 除特殊说明外)."""
    before = ""
    for phrase in _PHRASE.findall(unit.body):
        limited = before if _LIMITS.fullmatch(before) else ""
        if slot.says.search(normalise(phrase)):
            yield (limited + phrase).rstrip("，；。 ")
        before = phrase


def _units_of(programme: str, corpus: Corpus) -> list[Unit]:
    return [corpus.units[place] for place in corpus.own[programme]]


def _meets(unit: Unit, span: Span) -> bool:
    return unit.span.start < span.end and span.start < unit.span.end
