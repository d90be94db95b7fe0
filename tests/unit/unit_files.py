"""A unit's whole submission in invented texts: compliant, or with faults seeded one by one."""

import csv
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tests.unit.word_files import make_docx, para, row, table

Fault = Literal[
    "title differs", "form missing", "six of a type", "two of a type", "committee of fourteen", "same draft twice",
    "not in the list", "other unit", "type differs", "report missing", "plan names secretary general",
]  # fmt: skip
UNIT = "中国界面科学学会"
FRONTIER, ENGINEERING, INDUSTRY = "前沿科学问题", "工程技术难题", "产业技术问题"


@dataclass(frozen=True, slots=True)
class Topic:
    """One problem, with the words that its texts are made of."""

    kind: str
    title: str
    english: str
    field: str
    discipline: str
    keywords: str
    english_keywords: str
    nouns: str


with Path(__file__).with_name("unit_topics.csv").open(encoding="utf-8", newline="") as _file:
    TOPICS = tuple(Topic(**line) for line in csv.DictReader(_file))
_BASE = 10
"""Topics of a compliant unit: four, three and three of the types."""
_FRAMES = (
    "{0}与{1}的关系决定了{2}的走向。", "实验中{0}往往先于{1}出现，{2}随之改变。", "在{0}较高时，{1}会削弱{2}。",
    "{0}、{1}和{2}彼此牵制。", "测得的{0}不足以解释{1}，更谈不上{2}。", "若改变{0}，{1}立即响应，{2}则滞后。",
    "有人以{0}推断{1}，另有人从{2}入手。", "{0}的尺度远小于{1}，{2}介于其间。",
)  # fmt: skip
_LAST_NAMES, _GIVEN = "闻顾沈陆许林程温纪邵孟薛", ("一舟", "长宁", "怀山", "景行", "望舒", "若川", "知远", "未央")


def make_unit(folder: Path, *faults: Fault) -> list[Topic]:
    """Write the files of a unit and return its problems."""
    topics = list(TOPICS[: _BASE + 2 * ("six of a type" in faults)])
    if "two of a type" in faults:
        topics.remove(TOPICS[9])
    listed = [replace(one, kind=ENGINEERING) if _is(one, 3, "type differs", faults) else one for one in topics]
    for number, topic in enumerate(topics, start=1):
        _write(folder / f"{number:02d}-问题正文.docx", _problem(topic))
        if not _is(topic, 5, "form missing", faults):
            title = "深海热液微生物怎样在高压下保持膜流动？" if _is(topic, 1, "title differs", faults) else topic.title
            unit = "中国界面技术学会" if _is(topic, 6, "other unit", faults) else UNIT
            _write(folder / f"{number:02d}-推荐表.docx", _form(title, unit))
    if "same draft twice" in faults:
        _write(folder / "99-问题正文（修改）.docx", _problem(topics[0]))
    if "report missing" not in faults:
        kept = [one for one in listed if not _is(one, 8, "not in the list", faults)]
        _write(folder / "推荐报告.docx", _report(kept, 14 if "committee of fourteen" in faults else 16))
    leader = "秘书长" if "plan names secretary general" in faults else "理事长"
    _write(folder / "推荐方案.docx", _plan(leader))
    return topics


def _is(topic: Topic, place: int, fault: Fault, faults: Sequence[Fault]) -> bool:
    return fault in faults and topic.title == TOPICS[place].title


def _write(path: Path, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(make_docx(body))


def _problem(topic: Topic) -> str:
    rng = random.Random(topic.title)
    items = [
        ("题目", topic.title), ("Title", topic.english), ("所属类型", topic.kind), ("所属领域", topic.field),
        ("所属学科", topic.discipline),
        ("作者信息", f"{_person(rng)}，东湖理工大学，手机13800138000，邮箱lin@example.org"), ("关键词", topic.keywords),
        ("Key Words", topic.english_keywords), ("问题描述", _prose(topic, rng, 320)),
        ("问题背景", _prose(topic, rng, 560)),
        ("最新进展", _prose(topic, rng, 560) + "近年来国内外取得了重要进展，但关键难点尚未突破，面临挑战。"),
        ("重要意义", _prose(topic, rng, 480) + "突破后将引领本领域科技发展，并产生显著的经济效益和社会效益。"),
    ]  # fmt: skip
    heading = para("前沿科学问题、工程技术难题和产业技术问题撰写格式模板")
    return heading + "".join(para(f"{label}：{text}") for label, text in items)


def _prose(topic: Topic, rng: random.Random, least: int) -> str:
    text = ""
    while len(text) < least:
        text += rng.choice(_FRAMES).format(*rng.sample(topic.nouns.split(), 3))
    return text


def _person(rng: random.Random) -> str:
    return rng.choice(_LAST_NAMES) + rng.choice(_GIVEN)


def _form(title: str, unit: str) -> str:
    cells = (
        ("问题题目", title), ("推荐单位", unit), ("推荐人", "程知远、温若川"), ("联合的国外组织和专家", "无"),
        ("推荐理由", "该问题关系国家战略需求，突破点在于界面过程的原位测量和机制的阐明。"),
    )  # fmt: skip
    return para("前沿科学问题、工程技术难题和产业技术问题推荐表") + table(*(row(*pair) for pair in cells))


def _report(topics: Sequence[Topic], members: int) -> str:
    names = [last + given for last, given in itertools.islice(itertools.product(_LAST_NAMES, _GIVEN[:2]), members)]
    roles = ["主任", "副主任", "副主任"] + ["委员"] * members
    lines = [f"{role}：{name}，沧海研究院，研究员" for role, name in zip(roles, names, strict=False)]
    listed = [
        line
        for kind in (FRONTIER, ENGINEERING, INDUSTRY)
        for line in [
            f"{kind}：",
            *(f"{n}. {one.title}" for n, one in enumerate((one for one in topics if one.kind == kind), start=1)),
        ]
    ]
    parts = [
        "问题难题遴选推荐报告", f"推荐单位：{UNIT}", "问题难题列表：", *listed,
        "学术秘书：许望舒，邮箱xu@example.org，座机010-55500101，手机13800138001",
        "理事长、企业科协主席签字：闻一舟（签字） 2023年4月10日", "1. 组织机构", *lines,
        "2. 遴选推荐工作开展情况", "推荐工作由理事长闻一舟牵头主持，并负责最终审定。", "推荐原则：公平公正，宁缺毋滥。",
        "推荐标准：前沿性、引领性、创新性。",
        "征集方式和过程：面向分支机构和全体会员广泛征集，经专家推荐委员会研讨筛选。",
        "时间进度：2月征集，3月评审，4月10日前审定提交。", "3. 其他需要说明的问题", "无",
    ]  # fmt: skip
    return "".join(map(para, parts))


def _plan(leader: str) -> str:
    parts = [
        f"{UNIT}问题难题推荐工作方案", "一、推荐原则", "公平公正，宁缺毋滥。", "二、推荐标准",
        "前沿性、引领性、创新性。", "三、推荐流程",
        "面向全体会员征集，成立专家推荐委员会评审，3月31日前完成。", "四、组织领导",
        f"推荐工作由{leader}闻一舟牵头主持，并负责最终审定。许望舒为学术秘书和联系人。",
    ]  # fmt: skip
    return "".join(map(para, parts))
