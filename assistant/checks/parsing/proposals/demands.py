"""What a direction demands of those who apply, read by grammar from its own sentences.

Encouragement (鼓励……) demands nothing. Limits, ratios and periods are no demands of this module.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.direction import Direction, Requirement
from assistant.text import squash

_CLAUSE = re.compile(r"[^，；。]+")
_ENCOURAGED = re.compile(r"鼓励|优先|支持(?!不超过)|可由|可以|宜")
_WHO = r"(?P<who>[^，；。]{1,60}?)"
_LEAD = re.compile(
    rf"^(?:该|本)?(?:项目|方向|任务)?(?:应|须|需|必须|要求|"
    rf"限)?由?{_WHO}(?:作为)?牵头(?:单位)?(?:申报|承担|组织|实施)?$|"
    rf"^牵头(?:申报)?单位(?:应|须|需|必须|限)?(?:为|是){_WHO.replace('who', 'named')}$"
)
_RECOMMEND = re.compile(
    rf"^(?:该指南方向|该|本)?(?:项目|方向)?(?:须|应|需)?由{_WHO}(?:\d+个(?:部门|单位))?(?:各|分别|负责)?(?:推荐|组织)"
    rf"(?:申报|牵头单位|不超过\d+项)?$|^{_WHO.replace('who', 'named')}推荐牵头单位$"
)
_JOINT = re.compile(rf"(?:须|应|需|必须|要求)由?{_WHO}联合申报")
_EXCEPT = re.compile(r"除(\d{1,2}\.\d{1,2}(?:[、和]\d{1,2}\.\d{1,2})*)外")
_ENDORSE = re.compile(rf"得到{_WHO}(?:的)?(?:共同|一致)?(?:认可|同意|批准)")
_HAVING = re.compile(r"(?:建有|具有|拥有|具备|设有|依托)(?P<having>.+?)的")
_SPLIT = re.compile(r"[、，]|和|与|及|以及")
_REMARK = re.compile(r"（[^（）]*）")
_CONDITION_SUBJECT = (
    r"(?:牵头|申报|参加|参与|合作|承担|联合)?(?:项目的)?(?:单位|企业|机构|医院|临床机构|医疗机构|团队|负责人)"
)
_CONDITION = re.compile(
    rf"^(?:参与项目的|参加项目的|项目)?{_CONDITION_SUBJECT}(?:应|须|需|必须|要)?(?:有|具备|具有|"
    rf"承担|承诺|包括|已|提供|建有|拥有|能够)|"
    rf"^{_CONDITION_SUBJECT}(?:应|须|需|必须)"
)
_ITEM = re.compile(r"^\d{1,2}[.．、]\s*")
_HEAD = re.compile(r"^.{0,12}(?:以下|下列)条件[：:]?\s*\d?[.．、]?\s*")
_JOINED = ("科学技术和", "住房和", "工业和", "人力资源和", "文化和", "市场和")
"""Heads of the names of ministries that hold 和."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadDemand:
    """Who has to lead."""

    who: str
    """Words of the sentence, such as 企业 or 建有……的医疗机构."""
    having: str
    """What the lead has to have (国家临床医学研究中心); empty for nothing."""
    requirement: Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendDemand:
    """Through whom the proposal has to come."""

    bodies: tuple[str, ...]
    """Any of them; those in brackets (国家标准委, the provinces) last."""
    requirement: Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class JointDemand:
    """Kinds of units that have to apply together."""

    who: str
    requirement: Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class EndorseDemand:
    """Bodies that have to endorse the plan, each of them."""

    bodies: tuple[str, ...]
    requirement: Requirement


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """Something else that a unit has to have or to do."""

    subject: str
    words: str
    """Clause without the subject."""
    requirement: Requirement


