"""Statements about a question: 难点在于如何…, …如何…是关键, 阐明…如何…."""

import re

from assistant.interrogatives.nouns import PREPOSITION
from assistant.patterns import lazily

_KNOWING = (
    "阐明|揭示|研究|探索|探究|探明|探讨|明确|查明|分析|理解|认识|回答|解释|说明|弄清|厘清|理清|评估|判断|讨论|介绍|"
    "考察|调查|论述|描述|展示|阐述|阐释|剖析|解析|解答|了解|掌握|解决|思考|摸清|搞清"
)
_UNDER_KNOWING = lazily(
    rf"(?:^|[，；：]|旨在|拟|将|需要|亟需|亟待|有待|尚需|必须|应当|应该|致力于|试图|希望|用于|为了|重点|深入|"
    rf"系统|进一步|继续|加强)(?:{_KNOWING})"
)
_POINTED_AT = lazily(
    r"(?:在于|(?:要|需要|亟待|想|试图|旨在)[\u4e00-\u9fff]{2,4}的是|(?:关键|难点|难题|瓶颈|问题|核心|痛点|挑战)(?:就|仍|还|正|主要)?是|"
    r"(?:想|希望|试图)?(?:想知道|说清楚?|讲清楚?|搞明白|弄明白|搞懂|弄懂)[^，]{0,16})$"
)
"""What makes the question behind it the object of a statement: 难点在于如何…, 想知道…是否…."""
_WORKED_ON = lazily(
    r"(?:开展|进行|展开|组织|实施|部署)[\u4e00-\u9fff]{0,4}(?:攻关|研究|工作|探索|试验|讨论|研讨|合作)?$"
)
_OPEN_STATEMENT = lazily(
    r"(?:尚|仍|还|均|至今|目前|一直|依然|都)?(?:不清楚|不清|不明确|不明|未知|不得而知|未阐明|未明确|未解决|"
    r"不确定|缺乏研究|有待[\u4e00-\u9fff]+|亟待[\u4e00-\u9fff]+|亟需[\u4e00-\u9fff]+|值得[\u4e00-\u9fff]+)$"
)
_IS = lazily(r"是|成为|已成|成了|乃|属于|构成")
_TOPIC = lazily(
    r"(?:问题|难题|关键|挑战|课题|瓶颈|方向|热点|核心|难点|重点|焦点|痛点|堵点|任务|目标|前提|基础|途径)(?:之一|所在)?$"
)
_SAYS_SO = lazily(r"(?:判断|证明|确认|确定|识别|使|让|令|将|把|推动|促使|助力|带动)")
CONTINUES = lazily(
    r"^(?:这|那|它)?(?:是|成为|已成|仍是|一直是|尚|仍|还|值得|有待|亟待|对于|对[\u4e00-\u9fff]+(?:具有|至关))"
)


def is_stated(clause: str, word: re.Match[str]) -> bool:
    """The question is the object of a verb of knowing, or the subject of a statement."""
    before, after = clause[: word.start()], clause[word.end() :]
    embedded = word.group().endswith(("如何", "怎样", "怎么", "否", "为什么", "为何"))
    if embedded and (_POINTED_AT.search(before) or (PREPOSITION.search(before) and _WORKED_ON.search(after))):
        return True
    known = list(_UNDER_KNOWING.finditer(before))
    if known and not re.search(r"(?:的|后|时|中|，)$", before):
        return not before.endswith("的结果")
    if _OPEN_STATEMENT.search(after):
        return True
    topic = _find_topic(after)
    if topic is None or topic < 2 or word.group() in {"什么", "为什么", "为何"}:  # noqa: PLR2004 - a verb at least
        return False
    return not _SAYS_SO.search(after[:topic]) and not word.group().startswith(("哪", "何", "是否", "能否", "谁"))


def _find_topic(after: str) -> int | None:
    """Return where 是…的关键 begins at the end of a clause; None where the clause does not end so."""
    tail = _TOPIC.search(after)
    verb = _IS.search(after, after.rfind("，", 0, tail.start()) + 1, tail.start()) if tail else None
    return verb.start() if verb else None
