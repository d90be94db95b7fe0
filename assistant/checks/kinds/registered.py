"""Kind `registered`: the lead was registered before the quote's day (注册时间在2021年6月30日前)."""

import re
from datetime import date

from assistant.checks.judgement import Flaw, Found, Judgement, Kept, Silent, Unsure, shorten
from assistant.checks.parsing.dates import find_dates, name_day
from assistant.checks.parsing.names import narrow
from assistant.checks.subject import Subject
from assistant.domain.kinds.applicants import RegisteredRule

_WORD = r"(?:注册|登记|成立|设立|组建|建立|创立|创建|始建|创办)"
_CHANGED = re.compile(r"^[^\d，。；,;]{0,16}(?:更名|改制|变更|重组|迁|合并|改名)")
_BEFORE = re.compile(rf"{_WORD}(?:登记|注册)?(?:时间|日期|年月)?[^\d，。；,;]{{0,6}}$")
_AFTER = re.compile(rf"^[^\d，。；,;]{{0,8}}{_WORD}")
_YEAR = re.compile(r"(?<!\d)(?P<year>1[89]\d\d|20\d\d)\s*年(?!\s*\d)")


def judge(rule: RegisteredRule, subject: Subject) -> Judgement:
    """The day itself is let pass; a year alone decides where it is another one than the quote's."""
    limits = [found for quote in rule.sources for found in find_dates(quote.quote, subject.context.info.year)]
    text = narrow(subject.text_as("lead"))
    if not limits or not text.strip():
        return Silent()
    limit = limits[0].value
    told = _find_date(text, subject.context.info.year)
    if told is None:
        year = _find_year(text)
        if year is None or year == limit.year:
            return Unsure(f"没有写明申报单位的注册时间：是否在{name_day(limit)}前？")
        told = (date(year, 1, 1), f"{year}年")
    if told[0] <= limit:
        return Kept()
    flaw = Flaw(
        where=subject.place_as("lead"),
        evidence=shorten(subject.text_as("lead"), 80),
        measured=told[1],
        allowed=f"{name_day(limit)}前",
    )
    return Found((flaw,))


def _find_date(text: str, year: int) -> tuple[date, str] | None:
    """Return the labelled date; an only date that nothing else labels counts too."""
    dates = [one for one in find_dates(text, year) if not _CHANGED.match(text[one.end :])]
    labelled = [one for one in dates if _BEFORE.search(text[: one.start]) or _AFTER.search(text[one.end :])]
    chosen = (labelled or (dates if len(dates) == 1 else []))[:1]
    return (chosen[0].value, chosen[0].text) if chosen else None


def _find_year(text: str) -> int | None:
    found = [
        one for one in _YEAR.finditer(text) if _BEFORE.search(text[: one.start()]) or _AFTER.search(text[one.end() :])
    ]
    return int(found[0]["year"]) if found else None
