"""What a direction asks for: its research content and its indicators, item by item."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Literal

from assistant.checks.coverage.segments import Clause, Sentence, split_sentences
from assistant.checks.coverage.statements import Statement, read_statements
from assistant.checks.coverage.terms import read_characters, read_terms
from assistant.checks.coverage.told import Vocabulary
from assistant.domain.direction import Direction

_VERBS = (
    "研究|研发|开发|研制|建立|建成|建设|构建|揭示|阐明|阐释|解析|分析|提出|形成|突破|开展|发展|探索|探讨|设计|制定|制备|优化|评估|评价|筛选|鉴定|"
    "发现|发掘|挖掘|明确|明晰|查明|识别|集成|实现|完成|获得|获取|搭建|创建|创立|创新|创制|描绘|绘制|确定|确立|验证|检测|监测|改进|改善|提升|提高|"
    "整合|融合|拓展|推广|应用|编制|制订|制修订|掌握|攻克|定量|预测|预判|诊断|追踪|监测|寻找|选择|收集|采集|建造|厘清|解密|支持|支撑|召开|申请|发布|"
    "推动|参与|参加|出版|发表|引领|调研|核算|梳理|测试|对比|比较|训练|培育|培养|保障|满足|覆盖|选取|汇聚|升级|推进|关注|重点|合作|联合|系统|深入"
)
_ACTION = re.compile(
    rf"^(?:并|并且|进而|同时|最终|还|且|进一步|重点|初步|联合|合作|协同|共同|系统|深入|全面|优选并|自主|大力|积极|有针对性地|在此基础上|从而|为此|主要|具体){{0,6}}(?:{_VERBS})"
)
_PREAMBLE = re.compile(
    r"^(?:针对|面向|围绕|聚焦|瞄准|根据|按照|鉴于|为了?(?!.{0,12}提供)|结合|基于|以(?!上|下|及).{2,60}(?:为(?:研究)?(?:对象|目标|基础|核心|代表|代表性|切入点|导向|载体|主线|主要|重点)|"
    r"的(?:需求|问题|现状))|选择|在(?!.{0,30}(?:示范|应用|开展|建立|建设))|通过|利用|从.{2,40}(?:出发|角度|层面|水平|视角)|融合)"
)
_OBJECT = re.compile(
    r"(?:围绕|针对|面向|选择|聚焦)(?!.*(?:问题|需求|现状|特点|难题|不足|瓶颈|要求|趋势|短板|难点|局限|挑战)).{4,28}$"
)
"""An occasion that names what is looked at rather than a need."""
_PURPOSE = re.compile(
    r"^(?:并|从而|进而|最终|以|有效|显著|全面|系统|逐步|大幅|力争|切实|充分|更好地?|有力)*(?:推动|促进|提升|提高|扩展|推进|保障|满足|支撑|支持|服务|为|降低|改善|增强|助力|"
    r"带动|引领|解决|加快|深化|达到|实现(?!.{0,20}(?:示范|应用))|形成具有自主|减少|缩短|利用|充分利用|应用(?!示范)|依托|使|用于|推广|产生|具有|具备)"
)
"""A clause that says what for or by what means: it belongs to a demand and is none itself."""
_NEED = re.compile(r"^(?:并|以|从而|进而|最终|充分|更好地?|有效|全面)*满足.{0,30}(?:需求|需要|要求)$")
_COMPANY = re.compile(
    r"^(?:并|共同)?(?:联合|会同|联手|依托|组织|合作)[^，]{0,24}(?:团队|单位|机构|院校|高校|企业|专家|力量|优势)$"
)
"""A clause that says with whom (联合国际知名团队)."""
_STATE = re.compile(
    r"巨大|日益|面临|存在(?!的)|高度关联|突出|不足|尚未|严重(?!急性)|较大|迫切|亟需|亟待|关系到|已成为|难于|难以|"
    r"是.{2,20}(?:基础|关键|环节|之一|手段|途径)$"
)
"""A clause that only says how things stand."""
_GENERAL = re.compile(r"本(?:方向|专项|项目|任务|指南)")
"""Begins a clause on the direction as a whole."""
_OPENS_LIST = re.compile(r"(?:具体|主要|重点)(?:研究)?(?:内容)?包括|(?:研究)?内容包括")
"""A clause that opens a list: each of the clauses behind it is a demand."""
_LIST_HEAD = re.compile(
    r"^(?:突破|攻克|(?:具体|主要|重点)?(?:研究)?(?:内容)?包括|解决|研究|研发|研制|开发|开展|重点(?:研究|突破)|掌握|实现)"
)
_LIST_TAIL = re.compile(
    r"等(?:关键|核心|共性|系列|重大|若干|前沿)*(?:技术|部件|问题|方法|工艺|装置|装备|研究|机制)?(?:研究|国产化)?$"
)
_SHORTEST_ELEMENT = 5
"""Characters from which the elements of a list with a head or a tail are demands of their own."""
_LONG_ELEMENT = 8
"""Characters from which the elements of any list are."""

TopicKind = Literal["demand", "element", "purpose", "background"]


@dataclass(frozen=True)
class Topic:
    """A demand of the research content: something to be treated."""

    text: str
    """As printed."""
    words: str
    """Plain words of the demand itself, without the occasion that it names first."""
    sentence: int
    """Which sentence of the research content it stands in, from 0."""
    kind: TopicKind = "demand"
    objects: str = ""
    """Plain words of what it is to be done for, named before it (围绕…疾病); empty where a need or nothing is named."""
    overview: bool = False
    """True for a first sentence that the following ones set out in detail."""


@dataclass(frozen=True)
class Demands:
    """Everything that one direction asks for."""

    topics: tuple[Topic, ...]
    indicators: tuple[Statement, ...]

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words of all demands."""
        things = (one.thing for one in self.indicators)
        objects = (gather_objects((one,)) for one in self.topics)
        words = (*map(gather_words, self.topics), *objects, *map(gather_statement_words, self.indicators), *things)
        return Vocabulary(frozenset[str]().union(*words))


