"""Forms without the four sections: which field a sentence of notes belongs to.

A few fields are told by what only they hold (a name list that recommends, a patent, a prize); the rest goes where its
section would: what was done to the technical level, what comes of it to the benefit or the reason. 技术就绪水平 takes
only what the author wrote of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.text import count_characters
from assistant.writing.sections.headings import ASIDE, BACKGROUND, DESCRIPTION, PROGRESS, SIGNIFICANCE

_WHOLE = 3.0
"""Multiple of the reason's limit up to which everything said for a problem is offered as its reason."""
_MOST_REASON = 100
"""Characters of 推荐理由 (cast-2022, 附件2)."""
_BODY = r"(?:学会|协会|联合体|科协)"
_NAMES = r"[一-鿿]{2,4}(?:[、和与及，][一-鿿]{2,4})*"
_SCHOLAR = r"(?:教授|博士|院士|专家|研究员|学者|总工|主席|理事长|会士|Prof|Dr)"


@dataclass(frozen=True, slots=True)
class Telling:
    """What tells a field."""

    label: str
    says: str
    """In Chinese, after 这一句."""
    pattern: re.Pattern[str]
    headings: re.Pattern[str] | None = None
    """Headings of notes under which everything is the field's."""
    once: bool = False
    """True where only the first such sentence is meant."""


def _tell(label: str, says: str, pattern: str, headings: str = "", *, once: bool = False) -> Telling:
    heads = re.compile(headings) if headings else None
    return Telling(label, says, re.compile(pattern, re.IGNORECASE), heads, once)


_TELLING: dict[str, tuple[Telling, ...]] = {
    "recommendation": (
        _tell(
            "联合的国外组织和专家",
            "讲到国外的组织或专家",
            rf"(?:国外|境外|外方|外籍|海外|国际)[^，。]{{0,12}}(?:组织|{_SCHOLAR}|学会|部分|一栏|推荐)|"
            rf"{_SCHOLAR}\s*[A-Z][a-z]+\s+[A-Z][a-z]+|[A-Z][a-z]+\s+[A-Z][a-z]+\s*{_SCHOLAR}",
        ),
        _tell(
            "推荐单位",
            "写的是推荐单位",
            rf"推荐(?:单位|学会)|以[^，。]{{2,30}}{_BODY}[^，。]{{0,6}}名义|"
            rf"[由请经][^，。]{{2,30}}{_BODY}[^，。]{{0,6}}(?:推荐|报送|上报|盖章|出面)|^[^，。：]{{2,30}}{_BODY}[。；]?$",
        ),
        _tell(
            "问题题目",
            "写的是题目",
            r"题目[^。]{0,10}(?:为|是|叫|用|[：:])|所[荐推报][^。]{0,6}(?:题|问题)|(?:如何|怎样|什么|能否|为何)[^。]*[？?]\W*$",
            once=True,
        ),
        _tell(
            "推荐人",
            "写的是推荐的人",
            rf"推荐人|推荐专家|联名|(?:共同|联合|一致|实名|牵头)推荐|举荐|[由请]{_NAMES}{_SCHOLAR}?[^，。]{{0,8}}推荐",
        ),
    ),
    "pioneer": (
        _tell("技术名称", "写的是技术的名称", r"名称[^，。]{0,4}(?:叫|为|是|用|[：:])|定名|取名", once=True),
        _tell("重点服务行业", "写的是行业", r"行业[^。]{0,16}\d{2,4}|代码\s*[：:]?\s*[A-Z]?\d{2,4}|GB/?T\s*4754"),
        _tell("技术就绪水平量值", "写的是就绪水平", r"\bTRL\b|就绪(?:水平|度|等级)"),
        _tell(
            "技术知识产权情况",
            "讲到知识产权",
            r"专利|软著|软件著作权|知识产权|布图设计|集成电路布图|PCT|发明\s*\d+",
            r"知识产权|专利",
        ),
        _tell("技术获奖情况", "讲到获奖", r"奖(?!励|金|学)|获评", r"获奖|奖项|荣誉"),
        _tell(
            "技术团队简介",
            "讲到团队",
            r"(?:团队|课题组)[^，。]{0,8}(?:由|共|现有|有|\d|来自|依托)|成员|骨干|带头人|领衔|带队|创始人|负责人|研发人员|"
            r"硕士|博士(?!论文)|院士|高级工程师|平均(?:年龄)?\d+岁|^人(?:员|手)?[：:]|(?:由|共)[^，。]{0,6}\d+人",
            r"团队|人员|关于我们|我们是谁",
        ),
        _tell(
            "技术效益介绍",
            "讲到市场和效益",
            r"市场|销售|销量|渗透率|订单|装机|人次|应用(?:前景|范围)|收入|利税|效益|毛利|产值|售价|降价|社会|受益|民生|就业|"
            r"节[约省]|省(?:水|电|药|工|油|钱)|[少多](?:挣|赚|收|花|亏)|[亿万]元|个亿|减排|推广(?:到|后|以后|至)|[改换]个",
            r"效益|市场|前景|用处|好处|应用",
        ),
        _tell(
            "技术水平介绍", "讲到技术的水平", r"$^", r"优势|水平|特点|性能|原理|技术(?!效益)|指标|对比|先进|创新|成熟"
        ),
    ),
    "report": (
        _tell("学术秘书", "写的是学术秘书", r"学术秘书"),
        _tell(
            "1. 组织机构",
            "讲到专家推荐委员会的组成",
            rf"(?:主任|副主任|委员)[^，。]{{0,6}}(?:由|为|是|：|{_NAMES})|委员会[^。]{{0,16}}(?:组成|成立|名单|\d+人)|[\d一二三四五六七八九十]+(?:名|位)委员",
            r"组织机构|委员会|专家组",
        ),
        _tell(
            "2. 遴选推荐工作开展情况",
            "讲到征集和遴选的过程",
            r"征集|遴选|评审|初评|复评|函评|会评|投票|打分|票决|推荐(?:原则|标准|工作)|公示|收到[^，。]{0,10}(?:份|个|项|条)",
            r"遴选|征集|过程|工作(?:开展)?情况",
        ),
    ),
}
BY_SECTION: dict[str, dict[str, str]] = {
    "recommendation": {SIGNIFICANCE: "推荐理由", DESCRIPTION: "推荐理由"},
    "pioneer": {
        PROGRESS: "技术水平介绍",
        DESCRIPTION: "技术水平介绍",
        BACKGROUND: "技术水平介绍",
        SIGNIFICANCE: "技术效益介绍",
    },
}
"""Fields that hold what a section does."""