def find_lead(direction: Direction) -> LeadDemand | None:
    """Return who has to lead; None where anyone may."""
    for clause, requirement in _list_clauses(direction):
        found = _LEAD.match(clause)
        who = (found["who"] or found["named"]) if found else ""
        if who and "推荐" not in who and "单位" not in who:
            having = _HAVING.search(who)
            return LeadDemand(who=who, having=having["having"] if having else "", requirement=requirement)
    return None


def find_recommender(direction: Direction) -> RecommendDemand | None:
    """Return the bodies that recommend or organise; None where the direction names none."""
    for clause, requirement in _list_clauses(direction):
        found = _RECOMMEND.match(clause)
        if found:
            who = found["who"] or found["named"]
            others = (body for remark in _REMARK.findall(who) for body in _split_bodies(remark.strip("（）")))
            bodies = (*_split_bodies(_REMARK.sub("", who)), *others)
            return RecommendDemand(bodies=bodies, requirement=requirement)
    return None


def find_joint(direction: Direction) -> JointDemand | None:
    """Return the kinds of units that have to apply together; None where none are demanded."""
    for clause, requirement in _list_clauses(direction):
        found = _JOINT.search(clause)
        excepted = _EXCEPT.search(clause)
        if found and not (excepted and direction.number in re.split(r"[、和]", excepted[1])):
            return JointDemand(who=found["who"], requirement=requirement)
    return None


def find_endorsement(direction: Direction) -> EndorseDemand | None:
    """Return the bodies whose endorsement the direction itself demands."""
    for clause, requirement in _list_clauses(direction):
        if found := _ENDORSE.search(clause):
            return EndorseDemand(bodies=tuple(_split_bodies(found["who"])), requirement=requirement)
    return None


def list_conditions(direction: Direction) -> list[Condition]:
    """Return the other conditions on units that the direction itself sets, in order."""
    found: list[Condition] = []
    for requirement in direction.requirements:
        if requirement.scope != "direction":
            continue
        text = squash(requirement.text)
        subject = "申报单位" if _ITEM.match(text) else ""
        for clause in _CLAUSE.findall(_join_brackets(text)):
            plain = _HEAD.sub("", _ITEM.sub("", clause))
            named = _CONDITION.match(plain)
            if _HEAD.match(clause) and not named:
                found.append(Condition(subject="申报单位", words=plain, requirement=requirement))
            elif _ENCOURAGED.match(clause) or _is_other_demand(clause):
                continue
            elif named:
                subject = re.split(r"应|须|需|必须|具备|具有|已|提供|承", plain)[0]
                found.append(Condition(subject=subject, words=plain[len(subject) :], requirement=requirement))
            elif subject and _ITEM.match(text):
                found.append(Condition(subject=subject, words=plain, requirement=requirement))
    return found


def _is_other_demand(clause: str) -> bool:
    return any(pattern.search(clause) for pattern in (_LEAD, _RECOMMEND, _JOINT, _ENDORSE)) or bool(
        re.search(r"比例|不低于\d|不超过\d|周期|课题数", clause)
    )


def _list_clauses(direction: Direction) -> Iterator[tuple[str, Requirement]]:
    """Yield the clauses of the direction's and its area's sentences that demand; those of the programme bind others."""
    for requirement in direction.requirements:
        if requirement.scope == "programme":
            continue
        for clause in _CLAUSE.findall(_join_brackets(squash(requirement.text))):
            if not _ENCOURAGED.match(clause):
                yield clause, requirement


def _join_brackets(text: str) -> str:
    """A comma inside brackets ends no clause."""
    return _REMARK.sub(lambda found: found.group().replace("，", "、").replace("；", "、").replace("。", ""), text)


def _split_bodies(text: str) -> Iterator[str]:
    """海关总署、公安部和教育部 are three; 住房和城乡建设部 is one."""
    folded = text
    for head in _JOINED:
        folded = folded.replace(head, head.replace("和", "\0"))
    for piece in _SPLIT.split(re.sub(r"\d+个(?:部门|单位)$", "", folded)):
        if piece.strip():
            yield piece.replace("\0", "和").strip()
