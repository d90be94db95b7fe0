"""Headings in an author's notes: which section of the form one opens, whatever its words."""

import re

from assistant.text import bare
from assistant.writing.sections.sentences import BULLET

DESCRIPTION, BACKGROUND, PROGRESS, SIGNIFICANCE = "问题描述", "问题背景", "最新进展", "重要意义"
SECTIONS = (DESCRIPTION, BACKGROUND, PROGRESS, SIGNIFICANCE)
ASIDE = "未归类"
"""What belongs to no section: errands, remarks on the notes themselves."""
CLASSES = (*SECTIONS, ASIDE)

_LONGEST = 16
"""Characters of the longest line that may be a heading without any sign of one."""
_SIGNED = re.compile(
    r"^\s*(?:#{1,6}\s|[【\[《].{1,20}[】\]》]\s*[：:]?\s*$|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
)
_ENDED = re.compile(r"[。！？!?；;，,、]\s*$")
_LEAD = re.compile(r"^\s*[【\[]?([^：:。，,；;！？?【】\[\]]{1,14}?)\s*(?:[】\]]\s*[：:]?|[：:]|——)\s*(?=\S)")
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        ASIDE,
        re.compile(
            r"待办|会后|事务|行政|备忘|杂(?:项|记|事)|其他事|其它|to-?do|行动项|分工|提醒|参考文献|参考资料|文献清单|附件|附图|联系|日程|后续安排|下步安排|"
            r"^(?:时间|地点|参加|参会|出席|记录|主持)(?:人员?|人)?$|记录人|与会"
        ),
    ),
    (
        SIGNIFICANCE,
        re.compile(
            r"意义|价值|效益|用处|用途|好处|前景|影响|作用|为什么重要|为何重要|预期(?:成果|效果|影响)|做成(?:之后|以后|了|后)|解决(?:之后|以后|了|后)|回报|应用$"
        ),
    ),
    (
        PROGRESS,
        re.compile(
            r"进展|现状|动态|前沿|国内外|文献|前人|已有|现有|做到哪|做了什么|做过|前期|工作基础|结果|难点|难题|挑战|瓶颈|卡点|卡在|障碍|困难|不足|"
            r"没解决|未解决|还差|缺口|短板|还缺"
        ),
    ),
    (
        BACKGROUND,
        re.compile(
            r"背景|由来|来由|缘起|起因|来历|历史|为什么(?:提|要|做|会)|为何(?:提|要|做|会)|需求|动机|来龙去脉|立项依据|沿革"
        ),
    ),
    (
        DESCRIPTION,
        re.compile(
            r"描述|概述|简述|摘要|概要|^(?:本?题|问题|科学问题|核心问题|关键问题|核心|要点|观点|主张|看法|想法|思路|假设|假说|目标)$|核心(?:问题|内容|观点)|"
            r"(?:要|想|拟)(?:问|解决|回答|弄清|搞清|做)|问什么|什么问题|主要观点|我们的(?:看法|想法|观点|假设)|是什么"
        ),
    ),
)
"""Words of headings, those that decide whatever stands beside them first."""


def find_section(heading: str) -> str | None:
    """Return the section that the words of a heading name; None where they name none."""
    plain = bare(BULLET.sub("", heading.lstrip("# ")))
    return next((section for section, words in _WORDS if words.search(plain)), None) if plain else None


def is_heading(text: str, *, styled: bool = False) -> bool:
    """Say whether a line of notes only heads others.

    Args:
        text: the line.
        styled: True where the file itself calls it a heading.
    """
    plain = text.strip()
    length = len(bare(plain))
    if not length or _ENDED.search(plain) or length > 2 * _LONGEST:
        return False
    marked = styled or bool(_SIGNED.match(plain)) or plain.endswith(("：", ":"))
    return length <= _LONGEST and (marked or (length <= _LONGEST // 2 and find_section(plain) is not None))


def read_lead(text: str) -> tuple[str, int] | None:
    """Return the section that the first words of a line name (背景：…, 【意义】…), and where its text begins."""
    found = _LEAD.match(BULLET.sub(lambda head: " " * len(head[0]), text))
    if not found:
        return None
    section = find_section(found[1])
    return (section, found.end()) if section else None
