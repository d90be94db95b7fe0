"""A Chinese title taken apart: what it is about, and which kind of word heads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.writing.title_words import (
    DONE,
    HAPPENS,
    LOWER,
    MAKE,
    MANNER,
    MECHANISM,
    PROPERTY,
    RAISE,
    STUDY,
    THING,
    WORSE,
)

Head = Literal["done", "happens", "property", "mechanism", "influence", "relation", "thing", "clause", "claim", "state"]
"""What heads a title; a claim may be true or not, a state is a nuisance that was stated."""

_NUMBER = re.compile(r"^(?:(?:题目|标题)[：:])?(?:\d+[.、．](?!\d)|[一二三四五六七八九十]+、|[（(]\d+[）)])?")
_ABOUT = re.compile(r"^(?:关于|有关|试论|浅谈|浅析|浅议|论(?!文))")
_STUDIED = re.compile(rf"^(?:(?:深入|系统|开展|进行|重点)*(?:{STUDY})(?:了|清楚)?)(?=[\u4e00-\u9fffA-Za-z0-9“])")
_MORE = rf"(?:应用|展望|进展|实践|对策|思考|推广|产业化|(?:应用|集成|工业|产业化|工程|技术)?示范(?:应用)?|(?:{STUDY}))"
_TAIL = re.compile(
    rf"(?<!中)(?:的)?(?<!中的)(?:若干|关键|核心|重大|前沿|基础|科学|共性|应用|工程|主要|相关|几个|一些|系统|深入|初步|联合|合作|国际合作)*"
    rf"(?:问题|难题|课题|(?:{STUDY})|(?<=技术)(?:联合|合作)*(?:研发|开发)|进展|现状|挑战|瓶颈|难点|难关)(?:(?:与|和|及|、|及其){_MORE})*$"
    rf"|(?<=[术备统台法])(?:与|和|及|、|及其)(?:集成(?:与|和|及))?{_MORE}$"
    r"|(?<=[统备置台件型器])的?(?:设计|开发|研制|研发|构建)(?:(?:与|和|及|、)(?:研究|实现|应用|开发|研制|验证|优化))?$"
    r"|(?<=技术)(?:集成|研发|装备)?(?:与|和|及|、)?(?:应用|工程|产业化)?示范(?:应用|推广)?$"
    r"|(?:的)?(?:发展|应用|推广|使用|运行)?(?:过程)?中?所?(?:存在|面临|遇到)的(?:主要|关键|突出)?"
    r"(?:问题|挑战|难题|瓶颈|困难)(?:(?:与|和|及|及其)(?:对策|建议))?$"
    r"|(?:(?:的)?(?:前沿|科学|关键)?问题)?(?:与|和|及|及其)(?:关键|核心|共性|工程)+技术$"
)
_SKILL = re.compile(
    r"(?:的)?(?:关键|核心|共性|成套|前沿|新型|创新|先进|工程|工程化|系统|新)*(?:技术|方法|方案|策略|手段|途径|工艺|体系)"
    r"(?:(?:与|和|及|、)(?:关键|核心|共性|工程|新)*(?:技术|方法|方案|策略|手段|途径|工艺|体系|装备|标准))*$"
)
_JOINED = re.compile(r"(?:与|和|及|及其|、)$")
_SETTING = re.compile(
    r"^(?:在)?[^，]{2,18}?(?:条件|环境|工况|状态|背景|作用|场景|约束|驱动|载荷|情况|尺度|过程|框架|要求|扰动|干扰|胁迫|激励|冲击|目标|气候|应力|负荷|温度|压力)"
    r"(?:之)?(?:下|中)(?:的)?"
)
_BECOMES = (
    r"(?:国产|产业|规模|智能|轻量|小型|工程|商业|标准|数字|自动|一体|绿色|低碳|集成|实用|微型|资源|无害|减量|自主|可视|模块|"
    r"柔性)化"
)
_VERB = rf"(?:{DONE}|{HAPPENS}|{RAISE}|{LOWER}|{_BECOMES})"
_ACTION = re.compile(
    rf"^(?P<object>.+?)(?P<de>的)?(?P<focus>(?:{MANNER}|的)*(?P<verb>{_VERB})(?:(?:与|和|及其|及|、|-|—)?(?:{MANNER})*{_VERB})*)$"
)
_CHANGED = re.compile(rf"^(?P<what>.{{4,}}?)的?(?P<verb>{RAISE}|{LOWER})$")
"""A property with what becomes of it: 换流阀可靠性提升."""
_INFLUENCE = re.compile(
    r"^(?P<cause>.{2,}?)对(?P<effect>.{2,}?)(?:的[^的]{0,6}?|(?=影响$))(?P<verb>影响|作用|调控|响应|贡献|约束|制约|适应|驱动|控制|干扰|胁迫)"
    r"(?:作用|机制|机理|规律|效应|途径|过程|及应对|及其机制|与机制|特征|程度)*$"
)
_RELATION = re.compile(
    r"^(?P<one>.{2,}?)(?:与|和|同|及|—|-)(?P<other>.{2,}?)(?:之间)?的?(?P<focus>(?:相互|内在|动态|因果|构效|作用|竞争|互惠|共生|强|弱|多尺度|空间|力学|能量|物质|信息)*(?:相互作用|关系|关联|耦合|协同|竞争|互作|平衡|交互|匹配|"
    r"权衡|联系|反馈|互馈)(?:作用|机制|机理|规律|过程|效应|动力学)*)$"
)
_GOAL = re.compile(
    rf"^(?:(?:进一步|有效|持续|显著|大幅|快速|全面|加快|不断)*)(?P<verb>{RAISE}|{LOWER}|{MAKE})(?:了)?(?P<rest>.{{3,}})$"
)
_COMPOUND = re.compile(
    r"^(?:强化学习|强化换热|增强现实|增强子|增强型|控制系统|控制器|控制理论|控制方法|控制策略|优化设计|优化算法|预防医学|预防接种|加速器|加速度|加速寿命|"
    r"合成生物|合成燃料|合成孔径|合成氨|合成树脂|合成纤维|制造业|制造过程|制造系统|制造装备|设计方法|建设工程|建造技术|发展中国家|生产过程|生产系统|"
    r"保障体系|控制技术|优化技术|防治技术|形成机|形成过程|形成条件|开发利用|开发技术|发展规律|研制技术|设计理论|减少症|控制理论)"
)
_AIMED = re.compile(
    r"^(?:针对|围绕|面向)(?P<object>.+?)(?:现象|问题|难题)?(?:所)?(?:开展|进行|提出|采用|建立)的(?P<deed>.+)$"
)
_SOLVING = re.compile(r"^(?:攻克|突破|破解|解决|克服)(?=.{6,})(?!.{0,8}(?:技术|难题|瓶颈)$)")
_COMPOUND_MECHANISM = re.compile(
    r"(?<=机理|机制|规律|成因)(?:与|和|及|及其|、)(?:防治|保护|治理|对策|调控|防控|应用|修复|恢复|利用|控制|预测|干预)(?:技术|方法|策略)?$"
)
"""What is done about a thing, beside its mechanism."""
_PAIR = re.compile(r"^(?P<one>[^与和及、的]{2,10})[与和](?P<other>[^与和及、的]{2,8})$")
"""Two things side by side: 全球变暖与人类."""
_PROBLEM = re.compile(r"^[^的]{2,6}问题$")
"""A name: 费米子符号问题."""
_POINTS = re.compile(r"、|——|—|(?:以及|及其|与|和|及)")
_SEVERAL = 3
_SHORTEST_TOPIC = 4
_CUTS = tuple(re.compile(mark) for mark in (r"——|：|，|；", r"及其|以及|与|和|及|、", "的", r"如何|中的|对"))
"""Where a long title can be cut, each kind of place by itself."""
_MEANS = re.compile(r"^(?:基于|利用|采用|通过|面向|针对|借助|依托).{2,18}?的")
_PRODUCED = {"实现", "推进", "推动", "促进", "加快", "加速", "形成"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleParts:
    """What a title is made of; joined, the parts hold every term of it."""

    topic: str
    """The whole as a noun phrase, without 关于 and 的研究; setting and own verb at its head are left out."""
    head: Head
    object: str
    """What the head is said of; for an influence the cause, for a relation the first partner."""
    focus: str
    """The head with its manner, such as 高效开发, 循环稳定性, 发病机制; for an influence the effect."""
    verb: str = ""
    """Verb with which the title begins (提高, 构建), or that links cause and effect (影响, 响应)."""
    partner: str = ""
    """Second partner of a relation."""
    setting: str = ""
    """Condition that stands before all, without 在, such as 高温条件下; empty where there is none."""
    skilled: bool = False
    """A technology or method was asked for (…技术); the word itself is left out."""

    @property
    def has_worse(self) -> bool:
        """Say whether the property is better when it is lower."""
        return bool(WORSE.search(self.topic))


def read_phrase(text: str) -> TitleParts:
    """Return the parts of a title that is a phrase: no question, no sentence, in Chinese."""
    topic = _put_straight(strip_study(text))
    setting = _match(_SETTING, topic)
    if len(topic) - len(setting) < _SHORTEST_TOPIC:
        setting = ""
    parts = _read_goal(topic[len(setting) :]) or _read_noun(topic[len(setting) :])
    return replace(parts, setting=setting.removesuffix("的").removeprefix("在"))


def keep_mechanism(parts: TitleParts) -> TitleParts:
    """Return the parts of what a scientific title asks: 退化机理与保护 without the protection."""
    shorter = _COMPOUND_MECHANISM.sub("", parts.topic)
    if shorter != parts.topic:
        return replace(read_phrase(shorter), setting=parts.setting)
    pair = _PAIR.match(parts.topic) if parts.head == "thing" else None
    if pair is None:
        return parts
    return TitleParts(
        topic=parts.topic, head="influence", object=pair["one"], focus=pair["other"], verb="影响", setting=parts.setting
    )


def _put_straight(text: str) -> str:
    """Return the text without turns that hide its noun: 针对X现象开展的Y, 攻克X的Y."""
    text = _AIMED.sub(r"\g<object>的\g<deed>", text)
    return _SOLVING.sub("", text)


def shorten(parts: TitleParts) -> Iterator[TitleParts]:
    """Yield the same title with fewer words, the longest first, for one that is too long or has been asked already."""
    topic = re.sub(r"[（(][^）)]*[）)]", "", parts.topic)
    pieces = [piece for mark in _CUTS for piece in mark.split(topic)]
    pieces += [parts.object, parts.partner, _MEANS.sub("", topic)]
    names = {re.sub(r"^(?:的|其)|(?:的|中|上|下)$", "", piece) for piece in pieces}
    for name in sorted(names, key=lambda one: (-len(one), one)):
        if _SHORTEST_TOPIC <= len(name) < len(f"{parts.setting}{parts.topic}"):
            yield replace(
                read_phrase(name), verb=parts.verb if name in topic[-len(name) :] and parts.head == "property" else ""
            )


def list_points(parts: TitleParts) -> list[TitleParts]:
    """Return the points of a title that strings three or more together; none where it makes one."""
    pieces = [piece for piece in _POINTS.split(parts.topic) if piece]
    if "的" in pieces[-1]:  # the last noun belongs to all: A、B与C中的D
        return []
    if len(pieces) < _SEVERAL or min(map(len, pieces)) < _SHORTEST_TOPIC or parts.head not in {"done", "thing"}:
        return []
    return [read_phrase(piece) for piece in pieces]


def strip_study(text: str) -> str:
    """Return the text without what only says that it is a study: 关于…的研究, …问题研究, 研究…."""
    shorter = _ABOUT.sub("", _NUMBER.sub("", text))
    shorter = _STUDIED.sub("", shorter) if len(shorter) > _SHORTEST_TOPIC + 2 else shorter
    if shorter.startswith("对") and _TAIL.search(shorter) and "的影响" not in shorter:
        shorter = shorter[1:]
    while (cut := _TAIL.sub("", shorter)) != shorter and len(cut) >= _SHORTEST_TOPIC and not _PROBLEM.match(shorter):
        shorter = cut
    return shorter


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.match(text)
    return found.group() if found else ""


def _read_goal(topic: str) -> TitleParts | None:
    """Read 提高X的Y, 构建X; None where the title does not begin with such a verb."""
    found = _GOAL.match(topic)
    if (
        found is None
        or _COMPOUND.match(topic)
        or found["rest"].startswith(("技术", "方法", "的", "与", "和", "及", "、"))
    ):
        return None
    rest = _read_noun(found["rest"])
    if rest.head == "done" and found["verb"] not in _PRODUCED:
        return None
    return replace(rest, verb=found["verb"])


def _read_noun(topic: str) -> TitleParts:
    """Read a noun phrase by its last word."""
    core = _strip_skill(topic)
    if (found := _CHANGED.match(core)) and PROPERTY.search(found["what"]):
        return replace(_read_noun(found["what"]), verb=found["verb"])
    skilled = core != topic
    if not skilled and (found := _INFLUENCE.match(core)):
        cause = re.sub(r"(?:及其|及|以及)$", "", found["cause"])
        return TitleParts(topic=core, head="influence", object=cause, focus=found["effect"], verb=found["verb"])
    if not skilled and (found := _RELATION.match(core)) and not re.search(rf"(?:{MECHANISM})$", found["one"]):
        bond = re.sub(r"(?<![的间])(?=(?:相互)?(?:关系|关联|联系)$)", "的", core)
        return TitleParts(
            topic=bond, head="relation", object=found["one"], partner=found["other"], focus=found["focus"]
        )
    if found := PROPERTY.search(core):
        return TitleParts(topic=core, head="property", object=_before(core, found.start()), focus=core, skilled=skilled)
    if not THING.search(core) and (found := _ACTION.match(core)):
        head: Head = "happens" if re.search(rf"(?:{HAPPENS})$", found["focus"]) and not skilled else "done"
        focus = found["focus"].removeprefix("的")
        return TitleParts(topic=core, head=head, object=found["object"], focus=focus, verb="", skilled=skilled)
    if found := re.search(rf"(?:{MECHANISM})$", core):
        return TitleParts(topic=core, head="mechanism", object=_before(core, found.start()), focus=found.group())
    return TitleParts(topic=core, head="thing", object=core, focus="", skilled=skilled)


def _strip_skill(topic: str) -> str:
    """Return the topic without …技术 or …方法, unless too little or a loose end would be left."""
    core = _SKILL.sub("", topic)
    return topic if len(core) < _SHORTEST_TOPIC or _JOINED.search(core) else core


def _before(core: str, position: int) -> str:
    """Return what a property is said of: the part before the last 的, or before the property's word."""
    whole, de, _ = core.rpartition("的")
    return whole if de else core[:position]
