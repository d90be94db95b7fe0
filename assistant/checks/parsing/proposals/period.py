"""The period of a project, as a proposal states it."""

import re
from dataclasses import dataclass

from assistant.checks.parsing.dates import write_in_digits
from assistant.checks.parsing.names import narrow
from assistant.numbered import parse_number

_MONTHS = 12
_YEAR = r"(?P<y{0}>20\d\d)"
_MONTH = r"(?:\s*(?:年|[./-])\s*(?P<m{0}>1[0-2]|0?[1-9])(?!\d))?"
_DAY = r"(?:\s*(?:月|[./-])\s*(?:\d{1,2})\s*日?|\s*月)?\s*年?"
_RANGE = re.compile(
    (_YEAR + _MONTH).format(1)
    + _DAY
    + r"\s*(?:起)?\s*[,，;；\t\n]?\s*"
    + r"(?:至|到|~|～|—+|–|-{1,2}|起至|止|(?:结束|终止|截止|完成)(?:日期|时间|年月)?\s*[:为]?)\s*"
    + (_YEAR + _MONTH).format(2)
)
_ALONE = r"(?<![\d.第〇零○一二两三四五六七八九十])"
_NUMERAL = r"[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_COUNT = rf"{_ALONE}(?P<n>\d{{1,3}}(?:\.\d)?|{_NUMERAL})"
_STATED_YEARS = re.compile(
    rf"{_COUNT}\s*(?:个)?(?P<half>半)?\s*(?:周年|年|years?\b)(?P<after>半)?(?![份度初底末内前]|\s*\d{{1,2}}\s*月|\s*\d{{4}})"
    r"(?:\s*零?\s*(?P<months>\d{1,2})\s*个月)?"
)
_STATED_MONTHS = re.compile(rf"{_ALONE}(?P<n>\d{{1,3}}|{_NUMERAL})\s*个月")
_MARKED = re.compile(r"年\s*(?:(?P<end>年?底|年?末)|年?初)(?!\d)")
"""2022年底, 2025年初."""
_LEAST_YEAR = 1900


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period in months."""

    least: int | None = None
    """Months between the two dates, the last month not counted; for a range of years alone the fewest it may mean."""
    most: int | None = None
    """The same with the last month counted."""
    stated: int | None = None
    """Months that the text states as such (共3年); None where it states none."""
    text: str = ""
    """Words that were read."""

    @property
    def known(self) -> bool:
        """Say whether the text gives a length at all."""
        return self.most is not None or self.stated is not None


def read_period(text: str) -> Period:
    """Return the period that a field states; one that is not known where it states none."""
    folded = _MARKED.sub(lambda found: "年12月" if found["end"] else "年1月", write_in_digits(narrow(text)))
    found = _RANGE.search(folded)
    rest = folded if found is None else f"{folded[: found.start()]} {folded[found.end() :]}"
    stated = _read_stated(rest)
    if found is None:
        return Period(stated=stated, text=text.strip())
    years = int(found["y2"]) - int(found["y1"])
    if found["m1"] and found["m2"]:
        months = years * _MONTHS + int(found["m2"]) - int(found["m1"])
        return Period(least=months, most=months + 1, stated=stated, text=text.strip())
    return Period(least=years * _MONTHS, most=(years + 1) * _MONTHS, stated=stated, text=text.strip())


def exceeds(period: Period, years: float) -> bool | None:
    """Say whether the period is longer than so many years; None where its words contradict or leave it open.

    The dates decide where they are given: from December to December is read as whole years, and a length that the text
    states against its own dates is a question.
    """
    limit = years * _MONTHS
    if period.least is None:
        return None if period.stated is None else period.stated > limit
    if period.least > limit:
        return True
    if period.most is not None and period.most - period.least > 1 and period.most > limit:
        return None if period.stated is None else period.stated > limit
    return None if period.stated is not None and period.stated > limit else False


def falls_short(period: Period, years: float) -> bool:
    """Say whether the period is shorter than so many years, however its dates are counted."""
    longest = max(period.most or 0, period.stated or 0)
    return period.known and longest < years * _MONTHS


def describe(period: Period) -> str:
    """Return the length in Chinese, such as 3年 or 41个月."""
    months = period.stated if period.least is None or period.stated in {period.least, period.most} else period.most
    if months is None:
        return ""
    return f"{months // _MONTHS}年" if months % _MONTHS == 0 else f"{months}个月"


def _read_stated(text: str) -> int | None:
    for found in _STATED_YEARS.finditer(text):
        number = _number(found["n"])
        if number < _LEAST_YEAR:
            extra = int(found["months"] or 0) + (6 if found["half"] or found["after"] else 0)
            return round(number * _MONTHS) + extra
    months = _STATED_MONTHS.search(text)
    return round(_number(months["n"])) if months else None


def _number(text: str) -> float:
    return float(text) if text[0].isdigit() else parse_number(text)
