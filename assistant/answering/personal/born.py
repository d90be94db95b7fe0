"""Year of birth or age against the days after which somebody must be born."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.answering.personal.case import Judge, Verdict

_WHEN = (
    r"(?:的?(?:出生|生人|生(?!物|态|命|育))|的(?=$|[,。?？男女]|能|可|够|符合|还|算|行|老师|教授|博士|学者|年轻|青年))"
)
_BORN = re.compile(
    rf"(?<!\d)(?P<year>19[3-9]\d|200\d)(?:年|[.-](?=\d))?(?:(?P<month>\d{{1,2}})月?(?:\d{{1,2}}[日号])?)?份?{_WHEN}|"
    rf"(?<!\d)(?P<short>[3-9]\d)年{_WHEN}"
)
_BIRTHDAY = re.compile(
    r"(?:出生(?:于|在|日期|年份)?|生于|生日)(?:是|为|:)*(?P<year>19[3-9]\d|200\d)年?(?:(?P<month>\d{1,2})月)?"
)
_AGE = re.compile(r"(?<!\d)(?P<age>[2-8]\d)周?岁(?!以)|今年(?:刚)?(?P<now>[2-8]\d)(?![\d年%万])")
_MALE, _FEMALE = re.compile(r"男|先生"), re.compile(r"女(?!性健康|儿)")
_LIMIT = re.compile(
    r"(?P<sex>男性?|女性?)?(?:应|须|需|要)?为?(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日(?:\(含\)|（含）)?以后出生"
)
_OF_WHOM = re.compile(r"青年科学家项目负责人|项目负责人|课题负责人|负责人|申报人|推荐人")
_OTHERS = re.compile(r"成员|参与人|参加人|骨干|课题负责人")
"""People of whom the limits of a leader say nothing."""
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Born:
    """The days between which somebody was born."""

    first: date
    last: date
    told: str
    """What the question tells, in words: `1985年出生`."""
    male: bool
    female: bool


def read_born(text: str, today: date) -> Judge | None:
    """Return the judge of a year of birth or an age told in the question."""
    born = _find(text, today)
    if born is None or _OTHERS.search(text):
        return None
    return lambda sentence: _judge(born, sentence)


def _find(text: str, today: date) -> Born | None:
    sexes = (_MALE.search(text) is not None, _FEMALE.search(text) is not None)
    dated = _BIRTHDAY.search(text) or _BORN.search(text)
    if dated:
        groups = dated.groupdict()
        year = int(groups["year"] or f"19{groups['short']}")
        month = int(groups["month"] or 0)
        if month > _DECEMBER:
            return None
        first, last = date(year, month or 1, 1), _end_of_month(year, month or _DECEMBER)
        return Born(first, last, f"{year}年{f'{month}月' if month else ''}出生", *sexes)
    aged = _AGE.search(text)
    if aged is None:
        return None
    years = int(aged["age"] or aged["now"])
    first, last = _back(today, years + 1) + timedelta(days=1), _back(today, years)
    told = f"{years}岁（以{today.isoformat()}计，{first.year}年{first.month}月至{last.year}年{last.month}月间出生）"
    return Born(first, last, told, *sexes)


def _judge(born: Born, sentence: str) -> Verdict | None:
    limits = list(_LIMIT.finditer(sentence))
    if not limits:
        return None
    named = (_OF_WHOM.findall(sentence[: limits[0].end()]) or ["负责人"])[-1]
    own = [limit for limit in limits if _concerns(limit, born)] or limits
    outcomes = [(limit["sex"] or "", _compare(limit, born)) for limit in own]
    return Verdict(_word(born, named, outcomes), (limits[0].start(), limits[-1].end()))


def _concerns(limit: re.Match[str], born: Born) -> bool:
    """Say whether the limit is for the sex told, or the question tells none."""
    if not limit["sex"] or born.male == born.female:
        return True
    return limit["sex"].startswith("男") == born.male


def _compare(limit: re.Match[str], born: Born) -> str:
    day = date(int(limit["year"]), int(limit["month"]), int(limit["day"]))
    if born.first >= day:
        return "符合"
    return "不符合" if born.last < day else "要看具体日期才知是否符合"


def _word(born: Born, named: str, outcomes: list[tuple[str, str]]) -> str:
    requirement = f"{named}的年龄要求"
    found = {outcome for _, outcome in outcomes}
    if len(found) == 1:
        sexes = "、".join(sex for sex, _ in outcomes if sex)
        both = f"，{sexes}都" if len(outcomes) > 1 else f"的{sexes}" if sexes and born.male != born.female else "，"
        return f"{born.told}{both}{outcomes[0][1]}{requirement}"
    each = "，".join(f"{sex}{outcome}" for sex, outcome in outcomes)
    return f"{born.told}，{each}{requirement}"


def _end_of_month(year: int, month: int) -> date:
    following = date(year + month // _DECEMBER, month % _DECEMBER + 1, 1)
    return following - timedelta(days=1)


def _back(day: date, years: int) -> date:
    """Return the same day so many years before; the last of February for a leap day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
