"""Title and degree against what a leader must have one of."""

import re
from datetime import date

from assistant.answering.personal.case import Judge, Verdict

_SENIOR = re.compile(
    r"(?:副?教授|(?<!助理)(?:副?研究员)|副?主任医师|(?:教授级)?高级(?:工程师|实验师|农艺师|会计师|职称)|高工|正高|副高|副高级|正高级)"
)
_JUNIOR = re.compile(r"讲师|助教|助理研究员|(?<!高级)工程师|主治医师|住院医师|中级职称|中级|初级职称")
_DOCTOR = re.compile(r"博士(?!后|生|点)")
_NOT = re.compile(r"(?:没有?|不是|无|未(?:取得|获得?|拿到?)|还没(?:有|拿到?)?|缺)[^,。]{0,4}$")
_LIMIT = re.compile(r"具有高级职称或博士学位")
_BESIDE = re.compile(r"退休|离休|返聘|外籍|外国|国外|海外|[国境]外|香港|澳门|台湾|港澳|兼职|在读|挂职|公务|机关")
"""What else is asked about, so that no title decides."""
_DEMANDED = re.compile(r"必须|一定|非得|要不要|需不需要|(?:需要|要求)[^,。]*[吗么]|才能")
"""Asks whether one of the two is demanded of everybody, and tells of no case."""


def read_qualified(text: str, today: date) -> Judge | None:
    """Return the judge of a title or degree told in the question."""
    del today
    senior, doctor = _tell_title(text), _tell(_DOCTOR, text)
    if (senior is None and doctor is None) or _BESIDE.search(text):
        return None
    if _DEMANDED.search(text) and not (senior and doctor):
        return lambda sentence: _answer("高级职称" if senior else "博士学位", sentence)
    return lambda sentence: _judge(sentence, senior=senior, doctor=doctor)


def _answer(asked: str, sentence: str) -> Verdict | None:
    limit = _LIMIT.search(sentence)
    return Verdict(f"不一定要有{asked}，高级职称或博士学位有其一即可", limit.span()) if limit else None


def _tell_title(text: str) -> bool | None:
    told = _tell(_SENIOR, text)
    if told is None and _JUNIOR.search(text):
        return False
    return told


def _tell(pattern: re.Pattern[str], text: str) -> bool | None:
    """Return whether the question says that somebody has it; None where it says nothing of it."""
    found = pattern.search(text)
    return None if found is None else _NOT.search(text[: found.start()]) is None


def _judge(sentence: str, *, senior: bool | None, doctor: bool | None) -> Verdict | None:
    limit = _LIMIT.search(sentence)
    if limit is None:
        return None
    if senior or doctor:
        has = "高级职称" if senior else "博士学位"
        text = f"有{has}即符合，高级职称或博士学位有其一即可"
    elif senior is False and doctor is False:
        text = "高级职称和博士学位都没有，不符合项目负责人的条件"
    else:
        other = "博士学位" if senior is False else "高级职称"
        text = f"没有{'高级职称' if senior is False else '博士学位'}的，要有{other}才符合项目负责人的条件"
    return Verdict(text, limit.span())
