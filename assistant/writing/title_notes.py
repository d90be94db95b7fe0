"""What a text says that may narrow a title: conditions, mechanisms, factors, difficulties, targets."""

import re
from collections.abc import Iterator

from assistant.text import squash
from assistant.writing.title_kinds import Extra
from assistant.writing.title_words import LOWER, RAISE, STUDY

PIECE = re.compile(r"[，。；：、！？（）()“”《》\n,;]|(?:以及|及其|与|和|及)")
_SENTENCE = re.compile(r"[，。；：！？（）()“”《》\n,;]")
_CONDITION = re.compile(
    r"(?:^|在|于|对|面向|适应|适用于|针对)(?P<text>(?!面向|适应|适用|针对|在)[\u4e00-\u9fffA-Za-z0-9]{2,12}?"
    r"(?:条件|环境|工况|载荷|胁迫|场景|约束|背景))(?:下|中|的|$)"
)
_INNER = re.compile(r"^.*在(?=[^在]{4,}$)")
"""What stands before the condition itself: 声发射信号在潮湿环境下."""
_MECHANISM = re.compile(
    rf"^(?:{STUDY}|针对|围绕|基于|建立|提出|开展|重点|系统|从)*(?P<text>[\u4e00-\u9fffA-Za-z0-9]{{4,10}}(?:机制|机理|规律|效应))"
    r"(?=$|决定|影响|控制|制约|尚|还|仍|不|是|未)"
)
_EMPTY_MECHANISM = re.compile(
    r"^(?:(?:动态|变化|分布|作用|调控|内在|演变|演化|发展|分子|形成|关键|核心|互作|病理|致病|影响|时空|关联|过程|中|的|及|等|危机)+)(?:机制|机理|规律|效应)$"
)
_OPEN = r"(?:究竟|到底|目前|至今|尚|仍|还|也|都|均)*(?:不明|不清|未知|没有|存在|有争议|未|待|需)"
_FACTOR = re.compile(
    rf"^(?P<text>[\u4e00-\u9fffA-Za-z0-9]{{2,12}}?)的(?:影响|作用|贡献|角色)(?={_OPEN}|$)"
    rf"|(?P<role>[\u4e00-\u9fffA-Za-z0-9]{{3,12}}?)(?:如何|是否|怎样)(?:影响|参与|调控|决定|改变)"
)
_STATE = re.compile(
    r"^(?:[^，]*?(?:后|前|时|发现|显示|表明|期|期间))?(?P<text>[\u4e00-\u9fffA-Za-z]{2,9}?"
    r"(?:突增|激增|骤降|下降|升高|降低|增大|增多|减少|过快|过高|过低|滞后|失衡|积累|聚集|增长过快|脱落|堵塞|波动|偏析|衰减))(?=$|后|会|可能|导致|时|使)"
)
_TROUBLE = re.compile(
    r"^(?:但|而|目前|现有|现场|其中)*(?P<text>[\u4e00-\u9fffA-Za-z]{2,8}(?:噪声|干扰|缺失|不足|波动|不均|失配|堵塞|老化|破裂|衰减|差异|误差)"
    r"(?:大|强|严重|明显)?)$"
)
_TARGET = re.compile(
    rf"(?:^|希望|目标是|要求|争取|力争|期望|以|来|需要|想|要|并|同时)(?P<text>(?:{RAISE}|{LOWER})[\u4e00-\u9fffA-Za-z0-9]{{2,12}})$"
)
_ENDS = re.compile(r"[的与和及或、在对是]$")


def read_extras(text: str, origin: str, *, targets: bool) -> Iterator[Extra]:
    """Yield what the text offers, in its order.

    Args:
        text: notes of an author, or a part of a guide.
        origin: where the text is from.
        targets: whether its wishes and difficulties are the author's own.
    """
    for sentence in _SENTENCE.split(squash(text)):
        for piece in PIECE.split(sentence):
            if found := _CONDITION.search(piece):
                yield Extra(part="condition", text=f"{_INNER.sub('', found['text'])}下", origin=origin)
            if (found := _MECHANISM.match(piece)) and not _EMPTY_MECHANISM.match(found["text"]):
                yield Extra(part="mechanism", text=found["text"], origin=origin)
        if targets:
            yield from _read_own(sentence, origin)


def _read_own(sentence: str, origin: str) -> Iterator[Extra]:
    """Yield factors, difficulties and targets that an author tells of."""
    if found := _FACTOR.search(sentence):
        factor = found["text"] or found["role"]
        if not _ENDS.search(factor):
            yield Extra(part="mechanism", text=factor, origin=origin)
    elif (found := _STATE.search(sentence)) or (found := _TROUBLE.search(sentence)):
        yield Extra(part="obstacle", text=found["text"], origin=origin)
    for part in re.split(r"并(?=[^且])|且|同时", sentence):
        if found := _TARGET.search(part):
            yield Extra(part="target", text=found["text"], origin=origin)
