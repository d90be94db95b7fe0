"""Headings in an author's notes: which section of the form one opens, whatever its words."""

import re

from assistant.text import bare
from assistant.writing.sections.sentences import BULLET, BULLET_SIGN

DESCRIPTION, BACKGROUND, PROGRESS, SIGNIFICANCE = "问题描述", "问题背景", "最新进展", "重要意义"
SECTIONS = (DESCRIPTION, BACKGROUND, PROGRESS, SIGNIFICANCE)
ASIDE = "未归类"
"""What belongs to no section: errands, remarks on the notes themselves."""
CLASSES = (*SECTIONS, ASIDE)

_LONGEST = 16
"""Characters of the longest line that may be a heading."""
_LONGEST_UNSIGNED = 12
_LONGEST_LEAD = 10
_LONGEST_NAME = 4
_SIGNED = re.compile(
    r"^\s*(?:#{1,6}\s|[【\[《].{1,20}[】\]》]\s*[：:]?\s*$|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|"
    r"[Pp]\.?\d{1,2}(?![\dA-Za-z])|第[一二三四五六七八九十\d]{1,2}(?:部分|页|节|张))"
)
_PAGE = re.compile(
    r"^\s*(?:【\s*[Pp第]?\s*\d{1,2}\s*[页节张]?\s*】|\[\s*[Pp]?\d{1,2}\s*\]|[Pp]\.?\d{1,2}(?![\dA-Za-z]))"
)
"""The number of a slide before its title."""
_LATIN = re.compile(r"[A-Za-z]+")
_ENDED = re.compile(r"[。！？!?；;，,、]\s*$")
_LEAD = re.compile(
    r"^\s*[【\[]?([^：:。，,；;！？?【】\[\]“”‘’「」《》\"'()（）]{1,14}?)\s*"
    r"(?:[】\]]\s*[：:]?|[：:]|——|\t|[ \u3000]{2})\s*(?=\S)"
)
_CLAUSE = re.compile(r"是|有|要回答|我们|本项目|本文|可以|不|了")
"""What makes the words before a colon a clause, not a name."""
_WORDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        ASIDE,
        re.compile(
            r"待办|会后|事务|行政|备忘|备注|杂(?:项|记|事|务)|琐事|闲话|题外|^(?:其他|其它|另外)(?:事项?|问题|说明|情况)?$|to-?do|行动项|分工|提醒|参考文献|参考资料|文献清单|"
            r"附件|附图|附录|联系|日程|后续安排|下步安排|致谢|鸣谢|^(?:时间|地点|参加|参会|出席|记录|主持|提问|记者)(?:人员?|人|者)?$|记录人|与会|^[问q]$|"
            r"references?$|acknowledge?ments?|^misc|^admin|^remarks?$|经费|预算|投资|资金"
        ),
    ),
    (
        SIGNIFICANCE,
        re.compile(
            r"意义|价值|效益|收益|用处|用途|好处|前景|影响|作用$|为(?:什么|何|啥)(?:重要|值得)|值不值|图(?:个)?(?:什么|啥)|赢|"
            r"预期(?:成果|效果|影响)|(?:做|办|搞|弄|攻|干)(?:成|通|好|定|下来|出来)(?:之后|以后|了|后|能|$)|"
            r"(?:解决|突破)(?:之后|以后|了|后)|(?:如果|要是|假如|一旦|若|倘若).*(?:成|通|定|解决|突破|实现)|回报|应用$|"
            r"有(?:啥|什么|何)用|significance|significant|impacts?$|outlook|benefits?$|sowhat|payoff|whyitmatters|outcomes?$"
        ),
    ),
    (
        PROGRESS,
        re.compile(
            r"进展|现状|动态|国内外|文献|前人|同行|别人|人家|已有|现有|已知|(?:做|走|进行|干|推进)?到(?:了)?(?:哪|什么|何)|"
            r"做(?:了|过)(?:什么|啥|哪些|的)|试过|前期|工作基础|结果|难点|难题|难处|挑战|瓶颈|卡(?:点|在|住)|拦路|障碍|困难|不足|(?:没|未)(?:有|人|能|解决|做|办|搞)|还差|缺口|短板|还缺|"
            r"progress|statusquo|state-?of-?the-?art|sota|relatedwork|priorwork|literature|sofar|whodid|results?$|challenges?|"
            r"difficult|gaps?$|openproblems?|bottleneck|limitations?"
        ),
    ),
    (
        BACKGROUND,
        re.compile(
            r"背景|^(?:引言|导言|前言|绪论|引子)$|由来|来由|缘起|起因|来历|历史|前情|前史|形势|为(?:什么|何|啥)(?:提|要|做|会|有|是|现)|需求|动机|来龙去脉|立项依据|沿革|"
            r"(?:从哪|哪里|哪儿|怎么|如何|咋)(?:里|儿)?(?:来|冒|逼|出|形成|产生)|background|motivations?|introduction|^intro$|context|^why(?:now)?$|history"
        ),
    ),
    (
        DESCRIPTION,
        re.compile(
            r"描述|概述|简述|摘要|概要|^(?:本?题|问题|科学问题|核心问题|关键问题|核心|要点|观点|主张|看法|想法|思路|假设|假说|目标|问题是|疑问|设问|论点|要害|症结|切口)$|"
            r"核心(?:问题|内容|观点)|(?:要|想|拟|在)(?:问|解决|回答|弄清|搞清|做|攻)|问(?:什么|啥)|(?:什么|啥)问题|主要观点|攻关(?:点|内容|目标)|"
            r"我们?的(?:看法|想法|观点|假设|主张|疑问|问题)|一句话|是(?:什么|啥)$|"
            r"questions?$|problems?$|hypothes[ei]s|abstract|summary|aims?$|goals?$|scope$|^what$|claims?$"
        ),
    ),
)
"""Words of headings, those that decide whatever stands beside them first."""