@lru_cache(maxsize=512)
def _read(research: str, indicators: str) -> Demands:
    sentences = split_sentences(research)
    topics = [topic for index, sentence in enumerate(sentences) for topic in _read_topics(sentence, index)]
    if _has_overview(sentences):
        topics = [replace(topic, overview=topic.sentence == 0) for topic in topics]
    topics = [replace(topic, overview=topic.overview or bool(_GENERAL.match(topic.words))) for topic in topics]
    stated = tuple(one for sentence in split_sentences(indicators) for one in read_statements(sentence))
    return Demands(tuple(topics), stated)


def read_demands(direction: Direction) -> Demands:
    """Return what a direction asks for; made once for a direction."""
    return _read(direction.research_content, direction.assessment_indicators)


def _has_overview(sentences: Sequence[Sentence]) -> bool:
    """Say whether the first sentence, which a full stop ends, leads a list that semicolons part or a colon opens."""
    rest = sentences[1:]
    return len(rest) > 1 and sentences[0].stop == "。" and any(one.stop in ("；", ";") for one in rest)


def _read_topics(sentence: Sentence, index: int) -> Iterator[Topic]:
    """Clauses that begin with an action are demands; an occasion before it and a continuation behind belong to it."""
    groups: list[list[Clause]] = []
    waiting: list[Clause] = []
    listing = False
    for clause in sentence.clauses:
        listing = listing or _OPENS_LIST.match(clause.plain) is not None
        if listing or clause.plain.startswith("以及"):
            groups.append([*waiting, clause])
            waiting = []
        elif not groups or _ACTION.match(clause.plain) or waiting:
            if _PREAMBLE.match(clause.plain) and not _ACTION.match(clause.plain) and clause is not sentence.clauses[-1]:
                waiting.append(clause)
                continue
            groups.append([*waiting, clause])
            waiting = []
        elif _PREAMBLE.match(clause.plain) and clause is not sentence.clauses[-1]:
            waiting.append(clause)
        else:
            groups[-1].append(clause)
    for group in groups:
        if len(read_terms(group[-1].plain)) > 1 or len(group) > 1:  # 具体包括 leads to demands and is none
            yield from _build_topics(sentence, group, index)


def _build_topics(sentence: Sentence, group: list[Clause], index: int) -> Iterator[Topic]:
    first, last = group[0], group[-1]
    text = sentence.text[first.start - sentence.start : last.end - sentence.start]
    own = [clause for clause in group if not _PREAMBLE.match(clause.plain) or _ACTION.match(clause.plain)] or group
    objects = "，".join(clause.plain for clause in group if clause not in own and _OBJECT.match(clause.plain))
    elements = _split_list(own[0].plain) if len(own) == 1 else []
    if elements:
        for element in elements:
            yield Topic(element, element, index, "element", objects)
    else:
        # what it is good for (…，充分满足临床需求) is no word of the demand
        asked = [clause for clause in own if not _NEED.match(clause.plain)] or own
        words = "，".join(clause.plain for clause in asked)
        yield Topic(text, words, index, _tell_kind(words), objects)


def _tell_kind(words: str) -> TopicKind:
    if _PURPOSE.match(words) or _COMPANY.match(words):
        return "purpose"
    if _STATE.search(words) and not _ACTION.match(words):
        return "background"
    return "demand"


def _split_list(words: str) -> list[str]:
    """Return the elements of a list of demands; none where the words are no such list."""
    parts = re.split(r"、(?![^（(]*[)）])", words)
    if len(parts) == 1 or any(re.match(r".{1,4}等", part) for part in parts[1:]):  # 氨、氢等燃料
        return []
    marked = bool(_LIST_TAIL.search(words)) or re.match(r"突破|攻克|包括", words) is not None
    parts[-1] = _LIST_TAIL.sub("", parts[-1])
    shortest = min(len(_LIST_HEAD.sub("", part)) for part in parts)
    return parts if shortest >= (_SHORTEST_ELEMENT if marked else _LONG_ELEMENT) else []


def gather_statement_words(one: Statement) -> frozenset[str]:
    """Return the pairs, Latin words and single characters of a statement."""
    return one.terms | read_characters(one.part)


def gather_objects(topics: Sequence[Topic]) -> frozenset[str]:
    """Return the words of what topics are to be done for."""
    return frozenset[str]().union(*(read_terms(one.objects) | read_characters(one.objects) for one in topics))


def gather_words(topic: Topic) -> frozenset[str]:
    """Return the pairs, Latin words and single characters of a topic."""
    return read_terms(topic.words) | read_characters(topic.words)
