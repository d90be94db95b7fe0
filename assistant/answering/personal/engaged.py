"""Projects in hand against who may not lead or take part."""

import re
from datetime import date

from assistant.answering.personal.case import Judge, Verdict

_IN_HAND = re.compile(
    r"在研|(?:手[上头里]|目前|现在|已经?|正在?|正好)[^,。]{0,8}(?:有|主持|牵头|承担|负责|做|带|担任)|(?:主持|牵头|承担|负责|担任)(?:着|了)"
)
_NAMED = re.compile(r"国家科技重大专项|重点研发|重点专项|科技创新2030|2030")
_ELSEWHERE = re.compile(
    r"自然科学基金|基金委|国自然|面上|青年基金|省(?:级|部级|里|科技)|市级|横向|企业委托|863|973|科技支撑"
)
_SUBPROJECT = re.compile(r"(?:课题|任务)(?:的)?(?:负责人|组长|牵头)|(?:主持|牵头|承担|负责)[^,。]{0,10}课题|子课题")
_TAKES_PART = re.compile(
    r"参[与加](?:申报|别的|其他|其它|新的|本|这|战略|项目|进)?|当(?:成员|骨干|参与人)|做(?:成员|骨干|参与人)"
)
_LEADS = re.compile(r"牵头|主持|负责(?!人)")
_RULE = re.compile(
    r"(?P<programmes>国家科技重大专项[^。；]*?)的在研项目(?:[（(](?P<with>含)任务或课题[）)])?负责人"
    r"(?:[（(](?P<without>不含)任务或课题负责人[）)])?也?不得(?P<doing>牵头|参与)申报项目"
)


def read_engaged(text: str, today: date) -> Judge | None:
    """Return the judge of a project in hand that the question tells of."""
    del today
    hand = _IN_HAND.search(text)
    if hand is None or not (_NAMED.search(text) or "在研" in text) or _ELSEWHERE.search(text):
        return None
    doing = "参与" if _find_last(_TAKES_PART, text) > _find_last(_LEADS, text[hand.end() :], hand.end()) else "牵头"
    subproject = _SUBPROJECT.search(text) is not None
    return lambda sentence: _judge(doing, sentence, subproject=subproject)


def _find_last(pattern: re.Pattern[str], text: str, start: int = 0) -> int:
    """Return the place of the last match, counted from the start given; -1 where there is none."""
    return max((start + match.start() for match in pattern.finditer(text)), default=-1)


def _judge(doing: str, sentence: str, *, subproject: bool) -> Verdict | None:
    rule = _RULE.search(sentence)
    if rule is None or rule["doing"] != doing:
        return None
    who = f"所列计划在研{'课题（任务）' if subproject else '项目'}的负责人"
    if subproject and rule["without"]:
        return Verdict(f"可以，{who}不在不得{doing}申报之列", rule.span())
    return Verdict(f"不可以，{who}不得{doing}申报", rule.span())