def find_section(heading: str) -> str | None:
    """Return the section that the words of a heading name; None where they name none."""
    plain = bare(BULLET.sub("", _PAGE.sub("", heading.lstrip("# "))))
    return next((section for section, words in _WORDS if words.search(plain)), None) if plain else None


def is_heading(text: str, *, styled: bool = False, apart: bool = False) -> bool:
    """Say whether a line of notes only heads others; a Latin word counts as two characters.

    Args:
        text: the line.
        styled: True where the file itself calls it a heading.
        apart: True where an empty line stands before it and text right behind it.
    """
    plain = text.strip()
    length = len(bare(_LATIN.sub("AA", _PAGE.sub("", plain) or plain)))
    if not length or _ENDED.search(plain) or length > _LONGEST or BULLET_SIGN.match(plain):
        return False
    if styled or _SIGNED.match(plain) or _PAGE.match(plain) or plain.endswith(("：", ":")):
        return True
    short = (
        length <= _LONGEST_UNSIGNED and not re.search(r"[。！？!?；;，,：:]", plain) and not re.search(r"\d{2}", plain)
    )
    return short and (apart or (length <= _LONGEST // 2 and find_section(plain) is not None))


def is_plain_heading(text: str, *, styled: bool, apart: bool) -> bool:
    """Say whether a heading shows by more than its words that it is none of the author's sentences."""
    return styled or apart or bool(_SIGNED.match(text)) or text.rstrip().endswith(("：", ":"))


def read_lead(text: str) -> tuple[str, str, int] | None:
    """Return the section that the first words of a line name (背景：…, 【意义】…), those words, and where its text is.

    Only a short name is set apart from the text; longer words before the colon (难点主要在于：) are the author's.
    """
    found = _LEAD.match(BULLET.sub(lambda head: " " * len(head[0]), text))
    if not found or len(found[1]) > _LONGEST_LEAD or _CLAUSE.search(found[1]):
        return None
    section = find_section(found[1])
    if section is None:
        return None
    is_name = section != ASIDE and (len(bare(found[1])) <= _LONGEST_NAME or "】" in found[0] or "]" in found[0])
    return section, found[1].strip(), found.end() if is_name else 0