def tell_fields(form: str, sentences: Sequence[tuple[str, str, str]]) -> list[tuple[str, str]]:
    """Return the field of each sentence of notes for a form without sections, and why; empty where none is told.

    Args:
        form: name of the form.
        sentences: text, heading above it, and the section that its words are like.
    """
    done: set[str] = set()
    sections = _sections(form, sentences)
    told: list[tuple[str, str]] = []
    for text, heading, section in sentences:
        found = _find(form, text, heading, section, done)
        if found:
            done.add(found.label)
            under = heading and found.headings and found.headings.search(heading)
            told.append((found.label, f"笔记里写在“{heading}”之下。" if under else f"这一句{found.says}。"))
        else:
            label = sections.get(section, "")
            told.append((label, f"用词像是在讲{section}，归入“{label}”。" if label else ""))
    return told


def _sections(form: str, sentences: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    """Return the fields by section; short notes are all a reason to recommend, of long ones what it is worth."""
    fields = BY_SECTION.get(form, {})
    spoken = sum(count_characters(text) for text, _, section in sentences if section != ASIDE)
    if form == "recommendation" and spoken <= _WHOLE * _MOST_REASON:
        return fields | {BACKGROUND: "推荐理由", PROGRESS: "推荐理由"}
    return fields


def _find(form: str, text: str, heading: str, section: str, done: set[str]) -> Telling | None:
    """Return what tells the field; a heading tells it only where the sentence is no errand."""
    tellings = [one for one in _TELLING.get(form, ()) if not (one.once and one.label in done)]
    by_words = next((one for one in tellings if one.pattern.search(text)), None)
    by_heading = next((one for one in tellings if one.headings and one.headings.search(heading)), None)
    return (by_heading if section != ASIDE else None) or by_words
