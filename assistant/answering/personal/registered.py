"""Day of registration and kind of an organisation against what may apply."""

import re
from datetime import date

from assistant.answering.personal.case import Judge, Verdict

_FOUNDED = re.compile(
    r"(?P<year>20\d\d|19\d\d)年?(?:(?P<month>\d{1,2})月(?:份)?)?(?:\d{1,2}[日号])?(?:才|刚|就|底|初)*(?:拿到?|取得|领到?|办好?)?了?(?:成立|注册|登记|设立|创办)|"
    r"(?:成立|注册|登记|设立|创办)(?:时间)?(?:于|在|是)*(?P<late>20\d\d|19\d\d)年?(?:(?P<month_late>\d{1,2})月)?"
)
_SINCE = re.compile(
    r"(?:成立|注册|登记|设立|创办)(?:了|才|刚|不到|满|已经?|只有)*(?P<years>\d{1,2}|[一二两三四五六七八九十])(?:个)?(?P<unit>年|月)"
)
_BEFORE = re.compile(
    r"注册时间(?:应)?(?:在|为)(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:\(含\)|（含）)?(?:之|以)?前"
)
_NUMERALS = "零一二三四五六七八九十"
_DECEMBER = 12
_LEGAL = re.compile(r"在中国大陆境内登记注册的(?P<kinds>[^。；]*?)等法人单位")
_KINDS = (
    ("企业", re.compile(r"(?:外资|合资|民营|私营|私人|国有|中小|初创|上市|央)?(?:企业?|公司)")),
    ("高等学校", re.compile(r"(?:民办|公办|独立|职业|高职)?(?:高等?(?:学校|校)|大学|学院|院校)")),
    ("科研院所", re.compile(r"(?:新型)?(?:研究(?:院|所)|研发机构|科研(?:机构|院所|单位))")),
)
_OTHER = re.compile(
    r"(?:部队|军队|解放军|军医)?(?:医院|院校)|部队|军队|军工|学会|协会|基金会|事业单位|个体户|合作社|医疗机构"
)
_ABROAD = re.compile(r"境外|国外|海外|外国(?!专家)|香港|澳门|台湾|港澳台")
_ASKS = re.compile(
    r"(?:能|可以|可否|能否|可不可以|能不能|有资格|够资格|允许|行)[^,。]{0,16}(?:报|牵头|承担|参[与加]|当|作为)|(?:申?报|牵头|参[与加])[^,。]{0,14}[吗么不]"
)
_PERSON = re.compile(r"教授|老师|学者|科学家|专家|研究生|博士|个人|负责人|职工|员工|人员|医生|公务员|学生")


def read_registered(text: str, today: date) -> Judge | None:
    """Return the judge of a day of registration told in the question."""
    founded = _find_founded(text, today)
    return None if founded is None else lambda sentence: _judge_day(*founded, sentence)


def read_kind(text: str, today: date) -> Judge | None:
    """Return the judge of the kind of organisation that the question asks for."""
    del today
    if not _ASKS.search(text) or _PERSON.search(text):
        return None
    other = _OTHER.search(text)
    named = [(kind, found[0]) for kind, words in _KINDS if (found := words.search(text))]
    if other is None and len(named) != 1:
        return None
    abroad = _ABROAD.search(text) is not None
    kind, called = ("", other[0]) if other else named[0]
    return lambda sentence: _judge_kind(kind, called, sentence) if not abroad else None


def _find_founded(text: str, today: date) -> tuple[date, date, str] | None:
    """Return the first and the last day on which it may have been, with the words for it."""
    dated = _FOUNDED.search(text)
    if dated:
        year = int(dated["year"] or dated["late"])
        month = int(dated["month"] or dated["month_late"] or 0)
        if month > _DECEMBER:
            return None
        last = date(year, month or _DECEMBER, 28)
        return date(year, month or 1, 1), last, f"{year}年{f'{month}月' if month else ''}注册"
    since = _SINCE.search(text)
    if since is None:
        return None
    years = int(since["years"]) if since["years"].isdigit() else _NUMERALS.index(since["years"].replace("两", "二"))
    day = date(today.year - years, today.month, min(today.day, 28))
    return date(day.year - 1, day.month, day.day), day, f"成立{years}年（以{today.isoformat()}计）"


def _judge_day(first: date, last: date, told: str, sentence: str) -> Verdict | None:
    limit = _BEFORE.search(sentence)
    if limit is None:
        return None
    day = date(int(limit["year"]), int(limit["month"]), int(limit["day"]))
    outcome = "符合" if last < day else "不符合" if first >= day else "要看具体日期才知是否符合"
    return Verdict(f"{told}的单位{outcome}注册时间的要求", limit.span())


def _judge_kind(kind: str, called: str, sentence: str) -> Verdict | None:
    limit = _LEGAL.search(sentence)
    if limit is None:
        return None
    if kind and kind in limit["kinds"]:
        text = f"可以，{kind}在所列单位之中，只要是在中国大陆境内登记注册的法人单位"
    else:
        text = f"没有单列{called}，要看是不是在中国大陆境内登记注册的法人单位"
    return Verdict(text, limit.span())
