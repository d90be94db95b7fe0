"""Projects that persons of a proposal lead or take part in, as its statement on ongoing projects tells of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant.checks.parsing.dates import write_in_digits
from assistant.checks.parsing.names import narrow
from assistant.checks.parsing.surnames import is_chinese_name

Level = Literal["项目", "课题", "任务"]
State = Literal["ongoing", "finished", "unclear"]

_NATIONAL = re.compile(
    r"国家科技重大专项|(?<![省市区])(?:国家)?科技重大专项|"
    r"(?<![省市区县])(?<!省级)(?<!市级)(?<!自治区)(?:国家)?重点研发(?:计划|专项)|科技创新\s*2030|"
    r"“[^”]{2,30}”\s*(?:国家)?重点专项|"
    r"(?:本|该|上述|前述)(?:三类|类|等)?(?:计划|专项)"
)
_LEADS = re.compile(
    r"主持|牵头|负责人为|(?:担任|作为|系|是|任|为)[^,;。]{0,30}负责人|(?<!项目)(?<!课题)(?<!任务)负责(?!人)|承担"
)
_TAKES_PART = re.compile(
    r"参与(?!单位|人员|申报)|参加|(?:担任|作为|系|是|任|为)[^,;。]{0,24}(?:骨干|成员|参加人|参与人)|骨干身份"
)
_DENIED = re.compile(
    r"(?:均|目前|现|暂|并|也|都|尚|确)?(?:无(?!锡|机|人|线|损|源|偿)|没有|未(?!来|完|结|满|到)|"
    r"不(?!同|断|仅|少|足|限)|不存在|并非)[^,;。]{0,40}?(?:项目|课题|任务|情况|情形|专项|计划|"
    r"职务)|(?:项目|课题|任务|情况|专项|计划)[^,;。]{0,8}(?::|为)\s*(?:无|0项?)(?![\d])"
)
_FINISHED = re.compile(
    r"(?:已|均已|已经|于\S{0,12})(?:\S{0,10})?(?:结题|验收|完成|结束|终止|结项)|通过\S{0,8}(?:绩效评价|验收)|曾(?:经)?(?:主持|"
    r"承担|负责|参与|牵头)|(?<!未)(?<!申请)(?<!预计)(?<!拟)(?:结题|结项|通过验收|完成验收)(?!申请|"
    r"日期|时间|中)|已于"
)
_ONGOING = re.compile(
    r"在研|正在(?:实施|执行|进行|开展|主持|承担)|(?:实施|执行|研究)中|未结题|尚未(?:结题|验收|"
    r"完成)|(?:预计|拟|将)(?:于)?[^,;。]{0,12}(?:结题|完成|验收)|进行中"
)
_NOT_ONGOING = re.compile(r"(?:不(?:再|算|属(?:于)?|是|为)|并?非)\s*在研(?:项目|课题|任务|范围|之列)?|不在在研\S{0,4}")
_ENDING = re.compile(r"(?:正在|待|申请|办理|准备|等待)[^,。;]{0,6}(?:验收|结题|结项|评价)")
"""The work is done and the project is not closed."""
_LEVEL = re.compile(r"课题|任务|项目")
_YEARS = re.compile(
    r"(?P<start>20[0-3]\d)\s*(?:年|[./-])?\s*(?:\d{1,2})?\s*(?:月)?\s*(?:至|到|~|—+|–|"
    r"-{1,2})\s*(?P<end>20[0-4]\d)\s*(?:年|[./-])?\s*(?P<month>1[0-2]|0?[1-9])?"
)
_UNTIL = re.compile(
    r"(?:执行期|实施期|期限|周期|研究期|执行|实施)?(?:至|到|延续到|持续到)\s*(?P<end>20[2-4]\d)\s*年?\s*(?P<month>1[0-2]|0?[1-9])?"
)
"""An end without a beginning: 执行期至2025年."""
_LEADER = re.compile(r"(?:项目)?(?:负责人|申请人|首席)(?!员)|本人")
_MEMBER = re.compile(
    r"(?:项目|主要)?(?:骨干|成员|参与人员|参加人员|团队成员|参与者)|"
    r"课题负责人(?=[\u4e00-\u9fff]{2,4}(?:主持|牵头|承担|作为))"
)
_OPENS = re.compile(
    r"\s*(?:(?:\d{1,2}|[（(]\d{1,2}[)）])[.、)）]?\s*)?(?:骨干|成员)?([\u4e00-\u9fff]{2,4}?)(?=:|主持|承担|牵头|现[任主承]|目前|正在|为|是|系|担任|作为|参[与加])"
)
"""A name at the head of a clause."""
_LAST_MONTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Undertaking:
    """One project of one person or of a group."""

    clause: str
    """Words that tell of it."""
    person: str
    """`leader`, `member`, both joined by a comma, or a name; empty where the words name nobody."""
    level: Level
    leads: bool
    state: State


def list_undertakings(text: str, leader: str, members: tuple[str, ...], year: int) -> list[Undertaking]:
    """Return the projects of the national programmes that the text tells of, in order; denials tell of none.

    Args:
        text: statement on ongoing projects.
        leader: name of the proposal's leader; empty where it is not known.
        members: names of other persons.
        year: of the call; a project that ends in it or later is ongoing.
    """
    found: list[Undertaking] = []
    person = ""
    for sentence in re.split(r"[。;\n]", narrow(text)):
        named = False
        for clause in _list_clauses(sentence):
            person = _find_person(clause, leader, members) or person
            named = named or bool(_NATIONAL.search(clause))
            if _NATIONAL.search(clause) and not _is_denied(clause):
                found.append(_build(clause, person, year))
    return found


def _list_clauses(sentence: str) -> Iterator[str]:
    """Yield statements: a comma ends one only where another project or a denial begins behind it."""
    parts = re.split(r",", sentence)
    current = ""
    for part in parts:
        starts = (
            bool(_NATIONAL.search(part))
            or bool(re.match(r"\s*(?:目前|现)?(?:无|没有|均无|未)", part))
            or bool(
                re.match(
                    r"\s*(?:另|同时|此外|在研)?[^,]{0,12}(?:国家自然科学基金|自然基金|省|横向|企业委托|博士后)", part
                )
            )
        )
        if current and starts and (_NATIONAL.search(current) or re.match(r"\s*(?:目前|现)?(?:无|没有)", part)):
            yield current
            current = part
        else:
            current = f"{current},{part}" if current else part
    if current:
        yield current


def _is_denied(clause: str) -> bool:
    """A denial that stands before the programme or right behind it; one about the end of a project (未结题) is none."""
    programme = _NATIONAL.search(clause)
    denial = _DENIED.search(clause)
    if not programme or not denial:
        return False
    return (
        denial.start() < programme.start() < denial.end() + 1
        or (denial.start() < programme.start() and not re.search(r"[,]", clause[denial.end() : programme.start()]))
        or (
            denial.start() >= programme.start()
            and not (_LEADS.search(clause[: denial.start()]) or _TAKES_PART.search(clause[: denial.start()]))
        )
    )


def _build(clause: str, person: str, year: int) -> Undertaking:
    levels = [found[0] for found in _LEVEL.finditer(_NATIONAL.sub(" ", clause))]
    takes_part = bool(_TAKES_PART.search(clause))
    behind = clause[found.end() :] if (found := _NATIONAL.search(clause)) else ""
    leads = bool(_LEADS.search(clause) or re.search(r"(?:项目|课题|任务|首席)\S{0,6}负责人|首席", behind)) and not (
        takes_part and not re.search(r"主持|牵头|负责人", clause)
    )
    return Undertaking(
        clause=clause.strip(),
        person=person,
        level=_choose_level(levels),
        leads=leads,
        state=_read_state(clause, year),
    )


def _choose_level(levels: list[str]) -> Level:
    if "课题" in levels:
        return "课题"
    return "任务" if "任务" in levels else "项目"


def _read_state(clause: str, year: int) -> State:
    if _ONGOING.search(_NOT_ONGOING.sub(" ", clause)):
        return "ongoing"
    if _FINISHED.search(clause) or _NOT_ONGOING.search(clause):
        return "unclear" if _ENDING.search(clause) else "finished"
    digits = write_in_digits(clause)
    years = _YEARS.search(digits) or _UNTIL.search(digits)
    if years is None:
        return "unclear"
    end = int(years["end"])
    if end > year or (end == year and int(years["month"] or _LAST_MONTH) == _LAST_MONTH):
        return "ongoing"
    return "finished" if end < year else "unclear"


def _find_person(clause: str, leader: str, members: tuple[str, ...]) -> str:
    for name in filter(None, (leader, *members)):
        if re.search(rf"(?:负责人|首席(?:科学家)?|主持人|牵头人)\s*[:为是]\s*{re.escape(name)}", clause):
            return "leader" if name == leader else name
    programme = _NATIONAL.search(clause)
    clause = clause[: programme.start()] if programme else clause
    named = [name for name in members if name and name in clause]
    if leader and leader in clause:
        return "leader"
    if named:
        return named[0]
    if leader and (opened := _OPENS.match(clause)) and is_chinese_name(opened[1]):
        return opened[1]  # someone whom the lists of persons leave out, and not the one told of before
    both = [
        word
        for word, pattern in (("leader", _LEADER), ("member", _MEMBER))
        if pattern.search(_NATIONAL.sub(" ", clause))
    ]
    return ",".join(both)
